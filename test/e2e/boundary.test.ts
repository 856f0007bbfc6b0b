/* A part of the page that cannot be loaded, or that throws, leaves a sentence and ways on, and nothing typed is lost. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { expect, it } from 'vitest';
import { parts } from '../../build/desktop/parts.ts';
import { formParts, openAccount } from './open-account.ts';

const sentence = 'This part of the window could not be shown.';

it('a part that cannot be loaded, and a screen that throws, leave a way back and what was typed', async () => {
  const { app, page } = await openAccount();
  const { grid } = parts(page);
  const { newTicket } = formParts(page);
  const title = newTicket.getByLabel('Title');
  const overview = page.getByRole('main', { name: 'Overview' });
  await grid.focus();
  await page.keyboard.press('n');
  await newTicket.waitFor();
  await page.keyboard.type('Door of cage 1.02 does not close');

  await setLoading(app, false);
  await page.keyboard.press('Control+8');
  await page.getByText(sentence).waitFor();
  await page.getByRole('button', { name: 'Back to tickets' }).press('Enter');
  await grid.waitFor();
  await page.keyboard.press('Control+,');
  await page.getByText(sentence).waitFor();
  await grid.waitFor();
  await setLoading(app, true);
  await page.keyboard.press('Control+8');
  await page.getByRole('button', { name: 'Load the window anew' }).press('Enter'); // Chromium keeps that a script did not load
  await grid.waitFor();
  await page.keyboard.press('Control+8');
  await overview.waitFor();

  await page.keyboard.press('Control+7');
  await grid.focus();
  await page.keyboard.press('n');
  await newTicket.waitFor();
  expect(await title.inputValue()).toBe('Door of cage 1.02 does not close');
  await title.press('End');
  await page.keyboard.type(' at all');
  await breakDates(page);
  await page.keyboard.press('Control+2');
  await page.getByText(sentence).first().waitFor();
  await page.getByRole('button', { name: 'Load the window anew' }).first().press('Enter');
  await grid.waitFor();
  await grid.focus();
  await page.keyboard.press('n');
  await newTicket.waitFor();
  expect(await title.inputValue()).toBe('Door of cage 1.02 does not close at all');
});

it('what fails in the page is in the log, without what was on the screen', async () => {
  const { page, folder } = await openAccount();
  await beginTicket(page, 'Door of cage 1.02');
  await page.evaluate(() => {
    setTimeout(() => {
      throw new RangeError('Door of cage 1.02 in a script');
    });
    void Promise.reject(new TypeError('Door of cage 1.02 in a promise'));
  });
  await breakDates(page);
  await page.keyboard.press('Control+2');
  await page.getByText(sentence).first().waitFor();

  const log = () => readFile(join(folder, 'logs/main.log'), 'utf8');
  await expect.poll(log).toContain('the page: RangeError, in a script\n');
  await expect.poll(log).toContain('the page: TypeError, in a promise\n');
  const place = String.raw`[\w-]+\.js:\d+:\d+`;
  const caught = new RegExp(`the page: Error, a part of the window was not shown, at ${place}.*, in ${place}`);
  await expect.poll(log).toMatch(caught);
  expect(await log()).not.toMatch(/Door|dates are broken/);
});

/** Begins a ticket, whose form stays open. */
async function beginTicket(page: Page, title: string): Promise<void> {
  await parts(page).grid.focus();
  await page.keyboard.press('n');
  await formParts(page).newTicket.waitFor();
  await page.keyboard.type(title);
}

/** Lets the page load its later parts, or not. */
async function setLoading(app: ElectronApplication, isPossible: boolean): Promise<void> {
  await app.evaluate(({ BrowserWindow }, cancel) => {
    const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
    session?.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: cancel && url.endsWith('.js') }));
  }, !isPossible);
}

/** Every date throws from now on, until the page is loaded anew. */
async function breakDates(page: Page): Promise<void> {
  await page.evaluate(() => {
    const broken = {
      get() {
        throw new Error('dates are broken');
      },
    };
    for (const name of ['format', 'formatToParts']) Object.defineProperty(Intl.DateTimeFormat.prototype, name, broken);
  });
}
