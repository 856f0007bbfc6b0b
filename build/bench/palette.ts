import type { Page } from 'playwright';
import { formatMs, percentile, type Row } from './row.ts';

/** The first key after each opening; with 100,000 tickets each finds some. */
const keys = ['c', '4', 'u', 'f', 's', 'w', 'p', '9'];
const turns = 3;

/** From the keys that open the palette to its paint, and from the first key in it to the paint of the tickets that it finds. */
export async function measurePalette(page: Page): Promise<Row> {
  const openings: number[] = [];
  const answers: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    for (const key of keys) {
      const opened = page.evaluate(waitForPaint, 'dialog [role=option]');
      await page.keyboard.press('Control+k');
      openings.push(await opened);
      const answered = page.evaluate(waitForPaint, 'dialog [role=group][aria-label=Tickets]');
      await page.keyboard.press(key);
      answers.push(await answered);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog', { name: 'Commands' }).waitFor({ state: 'detached' });
    }
  }
  const openMs = percentile(openings, 0.95);
  const answerMs = percentile(answers, 0.95);
  return {
    what: 'the palette: opening and its first answer, 95th percentile of each',
    against: '–',
    target: 'each at most 50 ms',
    measured: `${formatMs(openMs)} and ${formatMs(answerMs)}`,
    isMet: openMs <= 50 && answerMs <= 50,
    obstacle: 'without a graphics card the processor paints every frame, and the measuring shares it',
    figures: { openMs, answerMs, openings: openings.length },
  };
}

/** Runs in the page: the time from the next key press to the frame after an element came into the page, in milliseconds. */
function waitForPaint(selector: string): Promise<number> {
  return new Promise((resolve) => {
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const observer = new MutationObserver(() => {
          if (!document.querySelector(selector)) return;
          observer.disconnect();
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - timeStamp);
            port2.postMessage(null);
          });
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      },
      { once: true, capture: true },
    );
  });
}
