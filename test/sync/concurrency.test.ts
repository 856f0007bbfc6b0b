import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../../electron/contract/problem.ts';
import { AdaptiveConcurrency } from '../../electron/sync/concurrency.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearInterval', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** An answer that takes so long. */
async function answer(lanes: AdaptiveConcurrency, tookMs: number): Promise<void> {
  const answered = lanes.time(() => new Promise<void>((resolve) => setTimeout(resolve, tookMs)));
  await vi.advanceTimersByTimeAsync(tookMs);
  await answered;
}
const refusal = (lanes: AdaptiveConcurrency) =>
  lanes.time(() => Promise.reject(new ProblemError('rate-limited'))).catch(() => undefined);

const limitMs = 30_000;

/** A link that takes `aloneMs` for one answer and is shared by those under way; what takes longer than the limit fails. */
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

describe('lanes', () => {
  it('are one more with each quick answer, up to a dozen and a half', async () => {
    const lanes = new AdaptiveConcurrency();
    expect(lanes.width).toBe(6);
    await answer(lanes, 80);
    await answer(lanes, 90);
    expect(lanes.width).toBe(8);
    for (let count = 0; count < 20; count++) await answer(lanes, 85);
    expect(lanes.width).toBe(18);
  });

  it('are half as many when the server asks for fewer, and then come back slowly', async () => {
    const lanes = new AdaptiveConcurrency();
    for (let count = 0; count < 20; count++) await answer(lanes, 80);
    await refusal(lanes);
    expect(lanes.width).toBe(9);
    for (let count = 0; count < 8; count++) await answer(lanes, 80);
    expect(lanes.width).toBe(9);
    for (let count = 0; count < 3; count++) await answer(lanes, 80);
    expect(lanes.width).toBe(10);
  });

  it('are fewer when answers become slow, and never none', async () => {
    const lanes = new AdaptiveConcurrency();
    await answer(lanes, 80);
    await answer(lanes, 700);
    expect(lanes.width).toBe(4);
    for (let count = 0; count < 20; count++) await refusal(lanes);
    expect(lanes.width).toBe(1);
  });

  it('do not become fewer by a quick server’s small delays', async () => {
    const lanes = new AdaptiveConcurrency();
    for (let count = 0; count < 4; count++) await answer(lanes, 2 + 20 * count);
    expect(lanes.width).toBe(7);
  });

  it('are no more than answers come at once', async () => {
    const lanes = new AdaptiveConcurrency();
    await answer(lanes, 3);
    for (let count = 0; count < 20; count++) await answer(lanes, 7);
    expect(lanes.width).toBe(7);
  });

  it('work on every item once, no more at a time than there are lanes', async () => {
    const lanes = new AdaptiveConcurrency();
    const done: number[] = [];
    let running = 0;
    let most = 0;
    const work = lanes.forEach(
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

  it('begin nothing more after a failure, and let what is under way end before they tell it', async () => {
    const lanes = new AdaptiveConcurrency();
    const begun: number[] = [];
    const ended: number[] = [];
    const work = lanes.forEach([1, 2, 3, 4, 5, 6, 7, 8], async (item) => {
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
    'walk a link to its end that takes %i ms for one answer',
    async (aloneMs) => {
      const lanes = new AdaptiveConcurrency();
      const request = slowLink(aloneMs);
      const left = new Set(Array.from({ length: 40 }, (_, page) => page));
      /** As a walk does: the first page alone, then those that are left; answers whether it came to the end. */
      const attempt = async () => {
        try {
          await lanes.time(request);
          await lanes.forEach([...left], async (page) => {
            await lanes.time(request);
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
