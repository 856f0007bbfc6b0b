import { ProblemError } from '../contract/problem.ts';

const initialLimit = 6;
const maxLimit = 18;
/** A response is quick when it takes at most this many times as long as the quickest; a longer one had to wait for others. */
const quickFactor = 2;
/** After a timeout, a response that takes more than this share of the time limit is not quick: two of them could not both arrive in time. */
const quickTimeoutShare = 1 / 3;
/** A response is slow when it takes this many times as long as the quickest, and at least this much longer. */
const slowFactor = 4;
const slowMarginMs = 500;

/**
 * Adapts the number of concurrent requests to the server. The limit grows by one with each quick response until responses
 * have to wait for each other, since more requests would then gain nothing. When the server becomes slow the limit drops by
 * a third (by half when the server asks for fewer requests or one times out); from then on it grows by one only after a
 * whole set of quick responses.
 */
export class AdaptiveConcurrency {
  /** Only a server that responds within this time is given more requests at once than at first. */
  readonly #quickMs: number;
  #limit = initialLimit;
  #isProbing = true;
  /** The time of the quickest response, by the number of tickets that it could hold. */
  readonly #quickestMs = new Map<number, number>();
  /** The time limit of a request, as the latest timeout has shown it. */
  #timeoutMs = Number.POSITIVE_INFINITY;

  constructor(quickMs = 1_000) {
    this.#quickMs = quickMs;
  }

  /** How many requests may run at once. */
  get limit(): number {
    return Math.floor(this.#limit);
  }

  /** Makes a request for up to `size` tickets, and adapts the limit to how long it takes. */
  async measure<T>(request: () => Promise<T>, size = 1): Promise<T> {
    const beganMs = performance.now();
    try {
      const response = await request();
      this.#adaptTo(performance.now() - beganMs, size);
      return response;
    } catch (error) {
      const kind = error instanceof ProblemError ? error.problem.kind : null;
      if (kind === 'timeout') this.#timeoutMs = performance.now() - beganMs;
      if (kind === 'timeout' || kind === 'rate-limited') this.#reduce(1 / 2);
      throw error;
    }
  }

  /** As `forEachConcurrently`, with a limit that adapts meanwhile. */
  forEach<T>(items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void> {
    return forEachConcurrently(items, () => this.limit, work);
  }

  #adaptTo(durationMs: number, size: number): void {
    const quickestMs = Math.min(this.#quickestMs.get(size) ?? Number.POSITIVE_INFINITY, durationMs);
    this.#quickestMs.set(size, quickestMs);
    if (durationMs > Math.max(quickestMs * slowFactor, quickestMs + slowMarginMs)) this.#reduce(2 / 3);
    else if (durationMs <= Math.min(quickestMs * quickFactor, this.#timeoutMs * quickTimeoutShare)) {
      const grown = this.#limit + (this.#isProbing ? 1 : 1 / this.#limit);
      const highest = durationMs <= this.#quickMs ? maxLimit : initialLimit;
      this.#limit = Math.max(this.#limit, Math.min(grown, highest));
    }
  }

  #reduce(factor: number): void {
    this.#isProbing = false;
    this.#limit = Math.max(1, this.#limit * factor);
  }
}

/**
 * Does `work` for each item in order, for at most `limit()` items at once. Takes an item only when its work can begin, so
 * `items` may grow meanwhile. After a failure no further item is begun, those under way are completed, and the first
 * failure is thrown.
 */
export async function forEachConcurrently<T>(
  items: Iterable<T>,
  limit: () => number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  for (const item of items) {
    while (running.size >= limit()) await Promise.race(running);
    if (failures.length > 0) break;
    const run: Promise<void> = work(item)
      .catch((error: unknown) => void failures.push(error))
      .finally(() => running.delete(run));
    running.add(run);
  }
  await Promise.all(running);
  if (failures.length > 0) throw failures[0];
}
