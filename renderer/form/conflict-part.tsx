import { Button } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import type { EditableField, EditableTicket } from '../../electron/contract/fields.ts';
import { words } from '../words.ts';
import { choose } from './form-actions.ts';

type Props = { id: string; fields: EditableTicket; theirs: EditableTicket; conflicts: readonly EditableField[] };

const text = words.form.conflict;

/** Both versions of each field that was changed here and on the server, for the user to choose between. */
export function ConflictPart({ id, fields, theirs, conflicts }: Props) {
  return (
    <section id={id} className="conflict" aria-labelledby={`${id}-title`} tabIndex={-1}>
      <h3 id={`${id}-title`}>
        <IconGitMerge size={17} aria-hidden="true" />
        {text.title}
      </h3>
      <p>{text.lead}</p>
      {conflicts.map((field) => (
        <fieldset key={field} className="conflict-field">
          <legend>{words.form.field[field]}</legend>
          <Version
            name={text.mine}
            value={fields[field]}
            action={text.keepMine}
            onChoose={() => choose(field, 'mine')}
          />
          <Version
            name={text.theirs}
            value={theirs[field]}
            action={text.takeTheirs}
            onChoose={() => choose(field, 'theirs')}
          />
        </fieldset>
      ))}
    </section>
  );
}

type VersionProps = { name: string; value: string; action: string; onChoose: () => void };

function Version({ name, value, action, onChoose }: VersionProps) {
  return (
    <div className="conflict-version">
      <p className="conflict-name">{name}</p>
      <p className="conflict-text selectable" dir="auto">
        {value || <span className="ticket-none">{text.empty}</span>}
      </p>
      <Button variant="default" size="compact-sm" onClick={onChoose}>
        {action}
      </Button>
    </div>
  );
}
