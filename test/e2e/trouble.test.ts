import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { expect, it, onTestFinished } from 'vitest';
import { clickSignIn, parts, signIn, waitForFirstSync } from '../../build/desktop/parts.ts';
import {
  demoCredentials,
  noAccountCredentials,
  noPermissionCredentials,
  singleAccountCredentials,
} from '../../electron/demo/credentials.ts';
import { startDemoService } from '../../electron/demo/service.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring, startApp } from './app.ts';
import { formParts, openAccount, openByKeyboard, openTicketOf } from './open-account.ts';

const said = (page: Page) => page.getByRole('alert').textContent();

it('says what is wrong with a sign-in, each in its own words, and keeps what was typed', async () => {
  const service = await startDemoService({ ticketCount: 100 });
  onTestFinished(() => service.stop());
  const { page } = await startApp(await ownFolder(), await ownKeyring());
  const attempts: [baseUrl: string, credentials: typeof demoCredentials | object, words: RegExp][] = [
    [service.baseUrl, { clientId: 'demo-client', clientSecret: 'wrong' }, /did not accept this client ID and secret/],
    [service.baseUrl, noAccountCredentials, /lists no account/],
    ['https://tickets.invalid', demoCredentials, /name was not found/],
    [service.baseUrl.replace('http:', 'https:'), demoCredentials, /connection is not secure/],
    ['http://127.0.0.1:9', demoCredentials, /cannot be reached/],
  ];
  for (const [baseUrl, credentials, words] of attempts) {
    await signIn(page, baseUrl, credentials as typeof demoCredentials);
    await expect.poll(() => said(page)).toMatch(words);
    expect(await page.getByRole('textbox', { name: 'API base URL' }).inputValue()).toBe(baseUrl);
  }
  await page.getByRole('textbox', { name: 'API base URL' }).fill('http://tickets.example');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page
    .getByText(/must begin with https/)
    .first()
    .waitFor();
});

it('says that the permission is missing', async () => {
  const service = await startDemoService({ ticketCount: 100 });
  onTestFinished(() => service.stop());
  const { page } = await startApp(await ownFolder(), await ownKeyring());
  await signIn(page, service.baseUrl, noPermissionCredentials);
  await parts(page).status.filter({ hasText: 'denies access to these tickets' }).waitFor();
  await page
    .getByText(/Service Tickets-Customer Support/)
    .first()
    .waitFor();
});

it('offers to sign in again when the secret is refused, and sends what waited', async () => {
  const { page, service } = await openAccount();
  const { status, syncNow } = parts(page);
  const { comments } = formParts(page);
  const wanted = openTicketOf(service);
  service.set({ faults: [{ kind: 'unauthorized' }] });
  await syncNow.click();
  await status.filter({ hasText: 'no longer accepts this sign-in' }).waitFor();
  await openByKeyboard(page, wanted.id);
  await page.keyboard.press('c');
  await page.keyboard.type('Any news?');
  await page.keyboard.press('Control+Enter');
  await comments.filter({ hasText: 'Not confirmed yet' }).waitFor();

  await page.getByRole('button', { name: /^Outbox/ }).click();
  await formParts(page).changes.filter({ hasText: 'no longer accepts this sign-in' }).waitFor();
  const notice = page.getByRole('region', { name: 'Notices' }).getByRole('note');
  await notice.getByText(/nothing on this computer is lost/).waitFor();
  await notice.getByText('“The access token is invalid or has expired.”').waitFor();
  await notice.getByRole('button', { name: 'Sign in again' }).click();
  service.set({ faults: [] });
  // Where the account lives is filled in.
  const { clientId, clientSecret } = singleAccountCredentials;
  await page.getByRole('textbox', { name: 'Client ID' }).fill(clientId);
  await page.getByLabel('Client secret').fill(clientSecret);
  await clickSignIn(page);
  await status.filter({ hasText: /· confirmed \d/ }).waitFor();
  await expect.poll(() => wanted.comments.at(-1)?.comment).toBe('Any news?');
  await notice.waitFor({ state: 'hidden' });
});

it('goes on with a first sync that was paused', async () => {
  const service = await startDemoService({ ticketCount: 3_000, pageCap: 25, latencyMs: 60 });
  onTestFinished(() => service.stop());
  const { page } = await startApp(await ownFolder(), await ownKeyring());
  const { status } = parts(page);
  await signIn(page, service.baseUrl, singleAccountCredentials);
  await page.getByRole('button', { name: 'Pause' }).click();
  await status.filter({ hasText: 'Paused' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Continue');
  await page.keyboard.press('Enter');
  await waitForFirstSync(page, 3_000);
  // The button went with the walk; the keyboard did not.
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
});

it('says that the proxy wants a password', async () => {
  const proxy = createServer().on('connect', (_request, socket) => {
    const head = ['HTTP/1.1 407 Proxy Authentication Required', 'Proxy-Authenticate: Basic realm="proxy"'];
    socket.end([...head, 'Content-Length: 0', 'Connection: close', '', ''].join('\r\n'));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void proxy.close());
  const { port } = proxy.address() as AddressInfo;
  const { app, page } = await startApp(await ownFolder(), await ownKeyring(), `--proxy-server=127.0.0.1:${port}`);
  const asking = app.waitForEvent('window');
  await signIn(page, 'https://tickets.invalid', demoCredentials);
  await (await asking).close(); // the user does not know it
  await expect.poll(() => said(page)).toMatch(/proxy requires a user name and password/);
});

it('a network that comes and goes at any moment takes no ticket from the screen', async () => {
  const service = await startDemoService({ ticketCount: 6_000, pageCap: 25, latencyMs: 60 });
  onTestFinished(() => service.stop());
  const { page } = await startApp(await ownFolder(), await ownKeyring());
  const { grid, rows, status, syncNow } = parts(page);
  await signIn(page, service.baseUrl, singleAccountCredentials);
  await rows.first().waitFor();

  const rowCount = async () => Number(await grid.getAttribute('aria-rowcount'));
  let most = 0;
  let cuts = 0;
  while (most < 6_001) {
    await service.setConnected(false);
    cuts += 1;
    await status.filter({ hasText: 'Offline' }).waitFor();
    expect(await rowCount()).toBeGreaterThanOrEqual(most);
    expect(await rows.count()).toBeGreaterThan(0);
    most = await rowCount();
    service.clearRequests();
    await service.setConnected(true);
    await syncNow.click();
    // The server's own count says when the next cut is due: the screen may be far behind it.
    const isDue = async () => service.requests.length >= cuts * 8 || (await rowCount()) > 6_000;
    await expect.poll(isDue, { interval: 5 }).toBe(true);
  }
  expect(cuts).toBeGreaterThan(3);
});
