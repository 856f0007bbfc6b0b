/* A repeating request: prepared on its day, put before the user, and never sent by itself. */

import { expect, it } from 'vitest';
import { parts, signIn, waitForFirstSync } from '../../build/desktop/parts.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { ownFolder } from '../support/folder.ts';
import { ownService } from '../support/session.ts';
import { ownKeyring, startApp } from './app.ts';
import { dayParts } from './day-parts.ts';
import { formParts } from './open-account.ts';

it('a template with a rhythm puts a filled-in request before the user on the day, and sends nothing', async () => {
  const service = await ownService({ ticketCount: 60 });
  const { app, page } = await startApp(await ownFolder(), await ownKeyring());
  await app.evaluate(() => {
    const now = Date.now;
    Date.now = () => now() + ((globalThis as { laterMs?: number }).laterMs ?? 0);
  });
  await signIn(page, service.baseUrl, singleAccountCredentials);
  await waitForFirstSync(page, 60);
  const before = service.tickets().map(({ id }) => id);
  const { newTicket } = formParts(page);

  await page.keyboard.press('n');
  await newTicket.getByLabel('Title').fill('Monthly look at the cage');
  await newTicket.getByRole('button', { name: 'Templates' }).press('Enter');
  await page.getByRole('dialog', { name: 'Templates' }).getByLabel('Template name').fill('Cage check');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Repeat Cage check' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Repeat' });
  await dialog.getByLabel('Unit').selectOption('day');
  await dialog.getByLabel('At', { exact: true }).fill('00:00');
  await dialog.getByRole('listitem').nth(2).waitFor(); // the next days
  await dialog.getByRole('button', { name: 'Save rhythm' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await newTicket.getByRole('button', { name: 'Discard' }).press('Enter');

  // Three days later the computer wakes up.
  await app.evaluate(({ powerMonitor }) => {
    Object.assign(globalThis, { laterMs: 3 * 86_400_000 });
    powerMonitor.emit('resume');
  });
  await page.keyboard.press('Control+1');
  const prepared = page.getByRole('region', { name: 'Prepared requests' });
  await prepared.getByRole('listitem').filter({ hasText: 'for 3 days' }).waitFor();
  expect(await prepared.getByRole('listitem').count()).toBe(1);
  await dayParts(page).view('Needs attention').waitFor();
  await prepared.getByRole('button', { name: 'Open Cage check' }).press('Enter');
  await expect.poll(() => newTicket.getByLabel('Title').inputValue()).toBe('Monthly look at the cage');
  await page.keyboard.press('F5');
  await parts(page)
    .status.filter({ hasText: /confirmed/ })
    .waitFor();
  await page.getByRole('button', { name: 'Outbox', exact: true }).waitFor();
  expect(service.tickets().map(({ id }) => id)).toEqual(before);
});
