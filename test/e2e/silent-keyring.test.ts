/* A keyring that is there and never answers, or late: its process stands still. Nothing waits without a word and a way on. */

import type { Page } from 'playwright';
import { expect, it, onTestFinished, vi } from 'vitest';
import { parts, signIn, waitForFirstSync } from '../../build/desktop/parts.ts';
import { demoCredentials, singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { startDemoService } from '../../electron/demo/service.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring, startApp } from './app.ts';

/** Each waits for the keyring several times. */
const timeLimitMs = 240_000;
const onLinux = it.skipIf(process.platform !== 'linux');

async function ownService() {
  const service = await startDemoService({ ticketCount: 200 });
  onTestFinished(() => service.stop());
  return service;
}

const waitNote = (page: Page) => page.getByRole('status').filter({ hasText: 'Waiting for the keychain' });
const doNotWait = (page: Page) => page.getByRole('button', { name: 'Do not wait' });
const silent = (page: Page) => page.getByRole('alert').filter({ hasText: 'locked or does not respond' });

/** Does not wait, unless the keychain counts as silent without it: for some seconds after the last time. */
async function goOn(page: Page): Promise<void> {
  const [button, told] = [doNotWait(page), silent(page)];
  await button.or(told).first().waitFor();
  if (await button.isVisible()) await button.click();
  await told.waitFor();
}

onLinux(
  'a start says that it waits, can go on at once, tells Diagnostics, and opens when the answer comes',
  async () => {
    const service = await ownService();
    const [folder, keyring] = [await ownFolder(), await ownKeyring()];
    const first = await startApp(folder, keyring);
    await signIn(first.page, service.baseUrl, singleAccountCredentials);
    await waitForFirstSync(first.page, 200);
    await first.close();

    keyring.hang();
    const { app, page } = await startApp(folder, keyring);
    await doNotWait(page).click();
    await page.getByRole('heading', { name: /cannot be opened/ }).waitFor();
    await silent(page).getByRole('button', { name: 'Run diagnostics' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('locked or does not respond').first().waitFor({ timeout: 40_000 });
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    // For some seconds after “Do not wait”, nothing waits again.
    await vi.waitFor(
      async () => {
        await page.getByRole('button', { name: 'Try again' }).click();
        await waitNote(page).waitFor({ timeout: 3_000 });
      },
      { timeout: 30_000 },
    );
    setTimeout(() => keyring.goOn(), 20_000);
    await parts(page).rows.first().waitFor({ timeout: 60_000 });

    keyring.hang();
    const ended = app.waitForEvent('close', { timeout: 20_000 });
    await app.evaluate((electron) => electron.app.quit());
    await ended;
  },
  timeLimitMs,
);

onLinux(
  'signing in, switching and signing out say that they wait; an account of this session opens without',
  async () => {
    const service = await ownService();
    const keyring = await ownKeyring();
    const { app, page } = await startApp(await ownFolder(), keyring);
    await signIn(page, service.baseUrl, demoCredentials);
    await page.getByRole('button', { name: /Meridian Payments Europe/ }).click();
    await waitForFirstSync(page, 200);
    const choose = async (account: RegExp) => {
      await page.getByRole('button', { name: /^Account: / }).click();
      await page.getByRole('menuitem', { name: account }).click();
    };

    keyring.hang();
    await choose(/Meridian Payments Americas/);
    await doNotWait(page).click();
    await silent(page).waitFor();
    await page.getByRole('button', { name: /Meridian Payments Europe/ }).click();
    await parts(page).rows.first().waitFor(); // its key was kept

    await choose(/Sign out/);
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
    await goOn(page);
    await page.getByRole('button', { name: /Sign in to another account/ }).click();
    await signIn(page, service.baseUrl, singleAccountCredentials);
    await goOn(page);
    await silent(page).getByRole('button', { name: 'Continue for this session only' }).click();
    await waitForFirstSync(page, 200);
    expect(await waitNote(page).count()).toBe(0);

    const ended = app.waitForEvent('close', { timeout: 20_000 });
    await app.evaluate((electron) => electron.app.quit());
    await ended;
  },
  timeLimitMs,
);
