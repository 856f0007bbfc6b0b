import type { ExportProgress } from '../contract/exports.ts';

/** Nobody reads faster. */
const intervalMs = 150;
/** A rate that was measured for less says little. */
const leastMeasuredMs = 1_000;

/** Tells now and then how far something is that goes on at a steady pace. */
export class ProgressReport {
  readonly #total: number;
  readonly #onProgress: (progress: ExportProgress) => void;
  readonly #beganMs = performance.now();
  #done = 0;
  #reportedAtMs = Number.NEGATIVE_INFINITY;

  constructor(total: number, onProgress: (progress: ExportProgress) => void) {
    this.#total = total;
    this.#onProgress = onProgress;
    this.add(0);
  }

  add(count: number): void {
    this.#done = Math.min(this.#done + count, this.#total);
    const nowMs = performance.now();
    if (nowMs - this.#reportedAtMs < intervalMs && this.#done < this.#total) return;
    this.#reportedAtMs = nowMs;
    this.#onProgress({ done: this.#done, total: this.#total, leftMs: this.#leftMs(nowMs) });
  }

  #leftMs(nowMs: number): number | null {
    const tookMs = nowMs - this.#beganMs;
    if (this.#done === 0 || tookMs < leastMeasuredMs) return null;
    return (tookMs / this.#done) * (this.#total - this.#done);
  }
}
