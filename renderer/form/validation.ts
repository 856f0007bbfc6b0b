import { type NewTicket, type NewTicketField, newTicketSchema } from '../../electron/contract/fields.ts';
import type { Catalogue, Site } from '../../electron/contract/reference-data.ts';
import type { FieldErrors } from '../state/edit-merge.ts';
import { newTicketFields, newTicketOf } from '../state/form.ts';
import { words } from '../words/words.ts';

/** What is wrong with a new ticket: by the specification's limits, and by what the server offers where that is known. */
export function newTicketErrors(
  fields: NewTicket,
  offered: { catalogue: Catalogue; sites: readonly Site[] },
): FieldErrors<NewTicketField> {
  const errors: { [F in NewTicketField]?: string } = {};
  for (const issue of newTicketSchema.safeParse(newTicketOf(fields)).error?.issues ?? []) {
    const field = newTicketFields.find((name) => name === issue.path[0]);
    if (field) errors[field] ??= issue.message;
  }
  const { catalogue, sites } = offered;
  if (!errors.site && sites.length > 0 && !sites.some((site) => site.site === fields.site)) {
    errors.site = words.form.notOffered(fields.site);
  }
  const type = catalogue.find((candidate) => candidate.name === fields.requestType);
  if (!errors.requestType && catalogue.length > 0 && !type) {
    errors.requestType = words.form.notOffered(fields.requestType);
  }
  if (!errors.category && type && !type.categories.includes(fields.category)) {
    errors.category = words.form.wrongCategory(fields.category, fields.requestType);
  }
  return errors;
}
