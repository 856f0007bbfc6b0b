import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { parts } from '../../build/desktop/parts.ts';
import { openAccount } from './open-account.ts';

/** The controls of the filter bar that cannot be seen in full: cut off by the window's edge, or under the count. */
const hiddenIn = (page: Page, which: 'all' | 'focused') =>
  page.evaluate((which) => {
    const bar = document.querySelector('fieldset[aria-label="Filters"]');
    const end = bar?.querySelector('output')?.getBoundingClientRect().left ?? 0;
    const controls = [...(bar?.querySelectorAll('select, button') ?? [])];
    return controls
      .filter((control) => which === 'all' || control === document.activeElement)
      .filter((control) => {
        const { left, right } = control.getBoundingClientRect();
        return left < 0 || right > end;
      })
      .map((control) => control.textContent);
  }, which);

it('every filter is in sight in the smallest window, and at 200 % what the keyboard comes to', async () => {
  const { page } = await openAccount();
  const status = page.getByLabel('Status', { exact: true });
  await page.setViewportSize({ width: 720, height: 480 });
  await status.selectOption('Completed');
  await page.getByLabel('Category', { exact: true }).selectOption({ index: 2 });
  await page.getByRole('button', { name: 'Clear filters' }).waitFor();
  expect(await hiddenIn(page, 'all')).toEqual([]);

  await page.setViewportSize({ width: 360, height: 240 });
  await status.focus();
  for (const name of ['Site', 'Request type', 'Category', 'Created by', 'Clear filters']) {
    await page.keyboard.press('Tab');
    await expect
      .poll(() =>
        page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent),
      )
      .toBe(name);
    await expect.poll(() => hiddenIn(page, 'focused')).toEqual([]);
  }
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
