import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mayGoOn, PagePlan, type PlannedPage } from '../../electron/sync/page-plan.ts';

const page = (rowCount: number, totalElements: number, isLast: boolean | null) => ({ rowCount, totalElements, isLast });
const place = { first: 100, size: 100 };

it.each([
  ['the total says more, `last` does not', page(100, 300, true), true],
  ['the total says more, the page is short', page(60, 300, true), true],
  ['the page is short, `last` is missing', page(60, 160, null), false],
  ['the page is short, `last` says more', page(60, 160, false), true],
  ['the page is full, the total says no more', page(100, 200, true), true],
  ['the page is full, the total says less', page(100, 130, null), true],
  ['the page is empty, the total says more', page(0, 300, false), false],
])('a list can go on: %s', (_case, meta, expected) => {
  expect(mayGoOn(meta, place)).toBe(expected);
});

/** A list of `count` tickets whose server grants pages of up to `cap`, with a total that is wrong by `error`. */
const list = fc.record({
  count: fc.nat(2_000),
  cap: fc.integer({ min: 1, max: 900 }),
  error: fc.constantFrom(0, 0, -40, 30),
  sizes: fc.array(fc.integer({ min: 25, max: 800 }), { minLength: 1, maxLength: 20 }),
  lanes: fc.integer({ min: 1, max: 6 }),
});

it('covers a list of any length once, with pages of any sizes in any order', () => {
  fc.assert(
    fc.property(list, ({ count, cap, error, sizes, lanes }) => {
      const unit = Math.min(25, cap);
      const plan = new PagePlan(unit);
      const total = Math.max(0, count + error);
      const rowsOf = ({ first, size }: PlannedPage) => Math.max(0, Math.min(size, count - first));
      const held: number[] = [];
      const arrive = (at: PlannedPage) => {
        for (let row = at.first; row < at.first + rowsOf(at); row++) held.push(row);
        plan.arrived(page(rowsOf(at), total, null), at);
      };
      plan.take({ first: 0, size: unit });
      arrive({ first: 0, size: unit });
      const underWay: PlannedPage[] = [];
      for (let turn = 0; !plan.isDone || underWay.length > 0; turn++) {
        const allowed = sizes[turn % sizes.length] ?? unit;
        const next = underWay.length < lanes ? plan.next((size) => size <= allowed) : null;
        if (next) {
          expect(next.first % next.size).toBe(0);
          underWay.push(next);
          continue;
        }
        const [ended] = underWay.splice(turn % Math.max(1, underWay.length), 1);
        if (!ended) continue;
        if (ended.size > cap) plan.release(ended);
        else arrive(ended);
        if (ended.size > cap) sizes.splice(0, sizes.length, cap);
      }
      expect(held.sort((one, other) => one - other)).toEqual(Array.from({ length: count }, (_, row) => row));
    }),
    { numRuns: 300 },
  );
});

it('reads no page again that was read before an interruption', () => {
  const plan = new PagePlan(25);
  for (const done of [
    { first: 0, size: 25 },
    { first: 50, size: 50 },
    { first: 200, size: 100 },
  ])
    plan.take(done);
  plan.arrived(page(25, 330, false), { first: 0, size: 25 });
  const places: string[] = [];
  for (let next = plan.next(() => true); next; next = plan.next(() => true)) places.push(`${next.first}+${next.size}`);
  expect(places).toEqual(['25+25', '100+100', '300+100']);
});
