import type { Page } from 'playwright';
import { expect, it, onTestFinished } from 'vitest';
import { parts, signIn, waitForFirstSync } from '../../build/desktop/parts.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { startDemoService } from '../../electron/demo/service.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring, readKeyring, startApp } from './app.ts';
import { violationsIn } from './violations.ts';

it('says step by step what works, and copies it without a secret', async () => {
  const service = await startDemoService({ ticketCount: 60 });
  onTestFinished(() => service.stop());
  const keyring = await ownKeyring();
  const { app, page } = await startApp(await ownFolder(), keyring);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page, service.baseUrl, singleAccountCredentials);
  await waitForFirstSync(page, 60);
  await service.setConnected(false);
  await parts(page).syncNow.click();
  await page.getByRole('button', { name: 'Details' }).click();
  await page.getByRole('button', { name: 'Run diagnostics' }).click();
  const dialog = page.getByRole('dialog', { name: 'Diagnostics' });
  const steps = dialog.getByRole('list', { name: 'Steps' }).getByRole('listitem');
  await steps.filter({ hasText: 'Secure connection (TLS): Fails' }).waitFor({ timeout: 30_000 });
  await steps.filter({ hasText: 'Account: Not tried' }).waitFor();
  await service.setConnected(true);
  await dialog.getByRole('button', { name: 'Run again' }).click();
  await steps.filter({ hasText: 'Permission for the tickets: Works' }).waitFor({ timeout: 30_000 });
  expect(await steps.filter({ hasText: /: Works/ }).count()).toBe(9);
  expect(await violationsIn(page)).toEqual([]);

  await dialog.getByRole('button', { name: 'Copy' }).click();
  await dialog.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain('Works: Keychain');
  const entries = (await readKeyring(keyring)).map(({ password }) => password.replace(/^\d+[ab]\n/, ''));
  const secrets = [...entries, singleAccountCredentials.clientSecret, singleAccountCredentials.clientId];
  expect(secrets.filter((secret) => copied.includes(secret))).toEqual([]);
  expect(entries.some((entry) => entry.includes('diagnosis'))).toBe(false);
});

it('lists the keys, from anywhere and by the keyboard alone', async () => {
  const { app, page } = await startApp(await ownFolder(), await ownKeyring());
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('button', { name: 'Try the demo' }).waitFor();
  await page.keyboard.press('F1');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await dialog.getByText('open the ticket').waitFor();
  expect(await violationsIn(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await app.evaluate(({ Menu, BrowserWindow }) => {
    const help = Menu.getApplicationMenu()?.items.find(({ role }) => role === 'help');
    const [window] = BrowserWindow.getAllWindows();
    help?.submenu?.items.find(({ label }) => label === 'Diagnostics')?.click({}, window, undefined);
  });
  await page.getByRole('dialog', { name: 'Diagnostics' }).waitFor();
});

it('stays usable at 200 % and with the system’s own colours', async () => {
  const service = await startDemoService({ ticketCount: 60 });
  onTestFinished(() => service.stop());
  const { app, page } = await startApp(await ownFolder(), await ownKeyring());
  await page.getByRole('button', { name: 'Try the demo' }).waitFor();
  const isShown = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await expect.poll(isShown).toBe(true); // a window that was zoomed before it was shown may never paint again
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2));
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBeLessThanOrEqual(641);
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await signIn(page, service.baseUrl, singleAccountCredentials);
  await waitForFirstSync(page, 60);
  await parts(page).rows.first().click();
  await parts(page).ticket.getByRole('heading', { name: 'Description' }).waitFor();
  expect(await cutOffIn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await parts(page).rows.first().waitFor();
  expect(await cutOffIn(page)).toEqual([]);
  expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
  await page.keyboard.press('Tab'); // only what is focused by key shows that it is
  const outline = await page.evaluate(() => {
    const focused = document.activeElement;
    return focused && focused !== document.body ? getComputedStyle(focused).outlineStyle : 'none';
  });
  expect(outline).not.toBe('none');
});

/** Buttons and fields that stand beyond the window's edge, where nobody can reach them without scrolling sideways. */
const cutOffIn = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, input, select, [role="status"]')]
      .filter((part) => part.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }))
      .filter((part) => part.getBoundingClientRect().width > 1)
      .filter((part) => part.getBoundingClientRect().right > window.innerWidth + 1)
      .map((part) => part.outerHTML.slice(0, 100)),
  );
