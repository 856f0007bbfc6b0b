/* Waits take longer where TEST_PATIENCE says so, such as under Wine: as many times as it says. What is there in time is not held up. */

import { vi } from 'vitest';

const patience = Number(process.env.TEST_PATIENCE ?? 1);
const { waitFor, waitUntil } = vi;

vi.waitFor = (callback, options) => waitFor(callback, longer(options));
vi.waitUntil = (callback, options) => waitUntil(callback, longer(options));

/** The test runner's own limit is a second. */
function longer<Options extends { timeout?: number }>(options: number | Options | undefined) {
  const { timeout = 1_000, ...others } = typeof options === 'number' ? { timeout: options } : (options ?? {});
  return { ...others, timeout: timeout * patience };
}
