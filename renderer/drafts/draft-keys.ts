import type { ChangeId, TicketId } from '../../electron/contract/ids.ts';

/** The names of drafts: the same form on the same thing has the same one, so that it finds again what was typed in it. */
export const draftKeys = {
  newTicket: 'new',
  copy: (ticketId: TicketId) => `copy:${ticketId}`,
  /** A new ticket made of the form of one that was sent meanwhile. */
  again: (key: string) => `again:${key}`,
  edit: (ticketId: TicketId) => `edit:${ticketId}`,
  cancel: (ticketId: TicketId) => `cancel:${ticketId}`,
  comment: (ticketId: TicketId) => `comment:${ticketId}`,
  /** A form that edits a change that lies in the outbox. */
  change: (changeId: ChangeId) => `change:${changeId}`,
};
