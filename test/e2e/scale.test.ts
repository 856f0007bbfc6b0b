import { expect, it, onTestFinished } from 'vitest';
import { startService } from '../../build/desktop/demo-service.ts';
import { chooseFilter, parts, signIn, waitForFirstSync } from '../../build/desktop/parts.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring, startApp } from './app.ts';

const ticketCount = 100_000;

it('a hundred thousand tickets: all fetched, found, scrolled through, and there at once without a network', async () => {
  const service = await startService({ tickets: ticketCount });
  onTestFinished(() => service.stop());
  const folder = await ownFolder();
  const keyring = await ownKeyring();
  const { page, close } = await startApp(folder, keyring);
  const { grid, rows, search, status } = parts(page);

  await signIn(page, service.baseUrl, singleAccountCredentials);
  await rows.first().waitFor(); // long before the last
  await status.filter({ hasText: /of 100,000/ }).waitFor();
  await waitForFirstSync(page, ticketCount, 90_000);
  await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe(String(ticketCount + 1));

  // The scroll bar is true, and few rows are in the page wherever it stands.
  await grid.evaluate((box) => box.scrollTo(0, box.scrollHeight));
  const last = grid.locator(`[aria-rowindex="${ticketCount + 1}"]`).filter({ hasText: /WO\d/ });
  await last.waitFor();
  expect(await grid.getByRole('row').count()).toBeLessThan(100);
  const id = /WO\d+/.exec((await last.textContent()) ?? '')?.[0] ?? '';

  // The end of an id finds it, together with a filter and another order, and what matched is marked.
  await page.getByRole('columnheader', { name: 'Title' }).getByRole('button').click();
  await search.fill(id.slice(-6));
  await rows.filter({ hasText: id }).waitFor();
  await expect.poll(() => rows.filter({ hasText: id }).locator('mark').first().textContent()).toBe(id.slice(-6));
  await search.fill('');
  await chooseFilter(page, 'Status', 'Open');
  await expect.poll(async () => Number(await grid.getAttribute('aria-rowcount'))).toBeLessThan(10_000);

  await close();
  await service.stop();
  const second = await startApp(folder, keyring);
  await parts(second.page).rows.first().waitFor();
  await parts(second.page).status.filter({ hasText: 'Offline' }).filter({ hasText: '100,000' }).waitFor();
  await parts(second.page).search.fill(id.slice(-6));
  await parts(second.page).rows.filter({ hasText: id }).waitFor();
});
