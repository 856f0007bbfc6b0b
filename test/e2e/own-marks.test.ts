/* The user's own marks in the real application, with the keyboard alone: star, snooze, private note, note on a site. */

import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { parts, waitForFirstSync } from '../../build/desktop/parts.ts';
import { filesUnder } from '../support/files.ts';
import { startApp } from './app.ts';
import { answer, dayParts } from './day-parts.ts';
import { formParts, openAccount, openByKeyboard, openTicketOf } from './open-account.ts';

it('a ticket is starred, snoozed, brought back by hand, and woken by an answer', async () => {
  const { page, service } = await openAccount();
  const { row, view, count } = dayParts(page);
  const { ticket, rows } = parts(page);
  const wanted = openTicketOf(service);
  const snooze = async () => {
    await page.keyboard.press('h');
    await page.getByRole('dialog', { name: 'Snooze until' }).getByRole('button', { name: 'Tomorrow' }).press('Enter');
    await view('Snoozed').filter({ hasText: '1' }).waitFor();
  };
  await openByKeyboard(page, wanted.id);
  await page.keyboard.press('s');
  await ticket.getByRole('button', { name: 'Star', pressed: true }).waitFor();
  await page.keyboard.press('Control+4');
  await count('1 starred ticket').waitFor();

  await snooze();
  await ticket
    .getByRole('note')
    .getByText(/^Snoozed until/)
    .waitFor();
  await page.keyboard.press('Control+2');
  await count(/open tickets$/).waitFor();
  await expect.poll(() => row(wanted.id).count()).toBe(0);
  await page.keyboard.press('Control+5');
  await row(wanted.id).waitFor();
  await ticket.getByRole('button', { name: 'Bring back' }).press('Enter');
  await page.getByText('No snoozed tickets.').waitFor();
  await page.keyboard.press('Control+2');
  await row(wanted.id).waitFor();

  await openByKeyboard(page, wanted.id);
  await snooze();
  // An answer that is in sight counts as read a moment later, and then needs nobody.
  await parts(page).grid.press('Escape');
  await ticket.waitFor({ state: 'detached' });
  answer(service, wanted, 'We are done sooner.');
  await page.keyboard.press('F5');
  await view('Snoozed').filter({ hasText: '0' }).waitFor();
  await page.keyboard.press('Control+1');
  await rows.first().filter({ hasText: wanted.id }).getByText('The operator answered').waitFor();

  // The pane follows the keyboard a moment later: what is done meanwhile is meant for the row.
  await parts(page).grid.press('Home');
  await page.keyboard.press('Enter');
  await ticket.getByText(wanted.id).first().waitFor();
  await page.keyboard.press('Control+2');
  await count(/open tickets$/).waitFor();
  await parts(page).grid.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('s');
  await view('Starred').filter({ hasText: '2' }).waitFor();
  await rows
    .nth(-2)
    .getByRole('button', { name: /^Star WO/, pressed: true })
    .waitFor();
});

it('notes survive a kill and a cache that is thrown away, and are found', async () => {
  const { app, page, service, folder, keyring } = await openAccount();
  const wanted = openTicketOf(service);
  await openByKeyboard(page, wanted.id);
  await page.keyboard.press('p');
  await page.keyboard.type('Zebra crossing behind the door');
  const kept = () =>
    page.evaluate(async () => {
      const filters = { status: [], site: [], requestType: [], category: [], createdBy: [] };
      const days = { createdOn: null, updatedOn: null, closedOn: null };
      const query = { view: 'all', filters: { ...filters, ...days }, search: 'zebra' } as const;
      const outcome = await window.desk.tickets.ids({
        ...query,
        sort: { by: 'id', direction: 'ascending' },
        first: 0,
        last: 9,
      });
      return outcome.ok && outcome.value.length;
    });
  await expect.poll(kept).toBe(1);
  await page.getByRole('button', { name: `Note and time zone of ${wanted.site}` }).press('Enter');
  await page.getByRole('dialog', { name: 'Site notes' }).getByRole('textbox', { name: 'Note' }).waitFor();
  await page.keyboard.type('Entrance in the yard');
  await page.keyboard.press('Escape');
  await parts(page).ticket.getByRole('note', { name: 'Site note' }).getByText('Entrance in the yard').waitFor();
  app.process().kill('SIGKILL');
  await app.waitForEvent('close');
  const caches = (await filesUnder(folder)).filter((file) => basename(file).startsWith('cache.db'));
  expect(caches.length).toBeGreaterThan(0);
  for (const file of caches) await rm(file);

  const { page: second } = await startApp(folder, keyring);
  await waitForFirstSync(second, 200);
  await second.keyboard.press('/');
  await second.keyboard.type('crossing zebra');
  await dayParts(second)
    .count(/^1 of /)
    .waitFor();
  await second.keyboard.press('ArrowDown');
  await second.keyboard.press('Enter');
  await expect.poll(() => dayParts(second).note.inputValue()).toBe('Zebra crossing behind the door');
  await parts(second).ticket.getByRole('note', { name: 'Site note' }).getByText('Entrance in the yard').waitFor();
  await second.keyboard.press('n');
  const form = formParts(second).newTicket;
  await form.getByLabel('Site').selectOption(wanted.site);
  await form.getByRole('note', { name: 'Site note' }).getByText('Entrance in the yard').waitFor();
  // Neither is ever sent.
  const sent = service.requests.filter(({ method, path }) => method !== 'GET' && !path.includes('auth'));
  expect(sent).toEqual([]);
});

it('the snooze menu of a row is in sight as a whole, also in a small window', async () => {
  const { page } = await openAccount();
  const { rows } = parts(page);
  const items = page.getByRole('menuitem', { name: /^(Later today|This evening|Tomorrow|Next week|Choose a date…)$/ });
  for (const viewport of [
    { width: 1280, height: 820 },
    { width: 720, height: 480 },
  ]) {
    await page.setViewportSize(viewport);
    await rows.nth(1).click({ button: 'right', position: { x: 200, y: 10 } });
    const snooze = page.getByRole('menu', { name: 'Ticket' }).getByRole('menuitem', { name: 'Snooze' });
    await snooze.press('ArrowRight');
    await items.last().waitFor();
    const isInSight = (item: Element) => {
      const { left, right, top, bottom } = item.getBoundingClientRect();
      return [left + 2, right - 2].every((x) => item.contains(document.elementFromPoint(x, (top + bottom) / 2)));
    };
    for (const item of [snooze, ...(await items.all())]) expect(await item.evaluate(isInSight)).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await items.first().waitFor({ state: 'detached' });
  }
});
