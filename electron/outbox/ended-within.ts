import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for work that does not fail, but no longer than `limitMs`. */
export async function endedWithin(work: Promise<unknown>, limitMs: number): Promise<void> {
  const limit = new AbortController();
  await Promise.race([work, sleep(limitMs, null, { signal: limit.signal }).catch(() => null)]);
  limit.abort();
}
