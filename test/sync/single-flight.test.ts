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
