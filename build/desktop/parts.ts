import type { Page } from 'playwright';

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
