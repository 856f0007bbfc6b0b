/* Waits for a condition may take longer where the tests run more slowly than on Linux. What is there in time is not held up. */

import { vi } from 'vitest';
import { patience } from './patience.ts';

const { waitFor, waitUntil } = vi;

vi.waitFor = (callback, options) => waitFor(callback, longer(options));
vi.waitUntil = (callback, options) => waitUntil(callback, longer(options));

/** The test runner's own limit is a second. */
function longer<Options extends { timeout?: number }>(options: number | Options | undefined) {
  const { timeout = 1_000, ...others } = typeof options === 'number' ? { timeout: options } : (options ?? {});
  return { ...others, timeout: timeout * patience };
}
