/* The vendor's server as slow as it is: how long each call takes, and how a call takes that long. */

import { setTimeout as wait } from 'node:timers/promises';

/**
 * How long each call of the vendor's server was seen to take, in milliseconds (companion page "As observed", medians). Not
 * observed, hence guesses: the single ticket and its files, and that an upload's time grows with its size.
 */
export const observedMs = {
  /** Refusals, categories, and as a guess also token, accounts, sites and locations. */
  least: 300,
  list: (rows: number) => 2_800 + 54 * rows,
  feed: (rows: number) => 2_650 + 54 * rows,
  ticket: 1_000,
  files: 1_000,
  create: 1_000,
  update: 3_000,
  cancel: 4_000,
  comment: 1_000,
  upload: (bytes: number) => 1_000 + (3_900 * bytes) / 1_000_000,
};

/** Waits until a request has taken the given time, or the share of it that the service is set to. */
export type Take = (observedMs: number) => Promise<void>;

/** @param speed returns the share */
export function takeFromNow(speed: () => number): Take {
  const beganMs = performance.now();
  return async (ofCallMs) => {
    const leftMs = beganMs + ofCallMs * speed() - performance.now();
    if (leftMs > 0) await wait(leftMs, undefined, { ref: false });
  };
}
