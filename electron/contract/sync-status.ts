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

const walkProgressSchema = z.object({
  /** How many tickets were fetched, and how many the server says there are. */
  done: z.int().min(0),
  total: z.int().min(0),
  /** How long the rest will take, in milliseconds; `null` until that can be told. */
  leftMs: z.number().min(0).nullable(),
});
export type WalkProgress = z.infer<typeof walkProgressSchema>;

const roundSchema = z.object({
  /** A call of this round has been waiting for its answer for ten seconds or longer. */
  isSlow: z.boolean(),
  /** How long the round will take, in milliseconds, as the last one like it did; `null` when there was none. */
  expectedMs: z.number().min(0).nullable(),
});

export const syncStatusSchema = z.object({
  connection: connectionSchema,
  /** The number of cached tickets. */
  ticketCount: z.int().min(0),
  /** The walk over the whole list that is under way; `null` when there is none. */
  progress: walkProgressSchema.nullable(),
  /** The round that is under way; `null` between rounds. */
  round: roundSchema.nullable(),
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
