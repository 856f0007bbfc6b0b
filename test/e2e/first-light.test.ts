import { expect, it, onTestFinished } from 'vitest';
import { chooseFilter, parts, signIn, waitForFirstSync } from '../../build/desktop/parts.ts';
import { demoCredentials } from '../../electron/demo/credentials.ts';
import { startDemoService } from '../../electron/demo/service.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring, startApp } from './app.ts';

it('from the first start to reading without a network, and back', async () => {
  const service = await startDemoService();
  onTestFinished(() => service.stop());
  const folder = await ownFolder();
  const keyring = await ownKeyring();
  const { page, close } = await startApp(folder, keyring);
  const { status, grid, rows, search, ticket, syncNow } = parts(page);

  await signIn(page, service.baseUrl, demoCredentials);
  await page.getByRole('heading', { name: 'Choose an account' }).waitFor();
  await page.getByRole('button', { name: /Meridian Payments Europe/ }).click();
  await rows.first().waitFor();
  await waitForFirstSync(page, service.tickets().length);
  await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('8568'); // its header is a row too

  const wanted = service.tickets().find((candidate) => candidate.status === 'In Progress');
  if (!wanted) throw new Error('the demo service has no ticket in progress');
  await search.fill(wanted.id.slice(-5));
  await rows.filter({ hasText: wanted.id }).click();
  await ticket.getByRole('heading', { name: wanted.title.trim() }).waitFor();
  await ticket.getByText(wanted.description.trim().slice(0, 40)).first().waitFor();

  await service.setConnected(false);
  await syncNow.click();
  await status.filter({ hasText: 'Offline' }).waitFor();
  expect(await ticket.getByRole('heading', { name: wanted.title.trim() }).isVisible()).toBe(true);
  await search.fill('');
  await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('8568');
  await chooseFilter(page, 'Status', 'Open');
  await expect.poll(async () => Number(await grid.getAttribute('aria-rowcount'))).toBeLessThan(100);

  await close();
  const second = await startApp(folder, keyring);
  await parts(second.page).rows.first().waitFor();
  await parts(second.page).status.filter({ hasText: 'Offline' }).filter({ hasText: '8,567' }).waitFor();

  await service.setConnected(true);
  await parts(second.page).syncNow.click();
  await waitForFirstSync(second.page, service.tickets().length);
  expect(await parts(second.page).status.textContent()).not.toContain('Offline');
});
