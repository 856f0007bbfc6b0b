import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  laidOutPx,
  longestLayoutPx,
  type RowGeometry,
  rowWindow,
  scrollTopShowing,
} from '../../renderer/inbox/use-row-window.ts';

/** Lists that Chromium can lay out, and those that it cannot, on a screen of two pixels for each of the page's. */
const geometries: fc.Arbitrary<RowGeometry> = fc.record({
  count: fc.oneof(fc.nat(100_000), fc.integer({ min: 900_000, max: 3_000_000 })),
  rowPx: fc.integer({ min: 20, max: 90 }),
  heightPx: fc.integer({ min: 100, max: 2_000 }),
  headerPx: fc.integer({ min: 20, max: 60 }),
  longestPx: fc.constantFrom(longestLayoutPx(1), longestLayoutPx(2)),
});

/** How far the bar can be scrolled: the heading takes room besides the rows. */
const longestPx = (geometry: RowGeometry) => Math.max(0, laidOutPx(geometry) + geometry.headerPx - geometry.heightPx);

/** Where a row stands below the heading, in the window. */
const placeOf = (index: number, geometry: RowGeometry, scrollTopPx: number) =>
  index * geometry.rowPx - rowWindow(geometry, scrollTopPx).shiftPx - scrollTopPx;

describe('the rows to draw', () => {
  it('are all that are in sight, none that is not there, and few beyond', () => {
    fc.assert(
      fc.property(geometries, fc.double({ min: 0, max: 1, noNaN: true }), (geometry, share) => {
        const { count, rowPx, heightPx } = geometry;
        const topPx = share * longestPx(geometry);
        const { first, end } = rowWindow(geometry, topPx);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(count);
        expect(first === 0 || placeOf(first, geometry, topPx) <= 0).toBe(true);
        expect(end === count || placeOf(end, geometry, topPx) >= heightPx).toBe(true);
        expect(end - first).toBeLessThanOrEqual(Math.ceil(heightPx / rowPx) + 20);
      }),
    );
  });

  it('are none beyond the end of a list that became shorter', () => {
    const short = { count: 3, rowPx: 40, heightPx: 400, headerPx: 32, longestPx: longestLayoutPx(1) };
    expect(rowWindow(short, 90_000)).toEqual({ first: 3, end: 3, shiftPx: 0 });
  });

  it('end with the last one of a million at the end of the bar, within what can be laid out', () => {
    const million = { count: 1_000_000, rowPx: 48, heightPx: 800, headerPx: 32, longestPx: longestLayoutPx(1) };
    expect(laidOutPx(million)).toBeLessThan(2 ** 25);
    const endPx = longestPx(million);
    expect(rowWindow(million, endPx).end).toBe(million.count);
    const below = placeOf(million.count - 1, million, endPx) + million.rowPx;
    expect(Math.abs(below - (million.heightPx - million.headerPx))).toBeLessThanOrEqual(1);
  });
});

describe('bringing a row into sight', () => {
  it('leaves it whole between the heading and the lower edge, and moves no further than needed', () => {
    fc.assert(
      fc.property(geometries, fc.nat(), fc.nat(40_000_000), (geometry, anyIndex, anyTop) => {
        const { count, rowPx, heightPx, headerPx } = geometry;
        fc.pre(count > 0 && heightPx >= rowPx + headerPx);
        const index = anyIndex % count;
        const fromPx = Math.min(anyTop, longestPx(geometry));
        const toPx = scrollTopShowing(index, geometry, fromPx);
        // Where the bar moves less than the list, a row stands on a whole pixel only to the nearest one.
        const placePx = placeOf(index, geometry, toPx);
        expect(placePx).toBeGreaterThanOrEqual(-1);
        expect(placePx + rowPx).toBeLessThanOrEqual(heightPx - headerPx + 1);
        const beforePx = placeOf(index, geometry, fromPx);
        const wasInSight = beforePx >= 1 && beforePx + rowPx <= heightPx - headerPx - 1;
        if (wasInSight) expect(toPx).toBeCloseTo(fromPx, 6);
      }),
    );
  });
});
