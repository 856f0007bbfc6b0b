import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { chooseFilter, filterOptions, parts } from '../../build/desktop/parts.ts';
import { openAccount } from './open-account.ts';

/** The controls of the filter bar that cannot be seen in full: cut off by the window's edge, or under the count. */
const hiddenIn = (page: Page, which: 'all' | 'focused') =>
  page.evaluate((which) => {
    const bar = document.querySelector('fieldset[aria-label="Filters"]');
    const count = bar?.querySelector('output')?.getBoundingClientRect();
    const controls = [...(bar?.querySelectorAll('button') ?? [])];
    return controls
      .filter((control) => which === 'all' || control === document.activeElement)
      .filter((control) => {
        const { left, right, top, bottom } = control.getBoundingClientRect();
        const isBesideCount = count !== undefined && top < count.bottom && bottom > count.top;
        return left < 0 || right > (isBesideCount ? count.left : window.innerWidth);
      })
      .map((control) => control.textContent);
  }, which);

const focusedName = (page: Page) => () =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);

it('every filter is in sight in a small window, and in the smallest and at 200 % what the keyboard comes to', async () => {
  const { page } = await openAccount();
  await page.setViewportSize({ width: 900, height: 600 });
  await chooseFilter(page, 'Status', 'Completed');
  await page.getByRole('button', { name: 'Remove filter: Status: Completed' }).waitFor();
  expect(await hiddenIn(page, 'all')).toEqual([]);

  for (const viewport of [
    { width: 720, height: 480 },
    { width: 360, height: 240 },
  ]) {
    await page.setViewportSize(viewport);
    await page.getByRole('button', { name: /^Views/ }).focus();
    for (const name of [
      ...['Status', 'Site', 'Request type', 'Category', 'Created by', 'Dates', 'Export'],
      ...['Remove filter: Status: Completed', 'Clear filters', 'Save view'],
    ]) {
      await page.keyboard.press('Tab');
      await expect.poll(focusedName(page)).toBe(name);
      await expect.poll(() => hiddenIn(page, 'focused')).toEqual([]);
    }
  }
});

it('an open filter keeps the keyboard when the window becomes so small that its button is out of sight', async () => {
  const { page } = await openAccount();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: 'Dates', exact: true }).press('Enter');
  const created = page.getByRole('combobox', { name: 'Created', exact: true });
  await created.waitFor();
  await page.setViewportSize({ width: 640, height: 400 });
  await created.waitFor();
  const dialog = page.getByRole('dialog');
  const rightEdge = () => dialog.evaluate((element) => element.getBoundingClientRect().right);
  await expect.poll(rightEdge).toBeLessThanOrEqual(640);
  await created.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(focusedName(page)).toBe('Dates');
});

it('filters are set and taken off by keyboard, several values of each, and spans of days', async () => {
  const { page } = await openAccount();
  const status = page.getByRole('combobox', { name: 'Status', exact: true });
  const count = page.locator('output');
  await status.focus();
  await page.keyboard.press('Enter');
  await filterOptions(page, 'Status').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect.poll(() => status.textContent()).toBe('Open');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect.poll(() => status.textContent()).toBe('2 statuses');
  expect(await filterOptions(page, 'Status').and(page.locator('[aria-selected="true"]')).count()).toBeGreaterThan(2);
  await page.keyboard.press('Escape');
  await expect.poll(focusedName(page)).toBe('Status');

  await page.getByRole('button', { name: 'Dates' }).press('Enter');
  await page.getByLabel('Created', { exact: true }).selectOption('Last 90 days');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Remove filter: Created: last 90 days' }).press('Enter');
  await expect.poll(focusedName(page)).toMatch(/^Remove filter: Status: Open, /);
  await page.keyboard.press('Enter');
  await count.filter({ hasText: /^200 tickets$/ }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('tickets-grid');
});

it('how many match is said of what was searched for, never of the list before', async () => {
  const { page } = await openAccount();
  const { search } = parts(page);
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => said.push(document.querySelector('output')?.textContent ?? '')).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  await search.fill('nothing is called like this');
  await page
    .locator('output')
    .filter({ hasText: /^0 of 200/ })
    .waitFor();
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said.filter((text) => text.startsWith('200 of'))).toEqual([]);
});
