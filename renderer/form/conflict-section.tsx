/* The section of the edit form in which the user chooses between two versions of a field. */

import { Button } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { flushSync } from 'react-dom';
import type { EditableField, EditableTicket } from '../../electron/contract/fields.ts';
import { resolveConflict } from '../state/form-actions.ts';
import { fieldDomId } from '../ui/field-note.tsx';
import shared from '../ui/shared.module.css';
import { words } from '../words/words.ts';
import styles from './conflict-section.module.css';

type Props = { id: string; fields: EditableTicket; theirs: EditableTicket; conflicts: readonly EditableField[] };

const text = words.form.conflict;

/** Shows both versions of each field that was changed here and on the server. */
export function ConflictSection({ id, fields, theirs, conflicts }: Props) {
  /** The buttons disappear with the choice, so the focus moves to the remaining conflicts, or to the field. */
  function chooseVersion(field: EditableField, whose: 'mine' | 'theirs') {
    flushSync(() => resolveConflict(field, whose));
    (document.getElementById(id) ?? document.getElementById(fieldDomId(field)))?.focus();
  }

  return (
    <section id={id} className={styles.conflict} aria-labelledby={`${id}-title`} tabIndex={-1}>
      <h3 id={`${id}-title`}>
        <IconGitMerge size={17} aria-hidden="true" />
        {text.title}
      </h3>
      <p>{text.lead}</p>
      {conflicts.map((field) => (
        <fieldset key={field} className={styles.field}>
          <legend>{words.form.field[field]}</legend>
          <Version
            name={text.mine}
            value={fields[field]}
            action={text.keepMine}
            onChoose={() => chooseVersion(field, 'mine')}
          />
          <Version
            name={text.theirs}
            value={theirs[field]}
            action={text.takeTheirs}
            onChoose={() => chooseVersion(field, 'theirs')}
          />
        </fieldset>
      ))}
    </section>
  );
}

type VersionProps = { name: string; value: string; action: string; onChoose: () => void };

function Version({ name, value, action, onChoose }: VersionProps) {
  return (
    <div className={styles.version}>
      <p className={styles.name}>{name}</p>
      <p className={`${styles.text} ${shared.selectable}`} dir="auto">
        {value || <span className={styles.empty}>{text.empty}</span>}
      </p>
      <Button variant="default" size="compact-sm" onClick={onChoose}>
        {action}
      </Button>
    </div>
  );
}
