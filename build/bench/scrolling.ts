import type { Page } from 'playwright';
import { formatMs, percentile, type Row } from './row.ts';

const durationMs = 10_000;

/** Scrolls the whole list from top to bottom at constant speed, and a page of plain lines in the hello world likewise. */
export async function measureScrolling(page: Page, hello: Page): Promise<Row> {
  const frames = await page.evaluate(scrollDown, { selector: '[role=grid]', lastsMs: durationMs });
  await hello.evaluate(() => {
    const line = document.createElement('p');
    line.textContent = 'A plain line of text.';
    for (let number = 0; number < 2_000; number++) document.body.append(line.cloneNode(true));
  });
  const plainFrames = await hello.evaluate(scrollDown, { selector: 'html', lastsMs: durationMs });
  const worstMs = Math.max(...frames);
  const p95Ms = percentile(frames, 0.95);
  const plainP95Ms = percentile(plainFrames, 0.95);
  return {
    what: 'scrolling 100,000 rows from top to bottom in 10 s',
    against: `2,000 plain lines in the hello world, 95 % within ${formatMs(plainP95Ms)}`,
    target: 'no frame above 50 ms, 95 % within 17 ms',
    measured: `95 % within ${formatMs(p95Ms)}, worst ${formatMs(worstMs)} of ${frames.length} frames`,
    isMet: worstMs <= 50 && p95Ms <= 17,
    obstacle: 'without a graphics card the processor paints every frame, and the measuring shares it',
    figures: { p95Ms, worstMs, frames: frames.length, plainP95Ms, plainWorstMs: Math.max(...plainFrames) },
  };
}

/**
 * Runs in the page and returns the time between frames. Only the text of this function gets there, so it contains no named
 * functions, into which tsx would insert calls of a helper.
 */
async function scrollDown({ selector, lastsMs }: { selector: string; lastsMs: number }): Promise<number[]> {
  const scrolled = document.querySelector(selector);
  if (!scrolled) throw new Error(`nothing is called ${selector}`);
  const frames: number[] = [];
  const beganMs = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
  for (let beforeMs = beganMs; beforeMs < beganMs + lastsMs; ) {
    const share = Math.min(1, (beforeMs - beganMs) / lastsMs);
    scrolled.scrollTo(0, share * (scrolled.scrollHeight - scrolled.clientHeight));
    const nowMs = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    frames.push(nowMs - beforeMs);
    beforeMs = nowMs;
  }
  return frames;
}
