/* Reads what an action on many tickets depends on. */

import { z } from 'zod';
import { type TicketId, ticketIdSchema } from '../contract/ids.ts';
import type { Reader } from './database.ts';

const rowSchema = z.object({
  id: ticketIdSchema,
  title: z.string(),
  status: z.string(),
  notificationRecipients: z.string().nullable(),
  isGone: z.number().transform((value) => value === 1),
});
/** What an action on many tickets depends on in each. `notificationRecipients` is `null` where no detail was fetched. */
export type ActionTarget = z.infer<typeof rowSchema>;

/** Returns those of some tickets that are cached, in one query, since there can be thousands. */
export function readActionTargets(database: Reader, ids: readonly TicketId[]): ReadonlyMap<TicketId, ActionTarget> {
  const rows = database.all(
    `SELECT id, title, status, notification_recipients AS notificationRecipients, row IN gone AS isGone
     FROM ticket LEFT JOIN detail USING (row) WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  const targets = z.array(rowSchema).parse(rows);
  return new Map(targets.map((target) => [target.id, target]));
}
