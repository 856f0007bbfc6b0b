import { ProblemError } from '../contract/problem.ts';

const lanesAtFirst = 6;
const mostLanes = 18;
/** An answer counts as quick that takes at most this many times as long as the quickest. A longer one had to wait for others. */
const quickFactor = 2;
/** Once answers came too late none counts as quick that takes more than this share of the time it may take: two would not come in time. */
const roomyShare = 1 / 3;
/** An answer counts as slow when it takes this many times as long as the quickest, and this much longer at least. */
const slowFactor = 4;
const slowMarginMs = 500;

/**
 * How many requests run side by side: one more with each quick answer, until answers have to wait for each other: then
 * more would bring nothing. When the server becomes slow it is a third less (half, when it asks for fewer or an answer does not
 * come in time), and from there on one more only after a whole set of quick answers.
 */
export class AdaptiveConcurrency {
  #width = lanesAtFirst;
  #isProbing = true;
  #quickestMs = Number.POSITIVE_INFINITY;
  /** How long an answer may take, as the last one that took too long has shown it. */
  #limitMs = Number.POSITIVE_INFINITY;

  get width(): number {
    return Math.floor(this.#width);
  }

  /** Makes a request and takes its time. */
  async time<T>(request: () => Promise<T>): Promise<T> {
    const beganMs = performance.now();
    try {
      const answer = await request();
      this.#note(performance.now() - beganMs);
      return answer;
    } catch (error) {
      const kind = error instanceof ProblemError ? error.problem.kind : null;
      if (kind === 'timeout') this.#limitMs = performance.now() - beganMs;
      if (kind === 'timeout' || kind === 'rate-limited') this.#narrow(1 / 2);
      throw error;
    }
  }

  /**
   * Does `work` for each item, as many at once as there are lanes. After a failure nothing more is begun, what is under
   * way comes to its end, and the first failure is thrown.
   */
  async forEach<T>(items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void> {
    const running = new Set<Promise<void>>();
    const failures: unknown[] = [];
    for (const item of items) {
      while (running.size >= this.width) await Promise.race(running);
      if (failures.length > 0) break;
      const run: Promise<void> = work(item)
        .catch((error: unknown) => void failures.push(error))
        .finally(() => running.delete(run));
      running.add(run);
    }
    await Promise.all(running);
    if (failures.length > 0) throw failures[0];
  }

  #note(tookMs: number): void {
    this.#quickestMs = Math.min(this.#quickestMs, tookMs);
    if (tookMs > Math.max(this.#quickestMs * slowFactor, this.#quickestMs + slowMarginMs)) this.#narrow(2 / 3);
    else if (tookMs <= Math.min(this.#quickestMs * quickFactor, this.#limitMs * roomyShare)) {
      this.#width = Math.min(this.#width + (this.#isProbing ? 1 : 1 / this.#width), mostLanes);
    }
  }

  #narrow(factor: number): void {
    this.#isProbing = false;
    this.#width = Math.max(1, this.#width * factor);
  }
}
