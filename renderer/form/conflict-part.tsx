import { Button } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { flushSync } from 'react-dom';
import type { EditableField, EditableTicket } from '../../electron/contract/fields.ts';
import { choose } from '../state/form-actions.ts';
import { fieldDomId } from '../ui/field-note.tsx';
import { words } from '../words/words.ts';

type Props = { id: string; fields: EditableTicket; theirs: EditableTicket; conflicts: readonly EditableField[] };

const text = words.form.conflict;

/** Both versions of each field that was changed here and on the server, for the user to choose between. */
export function ConflictPart({ id, fields, theirs, conflicts }: Props) {
  /** The buttons go with the choice, so the keyboard goes on to the next one, or to the field. */
  function settle(field: EditableField, whose: 'mine' | 'theirs') {
    flushSync(() => choose(field, whose));
    (document.getElementById(id) ?? document.getElementById(fieldDomId(field)))?.focus();
  }

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
            onChoose={() => settle(field, 'mine')}
          />
          <Version
            name={text.theirs}
            value={theirs[field]}
            action={text.takeTheirs}
            onChoose={() => settle(field, 'theirs')}
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
