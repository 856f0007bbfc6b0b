/* What is wrong with the fields of the two forms, at most one sentence a field. */

import { isAddress, recipientsIn } from '../../electron/contract/addresses.ts';
import { editOf } from '../../electron/contract/edit-merge.ts';
import {
  type EditableField,
  type EditableTicket,
  editableFields,
  editableTicketSchema,
  fieldsToSend,
  type NewTicket,
  type NewTicketField,
  newTicketSchema,
} from '../../electron/contract/fields.ts';
import { type Catalogue, findFieldNotOffered, type Site } from '../../electron/contract/reference-data.ts';
import { newTicketFields } from '../state/form.ts';
import type { FieldErrors } from '../ui/use-shown-errors.ts';
import { words } from '../words/words.ts';

/** Returns what is wrong with a new ticket, by the specification's limits and, where it is known, by what the server offers. */
export function newTicketErrors(
  fields: NewTicket,
  offered: { catalogue: Catalogue; sites: readonly Site[] },
): FieldErrors<NewTicketField> {
  const errors: { [F in NewTicketField]?: string } = {};
  for (const issue of newTicketSchema.safeParse(fieldsToSend(fields)).error?.issues ?? []) {
    const field = newTicketFields.find((name) => name === issue.path[0]);
    if (field) errors[field] ??= issue.message;
  }
  const { catalogue, sites } = offered;
  if (!errors.site && sites.length > 0 && !sites.some((site) => site.site === fields.site)) {
    errors.site = words.form.notOffered({ value: fields.site });
  }
  const notOffered = catalogue.length > 0 ? findFieldNotOffered(fields, catalogue) : null;
  if (notOffered === 'requestType') errors.requestType ??= words.form.notOffered({ value: fields.requestType });
  if (notOffered === 'category')
    errors.category ??= words.form.wrongCategory({ category: fields.category, type: fields.requestType });
  return errors;
}

/** Returns what is wrong with the fields that an edit changed. The others are not sent, so they may hold anything. */
export function editErrors(fields: EditableTicket, base: EditableTicket): FieldErrors<EditableField> {
  const errors: { [F in EditableField]?: string } = {};
  const edit = editOf(fields, base).fields;
  const wrong = recipientsIn(edit.notificationRecipients ?? '').find((recipient) => !isAddress(recipient));
  if (wrong !== undefined && recipientsIn(base.notificationRecipients).includes(wrong)) {
    errors.notificationRecipients = words.form.namedRecipient({ name: wrong });
  }
  for (const issue of editableTicketSchema.partial().safeParse(edit).error?.issues ?? []) {
    const field = editableFields.find((name) => name === issue.path[0]);
    if (field) errors[field] ??= issue.message;
  }
  return errors;
}
