import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { chooseFilter, parts } from '../../build/desktop/parts.ts';
import { openAccount } from './open-account.ts';

const viewParts = (page: Page) => {
  const nav = page.getByRole('navigation', { name: 'Views' });
  return {
    nav,
    view: (name: string) => nav.getByRole('button', { name: new RegExp(`^${name}\\b`) }),
    savedNames: async () => (await nav.locator('ul').last().locator('bdi').allTextContents()).join(', '),
    name: page.getByRole('textbox', { name: 'View name' }),
    count: page.locator('output'),
  };
};

const focusedName = (page: Page) => () =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);

/** Narrows the list to a status, and saves that as a view by keyboard. */
async function saveStatus(page: Page, status: string, name: string): Promise<void> {
  const views = viewParts(page);
  await views.view('All tickets').click();
  await chooseFilter(page, 'Status', status);
  await page.getByRole('button', { name: 'Save view' }).press('Enter');
  await views.name.fill(name);
  await page.keyboard.press('Enter');
  await views.nav.locator('[aria-current]', { hasText: name }).waitFor();
}

it('views are chosen with the arrow keys, and say how many tickets they hold', async () => {
  const { page } = await openAccount();
  const { grid } = parts(page);
  const { nav, view, count } = viewParts(page);
  await view('All tickets').filter({ hasText: '200' }).waitFor();
  await view('All tickets').focus();
  await page.keyboard.press('Home');
  await expect.poll(focusedName(page)).toMatch(/^Needs attention, \d/);
  await page.keyboard.press('ArrowDown');
  await expect.poll(focusedName(page)).toMatch(/^Open, \d+ tickets$/);
  const open = Number(/\d+/.exec((await focusedName(page)()) ?? '')?.[0]);
  await page.keyboard.press('Enter');
  await count.filter({ hasText: new RegExp(`^${open} open tickets$`) }).waitFor();
  expect(await grid.getAttribute('aria-rowcount')).toBe(String(open + 1));
  expect(await nav.locator('[aria-current]').getAttribute('aria-label')).toMatch(/^Open,/);

  await view('Starred').click();
  await page.getByText('No starred tickets.').waitFor();
});

it('a view is saved, changed, renamed, moved and removed, and comes back', async () => {
  const { page } = await openAccount();
  const views = viewParts(page);
  await saveStatus(page, 'Completed', 'Done');
  await saveStatus(page, 'New', 'Fresh');
  await expect.poll(views.savedNames).toBe('Done, Fresh');
  expect(await page.getByRole('button', { name: 'Save view' }).count()).toBe(0);

  await chooseFilter(page, 'Status', 'In Progress');
  await page.getByRole('button', { name: 'Update view' }).press('Enter');
  await views.view('Done').click();
  await page.getByRole('button', { name: 'Remove filter: Status: Completed' }).waitFor();
  await views.view('Fresh').click();
  await page.getByRole('button', { name: 'Remove filter: Status: New, In Progress' }).waitFor();

  const menu = views.nav.getByRole('button', { name: 'Actions for the view Fresh' });
  await menu.press('Enter');
  await page.getByRole('menuitem', { name: 'Rename…' }).press('Enter');
  await views.name.fill('done');
  await page.keyboard.press('Enter');
  await page.getByText('Another view has this name.').waitFor();
  await views.name.fill('Under way');
  await page.keyboard.press('Enter');
  await expect.poll(views.savedNames).toBe('Done, Under way');

  const renamed = views.nav.getByRole('button', { name: 'Actions for the view Under way' });
  await expect.poll(focusedName(page)).toBe('Actions for the view Under way');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Move up' }).press('Enter');
  await expect.poll(views.savedNames).toBe('Under way, Done');
  await renamed.press('Enter');
  await page.getByRole('menuitem', { name: 'Remove' }).press('Enter');
  await expect.poll(views.savedNames).toBe('Done');
  await expect.poll(focusedName(page)).toMatch(/^Done, \d/);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect.poll(views.savedNames).toBe('Under way, Done');

  await page.reload();
  await expect.poll(views.savedNames).toBe('Under way, Done');
});

it('the views are folded to their icons, and are a menu in a narrow window', async () => {
  const { page } = await openAccount();
  const { nav, view, count } = viewParts(page);
  await nav.getByRole('button', { name: 'Fold views' }).press('Enter');
  await expect.poll(focusedName(page)).toBe('Unfold views');
  await view('Open').click();
  await count.filter({ hasText: /open tickets$/ }).waitFor();
  await page.setViewportSize({ width: 900, height: 600 });
  const menu = page.getByRole('button', { name: 'Views: Open' });
  await expect.poll(() => menu.getAttribute('aria-description')).toMatch(/^Needs attention, \d+ tickets?$/);
  expect(await menu.textContent()).toMatch(/^Open\d+$/);
  await menu.press('Enter');
  await expect.poll(focusedName(page)).toMatch(/^Open, /);
  await page.keyboard.press('End');
  await expect.poll(focusedName(page)).toBe('Hand-over');
  for (let up = 0; up < 2; up++) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await count.filter({ hasText: /^200 tickets$/ }).waitFor();
  await expect.poll(() => nav.count()).toBe(0);
});
