/*
 * Every test waits for its conditions up to half a minute. What a test promises is that something happens, not how soon: on a
 * computer that does much else, a second or five was sometimes too short. Speed is measured by the bench. `expect.poll` has the
 * same time from build/vitest.config.ts.
 */

import { vi } from 'vitest';

const leastMs = 30_000;

const { waitFor, waitUntil } = vi;

vi.waitFor = (check, options) => waitFor(check, patient(options));
vi.waitUntil = (check, options) => waitUntil(check, patient(options));

function patient(options: number | { timeout?: number; interval?: number } = {}) {
  const given = typeof options === 'object' ? options : { timeout: options };
  return { ...given, timeout: Math.max(leastMs, given.timeout ?? 0) };
}
