/* Opens the form of a new ticket, a copy, an edit or a change in the outbox, with the draft that was left in it. */

import { flushSync } from 'react-dom';
import { isAddress, joinAddresses, recipientsIn } from '../../electron/contract/addresses.ts';
import type { Change, OutboxItem } from '../../electron/contract/change.ts';
import { type EditableTicket, emptyNewTicket, type NewTicket } from '../../electron/contract/fields.ts';
import { type ChangeId, isLocalTicketId, type TicketId } from '../../electron/contract/ids.ts';
import type { CachedTicket } from '../../electron/contract/ticket.ts';
import { inSameAccount } from './account-store.ts';
import { draftContent, draftKeys, useDrafts } from './drafts.ts';
import { resetForm, showForm } from './form.ts';
import { createOf } from './outbox.ts';
import { focusComment, showScreen } from './screen.ts';
import { disabledReason, openTicket, useTicket } from './ticket.ts';

const emptyEdit: EditableTicket = { title: '', description: '', customerReference: '', notificationRecipients: '' };

/** Opens the form of a new ticket. */
export function openNewTicket(): void {
  openNewForm(draftKeys.newTicket, emptyNewTicket, null);
}

/** Opens the form of a new ticket, filled from another one. */
export function openCopy(ticket: CachedTicket): void {
  openNewForm(draftKeys.copy(ticket.summary.id), copyOf(ticket), null);
}

/** Opens the form of an edit. Does nothing while the ticket’s detail is unknown. */
export function openEdit(ticket: CachedTicket): void {
  const known = editableOf(ticket);
  if (!known) return;
  const { id } = ticket.summary;
  const key = draftKeys.edit(id);
  const draft = draftContent(key, 'edit');
  const base = draft?.base ?? known;
  showScreen('tickets');
  showForm({
    form: 'edit',
    key,
    ticketId: id,
    fields: draft?.fields ?? known,
    base,
    initialBase: base,
    initialFields: base,
    changeId: draft?.changeId ?? null,
    restoredAtMs: draft ? savedAtMs(key) : null,
    theirs: null,
    taken: [],
  });
}

/** Edits a ticket: by an update if the server has it, otherwise in the outbox, in the change that creates it. */
export function startEdit(ticket: CachedTicket, changes: readonly OutboxItem[]): void {
  if (disabledReason('edit', ticket, changes) !== null) return;
  const { id } = ticket.summary;
  const create = createOf(id, changes);
  if (create) void openChange(create);
  // A new ticket can be shown a moment before its change is. An update would only be sent after that change, so none is offered.
  else if (!isLocalTicketId(id)) openEdit(ticket);
}

/** Opens a change of the outbox in the form that it came from. */
export async function openChange({ id, change, ticketId }: OutboxItem): Promise<void> {
  if (change.kind === 'create') openNewForm(draftKeys.change(id), change.fields, id);
  if (change.kind === 'update') await openUpdate(id, ticketId, change);
  if (change.kind === 'comment') {
    resetForm(); // it would cover the comment box; its draft stays
    flushSync(() => showScreen('tickets'));
    await openTicket(ticketId);
    focusComment();
  }
}

/** @param ticketId the ticket's id now: the change may have been made when it had none of the server's */
async function openUpdate(
  id: ChangeId,
  ticketId: TicketId,
  change: Extract<Change, { kind: 'update' }>,
): Promise<void> {
  const key = draftKeys.change(id);
  showScreen('tickets');
  if ((await inSameAccount(openTicket(ticketId))) === null) return;
  const draft = draftContent(key, 'edit'); // as it is by now: its form may have been open all the while
  const { ticket } = useTicket.getState();
  const known = (ticket?.summary.id === ticketId && editableOf(ticket)) || emptyEdit;
  const initialBase = { ...known, ...withoutUndefined(change.base) };
  const initialFields = { ...initialBase, ...withoutUndefined(change.fields) };
  showForm({
    form: 'edit',
    key,
    ticketId,
    fields: draft?.fields ?? initialFields,
    base: draft?.base ?? initialBase,
    initialBase,
    initialFields,
    changeId: id,
    restoredAtMs: draft ? savedAtMs(key) : null,
    theirs: null,
    taken: [],
  });
}

/** Opens the form of a new ticket under a draft’s key. */
export function openNewForm(key: string, initialFields: NewTicket, changeId: ChangeId | null): void {
  const draft = draftContent(key, 'new');
  showScreen('tickets');
  showForm({
    form: 'new',
    key,
    fields: draft?.fields ?? initialFields,
    initialFields,
    changeId: draft?.changeId ?? changeId,
    restoredAtMs: draft && draft.fields !== initialFields ? savedAtMs(key) : null,
  });
}

function savedAtMs(key: string): number | null {
  return useDrafts.getState().drafts.get(key)?.savedAtMs ?? null;
}

function withoutUndefined(fields: { [F in keyof EditableTicket]?: string | undefined }): Partial<EditableTicket> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Returns the editable fields of a ticket; `null` while its detail is unknown. */
export function editableOf({ summary, detail }: CachedTicket): EditableTicket | null {
  if (!detail) return null;
  const { description, customerReference, notificationRecipients } = detail;
  return { title: summary.title, description, customerReference, notificationRecipients };
}

/** Returns the fields of a new ticket that copies this one. Recipients that are no addresses are left out: they would be refused. */
export function copyOf({ summary, detail }: CachedTicket): NewTicket {
  const { title, site, location, requestType, category } = summary;
  if (!detail) return { ...emptyNewTicket, title, site, location, requestType, category };
  const { description, customerReference } = detail;
  const notificationRecipients = joinAddresses(recipientsIn(detail.notificationRecipients).filter(isAddress));
  return { title, site, location, requestType, category, description, customerReference, notificationRecipients };
}
