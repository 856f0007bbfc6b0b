import type { Page } from 'playwright';
import { expect, it, onTestFinished } from 'vitest';
import { parts, signIn, waitForFirstSync } from '../../build/desktop/parts.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { startDemoService } from '../../electron/demo/service.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring, startApp } from './app.ts';
import { violationsIn } from './violations.ts';

const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands' });
const isInGrid = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('role') === 'grid');

/** What a screen reader says when the keyboard is in the palette's text box. */
const activeOption = (page: Page) =>
  page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant');
    return (id && document.getElementById(id)?.textContent) ?? null;
  });

async function run(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

it('does everything from the palette, by the keyboard alone', async () => {
  const service = await startDemoService({ ticketCount: 60 });
  onTestFinished(() => service.stop());
  const { page } = await startApp(await ownFolder(), await ownKeyring());
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page, service.baseUrl, singleAccountCredentials);
  await waitForFirstSync(page, 60);
  const [id = ''] = /WO\d+/.exec((await parts(page).rows.nth(7).textContent()) ?? '') ?? [];
  await parts(page).grid.focus();

  await page.keyboard.press('Control+k');
  await palette(page).getByRole('combobox', { name: 'Type a command or a ticket' }).waitFor();
  expect(await activeOption(page)).toContain('Search tickets');
  expect(await violationsIn(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  expect(await activeOption(page)).toContain('New ticket');
  await page.keyboard.type(id.slice(1).toLowerCase());
  await expect.poll(() => activeOption(page)).toContain(id);
  await page.keyboard.press('Control+k');
  await palette(page).waitFor({ state: 'detached' });
  expect(await isInGrid(page)).toBe(true);

  await run(page, 'settings');
  await page.getByRole('dialog', { name: 'Settings' }).waitFor();
  expect(await violationsIn(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await isInGrid(page)).toBe(true);

  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Title' }).fill('Cleaning of {rack}');
  await run(page, 'templates');
  const templates = page.getByRole('dialog', { name: 'Templates' });
  await templates.getByRole('textbox', { name: 'Template name' }).fill('Cleaning');
  await page.keyboard.press('Enter');
  await templates.getByRole('button', { name: 'Use the template Cleaning' }).press('Enter');
  await templates.getByRole('textbox', { name: 'rack' }).fill('R12');
  expect(await violationsIn(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Cleaning of R12');

  await page.keyboard.press('Control+k');
  await palette(page)
    .getByRole('option', { name: /Templates/ })
    .waitFor(); // among the recent ones
  await page.keyboard.press('Escape');
});
