import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import fc from 'fast-check';
import { expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { makeHandlers, type Receivers } from '../../electron/bridge/handlers.ts';
import { handleCall } from '../../electron/bridge/ipc.ts';
import { type Calls, calls } from '../../electron/contract/calls.ts';
import { ProblemError } from '../../electron/contract/problem.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { filesUnder } from '../support/files.ts';
import { ownService, ownSession, signInTo } from '../support/session.ts';

const leastPayloads = 10_000;

const names = (Object.keys(calls) as (keyof Calls)[]).flatMap((group) =>
  Object.entries(calls[group] as Record<string, { request: z.ZodType }>).map(([name, { request }]) => ({
    group,
    name,
    request,
  })),
);

const hostileTexts = [
  '../../../../etc/passwd',
  'C:\\Windows\\System32\\config',
  'file:///etc/passwd',
  'javascript:alert(1)',
  "'; DROP TABLE ticket; --",
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("https://evil.example")',
  '\u0000\ud800\u202e',
  'x'.repeat(2_000_000),
  '__proto__',
  'http://evil.example',
];
const anything = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withSparseArray: true,
    withNullPrototype: true,
  }),
  fc.constantFrom<unknown>(...hostileTexts, Number.NaN, Number.POSITIVE_INFINITY, -0, 2 ** 53, [], {}, null, undefined),
);

/** What nearly fits: the form's own fields with wrong contents, some missing, some too many. */
function nearlyFitting(request: z.ZodType): fc.Arbitrary<unknown> {
  const fields = request instanceof z.ZodObject ? Object.keys(request.shape) : ['id'];
  const known = Object.fromEntries(fields.map((field) => [field, anything]));
  const tooMany = fc.record({ ...known, isAdmin: anything, ['__proto__']: anything }, { requiredKeys: [] });
  return fc.oneof(fc.record(known), fc.record(known, { requiredKeys: [] }), tooMany);
}

/** What cannot even be compared is not known. */
function isKnown(request: z.ZodType, payload: unknown): boolean {
  try {
    return request.safeParse(payload).success;
  } catch {
    return false;
  }
}

async function stateOf(folder: string): Promise<string[]> {
  const files = (await filesUnder(folder)).sort();
  return Promise.all(
    files.map(
      async (file) =>
        `${file} ${createHash('sha256')
          .update(await readFile(file))
          .digest('hex')}`,
    ),
  );
}

/**
 * Whether a database's log has been moved into its main file, which the cache does in the background some time after a write: the
 * file format of SQLite (section 2.1 of “WAL-mode File Format”) says where the index counts the frames that are there and those
 * that were moved.
 */
async function isLogMoved(database: string): Promise<boolean> {
  const index = new Uint32Array((await readFile(`${database}-shm`)).buffer.slice(0, 100));
  const [there, moved] = [index[4], index[24]];
  return there === moved;
}

/** The files once nothing in the background changes them any more. */
async function steadyStateOf(folder: string): Promise<string[]> {
  const [cache = ''] = (await filesUnder(folder)).filter((file) => basename(file) === 'cache.db');
  let state: string[] = [];
  const isSteady = async () => {
    if (!(await isLogMoved(cache))) return false;
    const earlier = state;
    state = await stateOf(folder);
    return state.join() === earlier.join();
  };
  await vi.waitUntil(isSteady, { interval: 500, timeout: 60_000 });
  return state;
}

it('refuses every payload that a call does not know: no crash, nothing done, nothing on the disk changed', async () => {
  const service = await ownService();
  const { session, folder, states } = await ownSession();
  await session.signIn(signInTo(service, singleAccountCredentials));
  await vi.waitUntil(() => session.workspace.sync.status.confirmedAtMs !== null, { timeout: 10_000 });
  await session.workspace.sync.stop();
  await session.workspace.cache.waitForWrites();
  const unhandled: unknown[] = [];
  const note = (error: unknown) => unhandled.push(error);
  process.on('unhandledRejection', note);
  onTestFinished(() => void process.off('unhandledRejection', note));
  const shell = new Proxy({}, { get: () => () => note(new Error('a refused call reached the shell')) });
  const receivers = new Proxy({} as Receivers, { get: (_none, name) => (name === 'session' ? session : shell) });
  const handlers = makeHandlers(receivers);
  const before = { disk: await steadyStateOf(folder), requests: service.requests.length, states: states.length };

  let refusedCount = 0;
  const runs = Math.ceil((1.3 * leastPayloads) / names.length);
  for (const { group, name, request } of names) {
    const payloads = fc.oneof(anything, nearlyFitting(request)).filter((payload) => !isKnown(request, payload));
    await fc.assert(
      fc.asyncProperty(payloads, async (payload) => {
        const refusal = await handleCall(handlers, group, name, payload).catch((error: unknown) => error);
        expect(refusal).toBeInstanceOf(ProblemError);
        expect((refusal as ProblemError).problem.kind).toBe('invalid-input');
        refusedCount += 1;
      }),
      { numRuns: runs },
    );
  }

  expect(refusedCount).toBeGreaterThanOrEqual(leastPayloads);
  expect(unhandled).toEqual([]);
  expect({ disk: await stateOf(folder), requests: service.requests.length, states: states.length }).toEqual(before);
  expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
}, 120_000);
