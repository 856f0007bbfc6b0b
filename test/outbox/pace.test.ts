import { expect, it } from 'vitest';
import { problem } from '../../electron/contract/problem.ts';
import { Backoff, defaultRetryPolicy } from '../../electron/outbox/backoff.ts';

it('a look does not cut a pause short that the server asked for, nor wait for one that it did not', () => {
  const pauses = new Backoff<string>(defaultRetryPolicy);
  pauses.noteFailure('asked', problem('server-error', { retryAfterMs: 30_000 }), 1_000);
  pauses.wait('asked', 0, 1_000);
  pauses.hurry();
  expect(pauses.untilMs('asked')).toBeGreaterThanOrEqual(31_000);

  pauses.noteFailure('not asked', problem('server-error'), 1_000);
  pauses.wait('not asked', 0, 1_000);
  expect(pauses.untilMs('not asked')).toBe(1_000);
});
