import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mayGoOn, PagePlan, type PlannedPage } from '../../electron/sync/page-plan.ts';

const page = (rowCount: number, totalElements: number, isLast: boolean | null) => ({ rowCount, totalElements, isLast });
const place = { first: 100, size: 100 };

it.each([
  ['the total says more, `last` does not', page(100, 300, true), true],
  ['the total says more, the page is short', page(60, 300, true), true],
  ['the page is short, `last` is missing', page(60, 160, null), false],
  ['the page is short, the total says no more', page(60, 200, null), false],
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

/** The places that are left, in pages as large as they can be. */
function placesLeft(plan: PagePlan): string[] {
  const places: string[] = [];
  for (let next = plan.next(() => true); next; next = plan.next(() => true)) places.push(`${next.first}+${next.size}`);
  return places;
}

it('reads no page again that was read before an interruption', () => {
  const plan = new PagePlan(25);
  for (const done of [
    { first: 0, size: 25 },
    { first: 50, size: 50 },
    { first: 200, size: 100 },
  ])
    plan.take(done);
  plan.arrived(page(25, 330, false), { first: 0, size: 25 });
  expect(placesLeft(plan)).toEqual(['25+25', '100+100', '300+100']);
});

it('makes no page so large that it holds one that was read', () => {
  const plan = new PagePlan(25);
  plan.take({ first: 0, size: 25 });
  plan.take({ first: 125, size: 25 });
  plan.arrived(page(25, 200, false), { first: 0, size: 25 });
  expect(placesLeft(plan)).toEqual(['25+25', '50+50', '100+25', '150+50']);
});

it('ends at the first page that is empty, whatever the total says', () => {
  const plan = new PagePlan(25);
  plan.take({ first: 0, size: 25 });
  plan.arrived(page(25, 1_000, null), { first: 0, size: 25 });
  expect(plan.isDone).toBe(false);
  plan.arrived(page(0, 1_000, null), { first: 50, size: 25 });
  expect(plan.end).toBe(50);
  plan.arrived(page(0, 1_000, null), { first: 25, size: 25 });
  plan.arrived(page(0, 1_000, null), { first: 75, size: 25 });
  expect([plan.end, plan.isDone, plan.next(() => true)]).toEqual([25, true, null]);
});

it('reads no page behind a short one, and one behind a full one', () => {
  const short = new PagePlan(25);
  short.take({ first: 0, size: 25 });
  short.arrived(page(10, 10, null), { first: 0, size: 25 });
  expect([short.end, short.isDone]).toEqual([10, true]);
  const full = new PagePlan(25);
  full.take({ first: 0, size: 25 });
  full.arrived(page(25, 25, null), { first: 0, size: 25 });
  expect([full.end, full.isDone]).toEqual([26, false]);
});
