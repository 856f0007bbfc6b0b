/* A coordinator's morning in the real application, with the keyboard alone: what is new, and what needs attention and why. */

import { expect, it } from 'vitest';
import { parts } from '../../build/desktop/parts.ts';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import { startApp } from './app.ts';
import { answer, dayParts } from './day-parts.ts';
import { formParts, openAccount, openByKeyboard, openTicketOf } from './open-account.ts';

it('news is unread, read a moment after it is opened, unread again, and seen again the next day', async () => {
  const { page, service, folder, keyring, close } = await openAccount();
  const { row, view, changes, reasons } = dayParts(page);
  const { ticket } = parts(page);
  const wanted = openTicketOf(service);
  await view('Unread').filter({ hasText: '0' }).waitFor();
  answer(service, wanted, 'The part has arrived.');
  service.changeTicket(wanted.id, { status: 'New', title: 'Their new title' });
  await page.keyboard.press('F5');
  await view('Unread').filter({ hasText: '1' }).waitFor();
  await page.keyboard.press('Control+3');
  await row(wanted.id)
    .and(page.getByRole('row', { name: 'unread' }))
    .waitFor();

  await page.keyboard.press('Control+7');
  await openByKeyboard(page, wanted.id);
  await changes.nth(2).waitFor();
  const told = (await changes.allTextContents()).join('\n');
  expect(told).toContain('Status In Progress →becomes New');
  expect(told).toContain('New comment by Remco HartsuikerThe part has arrived.');
  expect(told).toMatch(/Title.*new/);
  expect(await changes.locator('del').count()).toBeGreaterThan(0);
  await reasons.getByText('Answered since you last looked').waitFor();
  await view('Unread').filter({ hasText: '0' }).waitFor(); // a moment later
  await page.keyboard.press('u');
  await ticket.getByRole('button', { name: 'Mark as read' }).waitFor();
  await view('Unread').filter({ hasText: '1' }).waitFor();
  expect(await changes.count()).toBe(3);
  await page.keyboard.press('Control+Shift+u');
  await view('Unread').filter({ hasText: '0' }).waitFor();

  // What is done here is no news.
  await page.keyboard.press('c');
  await page.keyboard.type('Thank you.');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => wanted.comments.at(-1)?.comment).toBe('Thank you.');
  await page.keyboard.press('F5');
  await page.getByRole('button', { name: 'Outbox', exact: true }).waitFor();
  await view('Unread').filter({ hasText: '0' }).waitFor();
  await close();

  const { page: nextDay } = await startApp(folder, keyring);
  await parts(nextDay).rows.first().waitFor();
  await openByKeyboard(nextDay, wanted.id);
  const pane = parts(nextDay).ticket;
  await pane.getByText('3 earlier changes').press('Enter');
  await pane.getByRole('list', { name: '3 earlier changes' }).getByText('The part has arrived.').waitFor();
});

// That a change is unconfirmed is certain only a minute after it was sent: too long for this test.
it('what needs attention says why, the most urgent first', async () => {
  const { page, service } = await openAccount();
  const { row, view, count } = dayParts(page);
  const { edit } = formParts(page);
  const [first, answered, refused] = service.tickets().filter(({ status }) => status === 'In Progress');
  if (!first || !answered || !refused) throw new Error('the demo service has too few open tickets');

  // A snooze of a second cannot be chosen by hand.
  const snoozed = ticketIdSchema.parse(first.id);
  await page.evaluate((id) => window.desk.marks.snooze({ ids: [id], untilMs: Date.now() + 1_000 }), snoozed);
  await openByKeyboard(page, refused.id);
  await page.keyboard.press('e');
  await edit.waitFor();
  await page.keyboard.press('End');
  await page.keyboard.type('!');
  refused.title = 'Their title';
  await page.keyboard.press('Control+Enter');
  answer(service, answered, 'We need your approval.');
  await page.keyboard.press('F5');

  await page.keyboard.press('Control+1');
  await row(first.id).getByText('Reminder').waitFor();
  await row(refused.id).getByText('Refused').first().waitFor();
  await row(answered.id).getByText('The operator answered').waitFor();
  const { rows } = parts(page);
  await rows
    .getByText(/^Quiet for \d+ d$/)
    .first()
    .waitFor();
  const order = await rows
    .locator('[data-reason]:first-child')
    .evaluateAll((marks) => marks.map(({ dataset }) => dataset.reason));
  expect(order.slice(0, 3)).toEqual(['reminder', 'refused', 'answered']);
  expect(new Set(order.slice(3))).toEqual(new Set(['quiet']));
  const all = Number.parseInt((await count(/need attention$/).textContent()) ?? '', 10);
  expect(all).toBeGreaterThanOrEqual(order.length); // only the rows near the window are drawn
  await view('Needs attention')
    .filter({ hasText: String(all) })
    .waitFor();
});
