/*
 * How the sync stands: the connection, its progress, and when the tickets were last confirmed.
 */

import { z } from 'zod';
import { problemSchema } from './problem.ts';

/**
 * `connecting`: the server has not answered yet. `trouble`: it answers, but with errors. `refused`: it refuses this user or
 * account.
 */
export const connectionSchema = z.enum(['connecting', 'online', 'offline', 'trouble', 'refused']);
export type Connection = z.infer<typeof connectionSchema>;

export const syncStatusSchema = z.object({
  connection: connectionSchema,
  /** The number of cached tickets. */
  ticketCount: z.int().min(0),
  /** How many tickets the current walk over the whole list has fetched; `null` when there is none. */
  progress: z.object({ done: z.int().min(0), total: z.int().min(0) }).nullable(),
  /** The user paused the sync. */
  isPaused: z.boolean(),
  /** When the whole list was last confirmed, in milliseconds since 1970; `null`: never. */
  confirmedAtMs: z.number().nullable(),
  /** Why the sync does not get on; `null` when nothing is wrong. */
  problem: problemSchema.nullable(),
  /** This computer's clock minus the server's; `null` while the difference is too small to matter. */
  clockSkewMs: z.number().nullable(),
});
export type SyncStatus = z.infer<typeof syncStatusSchema>;
