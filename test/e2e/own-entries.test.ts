import { expect, it } from 'vitest';
import { formParts, openAccount, openByKeyboard, openTicketOf } from './open-account.ts';

it('a comment is in sight from the moment it is added until the server has confirmed it, and after', async () => {
  const { page, service } = await openAccount();
  const { comments } = formParts(page);
  const wanted = openTicketOf(service);
  const commentedOn = '2026-01-01 10:00:00';
  for (const number of Array.from({ length: 30 }).keys()) {
    wanted.comments.push({ comment: `Step ${number}\n\nDone.`, commentedBy: 'Operator', commentedOn });
  }
  await page.setViewportSize({ width: 1280, height: 640 });
  await openByKeyboard(page, wanted.id);
  await comments.nth(29).waitFor();
  await page.evaluate(() => {
    const seen: boolean[] = [];
    Object.assign(window, { seen });
    /** The last comment is inside the pane, between its bar and the comment box. */
    const look = () => {
      const pane = document.querySelector('section[aria-label="Ticket"]');
      const last = pane?.querySelector('ul[aria-label="Comments"]')?.lastElementChild;
      if (pane && last?.textContent?.includes('Any news?')) {
        const box = pane.querySelector('#ticket-comment')?.closest('div[class*="foot"]')?.getBoundingClientRect();
        const { top, bottom } = last.getBoundingClientRect();
        seen.push(top >= pane.getBoundingClientRect().top && bottom <= (box?.top ?? 0) + 1);
      } else if (seen.length > 0) seen.push(false);
      requestAnimationFrame(look);
    };
    look();
  });
  service.set({ latencyMs: 150, commentDelayMs: 1_500 });
  await page.keyboard.press('c');
  await page.keyboard.type('Any news?');
  await page.keyboard.press('Control+Enter');
  await comments.filter({ hasText: 'Any news?' }).filter({ hasNotText: 'Not confirmed yet' }).waitFor();
  const seen = () => page.evaluate(() => (window as unknown as { seen: boolean[] }).seen);
  await expect.poll(() => wanted.comments.at(-1)?.comment).toBe('Any news?');
  const shownFrames = (await seen()).length;
  await expect.poll(async () => (await seen()).length, { timeout: 30_000 }).toBeGreaterThan(shownFrames + 150);
  expect(await comments.last().textContent()).not.toContain('Unknown author');
  expect((await seen()).filter((isSeen) => !isSeen)).toEqual([]);
});
