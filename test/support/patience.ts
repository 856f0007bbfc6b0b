/*
 * Every test waits for its conditions up to half a minute. What a test promises is that something happens, not how soon: on a
 * computer that does much else, a second or five was sometimes too short. Speed is measured by the bench.
 */

import { vi } from 'vitest';

const waitForMs = 30_000;

const { waitFor } = vi;

vi.waitFor = (check, options) =>
  waitFor(check, { ...(typeof options === 'object' ? options : {}), timeout: waitForMs });
