import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { parts, signIn, waitForFirstSync } from '../../build/desktop/parts.ts';
import { type AccountKey, ticketIdSchema } from '../../electron/contract/ids.ts';
import { demoCredentials } from '../../electron/demo/credentials.ts';
import { startDemoService } from '../../electron/demo/service.ts';
import { filesUnder, findInFiles } from '../support/files.ts';
import { ownFolder } from '../support/folder.ts';
import { ownKeyring, readKeyring, startApp } from './app.ts';
import { openAccount, openTicketOf } from './open-account.ts';

const europe = 'Meridian Payments Europe';
const americas = 'Meridian Payments Americas';

it('opens accounts, switches between them without signing in, and signs out without a trace', async () => {
  const service = await startDemoService({ ticketCount: 600 });
  onTestFinished(() => service.stop());
  const folder = await ownFolder();
  const keyring = await ownKeyring();
  const { page, close } = await startApp(folder, keyring);
  const { grid, rows, search } = parts(page);
  const americanCount = service.tickets('0011A00001MeRiDAME').length;
  const rowCount = async () => Number(await grid.getAttribute('aria-rowcount')) - 1;
  const switchTo = async (name: string) => {
    await page.getByRole('button', { name: /^Account:/ }).click();
    await page.getByRole('menuitem', { name: new RegExp(name) }).click();
  };

  await signIn(page, service.baseUrl, demoCredentials);
  await page.getByRole('heading', { name: 'Choose an account' }).waitFor();
  await page.getByRole('button', { name: new RegExp(europe) }).click();
  await waitForFirstSync(page, 600);
  await search.fill('cooling');

  await switchTo(americas);
  await waitForFirstSync(page, americanCount);
  await expect.poll(rowCount).toBe(americanCount);
  expect(await search.inputValue()).toBe('');
  const signIns = service.requests.filter(({ path }) => path.includes('/auth/token')).length;

  await service.setConnected(false);
  await switchTo(europe);
  await expect.poll(rowCount).toBe(600);
  await service.setConnected(true);
  expect(service.requests.filter(({ path }) => path.includes('/auth/token')).length).toBe(signIns);

  const secrets = await readKeyring(keyring);
  expect(secrets.map(({ account }) => account.split('/')[0]).sort()).toEqual(
    expect.arrayContaining(['credentials', 'database-key', 'database-key', 'token']),
  );

  const signOut = async () => {
    await page.getByRole('button', { name: /^Account:/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  };
  await signOut();
  await page.getByRole('heading', { name: 'Choose an account' }).waitFor();
  expect((await readKeyring(keyring)).filter(({ account }) => account.startsWith('database-key'))).toHaveLength(1);
  await page.getByRole('button', { name: new RegExp(americas) }).click();
  await rows.first().waitFor();
  await signOut();
  await page.getByRole('button', { name: 'Try the demo' }).waitFor();

  expect(await readKeyring(keyring)).toEqual([]);
  await close();
  const left = (await filesUnder(folder)).filter((file) => /accounts|cache\.db|outbox/.test(file));
  expect(left).toEqual([]);
  const titles = service.tickets().map(({ title }) => title.trim());
  const words = [...new Set(titles)].slice(0, 50);
  const values = secrets.map(({ password }) => password);
  expect(await findInFiles(folder, [...words, ...values, europe, americas, demoCredentials.clientSecret])).toEqual([]);
});

it('files that are still being taken when the account is switched get into no other, as nothing does that was written for it', async () => {
  const { page, service } = await openAccount();
  await service.setConnected(false);
  const ticketId = ticketIdSchema.parse(openTicketOf(service).id);
  const state = await page.evaluate(() => window.desk.session.state());
  if (!state.ok || state.value.phase !== 'open') throw new Error('no account is open');
  const own = state.value.account.key;
  const other = state.value.accounts.find(({ key }) => key !== own)?.key;
  if (!other) throw new Error('there is no other account');

  const outcome = await page.evaluate(
    async ({ ticketId, other }) => {
      const files = Array.from({ length: 2_000 }, (_, index) => new File(['x'], `${index}.txt`));
      const attaching = window.desk.attachments.attach(ticketId, files);
      await window.desk.session.choose({ account: other });
      return await attaching;
    },
    { ticketId, other },
  );
  if (!outcome.ok || !outcome.value.stopped) throw new Error('all files were taken before the switch');
  expect(outcome.value.stopped).toMatchObject({ kind: 'no-open-account' });

  const waiting = async () => {
    const list = await page.evaluate(() => window.desk.outbox.list());
    return list.ok ? list.value.items.length : list.problem.kind;
  };
  const choose = (account: AccountKey) => page.evaluate((request) => window.desk.session.choose(request), { account });
  await expect.poll(waiting).toBe(0);
  const late = await page.evaluate(
    async ({ own, other }) => {
      const { desk } = window;
      desk.shows(own);
      const outcome = await desk.drafts.remove({ key: 'new' });
      desk.shows(other);
      return outcome;
    },
    { own, other },
  );
  expect(late).toMatchObject({ ok: false, problem: { kind: 'no-open-account' } });
  await choose(own);
  await expect.poll(waiting).toBe(outcome.value.added);
});

it('a sign-in that the user has left opens no account beneath what is typed then', async () => {
  const { page } = await openAccount();
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  onTestFinished(() => void silent.close());
  await once(silent, 'listening');
  const asked = once(silent, 'request');
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: 'Sign in to another account' }).click();
  await signIn(page, `http://127.0.0.1:${(silent.address() as AddressInfo).port}`, demoCredentials);
  const [request] = (await asked) as [IncomingMessage];
  const stopped = once(request.socket, 'close');
  await page.getByRole('button', { name: 'Back' }).click();
  await stopped;
  await page.keyboard.press('n');
  const title = page.getByRole('textbox', { name: 'Title' });
  await title.fill('Door');
  expect(await title.inputValue()).toBe('Door');
  await page.getByRole('button', { name: new RegExp(`^Account: ${europe}`) }).waitFor();
});
