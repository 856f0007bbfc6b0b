import type { WholeTicket } from '../api/client.ts';
import {
  type EditableField,
  editableFields,
  type HeldFields,
  type NewTicket,
  type TicketEdit,
} from '../contract/fields.ts';
import { ProblemError } from '../contract/problem.ts';
import { type Catalogue, specifiedCatalogue } from '../contract/reference-data.ts';
import type { TicketSummary } from '../contract/ticket.ts';

/** Texts are compared as they are read from the server: without the white space at their ends, whatever ends their lines. */
export const sameText = (one: string, other: string): boolean => comparable(one) === comparable(other);

const comparable = (text: string) => text.replaceAll('\r\n', '\n').trim();

/** How a list of addresses is set apart says nothing. */
function sameField(field: EditableField, one: string, other: string): boolean {
  if (field !== 'notificationRecipients') return sameText(one, other);
  return sameText(one.replace(/\s*,\s*/g, ','), other.replace(/\s*,\s*/g, ','));
}

/** Whether a row of the list is what these fields would have made. */
export function isSameRequest(fields: NewTicket, row: TicketSummary): boolean {
  const shared = ['title', 'site', 'location', 'requestType', 'category'] as const;
  return shared.every((field) => sameText(fields[field], row[field]));
}

/** What the server holds in the fields that an edit is about. */
export function heldIn({ summary, detail }: WholeTicket, edit: TicketEdit): HeldFields {
  const held = { title: summary.title, ...detail };
  return Object.fromEntries(editableFields.flatMap((field) => (field in edit ? [[field, held[field]]] : [])));
}

/** Fields in which the server holds neither what the edit began from nor what it wants; a field without a beginning fits any. */
export function conflictingFields(edit: TicketEdit, base: HeldFields, held: HeldFields): string[] {
  return editableFields.filter((field) => {
    const now = held[field];
    const [wanted, before] = [edit[field], base[field]];
    if (now === undefined || wanted === undefined || before === undefined) return false;
    return !sameField(field, now, wanted) && !sameField(field, now, before);
  });
}

/** Whether the server holds all that the edit wants. */
export function holdsAll(edit: TicketEdit, held: HeldFields): boolean {
  return editableFields.every((field) => {
    const [wanted, now] = [edit[field], held[field]];
    return wanted === undefined || (now !== undefined && sameField(field, now, wanted));
  });
}

/**
 * Checks that a category belongs to its request type (section 8). `fetched` is the server's table as far as it is known; what
 * the specification's has is let through too, and the server has the last word.
 * @throws ProblemError `invalid-input`
 */
export function expectOffered({ requestType, category }: NewTicket, fetched: Catalogue): void {
  const types = [...fetched, ...specifiedCatalogue()].filter(({ name }) => sameText(name, requestType));
  if (types.length === 0) throw notOffered('requestType', `The operator offers no request type “${requestType}”.`);
  if (types.some(({ categories }) => categories.some((name) => sameText(name, category)))) return;
  throw notOffered('category', `The category “${category}” does not belong to the request type “${requestType}”.`);
}

const notOffered = (field: 'requestType' | 'category', message: string) =>
  new ProblemError('invalid-input', { field: `change.fields.${field}`, message, todo: 'Choose another one.' });
