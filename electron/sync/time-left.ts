import type { SyncAccount } from './context.ts';

/** The share of a new estimate in the one that is shown, so that it does not jump. */
const share = 0.3;

/** Estimates how long the rest of a walk will take, from what pages cost now and how many are read at once. */
export class TimeLeft {
  readonly #account: Pick<SyncAccount, 'concurrency' | 'pageSizes'>;
  #estimate: { leftMs: number; atMs: number } | null = null;

  constructor(account: Pick<SyncAccount, 'concurrency' | 'pageSizes'>) {
    this.#account = account;
  }

  /** Returns milliseconds; `null` until that can be told. */
  afterReading(done: number, total: number): number | null {
    const { concurrency, pageSizes } = this.#account;
    const size = pageSizes.doubled();
    const pageMs = pageSizes.expectedMs(size);
    if (pageMs === null) return null;
    const pages = Math.max(0, total - done) / size;
    const estimatedMs = (pages * pageMs) / Math.min(concurrency.limit, Math.max(1, pages));
    const atMs = performance.now();
    const before = this.#estimate && Math.max(0, this.#estimate.leftMs - (atMs - this.#estimate.atMs));
    const leftMs = before === null || pages === 0 ? estimatedMs : before + share * (estimatedMs - before);
    this.#estimate = { leftMs, atMs };
    return Math.round(leftMs);
  }
}
