/* Templates: filled forms of a new ticket under names of the user's own. */

import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Template } from '../../electron/contract/draft.ts';
import type { NewTicket } from '../../electron/contract/fields.ts';
import { longestTemplateName } from '../../electron/contract/specification.ts';
import { offerUndo } from '../state/feedback.ts';
import { newTicketFields, useForm } from '../state/form.ts';
import { changeNewTicket } from '../state/form-actions.ts';
import { loadTemplates, removeTemplate, saveTemplate, useTemplates } from '../state/templates.ts';
import { CloseLine, Dialog } from '../ui/dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import shared from '../ui/shared.module.css';
import { UndoBar } from '../ui/undo-bar.tsx';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { words } from '../words/words.ts';
import styles from './templates-dialog.module.css';

type Props = { fields: NewTicket; onClose: () => void };

const text = words.form.template;

/** Fills the form from a template, saves the form as a template, or removes a template. */
export function TemplatesDialog({ fields, onClose }: Props) {
  const { templates, problem } = useTemplates();
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => void loadTemplates(), []);
  useKeptFocus(body); // a removed template disappears with its buttons

  function begin(template: Template) {
    const isFilled = newTicketFields.some((field) => fields[field] !== '');
    const { open } = useForm.getState();
    changeNewTicket(template.fields);
    if (isFilled) offerUndo(words.form.templateApplied(template.name), () => refillForm(open?.key, fields));
    onClose();
  }

  return (
    <Dialog title={text.title} onClose={onClose}>
      <div ref={body} className={`${shared.dialogBody} ${styles.templates}`} tabIndex={-1}>
        <p>{templates.length === 0 ? text.none : text.lead}</p>
        {problem && <ProblemNote problem={problem} />}
        {templates.length > 0 && (
          <ul className={styles.list} aria-label={text.list}>
            {templates.map((template) => (
              <li key={template.id}>
                <div className={styles.text}>
                  <bdi className={styles.name}>{template.name}</bdi>
                  <bdi className={styles.note}>{template.fields.title || template.fields.category}</bdi>
                </div>
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={text.beginNamed(template.name)}
                  onClick={() => begin(template)}
                >
                  {text.begin}
                </Button>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={text.removeNamed(template.name)}
                  onClick={() => void removeTemplate(template)}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              </li>
            ))}
          </ul>
        )}
        <UndoBar /> {/* the one of the window cannot be reached under a modal dialog */}
        <SaveTemplate fields={fields} names={templates.map((template) => template.name)} />
        <CloseLine label={text.close} onClose={onClose} />
      </div>
    </Dialog>
  );
}

/** Restores the fields if the same form is still open; another form is left alone. */
function refillForm(key: string | undefined, fields: NewTicket): void {
  if (useForm.getState().open?.key === key) changeNewTicket(fields);
}

/** Saves the form as it is. It need not be valid: a template may leave empty what differs each time. */
function SaveTemplate({ fields, names }: { fields: NewTicket; names: readonly string[] }) {
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const isEmpty = newTicketFields.every((field) => fields[field].trim() === '');

  async function save() {
    const wanted = name.trim();
    if (wanted === '') setError(text.nameNeeded);
    else if (wanted.length > longestTemplateName) setError(text.nameTooLong);
    else if (await saveTemplate(wanted, fields)) setName('');
  }

  return (
    <form
      className={styles.save}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput
        label={text.name}
        value={name}
        error={error}
        description={names.includes(name.trim()) ? text.replaces : isEmpty ? text.emptyForm : text.nameHint}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        autoComplete="off"
        onChange={({ currentTarget }) => {
          setName(currentTarget.value);
          setError(null);
        }}
      />
      <Button type="submit" variant="default" disabled={isEmpty}>
        {text.save}
      </Button>
    </form>
  );
}
