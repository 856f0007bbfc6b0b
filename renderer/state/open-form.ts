import { flushSync } from 'react-dom';
import { isAddress, joinAddresses, recipientsIn } from '../../electron/contract/addresses.ts';
import type { Change, OutboxItem } from '../../electron/contract/change.ts';
import { type EditableTicket, emptyNewTicket, type NewTicket } from '../../electron/contract/fields.ts';
import { type ChangeId, isLocalTicketId } from '../../electron/contract/ids.ts';
import type { CachedTicket } from '../../electron/contract/ticket.ts';
import { draftContent, draftKeys, useDrafts } from './drafts.ts';
import { resetForm, showForm } from './form.ts';
import { createOf } from './outbox.ts';
import { focusComment, showScreen } from './screen.ts';
import { disabledReason, openTicket, useTicket } from './ticket.ts';

const emptyEdit: EditableTicket = { title: '', description: '', customerReference: '', notificationRecipients: '' };

/** Opens the form of a new ticket, with what was left in it. */
export function openNewTicket(): void {
  openNewForm(draftKeys.newTicket, emptyNewTicket, null);
}

/** Opens the form of a new ticket that is filled from another one. */
export function openCopy(ticket: CachedTicket): void {
  openNewForm(draftKeys.copy(ticket.summary.id), copyOf(ticket), null);
}

/** Opens the form of an edit. Does nothing while the ticket's detail is unknown. */
export function openEdit(ticket: CachedTicket): void {
  const base = editableOf(ticket);
  if (!base) return;
  const { id } = ticket.summary;
  const key = draftKeys.edit(id);
  const left = draftContent(key, 'edit');
  showScreen('tickets');
  showForm({
    form: 'edit',
    key,
    ticketId: id,
    fields: left?.fields ?? base,
    base: left?.base ?? base,
    initialFields: left?.base ?? base,
    changeId: left?.changeId ?? null,
    restoredAtMs: left ? savedAtMs(key) : null,
    theirs: null,
    taken: [],
  });
}

/** Edits a ticket: what the server has by a change, what it does not have yet where it lies in the outbox. */
export function startEdit(ticket: CachedTicket, changes: readonly OutboxItem[]): void {
  if (disabledReason('edit', ticket, changes) !== null) return;
  const { id } = ticket.summary;
  const create = createOf(id, changes);
  if (create) void openChange(create);
  // For a moment the ticket can be here and its change not yet: an edit of its own would only come after that one.
  else if (!isLocalTicketId(id)) openEdit(ticket);
}

/** Opens what lies in the outbox in the form that it came from. */
export async function openChange({ id, change, ticketId }: OutboxItem): Promise<void> {
  if (change.kind === 'create') openNewForm(draftKeys.change(id), change.fields, id);
  if (change.kind === 'update') await openUpdate(id, change);
  if (change.kind === 'comment') {
    resetForm(); // it would stand where the comment's box is; what is in it stays as its draft
    flushSync(() => showScreen('tickets'));
    await openTicket(ticketId);
    focusComment();
  }
}

async function openUpdate(id: ChangeId, change: Extract<Change, { kind: 'update' }>): Promise<void> {
  const { ticketId } = change;
  const key = draftKeys.change(id);
  const left = draftContent(key, 'edit');
  showScreen('tickets');
  await openTicket(ticketId);
  const { ticket } = useTicket.getState();
  const known = (ticket?.summary.id === ticketId && editableOf(ticket)) || emptyEdit;
  const base = left?.base ?? { ...known, ...withoutUndefined(change.base) };
  const initialFields = { ...base, ...withoutUndefined(change.fields) };
  showForm({
    form: 'edit',
    key,
    ticketId,
    fields: left?.fields ?? initialFields,
    base,
    initialFields,
    changeId: id,
    restoredAtMs: left ? savedAtMs(key) : null,
    theirs: null,
    taken: [],
  });
}

/** Opens the form of a new ticket under a draft's name. */
export function openNewForm(key: string, initialFields: NewTicket, changeId: ChangeId | null): void {
  const left = draftContent(key, 'new');
  showScreen('tickets');
  showForm({
    form: 'new',
    key,
    fields: left?.fields ?? initialFields,
    initialFields,
    changeId: left?.changeId ?? changeId,
    restoredAtMs: left ? savedAtMs(key) : null,
  });
}

function savedAtMs(key: string): number | null {
  return useDrafts.getState().drafts.get(key)?.savedAtMs ?? null;
}

function withoutUndefined(fields: { [F in keyof EditableTicket]?: string | undefined }): Partial<EditableTicket> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** What can be edited of a ticket; `null` as long as its detail is unknown. */
export function editableOf({ summary, detail }: CachedTicket): EditableTicket | null {
  if (!detail) return null;
  const { description, customerReference, notificationRecipients } = detail;
  return { title: summary.title, description, customerReference, notificationRecipients };
}

/** A ticket as the beginning of a new one. Recipients that are no addresses would be refused and stay behind. */
export function copyOf({ summary, detail }: CachedTicket): NewTicket {
  const { title, site, location, requestType, category } = summary;
  if (!detail) return { ...emptyNewTicket, title, site, location, requestType, category };
  const { description, customerReference } = detail;
  const notificationRecipients = joinAddresses(recipientsIn(detail.notificationRecipients).filter(isAddress));
  return { title, site, location, requestType, category, description, customerReference, notificationRecipients };
}
