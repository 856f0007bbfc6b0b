/* Options of the sync, and what it begins with for an account. */

import type { ApiClient } from '../api/client.ts';
import type { Problem } from '../contract/problem.ts';
import { longestLagMs } from '../contract/server-time.ts';
import type { Cache } from '../store/cache.ts';
import { AdaptiveConcurrency } from './concurrency.ts';
import type { SyncAccount } from './context.ts';
import { PageSizes, pageMs } from './page-sizes.ts';
import { walkIntervalMs } from './schedule.ts';
import { Sightings } from './sightings.ts';
import { slowCallMs } from './slow-calls.ts';
import { Unreadable } from './unreadable.ts';

/** How the sync of an account behaves; tests make the times shorter. */
export type SyncOptions = {
  /** Details of all tickets that changed in so many days are kept for reading offline. */
  historyDays: number;
  /** How often the whole list is walked. */
  walkIntervalMs: number;
  /** How long one page of a list should take. */
  pageMs: number;
  /** For so long after the server confirmed a ticket, answers may lack it. */
  lagMs: number;
  /** From when on a call is slow. */
  slowMs: number;
};

/** The options where none are given. */
export const defaultOptions: SyncOptions = {
  historyDays: 90,
  walkIntervalMs,
  pageMs,
  lagMs: longestLagMs,
  slowMs: slowCallMs,
};

/** A quick server takes so small a part of the time that a page should take. */
const quickShare = 8;

/** Returns what the sync of an account works with, before it has learned anything of the server. */
export function newAccount(
  api: ApiClient,
  cache: Cache,
  { lagMs, pageMs }: Pick<SyncOptions, 'lagMs' | 'pageMs'>,
  onProblem: (problem: Problem, error: unknown) => void,
): SyncAccount {
  return {
    api,
    cache,
    concurrency: new AdaptiveConcurrency(pageMs / quickShare),
    pageSizes: new PageSizes(pageMs),
    sightings: new Sightings(cache, lagMs),
    unreadable: new Unreadable(onProblem),
  };
}
