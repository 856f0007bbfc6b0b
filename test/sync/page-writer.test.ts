/* The writer that collects the pages of a walk into batches. */

import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { PageWriter } from '../../electron/sync/page-writer.ts';

/** A writer whose batches end when the test says so. */
function heldWriter() {
  const batches: { pages: number[]; end: (error?: Error) => void }[] = [];
  const writer = new PageWriter<number>(
    () => 100,
    (pages) =>
      new Promise((resolve, reject) => {
        batches.push({ pages, end: (error) => (error ? reject(error) : resolve()) });
      }),
  );
  return { writer, batches, pages: () => batches.map((batch) => batch.pages) };
}

it('writes the pages that arrived meanwhile in one batch, and no page twice', async () => {
  const { writer, batches, pages } = heldWriter();
  await writer.add(0);
  await setImmediate();
  for (const page of [1, 2, 3, 4, 5, 6, 7, 8]) await writer.add(page);
  await setImmediate();
  expect(pages()).toEqual([[0]]);
  batches[0]?.end();
  await expect.poll(pages).toEqual([[0], [1, 2, 3, 4, 5, 6]]);
  batches[1]?.end();
  await expect.poll(pages).toEqual([[0], [1, 2, 3, 4, 5, 6], [7, 8]]);
  const end = writer.end();
  batches[2]?.end();
  await end;
});

it('makes callers wait when writing does not keep up', async () => {
  const { writer, batches, pages } = heldWriter();
  let added = 0;
  const adding = (async () => {
    for (let page = 0; page < 40; page++) {
      await writer.add(page);
      added += 1;
    }
  })();
  await setImmediate();
  await setImmediate();
  const before = added;
  expect(before).toBeLessThan(25);
  batches[0]?.end();
  await expect.poll(() => added).toBeGreaterThan(before);
  for (let at = 1; pages().flat().length < 40; at++) {
    await expect.poll(() => batches.length).toBeGreaterThan(at);
    batches[at]?.end();
  }
  await adding;
  await writer.end();
  expect(pages().flat()).toEqual(Array.from({ length: 40 }, (_, page) => page));
});

it('writes nothing after a failed batch, and throws its error to every caller', async () => {
  const { writer, batches } = heldWriter();
  await writer.add(0);
  await setImmediate();
  await writer.add(1);
  batches[0]?.end(new Error('full'));
  await expect(writer.end()).rejects.toThrow('full');
  await expect(writer.add(2)).rejects.toThrow('full');
  expect(batches).toHaveLength(1);
});
