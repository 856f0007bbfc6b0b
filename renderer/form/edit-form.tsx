/*
 * The form in which an existing ticket is edited. Only the fields that differ from the ticket as it was opened are sent.
 */

import { useEffect } from 'react';
import { changedFields, mergeTheirs } from '../../electron/contract/edit-merge.ts';
import { type EditableField, editableFields } from '../../electron/contract/fields.ts';
import { limits, openStatuses } from '../../electron/contract/specification.ts';
import { type EditForm, useForm } from '../state/form.ts';
import { changeEdit, mergeServerChanges } from '../state/form-actions.ts';
import { editableOf } from '../state/open-form.ts';
import { useOutbox } from '../state/outbox.ts';
import { submitForm } from '../state/submit.ts';
import { useTicket } from '../state/ticket.ts';
import { fieldDomId } from '../ui/field-note.tsx';
import shared from '../ui/shared.module.css';
import { useShownErrors } from '../ui/use-shown-errors.ts';
import { formatList } from '../words/numbers.ts';
import { words } from '../words/words.ts';
import { ConflictSection } from './conflict-section.tsx';
import { RequiredHint, TextField } from './fields.tsx';
import styles from './form.module.css';
import { FormFrame } from './form-frame.tsx';
import { RecipientsField } from './recipients-field.tsx';
import { editErrors } from './validation.ts';

const conflictId = 'form-conflict';
const closedId = 'form-closed';

export function EditTicketForm({ form }: { form: EditForm }) {
  const { fields, base, theirs, taken } = form;
  const errors = editErrors(fields, base);
  const { shown, typed, left, showAll } = useShownErrors<EditableField>(errors);
  const conflicts = theirs ? mergeTheirs(fields, base, theirs).conflicts : [];
  const isChanged = changedFields(fields, base).length > 0;
  const whyClosed = useWhyClosed(form);
  useServerVersion(form);

  function submit() {
    showAll();
    const faulty = editableFields.find((field) => errors[field] !== undefined);
    if (whyClosed !== null) document.getElementById(closedId)?.focus();
    else if (conflicts.length > 0) document.getElementById(conflictId)?.focus();
    else if (faulty) document.getElementById(fieldDomId(faulty))?.focus();
    else if (isChanged) void submitForm();
  }

  function bind(field: EditableField) {
    return {
      field,
      label: words.form.field[field],
      value: fields[field],
      error: shown[field],
      onChange(value: string) {
        changeEdit(field, value);
        typed(field);
      },
      onLeave: () => left(field),
    };
  }

  return (
    <FormFrame
      title={words.form.editTicket}
      submitWord={words.form.saveChanges}
      firstFieldId={fieldDomId('title')}
      onSubmit={submit}
    >
      <div aria-live="polite">
        {whyClosed !== null && (
          <p id={closedId} className={styles.closed} tabIndex={-1}>
            {whyClosed}
          </p>
        )}
      </div>
      <p className={shared.unseen} aria-live="polite">
        {conflicts.length > 0 && words.form.conflict.title}
      </p>
      {theirs && conflicts.length > 0 && (
        <ConflictSection id={conflictId} fields={fields} theirs={theirs} conflicts={conflicts} />
      )}
      {taken.length > 0 && (
        <p className={styles.restored} role="note">
          {words.form.conflict.taken({ fields: formatList(taken.map((field) => words.form.field[field])) })}
        </p>
      )}
      <RequiredHint />
      <TextField {...bind('title')} limit={limits.title} isRequired />
      <TextField {...bind('description')} limit={limits.description} isRequired isProse />
      <TextField {...bind('customerReference')} limit={limits.customerReference} hint={words.form.referenceHint} />
      <RecipientsField {...bind('notificationRecipients')} />
      <p className={styles.unchanged} aria-live="polite">
        {isChanged ? '' : words.form.nothingChanged}
      </p>
    </FormFrame>
  );
}

/** Why the ticket can no longer be edited, or `null`: it may be closed while the form is open. */
function useWhyClosed({ ticketId }: EditForm): string | null {
  const ticket = useTicket((store) => (store.ticket?.summary.id === ticketId ? store.ticket : null));
  if (!ticket) return null;
  if (ticket.isGone) return words.form.goneMeanwhile;
  const { status } = ticket.summary;
  if (openStatuses.includes(status)) return null;
  return status === '' ? words.form.closedMeanwhileUnknown : words.form.closedMeanwhile({ status });
}

/** Merges newer values from the server into the form: from the ticket when it is read again, or from a refused change. */
function useServerVersion({ ticketId, changeId }: EditForm): void {
  const ticket = useTicket((store) => store.ticket);
  const conflict = useOutbox(({ items }) => items.find((item) => item.id === changeId)?.conflict ?? null);
  useEffect(() => {
    if (changeId === null && ticket?.summary.id === ticketId) {
      const theirs = editableOf(ticket);
      if (theirs) mergeServerChanges(theirs);
    }
  }, [ticket, ticketId, changeId]);
  useEffect(() => {
    const { open } = useForm.getState();
    if (!conflict || open?.form !== 'edit') return;
    const met = Object.entries(conflict).filter(([, value]) => value !== undefined);
    mergeServerChanges({ ...open.base, ...Object.fromEntries(met) });
  }, [conflict]);
}
