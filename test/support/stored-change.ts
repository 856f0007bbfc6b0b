import type { Change, ChangeState } from '../../electron/contract/change.ts';
import { emptyNewTicket } from '../../electron/contract/fields.ts';
import { type ChangeId, changeIdSchema, localTicketId } from '../../electron/contract/ids.ts';
import type { StoredChange } from '../../electron/outbox/stored-change.ts';
import { ticketId } from './tickets.ts';

export const changeIdOf = (seq: number): ChangeId =>
  changeIdSchema.parse(`00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`);

/** A change as the outbox's file holds it: a comment on a ticket, or a new ticket, in which a test names only what matters to it. */
export function aStoredChange(
  seq: number,
  on: number | 'create',
  state: ChangeState = 'waiting',
  more: Partial<StoredChange> = {},
): StoredChange {
  const change: Change =
    on === 'create'
      ? { kind: 'create', fields: { ...emptyNewTicket, title: `Title ${seq}` } }
      : { kind: 'comment', ticketId: ticketId(on), comment: 'x' };
  return {
    ...{ seq, id: changeIdOf(seq), change, state, ticketTitle: '', createdAtMs: 0 },
    ...{ firstSentAtMs: null, lastSentAtMs: null, firstSentSkewMs: null, answeredAtMs: null },
    ...{ problem: null, needsDecision: false, conflict: null, answer: null, correlationId: null },
    ...{ priorRefs: null, serverRef: null, lookalikes: [], echo: null, lostAnswer: null },
    groupId: null,
    ticketId: on === 'create' ? localTicketId(changeIdOf(seq)) : ticketId(on),
    ...more,
  };
}
