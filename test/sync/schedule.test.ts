import { expect, it } from 'vitest';
import { retryDelayMs } from '../../electron/api/retry-delay.ts';
import { problem } from '../../electron/contract/problem.ts';
import { roundRetries } from '../../electron/sync/schedule.ts';

it('waits longer after each failure, up to a minute, with a share by chance', () => {
  const delays = [1, 2, 3, 4, 5, 6, 7, 50].map((failures) =>
    retryDelayMs(failures, problem('no-connection'), roundRetries, () => 0),
  );
  expect(delays).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  expect(retryDelayMs(1, problem('no-connection'), roundRetries, () => 1)).toBe(2_500);
});

it('never comes back before the server asked for it', () => {
  expect(retryDelayMs(1, problem('rate-limited', { retryAfterMs: 90_000 }), roundRetries, () => 0)).toBe(90_000);
});
