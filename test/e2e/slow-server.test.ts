import { expect, it, onTestFinished } from 'vitest';
import { parts, signIn } from '../../build/desktop/parts.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { startDemoService } from '../../electron/demo/service.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring, startApp } from './app.ts';

it('a slow server: the time left of the first walk, and what a round costs when it is asked for', async () => {
  const service = await startDemoService({ ticketCount: 900, observedSpeed: 0.25 });
  onTestFinished(() => service.stop());
  const { page } = await startApp(await ownFolder(), await ownKeyring());
  const { rows, status, syncNow } = parts(page);
  await signIn(page, service.baseUrl, singleAccountCredentials);
  await rows.first().waitFor();
  await status.filter({ hasText: /^\d[\d,]* of 900 · about \d+ s left/ }).waitFor();
  await status.filter({ hasText: /^900 tickets · confirmed/ }).waitFor({ timeout: 60_000 });

  await syncNow.click();
  await status.filter({ hasText: /^Asking the server… · 900 tickets · confirmed|about \d+ s · 900 tickets/ }).waitFor();
  expect(await syncNow.getAttribute('aria-busy')).toBe('true');
  await status.filter({ hasText: /^900 tickets · confirmed/ }).waitFor({ timeout: 60_000 });
  // The second time it is known what a round costs.
  await syncNow.click();
  await status.filter({ hasText: /^Asking the server… about \d+ s · 900 tickets · confirmed/ }).waitFor();
});

it('an account without tickets is called that, and takes its first one', async () => {
  const service = await startDemoService({ ticketCount: 0, emptyListForm: 'zero-size' });
  onTestFinished(() => service.stop());
  const { page } = await startApp(await ownFolder(), await ownKeyring());
  const { status, ticket } = parts(page);
  await signIn(page, service.baseUrl, singleAccountCredentials);
  await page.getByText('This account has no tickets').waitFor();
  await status.filter({ hasText: /^0 tickets · confirmed/ }).waitFor();
  await page.getByRole('button', { name: 'New ticket' }).click();
  const form = page.getByRole('region', { name: 'New ticket' });
  await form.getByLabel('Title').fill('The first');
  await form.getByLabel('Site').selectOption({ index: 1 });
  await form.getByLabel('Request type').selectOption('Amenities');
  await form.getByLabel('Category').selectOption('Parking');
  await form.getByLabel('Description').fill('Of all.');
  await form.getByRole('button', { name: 'Create ticket' }).click();
  await ticket.getByText(/^WO\d+$/).waitFor();
  await status.filter({ hasText: /^1 ticket · confirmed/ }).waitFor();
  await page
    .locator('output')
    .filter({ hasText: /^1 ticket$/ })
    .waitFor();
});
