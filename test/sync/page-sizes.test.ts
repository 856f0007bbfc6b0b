import { describe, expect, it } from 'vitest';
import { PageSizes } from '../../electron/sync/page-sizes.ts';

/** The time of a list at a share of the observed speed, in milliseconds. */
const observed = (rows: number, slowness = 1) => slowness * (2_800 + 54 * rows);

/** Measures pages as large as the sizes allow. */
function measure(sizes: PageSizes, pages: number, msOf: (rows: number) => number): void {
  for (let page = 0; page < pages; page++) {
    const size = page === 0 ? sizes.first() : sizes.doubled();
    sizes.granted(size, size);
    sizes.measured(size, msOf(size));
  }
}

describe('page sizes', () => {
  it('begin with 25, and nothing larger while the speed is unknown', () => {
    const sizes = new PageSizes();
    expect([sizes.first(), sizes.doubled()]).toEqual([25, 25]);
  });

  it.each([
    ['half the observed speed', 2, 25],
    ['the observed speed', 1, 100],
    ['double the observed speed', 1 / 2, 200],
  ])('make one page take about eight seconds at %s', (_speed, slowness, size) => {
    const sizes = new PageSizes();
    measure(sizes, 12, (rows) => observed(rows, slowness));
    expect(sizes.doubled()).toBe(size);
    expect(observed(size, slowness)).toBeGreaterThan(5_000);
    expect(observed(size, slowness)).toBeLessThan(11_000);
    expect(sizes.expectedMs(size)).toBeCloseTo(observed(size, slowness), -3);
  });

  it('are never so large that a page could take much longer than it should, however the speed was measured', () => {
    const sizes = new PageSizes();
    measure(sizes, 1, () => 4_150);
    sizes.granted(1_000, 1_000);
    expect(sizes.doubled()).toBe(50); // twice as long at most, where only rows cost time
  });

  it('are large at once on a quick server, up to what it grants', () => {
    const sizes = new PageSizes();
    measure(sizes, 1, () => 80);
    expect(sizes.largest()).toBe(800);
    sizes.granted(200, 100);
    expect([sizes.largest(), sizes.doubled()]).toEqual([100, 100]);
    sizes.refused(100);
    expect(sizes.doubled()).toBe(50);
  });

  it('shrink when the server becomes slow, and grow again with its speed', () => {
    const sizes = new PageSizes();
    measure(sizes, 20, (rows) => observed(rows));
    measure(sizes, 20, (rows) => observed(rows, 2));
    expect(sizes.doubled()).toBe(25);
    measure(sizes, 20, (rows) => observed(rows, 1 / 2));
    expect(sizes.doubled()).toBe(200);
  });

  it.each([100, 25])('shrink after a page of %i did not arrive in time, as far as five', (size) => {
    const sizes = new PageSizes();
    measure(sizes, 6, () => 1_000);
    const before = sizes.largest();
    sizes.timedOut(size, 30_000);
    expect(sizes.largest()).toBeLessThan(before);
    expect(25 % sizes.first()).toBe(0); // a walk goes on where it was
    for (let count = 0; count < 20; count++) sizes.timedOut(sizes.first(), 30_000);
    expect([sizes.first(), sizes.largest()]).toEqual([5, 5]);
    measure(sizes, 10, () => 80);
    expect(sizes.largest()).toBe(800);
  });

  it('stay small while only small pages arrive in time, and are not misled by one that took long', () => {
    const slow = new PageSizes();
    slow.timedOut(25, 30_000);
    for (let count = 0; count < 10; count++) slow.measured(slow.first(), slow.first() * 2_000);
    expect(slow.largest()).toBe(5);
    const steady = new PageSizes();
    measure(steady, 20, (rows) => observed(rows));
    steady.measured(100, 29_000);
    expect(steady.doubled()).toBeGreaterThanOrEqual(25);
    measure(steady, 12, (rows) => observed(rows));
    expect(steady.doubled()).toBe(100);
  });

  it('are not misled by lists with few rows, or none', () => {
    const sizes = new PageSizes();
    for (const rows of [0, 0, 3, 1, 0]) sizes.measured(rows, observed(rows));
    expect(sizes.first()).toBe(25);
    expect(sizes.doubled()).toBe(25);
    const quick = new PageSizes();
    measure(quick, 6, () => 80);
    quick.measured(0, 2);
    expect(quick.largest()).toBe(800);
  });

  it('are 25 where nothing is known, and four times as large as what was granted at most', () => {
    const sizes = new PageSizes();
    expect(sizes.largest()).toBe(25);
    expect(sizes.expectedCap).toBe(0);
    sizes.granted(25, 25);
    expect(sizes.expectedCap).toBe(100);
    sizes.granted(50, 50);
    expect(sizes.expectedCap).toBe(200);
    sizes.granted(100, 60);
    expect(sizes.expectedCap).toBe(60);
  });

  it('are smaller than 25 only for a server that might not answer in time', () => {
    const slow = new PageSizes();
    slow.measured(25, 20_000);
    expect([slow.first(), slow.largest()]).toEqual([25, 25]);
    const slower = new PageSizes();
    slower.measured(25, 20_001);
    expect([slower.first(), slower.largest()]).toEqual([5, 12]);
  });

  it('stay smaller until 25 can be read in their time again', () => {
    const sizes = new PageSizes();
    for (let count = 0; count < 3; count++) sizes.measured(25, 50_000);
    sizes.measured(5, 14_000);
    expect(sizes.first()).toBe(5);
    sizes.measured(25, 10_000); // exactly 25, which makes the server another one
    expect(sizes.largest()).toBe(25);
    sizes.measured(25, 19_000);
    expect([sizes.first(), sizes.largest()]).toEqual([25, 25]);
  });
});

describe('the time of a page', () => {
  const measured = (...pages: [rows: number, ms: number][]) => {
    const sizes = new PageSizes();
    for (const [rows, ms] of pages) sizes.measured(rows, ms);
    return sizes;
  };
  const ofObserved = (...rows: number[]) => measured(...rows.map((each) => [each, observed(each)] as [number, number]));

  it('is expected from the third measurement on', () => {
    expect(ofObserved(25, 50).expectedMs(50)).toBeNull();
    expect(ofObserved(25, 50, 100).expectedMs(50)).toBeCloseTo(observed(50), 5);
  });

  it('consists of a part for the call and one for each row', () => {
    const sizes = ofObserved(25, 50, 100, 25);
    for (const rows of [5, 100, 400]) expect(sizes.expectedMs(rows)).toBeCloseTo(observed(rows), 5);
  });

  it('is in proportion to the rows where pages were of nearly one size', () => {
    expect(measured([25, 1_000], [26, 900], [25, 1_000]).expectedMs(250)).toBeGreaterThan(9_000);
  });

  it('hardly depends on the rows where larger pages were quicker', () => {
    expect(measured([25, 1_000], [50, 900], [100, 800]).expectedMs(400)).toBeLessThan(1_000);
  });
});
