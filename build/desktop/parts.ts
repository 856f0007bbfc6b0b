import type { Page } from 'playwright';

type Credentials = { clientId: string; clientSecret: string };

/** The parts of the screen, by the accessible names that are promised to people's screen readers. */
export const parts = (page: Page) => ({
  status: page.getByRole('status', { name: 'Sync status' }),
  grid: page.getByRole('grid', { name: 'Tickets' }),
  rows: page.getByRole('grid', { name: 'Tickets' }).getByRole('row').filter({ hasText: /WO\d/ }),
  search: page.getByRole('searchbox', { name: 'Search tickets' }),
  ticket: page.getByRole('region', { name: 'Ticket', exact: true }),
  syncNow: page.getByRole('button', { name: 'Sync now' }),
});

/** Waits until the whole list of `count` tickets is in the cache and confirmed. */
export async function waitForFirstSync(page: Page, count: number, limitMs = 60_000): Promise<void> {
  const tickets = `${count.toLocaleString('en')} tickets`;
  await parts(page)
    .status.filter({ hasText: tickets })
    .filter({ hasText: /· confirmed \d/ })
    .waitFor({ timeout: limitMs });
}

/** Fills in the first start's form for a server of one's own, as a person does; all that is left is the click. */
export async function fillInSignIn(page: Page, baseUrl: string, credentials: Credentials): Promise<void> {
  await page.getByRole('radio', { name: 'Custom' }).check();
  await page.getByRole('textbox', { name: 'API base URL' }).fill(baseUrl);
  await page.getByRole('textbox', { name: 'Client ID' }).fill(credentials.clientId);
  await page.getByLabel('Client secret').fill(credentials.clientSecret);
}

/** Signs in to a server of one's own. */
export async function signIn(page: Page, baseUrl: string, credentials: Credentials): Promise<void> {
  await fillInSignIn(page, baseUrl, credentials);
  await clickSignIn(page);
}

export const clickSignIn = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Sign in', exact: true }).click();
