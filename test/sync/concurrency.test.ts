import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../../electron/contract/problem.ts';
import { AdaptiveConcurrency } from '../../electron/sync/concurrency.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearInterval', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Measures a response that takes `tookMs`. */
async function respond(concurrency: AdaptiveConcurrency, tookMs: number): Promise<void> {
  const responded = concurrency.measure(() => new Promise<void>((resolve) => setTimeout(resolve, tookMs)));
  await vi.advanceTimersByTimeAsync(tookMs);
  await responded;
}
const refuse = (concurrency: AdaptiveConcurrency) =>
  concurrency.measure(() => Promise.reject(new ProblemError('rate-limited'))).catch(() => undefined);

const limitMs = 30_000;

/** A link that takes `aloneMs` for one response and is shared by all under way; a request that takes longer than the limit times out. */
function slowLink(aloneMs: number): () => Promise<void> {
  const running = new Set<() => void>();
  return () =>
    new Promise((resolve, reject) => {
      const beganMs = performance.now();
      let leftMs = aloneMs;
      const end = () => {
        clearInterval(ticking);
        running.delete(end);
      };
      const ticking = setInterval(() => {
        leftMs -= 100 / running.size;
        if (leftMs <= 0) {
          end();
          resolve();
        } else if (performance.now() - beganMs >= limitMs) {
          end();
          reject(new ProblemError('timeout'));
        }
      }, 100);
      running.add(end);
    });
}

describe('concurrency', () => {
  it('grows by one with each quick response, up to eighteen', async () => {
    const concurrency = new AdaptiveConcurrency();
    expect(concurrency.limit).toBe(6);
    await respond(concurrency, 80);
    await respond(concurrency, 90);
    expect(concurrency.limit).toBe(8);
    for (let count = 0; count < 20; count++) await respond(concurrency, 85);
    expect(concurrency.limit).toBe(18);
  });

  it('does not grow above six on a server that takes seconds, however steady', async () => {
    const concurrency = new AdaptiveConcurrency();
    for (let count = 0; count < 20; count++) await respond(concurrency, 4_000 + count);
    expect(concurrency.limit).toBe(6);
    await refuse(concurrency);
    expect(concurrency.limit).toBe(3);
    for (let count = 0; count < 30; count++) await respond(concurrency, 4_000);
    expect(concurrency.limit).toBe(6);
  });

  it('does not take a large page for a slow response', async () => {
    const concurrency = new AdaptiveConcurrency();
    for (const size of [25, 100, 800, 800]) {
      const responded = concurrency.measure(() => new Promise((resolve) => setTimeout(resolve, size * 4)), size);
      await vi.advanceTimersByTimeAsync(size * 4);
      await responded;
    }
    expect(concurrency.limit).toBeGreaterThanOrEqual(6);
  });

  it('halves when the server asks for fewer requests, and then grows slowly', async () => {
    const concurrency = new AdaptiveConcurrency();
    for (let count = 0; count < 20; count++) await respond(concurrency, 80);
    await refuse(concurrency);
    expect(concurrency.limit).toBe(9);
    for (let count = 0; count < 8; count++) await respond(concurrency, 80);
    expect(concurrency.limit).toBe(9);
    for (let count = 0; count < 3; count++) await respond(concurrency, 80);
    expect(concurrency.limit).toBe(10);
  });

  it('drops when responses become slow, but never to zero', async () => {
    const concurrency = new AdaptiveConcurrency();
    await respond(concurrency, 80);
    await respond(concurrency, 700);
    expect(concurrency.limit).toBe(4);
    for (let count = 0; count < 20; count++) await refuse(concurrency);
    expect(concurrency.limit).toBe(1);
  });

  it('does not drop because of a failure that says nothing of the server’s load', async () => {
    const concurrency = new AdaptiveConcurrency();
    for (const error of [new ProblemError('server-error'), new Error('of ours')])
      await expect(concurrency.measure(() => Promise.reject(error))).rejects.toBe(error);
    expect(concurrency.limit).toBe(6);
  });

  it('does not drop because of a quick server’s small delays', async () => {
    const concurrency = new AdaptiveConcurrency();
    for (let count = 0; count < 4; count++) await respond(concurrency, 2 + 20 * count);
    expect(concurrency.limit).toBe(7);
  });

  it('takes twice the quickest time for quick, and four times for not slow yet', async () => {
    const quick = new AdaptiveConcurrency();
    await respond(quick, 100);
    await respond(quick, 200);
    expect(quick.limit).toBe(8);
    const steady = new AdaptiveConcurrency();
    await respond(steady, 1_000);
    await respond(steady, 4_000);
    expect(steady.limit).toBe(7);
    await respond(steady, 4_001);
    expect(steady.limit).toBe(4);
  });

  it('does not grow when responses wait for each other', async () => {
    const concurrency = new AdaptiveConcurrency();
    await respond(concurrency, 3);
    for (let count = 0; count < 20; count++) await respond(concurrency, 7);
    expect(concurrency.limit).toBe(7);
  });

  it('handles every item once, and no more at a time than the limit', async () => {
    const concurrency = new AdaptiveConcurrency();
    const done: number[] = [];
    let running = 0;
    let most = 0;
    const work = concurrency.forEach(
      Array.from({ length: 30 }, (_, item) => item),
      async (item) => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 10));
        running -= 1;
        done.push(item);
      },
    );
    await vi.advanceTimersByTimeAsync(200);
    await work;
    expect(done).toEqual(Array.from({ length: 30 }, (_, item) => item));
    expect(most).toBe(6);
  });

  it('begins no item after a failure, and completes those under way before it throws', async () => {
    const concurrency = new AdaptiveConcurrency();
    const begun: number[] = [];
    const ended: number[] = [];
    const work = concurrency.forEach([1, 2, 3, 4, 5, 6, 7, 8], async (item) => {
      begun.push(item);
      await new Promise((resolve) => setTimeout(resolve, item === 2 ? 5 : 10));
      if (item === 2) throw new Error('refused');
      ended.push(item);
    });
    const outcome = expect(work).rejects.toThrow('refused');
    await vi.advanceTimersByTimeAsync(50);
    await outcome;
    expect(begun).toEqual([1, 2, 3, 4, 5, 6]);
    expect(ended).toEqual([1, 3, 4, 5, 6]);
  });

  it.each([7_500, 12_000, 20_000, 29_000])(
    'gets a walk through a link that takes %i ms for one response',
    async (aloneMs) => {
      const concurrency = new AdaptiveConcurrency();
      const request = slowLink(aloneMs);
      const left = new Set(Array.from({ length: 40 }, (_, page) => page));
      /** As a walk does: the first page alone, then the remaining ones. Returns whether it got to the end. */
      const attempt = async () => {
        try {
          await concurrency.measure(request);
          await concurrency.forEach([...left], async (page) => {
            await concurrency.measure(request);
            left.delete(page);
          });
          return true;
        } catch {
          return false;
        }
      };
      for (let attempts = 1; ; attempts++) {
        const outcome = attempt();
        await vi.advanceTimersByTimeAsync(50 * limitMs);
        if (await outcome) break;
        expect(attempts).toBeLessThan(4);
      }
      expect(left.size).toBe(0);
    },
  );
});
