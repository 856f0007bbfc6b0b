/*
 * Model test of what is unread and of the record of each ticket, against the demo service and real files. Only what the
 * operator does is news, whatever the user does in between, offline or over a restart, and whatever this computer's clock says.
 */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { it } from 'vitest';
import { startDemoService } from '../../../electron/demo/service.ts';
import { inTime } from '../../support/time-limit.ts';
import { Run, type Step } from './run.ts';

const place = fc.nat({ max: 5 });
const on = <D extends Step['do']>(...dos: D[]) => fc.record({ do: fc.constantFrom(...dos), ticket: place });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: on('op comment', 'op status', 'op title', 'op description', 'op touch', 'op create') },
  { weight: 4, arbitrary: on('own comment', 'own title', 'own reference', 'own cancel', 'own create') },
  { weight: 5, arbitrary: on('round') },
  { weight: 4, arbitrary: on('read', 'mark unread', 'read all') },
  { weight: 2, arbitrary: on('go offline', 'go online') },
  { weight: 2, arbitrary: on('restart', 'break off a round') },
  { weight: 1, arbitrary: on('clock ahead', 'clock back') },
);

it('is unread, and has on record, what others did and nothing else', { timeout: 60_000 }, async () => {
  await fc.assert(
    inTime(
      12_000,
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const folder = await mkdtemp(join(tmpdir(), 'colodesk-unread-'));
        const service = await startDemoService({ ticketCount: 14 });
        const run = await Run.begin(service, folder);
        try {
          for (const one of steps) await run.take(one);
          await run.take({ do: 'go online', ticket: 0 });
          run.check();
        } finally {
          await run.end();
          await service.stop();
          await rm(folder, { recursive: true, force: true, maxRetries: 3 });
        }
      }),
    ),
    { numRuns: 40, endOnFailure: true },
  );
});
