/*
 * Whether something can be done to a ticket now. The window greys out what cannot, and an action on many tickets leaves out those
 * that it cannot be done to.
 */

import { z } from 'zod';
import { isAddress } from './addresses.ts';
import { isUnderWay, type OutboxItem } from './change.ts';
import { cancelReasonSchema, commentTextSchema } from './fields.ts';
import { isLocalTicketId, ticketIdSchema } from './ids.ts';
import { closedStatuses, openStatuses } from './specification.ts';
import type { TicketSummary } from './ticket.ts';

export type TicketAction = 'edit' | 'cancel' | 'comment' | 'attach';

/**
 * Why not. `cancelling`: a cancellation waits. `unconfirmed-create`: the ticket may or may not be created. `gone`: the operator
 * no longer gives it. `closed`, `unknown-status`: the API refuses changes (sections 6, 7 and 9). `not-fetched`: its detail is
 * not known. `unknown`: there is no such ticket. `already-notified`: the recipient is on its list. `named-recipients`: the operator
 * shows some of its recipients by names, which it does not take back.
 */
export const obstacles = [
  'cancelling',
  'unconfirmed-create',
  'gone',
  'closed',
  'unknown-status',
  'not-fetched',
  'unknown',
  'already-notified',
  'named-recipients',
  'too-long',
] as const;
export const obstacleSchema = z.enum(obstacles);
export type Obstacle = z.infer<typeof obstacleSchema>;

/** Returns why an action cannot be done to a ticket now; `null` if it can. @param changes the pending ones of the ticket */
export function obstacleTo(
  action: TicketAction,
  {
    summary,
    detail,
    isGone,
  }: { summary: Pick<TicketSummary, 'id' | 'status'>; detail: object | null; isGone: boolean },
  changes: readonly Pick<OutboxItem, 'change' | 'state' | 'ticketId'>[],
): Obstacle | null {
  if (changes.some(({ change, state }) => change.kind === 'cancel' && state !== 'refused')) return 'cancelling';
  if (isLocalTicketId(summary.id)) {
    const create = changes.find(({ change }) => change.kind === 'create');
    return create && isUnderWay(create) && (action === 'edit' || action === 'cancel') ? 'unconfirmed-create' : null;
  }
  if (isGone) return 'gone';
  if (closedStatuses.includes(summary.status)) return 'closed';
  if (!openStatuses.includes(summary.status)) return 'unknown-status';
  return action === 'edit' && !detail ? 'not-fetched' : null;
}

/** The most tickets that one action may change on the server: what the operator takes in about half an hour. */
export const maxTicketsAtOnce = 500;

/** What can be done to many tickets at once. */
export const bulkActionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('comment'), comment: commentTextSchema }),
  z.strictObject({ kind: z.literal('cancel'), reason: cancelReasonSchema }),
  z.strictObject({ kind: z.literal('recipient'), address: z.string().refine(isAddress) }),
]);
export type BulkAction = z.infer<typeof bulkActionSchema>;

/** Which of the tickets an action would change, and why not the others. */
export const bulkPreviewSchema = z.object({
  able: z.array(ticketIdSchema),
  unable: z.array(z.object({ id: ticketIdSchema, title: z.string(), status: z.string(), obstacle: obstacleSchema })),
});
export type BulkPreview = z.infer<typeof bulkPreviewSchema>;
