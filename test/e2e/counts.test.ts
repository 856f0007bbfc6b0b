import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { chooseFilter, filterOptions, parts } from '../../build/desktop/parts.ts';
import { formParts, goOffline, openAccount } from './open-account.ts';

/** The names of a filter’s options, each with its count. The list is opened for it, and closed again. */
const optionsOf = (page: Page, filter: string) => async () => {
  await page.getByRole('combobox', { name: filter, exact: true }).click();
  await filterOptions(page, filter).first().or(page.getByText('Nothing found')).waitFor();
  const names = await filterOptions(page, filter).evaluateAll((options) =>
    options.map((option) => option.getAttribute('aria-label') ?? ''),
  );
  await page.keyboard.press('Escape');
  await page.getByRole('listbox', { name: `Values for ${filter}` }).waitFor({ state: 'hidden' });
  return names;
};

/** The number of tickets in an option’s words: `Amsterdam (12)`. */
const countOf = (option: string) => Number(/\((\d+)\)$/.exec(option)?.[1]);

it('a filter offers what the others leave over, with the number that comes of it', async () => {
  const { page } = await openAccount();
  const { search } = parts(page);
  const count = page.locator('output');
  await chooseFilter(page, 'Status', 'Open');
  const ofOpen = optionsOf(page, 'Category');
  const open = async () => Number(/^(\d+) of/.exec((await count.textContent()) ?? '')?.[1]);
  const sum = async () => (await ofOpen()).reduce((total, option) => total + countOf(option), 0);
  await expect.poll(async () => (await sum()) === (await open())).toBe(true);
  const [first = ''] = await ofOpen();
  await chooseFilter(page, 'Category', first.replace(/ \(\d+\)$/, ''));
  await count.filter({ hasText: new RegExp(`^${countOf(first)} of 200 tickets$`) }).waitFor();

  await search.fill('nothing is called like this');
  await page.getByText(/^Try fewer words. The list is filtered by Status: Open, Category: /).waitFor();
  await expect.poll(optionsOf(page, 'Site')).toEqual([]);
  await search.fill('');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await count.filter({ hasText: /^200 tickets$/ }).waitFor();
});

it('a new ticket counts at once, and one that the filters leave out is told of', async () => {
  const { page, service } = await openAccount();
  const { grid, status, ticket } = parts(page);
  const { newTicket } = formParts(page);
  await goOffline(page, service);
  const withoutCreator = async () => {
    const options = await optionsOf(page, 'Created by')();
    return countOf(options.find((option) => option.startsWith('(none)')) ?? '(0)');
  };
  await expect.poll(withoutCreator).toBe(service.tickets().filter(({ createdBy }) => createdBy.trim() === '').length);
  const before = await withoutCreator();
  await chooseFilter(page, 'Status', 'Completed');
  await page
    .locator('output')
    .filter({ hasText: /of 200 tickets/ })
    .waitFor();
  await grid.focus();
  await page.keyboard.press('n');
  for (const name of ['Title', 'Site', 'Request type', 'Category', 'Description']) {
    expect(await newTicket.getByLabel(name, { exact: true }).getAttribute('aria-required')).toBe('true');
  }
  await newTicket.getByText('Fields marked with * are required.').waitFor();
  await newTicket.getByLabel('Title').fill('Door of cage 1.02');
  await newTicket.getByLabel('Site').selectOption({ index: 1 });
  await newTicket.getByLabel('Request type').selectOption('Amenities');
  await newTicket.getByLabel('Category').selectOption('Parking');
  await newTicket.getByLabel('Description').fill('It stays open.');
  await page.keyboard.press('Control+Enter');
  await ticket.getByRole('heading', { name: 'Door of cage 1.02' }).waitFor();
  await page.getByText('Your new ticket “Door of cage 1.02” is not in this list').waitFor();

  await page.getByRole('button', { name: 'Show all tickets' }).click();
  await grid.getByRole('row').filter({ hasText: 'Door of cage 1.02' }).waitFor();
  await page.locator('output').filter({ hasText: '201 tickets, 1 not sent yet' }).waitFor();
  expect(await page.getByText('is not in this list').count()).toBe(0);
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  await expect.poll(withoutCreator).toBe(before + 1);

  await service.setConnected(true);
  await parts(page).syncNow.click();
  await ticket.getByText(/^WO\d+$/).waitFor();
  await page
    .locator('output')
    .filter({ hasText: /^201 tickets$/ })
    .waitFor();
  await status.filter({ hasText: '201 tickets · confirmed' }).waitFor();
});
