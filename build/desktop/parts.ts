import type { Page } from 'playwright';

type Credentials = { clientId: string; clientSecret: string };

/** The parts of the screen, found by the accessible names that screen readers depend on. */
export const parts = (page: Page) => ({
  status: page.getByRole('status', { name: 'Sync status' }),
  grid: page.getByRole('grid', { name: 'Tickets' }),
  rows: page.getByRole('grid', { name: 'Tickets' }).getByRole('row').filter({ hasText: /WO\d/ }),
  search: page.getByRole('searchbox', { name: 'Search tickets' }),
  ticket: page.getByRole('region', { name: 'Ticket', exact: true }),
  syncNow: page.getByRole('button', { name: 'Sync now' }),
});

/** The options of a filter whose list is open. */
export const filterOptions = (page: Page, filter: string) =>
  page.getByRole('listbox', { name: `Values for ${filter}` }).getByRole('option');

/** Chooses an option of a filter, or chooses it no more, and closes the list. @param option what stands before its count */
export async function chooseFilter(page: Page, filter: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: filter, exact: true }).click();
  await page
    .getByRole('listbox', { name: `Values for ${filter}` })
    .getByRole('option', { name: `${option} (` })
    .click();
  await page.keyboard.press('Escape');
}

/** Waits until all `count` tickets are in the cache and confirmed. */
export async function waitForFirstSync(page: Page, count: number, limitMs = 60_000): Promise<void> {
  const tickets = `${count.toLocaleString('en')} tickets`;
  await parts(page)
    .status.filter({ hasText: tickets })
    .filter({ hasText: /· confirmed \d/ })
    .waitFor({ timeout: limitMs });
}

/** Fills in the sign-in form for a custom server, all but the final click. */
export async function fillInSignIn(page: Page, baseUrl: string, credentials: Credentials): Promise<void> {
  await page.getByRole('radio', { name: 'Custom' }).check();
  await page.getByRole('textbox', { name: 'API base URL' }).fill(baseUrl);
  await page.getByRole('textbox', { name: 'Client ID' }).fill(credentials.clientId);
  await page.getByLabel('Client secret').fill(credentials.clientSecret);
}

/** Signs in to a custom server. */
export async function signIn(page: Page, baseUrl: string, credentials: Credentials): Promise<void> {
  await fillInSignIn(page, baseUrl, credentials);
  await clickSignIn(page);
}

export const clickSignIn = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Sign in', exact: true }).click();
