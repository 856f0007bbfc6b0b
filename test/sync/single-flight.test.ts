import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { SingleFlight } from '../../electron/sync/single-flight.ts';

/** Work that ends when the test says so. */
function ownWork() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const work = (name: string) => () => {
    begun.push(name);
    return new Promise<void>((resolve) => ends.push(resolve));
  };
  return { begun, ends, work };
}

it('does work once at a time for each key, and once more where things changed meanwhile', async () => {
  const { begun, ends, work } = ownWork();
  const each = new SingleFlight<string>();
  each.run('a', work('first of a'), false);
  each.run('a', work('asked again'), false);
  each.run('b', work('first of b'), true);
  each.run('a', work('changed'), true);
  each.run('a', work('changed again'), true);
  expect(begun).toEqual(['first of a', 'first of b']);
  const idle = each.idle();
  for (const end of ends.splice(0)) end();
  await expect.poll(() => begun).toEqual(['first of a', 'first of b', 'changed again']);
  for (const end of ends.splice(0)) end();
  await idle;
  each.run('a', work('later'), false);
  expect(begun.at(-1)).toBe('later');
});

it('does work only once that was asked for again while nothing changed', async () => {
  const { begun, ends, work } = ownWork();
  const each = new SingleFlight<string>();
  each.run('a', work('first'), false);
  each.run('a', work('asked again'), false);
  for (const end of ends.splice(0)) end();
  await each.idle();
  expect(begun).toEqual(['first']);
});

it('is idle when the work of all keys has ended, and what is done once more with it', async () => {
  const { begun, ends, work } = ownWork();
  const each = new SingleFlight<string>();
  each.run('a', work('first of a'), false);
  each.run('b', work('first of b'), false);
  each.run('b', work('once more'), true);
  let isIdle = false;
  const idle = each.idle().then(() => {
    isIdle = true;
  });
  for (let count = 1; count <= 3; count++) {
    await expect.poll(() => begun.length).toBeGreaterThanOrEqual(count);
    await setImmediate();
    expect(isIdle).toBe(false);
    ends.shift()?.();
  }
  await idle;
  await each.idle(); // also where there was nothing to wait for
});
