import { type ChangeId, type TicketId, ticketIdSchema } from '../../electron/contract/ids.ts';

const copyPrefix = 'copy:';

/** The names of drafts: the same form on the same thing has the same one, so that it finds again what was typed in it. */
export const draftKeys = {
  newTicket: 'new',
  copy: (ticketId: TicketId) => copyPrefix + ticketId,
  /** A new ticket made of the form of one that was sent meanwhile. */
  again: (key: string) => `again:${key}`,
  edit: (ticketId: TicketId) => `edit:${ticketId}`,
  cancel: (ticketId: TicketId) => `cancel:${ticketId}`,
  comment: (ticketId: TicketId) => `comment:${ticketId}`,
  /** A form that edits a change that lies in the outbox. */
  change: (changeId: ChangeId) => `change:${changeId}`,
};

/** The ticket that a copy was begun from; `null` for another draft. */
export function copiedTicketOf(key: string): TicketId | null {
  return key.startsWith(copyPrefix) ? (ticketIdSchema.safeParse(key.slice(copyPrefix.length)).data ?? null) : null;
}
