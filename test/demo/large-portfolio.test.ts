/* An account of so many tickets that they are made when they are looked at. */

import { expect, it } from 'vitest';
import { largeFrom, makeLargePortfolio } from '../../electron/demo/portfolio/large-portfolio.ts';
import { europeanSites } from '../../electron/demo/portfolio/places.ts';
import { makePortfolio } from '../../electron/demo/portfolio/portfolio.ts';

const plan = { seed: 1, sites: europeanSites, newestId: 9_334_195, endMs: Date.UTC(2026, 0, 1) };

it('is the same at every start, keeps what was changed, and lists each id once', () => {
  const count = largeFrom;
  const one = makeLargePortfolio({ ...plan, count });
  const other = makeLargePortfolio({ ...plan, count });
  expect(new Set(one.map(({ id }) => id)).size).toBe(count);
  for (const at of [0, 1, 5_000, count - 1]) {
    expect(one[at]?.description).toBe(other[at]?.description);
    expect(one[at]?.status).toBe(other[at]?.status);
    expect(one[at]?.comments).toEqual(other[at]?.comments);
  }
  const [first, second] = one;
  if (!first || !second) throw new Error('the portfolio is empty');
  Object.assign(first, { title: 'Changed', status: 'Completed' });
  expect([second.title, first.title, first.status]).toEqual([other[1]?.title, 'Changed', 'Completed']);
  expect(first.description).toBe(other[0]?.description);
});

it('has every field of an ordinary ticket', () => {
  const [ordinary] = makePortfolio({ ...plan, count: 1 });
  const [large] = makeLargePortfolio({ ...plan, count: 1 });
  const fields = Object.keys(ordinary ?? {}) as (keyof NonNullable<typeof ordinary>)[];
  for (const field of fields) expect(typeof large?.[field]).toBe(typeof ordinary?.[field]);
});
