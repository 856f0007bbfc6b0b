import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright';
import { expect, it } from 'vitest';
import { parts } from '../../build/desktop/parts.ts';
import { defaultSettings, type Settings } from '../../electron/contract/settings.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring, startApp } from './app.ts';
import { formParts, goOffline, openAccount, openByKeyboard, openTicketOf } from './open-account.ts';

const isShown = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()));
const closeWindow = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
const quit = (app: ElectronApplication) => app.evaluate((electron) => electron.app.quit());

const writeSettings = (folder: string, settings: Partial<Settings>) =>
  writeFile(join(folder, 'settings.json'), JSON.stringify({ ...defaultSettings, ...settings }));

it.skipIf(process.platform === 'darwin')(
  'a window that is closed goes into the tray, comes back as it was, and quits with everything saved',
  async () => {
    const { app, page, folder, keyring } = await openAccount();
    await page.evaluate(() => window.desk.settings.change({ staysInTray: true }));
    await page.keyboard.press('n');
    await formParts(page).newTicket.waitFor();
    await page.keyboard.type('Half a title');
    await closeWindow(app);
    await expect.poll(() => isShown(app)).toEqual([false]);

    await app.evaluate((electron) => electron.app.emit('second-instance', {}, [], '')); // the program is started again
    await expect.poll(() => isShown(app)).toEqual([true]);
    await page.keyboard.type(', and the rest');
    await closeWindow(app);
    await expect.poll(() => isShown(app)).toEqual([false]);
    const ended = app.waitForEvent('close');
    await quit(app);
    await ended;

    const second = await startApp(folder, keyring);
    await parts(second.page).rows.first().waitFor();
    await second.page.keyboard.press('n');
    expect(await formParts(second.page).newTicket.getByLabel('Title').inputValue()).toBe('Half a title, and the rest');
  },
);

it.skipIf(process.platform === 'darwin')('a question before quitting brings the window back', async () => {
  const { app, page, service } = await openAccount();
  await page.evaluate(() => window.desk.settings.change({ staysInTray: true }));
  await goOffline(page, service);
  await openByKeyboard(page, openTicketOf(service).id);
  await page.keyboard.press('c');
  await page.keyboard.type('Any news?');
  await page.keyboard.press('Control+Enter');
  await formParts(page).comments.filter({ hasText: 'Not confirmed yet' }).waitFor();
  await closeWindow(app);
  await expect.poll(() => isShown(app)).toEqual([false]);
  await quit(app);
  await page.getByRole('dialog', { name: 'Some changes are not sent yet' }).waitFor();
  await expect.poll(() => isShown(app)).toEqual([true]);
  const ended = app.waitForEvent('close');
  await Promise.allSettled([ended, page.getByRole('button', { name: 'Quit' }).click()]); // the page goes before it has answered
  await ended;
});

it('a start by the system shows no window if there is a tray to open it from', async () => {
  const folder = await ownFolder();
  const keyring = await ownKeyring();
  await writeSettings(folder, { staysInTray: true });
  const hidden = await startApp(folder, keyring, '--hidden');
  await hidden.page.getByRole('button', { name: 'Try the demo' }).waitFor({ state: 'attached' });
  const log = () => readFile(join(folder, 'logs/main.log'), 'utf8').catch(() => '');
  await expect.poll(log).toContain('started in'); // by then the settings have been followed
  expect(await isShown(hidden.app)).toEqual([false]);
  await hidden.app.evaluate((electron) => electron.app.emit('second-instance', {}, ['--hidden'], ''));
  expect(await isShown(hidden.app)).toEqual([false]);
  await hidden.app.evaluate((electron) => electron.app.emit('second-instance', {}, [], ''));
  await expect.poll(() => isShown(hidden.app)).toEqual([true]);
  await hidden.close();

  await writeSettings(folder, {});
  const shown = await startApp(folder, keyring, '--hidden');
  await expect.poll(() => isShown(shown.app)).toEqual([true]);
});
