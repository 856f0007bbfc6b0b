/* The overview in the real application, with the keyboard alone: its charts, their tables, and the tickets behind a bar. */

import { expect, it } from 'vitest';
import { parts } from '../../build/desktop/parts.ts';
import { dayParts, runCommand } from './day-parts.ts';
import { goOffline, openAccount } from './open-account.ts';

const charts = [
  'Open tickets by site',
  'Open tickets by category',
  'Open tickets by age',
  'Oldest open tickets',
  'Longest without news',
  'Created and closed by week',
  'Time to completion by site',
  'Time to completion by category',
  'Sent from this computer',
];

it('each chart has a name and a table, and a bar opens the tickets behind it, also without a network', async () => {
  const { page, service } = await openAccount();
  const { count } = dayParts(page);
  const overview = page.getByRole('main', { name: 'Overview' });
  const bySite = overview.getByRole('figure', { name: 'Open tickets by site' });
  const open = service.tickets().filter(({ status }) => status === 'New' || status === 'In Progress');
  const site = open[0]?.site ?? '';
  const expected = open.filter((ticket) => ticket.site === site).length;

  await page.keyboard.press('Control+8');
  await overview.getByRole('heading', { name: 'Overview' }).waitFor();
  for (const name of charts) {
    const chart = overview.getByRole('figure', { name });
    await chart.waitFor();
    expect(await chart.getByRole('button', { name: 'Show as table' }).count(), name).toBe(1);
  }
  await bySite.getByRole('button', { name: `${site}: ${expected} ticket` }).press('Enter');
  await count(new RegExp(`^${expected} of 200 tickets`)).waitFor();
  await expect.poll(() => parts(page).rows.filter({ hasText: site }).count()).toBeGreaterThan(0);
  expect(await parts(page).rows.filter({ hasNotText: site }).count()).toBe(0);

  await goOffline(page, service);
  await runCommand(page, 'overview');
  await overview.getByText(/^Offline\. As of/).waitFor();
  await bySite.getByRole('button', { name: 'Show as table' }).press('Enter');
  const rows = bySite.getByRole('table', { name: 'Open tickets by site' }).getByRole('row');
  await rows
    .filter({ hasText: site })
    .getByRole('cell', { name: String(expected), exact: true })
    .waitFor();
  const numbers = await rows.locator('td:last-child').allTextContents();
  expect(numbers.reduce((sum, number) => sum + Number(number), 0)).toBe(open.length);

  const weeks = overview.getByRole('figure', { name: 'Created and closed by week' });
  const chart = weeks.getByRole('button', { name: /Enter shows the tickets/ });
  await chart.focus();
  await page.keyboard.press('Home');
  await weeks.getByRole('button', { name: /created in the week from .* Show these tickets$/ }).waitFor();
  await page.keyboard.press('Escape');
  await parts(page).grid.and(page.locator(':focus')).waitFor();
});
