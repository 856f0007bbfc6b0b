import { z } from 'zod';
import { problemSchema } from './problem.ts';

/** `trouble`: the server answers, but not usefully; `refused`: it refuses this user or account; `connecting`: not asked yet. */
export const connectionSchema = z.enum(['connecting', 'online', 'offline', 'trouble', 'refused']);
export type Connection = z.infer<typeof connectionSchema>;

export const syncStatusSchema = z.object({
  connection: connectionSchema,
  /** Tickets in the cache. */
  ticketCount: z.int().min(0),
  /** How far the current walk over the whole list is; `null` when none is under way. */
  progress: z.object({ done: z.int().min(0), total: z.int().min(0) }).nullable(),
  /** The user interrupted the sync. */
  isPaused: z.boolean(),
  /** When the whole list was last confirmed, in milliseconds since 1970; `null`: never. */
  confirmedAtMs: z.number().nullable(),
  /** What stands in the way; `null` when nothing does. */
  problem: problemSchema.nullable(),
  /** This computer's clock minus the server's, in milliseconds, where it is off by more than it matters; else `null`. */
  clockSkewMs: z.number().nullable(),
});
export type SyncStatus = z.infer<typeof syncStatusSchema>;
