/* A part of the page that cannot be loaded, or that throws, leaves a sentence and ways on, and nothing typed is lost. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { expect, it } from 'vitest';
import { parts } from '../../build/desktop/parts.ts';
import { formParts, openAccount } from './open-account.ts';

const sentence = 'This part of the window could not be shown.';

it('a part that cannot be loaded leaves a way back, and is loaded when it is asked for again', async () => {
  const { app, page } = await openAccount();
  const { grid } = parts(page);
  const { newTicket } = formParts(page);
  const overview = page.getByRole('main', { name: 'Overview' });
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await beginTicket(page, 'Door of cage 1.02 does not close');

  await setLoading(app, false);
  await page.keyboard.press('Control+8');
  await page.getByText(sentence).waitFor();
  await page.getByRole('button', { name: 'Back to tickets' }).press('Enter');
  await grid.waitFor();
  await page.keyboard.press('Control+,');
  await page.getByText(sentence).waitFor();
  await grid.waitFor();
  await page.keyboard.press('Control+8');
  await page.getByRole('button', { name: 'Try again' }).waitFor(); // nor now, and it does not go on trying by itself

  await setLoading(app, true);
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await overview.waitFor();
  await page.keyboard.press('Control+,');
  await settings.waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+7');
  await grid.focus();
  await page.keyboard.press('n');
  await newTicket.waitFor();
  expect(await newTicket.getByLabel('Title').inputValue()).toBe('Door of cage 1.02 does not close');
});

it('a dialog that could not be loaded opens when it is asked for again', async () => {
  const { app, page } = await openAccount();
  await setLoading(app, false);
  await page.keyboard.press('Control+,');
  await page.getByText(sentence).waitFor();
  await setLoading(app, true);
  await page.keyboard.press('Control+,');
  await page.getByRole('dialog', { name: 'Settings' }).waitFor();
});

it('a screen that threw works again with what was typed, at once or in a window loaded anew', async () => {
  const { page } = await openAccount();
  const { grid } = parts(page);
  const { newTicket } = formParts(page);
  const title = newTicket.getByLabel('Title');
  await beginTicket(page, 'Door of cage 1.02');

  await breakDates(page);
  await page.keyboard.press('Control+2');
  await page.getByRole('button', { name: 'Try again' }).first().press('Enter');
  await page.getByText(sentence).first().waitFor(); // still broken
  await mendDates(page);
  await page.getByRole('button', { name: 'Try again' }).first().press('Enter');
  await grid.waitFor();
  await expect.poll(() => page.getByText(sentence).count()).toBe(0);
  await newTicket.waitFor();
  expect(await title.inputValue()).toBe('Door of cage 1.02');
  await title.press('End');
  await page.keyboard.type(' does not close');

  await breakDates(page);
  await page.keyboard.press('Control+7');
  await page.getByText(sentence).first().waitFor();
  await page.getByRole('button', { name: 'Reload the window' }).first().press('Enter');
  await grid.waitFor();
  await grid.focus();
  await page.keyboard.press('n');
  await newTicket.waitFor();
  expect(await title.inputValue()).toBe('Door of cage 1.02 does not close');
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

/** Lets the page load two of its later parts, or not. */
async function setLoading(app: ElectronApplication, isPossible: boolean): Promise<void> {
  await app.evaluate(({ BrowserWindow }, cancel) => {
    const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
    session?.webRequest.onBeforeRequest(({ url }, answer) =>
      answer({ cancel: cancel && /\/(?:overview-screen|settings-dialog)-[^/]*\.js$/.test(url) }),
    );
  }, !isPossible);
}

const dateFunctions = ['format', 'formatToParts'];

/** Every date throws from now on, until it is mended or the page is loaded anew. */
async function breakDates(page: Page): Promise<void> {
  await page.evaluate((names) => {
    const broken = {
      configurable: true,
      get() {
        throw new Error('dates are broken');
      },
    };
    const dates = Intl.DateTimeFormat.prototype;
    for (const name of names) {
      const whole = Object.getOwnPropertyDescriptor(dates, name);
      if (whole) Object.defineProperty(dates, `whole-${name}`, { ...whole, configurable: true });
      Object.defineProperty(dates, name, broken);
    }
  }, dateFunctions);
}

async function mendDates(page: Page): Promise<void> {
  await page.evaluate((names) => {
    const dates = Intl.DateTimeFormat.prototype;
    for (const name of names) {
      const whole = Object.getOwnPropertyDescriptor(dates, `whole-${name}`);
      if (whole) Object.defineProperty(dates, name, whole);
    }
  }, dateFunctions);
}
