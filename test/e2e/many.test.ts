/* Working on many tickets at once in the real application, with the keyboard alone. */

import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { parts } from '../../build/desktop/parts.ts';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import { dayParts } from './day-parts.ts';
import { formParts, goOffline, openAccount } from './open-account.ts';

/** Comments on the selected tickets, once the preview says that it would do so to `able`. */
async function commentOnAll(page: Page, comment: string, able: string): Promise<void> {
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'Comment on tickets' });
  await dialog.getByText(`${able} will be changed`).waitFor();
  await page.keyboard.type(comment);
}

it('rows are selected by x, by a range and all at once, and keep what they were selected for', async () => {
  const { page } = await openAccount();
  const { selection, count } = dayParts(page);
  const { rows } = parts(page);
  const selected = (number: number) => selection.getByText(`${number} selected`, { exact: true }).waitFor();
  await page.keyboard.press('Control+2');
  await count(/open tickets$/).waitFor();
  await parts(page).grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('x');
  await selected(1);
  expect(
    await rows
      .first()
      .getByRole('checkbox', { name: /^Select WO/ })
      .isChecked(),
  ).toBe(true);
  for (let more = 0; more < 3; more++) await page.keyboard.press('Shift+ArrowDown');
  await selected(4);
  await page.keyboard.press('Shift+ArrowUp');
  await selected(3);
  await page.keyboard.press('End');
  await page.keyboard.press('x');
  await selected(4);
  await page.keyboard.press('s');
  await page.getByText('4 tickets starred.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await dayParts(page).view('Starred').filter({ hasText: '0' }).waitFor();
  await parts(page).grid.focus();
  await page.keyboard.press('Escape');
  await selection.waitFor({ state: 'detached' });

  await page.keyboard.press('Control+7');
  await count(/^200 tickets$/).waitFor();
  await parts(page).grid.focus();
  await page.keyboard.press('Control+a');
  await selected(200);
  await page.keyboard.press('Control+2');
  await selection.waitFor({ state: 'detached' });
});

it('six tickets are commented on at once: discarded together while offline, confirmed together online', async () => {
  const { page, service } = await openAccount();
  const { selection, count, row } = dayParts(page);
  const { changes } = formParts(page);
  const open = service.tickets().filter(({ status }) => status === 'In Progress');
  const closed = service.tickets().find(({ status }) => status === 'Completed');
  const six = open.slice(0, 6);
  if (!closed || six.length < 6) throw new Error('the demo service has too few tickets');
  // These seven and no others, by marks that are set at once; they are selected by hand.
  const ids = [...six, closed].map(({ id }) => ticketIdSchema.parse(id));
  await page.evaluate((ids) => window.desk.marks.star({ ids, isStarred: true }), ids);
  const selectSeven = async () => {
    await page.keyboard.press('Control+4');
    await count('7 starred tickets').waitFor();
    await row(closed.id).waitFor();
    await parts(page).grid.focus();
    await page.keyboard.press('Control+a');
    await selection.getByText('7 selected').waitFor();
  };
  const commentsLike = (text: string) => six.filter(({ comments }) => comments.some(({ comment }) => comment === text));

  await goOffline(page, service);
  await selectSeven();
  await commentOnAll(page, 'Never mind.', '6 tickets');
  const dialog = page.getByRole('dialog', { name: 'Comment on tickets' });
  await dialog.getByText('1 ticket will be left out').waitFor();
  await dialog.getByRole('listitem').filter({ hasText: 'Closed (1)' }).getByText(closed.id).waitFor();
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Shift+o');
  const group = changes.filter({ hasText: 'Comment on 6 tickets: 6 waiting' });
  await group.getByRole('button', { name: 'Show 6 changes' }).press('Enter');
  await expect.poll(() => group.getByRole('listitem').count()).toBe(6);
  await group.getByRole('button', { name: 'Discard what has not left' }).press('Enter');
  await page.getByText('Nothing to send.').waitFor();

  await page.keyboard.press('Control+7');
  await selectSeven();
  await commentOnAll(page, 'Our engineer is on site.', '6 tickets');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await service.setConnected(true);
  await page.keyboard.press('F5');
  await expect.poll(() => commentsLike('Our engineer is on site.').length).toBe(6);
  await page.getByRole('button', { name: 'Outbox', exact: true }).waitFor();
  expect(commentsLike('Never mind.')).toEqual([]);
  expect(closed.comments.some(({ comment }) => comment === 'Our engineer is on site.')).toBe(false);
  const sent = six.map(
    ({ comments }) => comments.filter(({ comment }) => comment === 'Our engineer is on site.').length,
  );
  expect(sent).toEqual([1, 1, 1, 1, 1, 1]);

  await selection.getByText('7 selected').waitFor(); // still
  await page.keyboard.press('Control+k');
  await page.keyboard.type('add recipient');
  await page.keyboard.press('Enter');
  const adding = page.getByRole('dialog', { name: 'Add a recipient' });
  await adding.waitFor();
  await page.keyboard.insertText('Osei, Amara (NOC) <amara.osei@example.com>;');
  await adding.getByText('6 tickets will be changed').waitFor();
  await page.keyboard.press('Control+Enter');
  await adding.waitFor({ state: 'detached' });
  const notified = () =>
    six.filter(({ notificationRecipients }) => notificationRecipients.includes('amara.osei@example.com'));
  await expect.poll(() => notified().length).toBe(6);
  expect(six.some(({ notificationRecipients }) => notificationRecipients.includes('Osei'))).toBe(false);
});
