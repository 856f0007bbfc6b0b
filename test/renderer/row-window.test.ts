import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RowGeometry, rowWindow, scrollTopShowing } from '../../renderer/inbox/use-row-window.ts';

const geometries: fc.Arbitrary<RowGeometry> = fc.record({
  count: fc.nat(100_000),
  rowPx: fc.integer({ min: 20, max: 90 }),
  heightPx: fc.integer({ min: 100, max: 2_000 }),
  headerPx: fc.integer({ min: 20, max: 60 }),
});

/** How far the bar can be scrolled: the heading takes room besides the rows. */
const longestPx = ({ count, rowPx, heightPx, headerPx }: RowGeometry) =>
  Math.max(0, count * rowPx + headerPx - heightPx);

describe('the rows to draw', () => {
  it('are all that are in sight, none that is not there, and few beyond', () => {
    fc.assert(
      fc.property(geometries, fc.double({ min: 0, max: 1, noNaN: true }), (geometry, share) => {
        const { count, rowPx, heightPx } = geometry;
        const topPx = share * longestPx(geometry);
        const { first, end } = rowWindow(geometry, topPx);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(count);
        expect(first).toBeLessThanOrEqual(Math.floor(topPx / rowPx));
        expect(end).toBeGreaterThanOrEqual(Math.min(count, Math.ceil((topPx + heightPx) / rowPx)));
        expect(end - first).toBeLessThanOrEqual(Math.ceil(heightPx / rowPx) + 20);
      }),
    );
  });

  it('are none beyond the end of a list that became shorter', () => {
    expect(rowWindow({ count: 3, rowPx: 40, heightPx: 400, headerPx: 32 }, 90_000)).toEqual({ first: 3, end: 3 });
  });
});

describe('bringing a row into sight', () => {
  it('leaves it whole between the heading and the lower edge, and moves no further than needed', () => {
    fc.assert(
      fc.property(geometries, fc.nat(), fc.nat(4_000_000), (geometry, anyIndex, anyTop) => {
        const { count, rowPx, heightPx, headerPx } = geometry;
        fc.pre(count > 0 && heightPx >= rowPx + headerPx);
        const index = anyIndex % count;
        const fromPx = Math.min(anyTop, longestPx(geometry));
        const toPx = scrollTopShowing(index, geometry, fromPx);
        const belowHeadingPx = index * rowPx - toPx;
        expect(belowHeadingPx).toBeGreaterThanOrEqual(0);
        expect(belowHeadingPx + rowPx).toBeLessThanOrEqual(heightPx - headerPx);
        const wasInSight = index * rowPx >= fromPx && index * rowPx + rowPx <= fromPx + heightPx - headerPx;
        if (wasInSight) expect(toPx).toBe(fromPx);
      }),
    );
  });
});
