import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { multipartOf } from '../../electron/api/multipart.ts';
import { UnsentError } from '../../electron/api/network-errors.ts';

/** Yields without a pause, as when reading from the database. */
async function* chunksOf(count: number, sizeBytes: number) {
  for (let number = 0; number < count; number++) yield new Uint8Array(sizeBytes).fill(number);
}

it('lets other work run between the chunks of a file, and holds all of them', async () => {
  let turns = 0;
  let isDone = false;
  const others = (async () => {
    for (; !isDone; turns++) await setImmediate();
  })();
  const body = await multipartOf({ fileName: 'a.bin', sizeBytes: 500, chunks: () => chunksOf(50, 10) });
  isDone = true;
  await others;
  expect(turns).toBeGreaterThanOrEqual(50);
  expect(body.fileBytesIn(body.bytes.length)).toBe(500);
  expect(body.bytes.filter((byte) => byte === 49).length).toBeGreaterThanOrEqual(10);
});

it('a file that does not fit into memory is not sent, and the problem says so', async () => {
  const file = { fileName: 'a.bin', sizeBytes: Number.MAX_SAFE_INTEGER - 1_000, chunks: () => chunksOf(1, 1) };
  const failure = await multipartOf(file).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UnsentError);
  expect(failure).toMatchObject({ problem: { message: expect.stringContaining('memory') } });
});
