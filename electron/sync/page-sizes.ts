/** How long one page should take, however quick the server is: long enough to be worth the call, far from any time limit. */
export const pageMs = 8_000;

/** A page may be so much larger than what takes exactly that long, because sizes double from one to the next. */
const roundingFactor = 1.25;

/** The first page of a server whose speed is not known, and the smallest while no call is in danger of timing out. */
const firstSize = 25;

/** A page that takes so many times as long as it should might soon reach the time limit of a call. */
const dangerousFactor = 2.5;

/** A server that grants a size is expected to grant one that is so many times as large; larger ones are tried one at a time. */
const expectedFactor = 4;

/** Even the slowest server gives so few tickets at a time. Divides `firstSize`, so that a walk can go on with smaller pages. */
const minSize = 5;

/** More gain nothing, and parsing them would block the main process noticeably. */
const maxSize = 800;

/** The share of its weight that a measurement keeps with each one that follows. */
const memory = 0.85;

/** A page that takes so much less than expected means that the server is another than before. */
const quickenedFactor = 4;

/** A single page may be late for reasons of its own, so it counts as late by this factor at most. */
const latestFactor = 2;

/** From so many measurements on, the time of a page can be told. */
const minCount = 3;

/** Rows in which a call's fixed cost is expressed when the number of rows makes no difference. */
const manyRows = 10_000;

/**
 * Finds the page size for a server of any speed: measures what a page costs, a fixed time and a time per ticket, and keeps
 * the largest size that the server grants.
 */
export class PageSizes {
  readonly #targetMs: number;
  /** Decaying sums over the measured pages: of weights, rows, times, squared rows, and rows times times. */
  #sums = { weight: 0, rows: 0, ms: 0, rowsSquared: 0, rowsMs: 0 };
  /** A call's fixed cost, expressed in rows that would cost as much: 0 until pages of different sizes were measured. */
  #fixedRows = 0;
  #count = 0;
  #largestMeasured = 0;
  #largestGranted = 0;
  #cap = Number.POSITIVE_INFINITY;
  /** A page took so long that even `firstSize` might be too large. */
  #isInDanger = false;

  /** `targetMs`: how long one page should take. */
  constructor(targetMs = pageMs) {
    this.#targetMs = targetMs;
  }

  /** Up to this size, the server is expected to grant pages. */
  get expectedCap(): number {
    return Math.min(this.#largestGranted * expectedFactor, this.#cap);
  }

  /** The size for a first page that should be there as soon as possible. */
  first(): number {
    return Math.min(this.largest() < firstSize ? minSize : firstSize, this.#cap);
  }

  /** The largest size for the next page that the server is expected to grant: the first size, doubled some times. */
  doubled(): number {
    const largest = Math.min(this.largest(), this.expectedCap);
    let size = this.first();
    while (size * 2 <= largest) size *= 2;
    return size;
  }

  /** The number of tickets that one page may hold now. */
  largest(): number {
    const least = this.#isInDanger ? minSize : firstSize;
    return Math.min(Math.max(least, this.#affordable()), maxSize, this.#cap);
  }

  /** The expected time of a page of `size` tickets; `null` until enough pages were measured. */
  expectedMs(size: number): number | null {
    const { weight, rows, ms } = this.#sums;
    if (this.#count < minCount) return null;
    return ((ms / weight) * (this.#fixedRows + size)) / (this.#fixedRows + rows / weight);
  }

  /** A page of `rows` tickets took `ms`. */
  measured(rows: number, ms: number): void {
    const expectedMs = this.expectedMs(rows) ?? ms;
    if (ms < expectedMs / quickenedFactor) this.#sums = { weight: 0, rows: 0, ms: 0, rowsSquared: 0, rowsMs: 0 };
    this.#add(rows, Math.min(ms, expectedMs * latestFactor));
    this.#largestMeasured = Math.max(this.#largestMeasured, rows);
    this.#noteDanger(ms);
  }

  /** A page of `size` tickets did not arrive within `ms`. */
  timedOut(size: number, ms: number): void {
    this.#add(size, ms * 2);
    this.#largestMeasured = 0;
    this.#noteDanger(ms * 2);
  }

  /** The server was asked for `asked` tickets a page and uses pages of `granted`. */
  granted(asked: number, granted: number): void {
    this.#largestGranted = Math.max(this.#largestGranted, granted);
    if (granted < asked) this.#cap = Math.max(1, granted);
  }

  /** The server refused a page of this size. */
  refused(size: number): void {
    this.#cap = Math.min(this.#cap, Math.max(1, Math.floor(size / 2)));
  }

  #noteDanger(ms: number): void {
    if (ms > this.#targetMs * dangerousFactor) this.#isInDanger = true;
    else if (this.#affordable() >= firstSize) this.#isInDanger = false;
  }

  #add(rows: number, ms: number): void {
    const sums = this.#sums;
    this.#count += 1;
    sums.weight = sums.weight * memory + 1;
    sums.rows = sums.rows * memory + rows;
    sums.ms = sums.ms * memory + Math.max(ms, 1);
    sums.rowsSquared = sums.rowsSquared * memory + rows * rows;
    sums.rowsMs = sums.rowsMs * memory + rows * ms;
    this.#fit();
  }

  /** The number of tickets that one page gives in its time, as far as the measurements tell. */
  #affordable(): number {
    const { weight, rows, ms } = this.#sums;
    if (rows === 0) return 0;
    const proportional = (this.#targetMs * rows) / ms; // what a page costs is never more than in proportion to its rows
    const fitted = (this.#targetMs * (this.#fixedRows + rows / weight)) / (ms / weight) - this.#fixedRows;
    return Math.floor(Math.max(proportional, Math.min(fitted, this.#largestMeasured * 2)) * roundingFactor);
  }

  /** Separates the fixed cost from the cost of a row, by the line that fits best; only pages of different sizes can show it. */
  #fit(): void {
    const { weight, rows, ms, rowsSquared, rowsMs } = this.#sums;
    const spread = weight * rowsSquared - rows * rows;
    if (spread <= (rows * rows) / 50) return;
    const msPerRow = (weight * rowsMs - rows * ms) / spread;
    const fixedMs = (ms - msPerRow * rows) / weight;
    this.#fixedRows = msPerRow <= 0 ? manyRows : Math.min(Math.max(0, fixedMs / msPerRow), manyRows);
  }
}
