import { type Change, type OutboxItem, outboxItemSchema } from '../../electron/contract/change.ts';
import { emptyNewTicket } from '../../electron/contract/fields.ts';
import { changeIdSchema, localTicketId, type TicketId, ticketIdSchema } from '../../electron/contract/ids.ts';

const changeId = (number: number) =>
  changeIdSchema.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);

/** Returns the local id of the ticket that change number n creates. */
export const localId = (number: number): TicketId => localTicketId(changeId(number));

export const someTicketId = ticketIdSchema.parse('WO9334196');

/** Returns change number n as an item of the outbox, waiting unless `more` says otherwise. */
export function outboxItem(number: number, change: Change, more: Partial<OutboxItem> = {}): OutboxItem {
  return outboxItemSchema.parse({
    id: changeId(number),
    change,
    ticketId: change.kind === 'create' ? localId(number) : change.ticketId,
    ticketTitle: 'Door',
    groupId: null,
    state: 'waiting',
    createdAtMs: 0,
    lastSentAtMs: null,
    answeredAtMs: null,
    problem: null,
    needsDecision: false,
    lookalikes: [],
    conflict: null,
    dependents: 0,
    progress: null,
    answer: null,
    correlationId: null,
    ...more,
  });
}

export const someCreate: Change = {
  kind: 'create',
  fields: {
    ...emptyNewTicket,
    title: 'Door',
    site: 'AMS017',
    requestType: 'Amenities',
    category: 'Parking',
    description: 'It does not close.',
  },
};
export const someComment = (ticketId = someTicketId): Change => ({ kind: 'comment', ticketId, comment: 'Any news?' });
export const someFile: Change = { kind: 'attachment', ticketId: someTicketId, fileName: 'door.jpg', sizeBytes: 1000 };
export const someCancel: Change = { kind: 'cancel', ticketId: someTicketId, reason: 'Duplicate request' };
export const someUpdate: Change = {
  kind: 'update',
  ticketId: someTicketId,
  fields: { description: 'Wide open.', title: 'Door!' },
  base: { description: 'Ajar.', title: 'Door' },
};
