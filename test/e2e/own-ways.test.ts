/* The user's own ways to work in the real application: keys of any keyboard, columns, texts, and carrying them elsewhere. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { parts, waitForFirstSync } from '../../build/desktop/parts.ts';
import { callChannel } from '../../electron/contract/channels.ts';
import { problem } from '../../electron/contract/problem.ts';
import { ownFolder } from '../support/folder.ts';
import { startApp } from './app.ts';
import { dayParts, runCommand } from './day-parts.ts';
import { choose, saveTo } from './dialogs.ts';
import { formParts, openAccount, openByKeyboard, openTicketOf } from './open-account.ts';

/** Presses a key as another layout, or one with Caps Lock, reports it. */
const pressAs = (
  page: Page,
  key: string,
  code: string,
  modifiers: { modifierCapsLock?: boolean; ctrlKey?: boolean } = {},
) =>
  page.evaluate((press) => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', press)), {
    key,
    code,
    bubbles: true,
    cancelable: true,
    ...modifiers,
  });

it('shortcuts go by the key on a Cyrillic keyboard, hold with Caps Lock, and single ones can be switched off', async () => {
  const { page } = await openAccount();
  const { newTicket } = formParts(page);
  const { grid } = parts(page);
  await grid.focus();
  await pressAs(page, 'т', 'KeyN');
  await newTicket.waitFor();
  await page.keyboard.press('Escape');
  await newTicket.waitFor({ state: 'detached' });
  await grid.focus();
  await pressAs(page, 'N', 'KeyN', { modifierCapsLock: true });
  await newTicket.waitFor();
  await page.keyboard.press('Escape');
  await grid.focus();
  await pressAs(page, 'л', 'KeyK', { ctrlKey: true });
  await page.getByRole('dialog', { name: 'Commands' }).waitFor();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('switch', { name: 'Single-key shortcuts' }).press('Space');
  await page.keyboard.press('Escape');
  await grid.focus();
  await page.keyboard.press('n');
  await page.keyboard.press('x');
  await page.keyboard.press('Control+Shift+o');
  await page.getByRole('list', { name: 'Drafts' }).or(page.getByText('No drafts.')).first().waitFor();
  expect(await newTicket.count()).toBe(0);
  expect(await dayParts(page).selection.count()).toBe(0);
});

it('columns are chosen, moved, sized and sorted by, with their density, and are so after a restart', async () => {
  const { page, folder, keyring, close } = await openAccount();
  await page.setViewportSize({ width: 1600, height: 900 });
  const headings = (of: Page) => parts(of).grid.getByRole('columnheader').allTextContents();
  const rowHeight = async (of: Page) => (await parts(of).rows.first().boundingBox())?.height ?? 0;
  const before = await rowHeight(page);
  await runCommand(page, 'columns');
  const dialog = page.getByRole('dialog', { name: 'Columns' });
  await dialog.getByRole('checkbox', { name: 'Age' }).press('Space');
  await dialog.getByRole('checkbox', { name: 'Category' }).press('Space');
  await dialog.getByRole('button', { name: 'Move Age up' }).press('Enter');
  await dialog.getByRole('radio', { name: 'Compact' }).press('Space');
  await page.keyboard.press('Escape');
  await parts(page)
    .rows.first()
    .getByText(/^open for/)
    .waitFor();
  await parts(page).grid.getByRole('separator', { name: 'Width of Site' }).press('ArrowRight');
  await expect.poll(() => rowHeight(page)).toBeLessThan(before);
  const site = (of: Page) => parts(of).grid.getByRole('columnheader', { name: 'Site' });
  await site(page).getByRole('button', { name: 'Site' }).press('Enter');
  await page.keyboard.press('Control+1');
  await expect.poll(() => site(page).getAttribute('aria-sort')).toBe('none');
  await page.keyboard.press('Control+7');
  await expect.poll(() => site(page).getAttribute('aria-sort')).toBe('ascending');
  const shown = await headings(page);
  expect(shown.join(' ')).toMatch(/Age.*Updated/);
  expect(shown.join(' ')).not.toContain('Category');
  const widthPx = await parts(page)
    .grid.getByRole('separator', { name: 'Width of Site' })
    .getAttribute('aria-valuenow');
  await close();

  const { page: second } = await startApp(folder, keyring);
  await second.setViewportSize({ width: 1600, height: 900 });
  await parts(second)
    .rows.first()
    .getByText(/^(?:was )?open /)
    .waitFor();
  expect(await headings(second)).toEqual(shown);
  expect(await site(second).getAttribute('aria-sort')).toBe('ascending');
  expect(await rowHeight(second)).toBeLessThan(before);
  const again = parts(second).grid.getByRole('separator', { name: 'Width of Site' });
  expect(await again.getAttribute('aria-valuenow')).toBe(widthPx);
});

it('a setting that cannot be saved is said in the dialog of the settings, and dismissed there', async () => {
  const { app, page } = await openAccount();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await runCommand(page, 'settings');
  await settings.waitFor();
  await app.evaluate(
    ({ ipcMain }, { channel, refusal }) => {
      ipcMain.removeHandler(channel);
      ipcMain.handle(channel, () => refusal);
    },
    { channel: callChannel('settings', 'change'), refusal: { ok: false, problem: problem('disk-full') } },
  );
  const singleKeys = settings.getByRole('switch', { name: 'Single-key shortcuts' });
  await singleKeys.focus();
  await page.keyboard.press('Space');
  await settings.getByRole('alert').filter({ hasText: 'The disk is full' }).waitFor();
  await expect.poll(() => singleKeys.isChecked()).toBe(true);
  await settings.getByRole('button', { name: 'Dismiss' }).press('Enter');
  await settings.getByRole('alert').waitFor({ state: 'detached' });
});

it('a text is written into a comment, and goes along to another account, which gets nothing else', async () => {
  const { app, page, service } = await openAccount();
  const { ticket, grid } = parts(page);
  const { view, count, note } = dayParts(page);
  const wanted = openTicketOf(service);
  await runCommand(page, 'comment texts');
  const texts = page.getByRole('dialog', { name: 'Comment texts' });
  await texts.getByRole('textbox', { name: 'Name' }).fill('Approved');
  await texts.getByRole('textbox', { name: 'Text', exact: true }).fill('Approved for {site} by {who}.');
  await page.keyboard.press('Escape');
  await texts.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Outbox/ }).click();
  const isDraft = page.getByRole('button', { name: 'Continue: Comment text: Approved' });
  await isDraft.press('Enter');
  expect(await texts.getByRole('textbox', { name: 'Text', exact: true }).inputValue()).toBe(
    'Approved for {site} by {who}.',
  );
  await texts.getByRole('button', { name: 'Save text' }).press('Enter');
  await texts.getByRole('button', { name: 'Edit the text Approved' }).waitFor();
  await page.keyboard.press('Escape');
  await isDraft.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'All tickets' }).click();
  await openByKeyboard(page, wanted.id);
  await ticket.getByRole('button', { name: 'Insert text' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Approved' }).press('Enter');
  await page.getByRole('textbox', { name: 'who' }).fill('Priya');
  await page.keyboard.press('Enter');
  await expect.poll(() => formParts(page).commentBox.inputValue()).toBe(`Approved for ${wanted.site} by Priya.`);

  await grid.focus();
  await page.keyboard.press('x');
  await page.keyboard.press('c');
  const many = page.getByRole('dialog', { name: 'Comment on tickets' });
  await many.getByRole('button', { name: 'Insert text' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Approved' }).waitFor();
  await page.keyboard.press('Escape'); // closes the menu alone
  await page.getByRole('menuitem', { name: 'Approved' }).waitFor({ state: 'detached' });
  await many.getByRole('button', { name: 'Insert text' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Approved' }).press('Enter');
  await page.getByRole('textbox', { name: 'who' }).waitFor();
  await page.keyboard.press('Escape'); // closes the question about the variables alone
  await page.getByRole('textbox', { name: 'who' }).waitFor({ state: 'detached' });
  const insertApproved = async () => {
    await many.getByRole('button', { name: 'Insert text' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Approved' }).press('Enter');
    await page.getByRole('textbox', { name: 'Site' }).fill('all sites'); // they may be of several
    await page.getByRole('textbox', { name: 'who' }).fill('Priya');
    await page.keyboard.press('Enter');
  };
  await insertApproved();
  const box = many.getByRole('textbox', { name: 'Comment' });
  await expect.poll(() => box.inputValue()).toBe('Approved for all sites by Priya.');
  await box.fill(' See above.');
  await box.press('Home');
  await insertApproved();
  await expect.poll(() => box.inputValue()).toBe('Approved for all sites by Priya. See above.');
  await box.fill('');
  await page.keyboard.press('Escape');
  await many.waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');

  const menu = await rightClick(app, () => formParts(page).commentBox.click({ button: 'right' }));
  expect(menu).toEqual(expect.arrayContaining(['undo', 'cut', 'copy', 'paste', 'selectall']));

  await grid.focus();
  await page.keyboard.press('s');
  await page.keyboard.press('p');
  await page.keyboard.type('Only here');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+s');
  await page.getByRole('textbox', { name: 'View name' }).fill('One ticket');
  await page.keyboard.press('Enter');
  await view('One ticket').waitFor();
  const file = join(await ownFolder(), 'own.json');
  await saveTo(app, file);
  await choose(app, [file]);
  await runCommand(page, 'export views');
  await page.getByText('Saved as “own.json”. It holds no tickets.').waitFor();
  const exported = await readFile(file, 'utf8');
  expect(exported).toContain('One ticket');
  for (const secret of ['Only here', wanted.title.trim()]) expect(exported).not.toContain(secret);

  await runCommand(page, 'americas');
  await waitForFirstSync(page, service.tickets('0011A00001MeRiDAME').length);
  await view('Starred').filter({ hasText: '0' }).waitFor();
  expect(await view('One ticket').count()).toBe(0);
  await runCommand(page, 'import views');
  await page.getByText(/added from “own.json”/).waitFor();
  await view('One ticket').waitFor();
  await page.keyboard.press('Control+7');
  await page.keyboard.press('/');
  await page.keyboard.type('only here');
  await count(/^0 of /).waitFor();
  expect(await note.count()).toBe(0);
});

/** Returns the roles of the menu that a right click shows. */
async function rightClick(app: Awaited<ReturnType<typeof openAccount>>['app'], click: () => Promise<void>) {
  await app.evaluate(({ Menu }) => {
    const shown: string[] = [];
    Object.assign(globalThis, { shown });
    Menu.prototype.popup = function (this: Electron.Menu) {
      shown.push(...this.items.map(({ role, type }) => role?.toLowerCase() ?? type));
    };
  });
  await click();
  const shown = () => app.evaluate(() => (globalThis as unknown as { shown: string[] }).shown);
  await expect.poll(async () => (await shown()).length).toBeGreaterThan(0);
  return await shown();
}
