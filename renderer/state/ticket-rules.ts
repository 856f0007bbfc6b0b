import type { OutboxItem } from '../../electron/contract/change.ts';
import { isLocalTicketId } from '../../electron/contract/ids.ts';
import { openStatuses } from '../../electron/contract/specification.ts';
import type { CachedTicket } from '../../electron/contract/ticket.ts';
import { words } from '../words/words.ts';
import { createOf } from './outbox.ts';

/** What one can do with a ticket. */
export type TicketAction = 'edit' | 'cancel' | 'comment' | 'attach';

const why = words.action.why;

/** Why something cannot be done with a ticket now, in a sentence; `null` when it can. */
export function disabledReason(
  action: TicketAction,
  { summary, detail }: CachedTicket,
  changes: readonly OutboxItem[],
): string | null {
  if (changes.some(({ change, state }) => change.kind === 'cancel' && state !== 'refused')) return why.cancelling;
  if (isLocalTicketId(summary.id)) {
    const create = createOf(summary.id, changes);
    const isUnderWay = create?.state === 'sending' || create?.state === 'unconfirmed';
    return isUnderWay && (action === 'edit' || action === 'cancel') ? why.unconfirmedCreate : null;
  }
  if (!openStatuses.includes(summary.status)) return why.closed(summary.status);
  return action === 'edit' && !detail ? why.unfetched : null;
}
