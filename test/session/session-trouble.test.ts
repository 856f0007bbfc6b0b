import { mkdir, readdir, readFile, rename, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'libsql';
import { expect, it, onTestFinished, vi } from 'vitest';
import { emptyNewTicket } from '../../electron/contract/fields.ts';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import { openPolicy } from '../../electron/contract/policy.ts';
import { ProblemError } from '../../electron/contract/problem.ts';
import { noFilters } from '../../electron/contract/query.ts';
import { demoCredentials, singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { SessionVault, type Vault } from '../../electron/keychain/vault.ts';
import { ChangeTable } from '../../electron/outbox/change-table.ts';
import { Outbox } from '../../electron/outbox/outbox.ts';
import { Cache } from '../../electron/store/cache.ts';
import { SyncProgress } from '../../electron/store/sync-progress.ts';
import { OpenVault } from '../support/open-vault.ts';
import {
  closedSession,
  kindOf,
  openKey,
  ownService,
  ownSession,
  signInTo,
  synced,
  twoOffered,
} from '../support/session.ts';
import { ticketId } from '../support/tickets.ts';

it('a sign-out that the keychain refuses has removed nothing', async () => {
  const service = await ownService();
  const vault = new OpenVault();
  const { session, folder } = await ownSession({ vault });
  await session.signIn(signInTo(service, singleAccountCredentials));
  const key = openKey(session);
  const template = { name: 'Check', fields: emptyNewTicket };
  session.workspace.outbox.templates.save(template);
  vault.refusal = 'keychain-locked';
  expect(await kindOf(session.signOut(key))).toBe('keychain-locked');
  expect(session.state).toMatchObject({ phase: 'choosing', accounts: [{ key }] });
  vault.refusal = null;
  await session.choose(key);
  expect(session.state).toMatchObject({ phase: 'open', notice: null });
  expect(session.workspace.outbox.templates.list()).toMatchObject([template]);

  vault.refusedRemoval = 'database-key/';
  expect(await kindOf(session.signOut(key))).toBe('keychain-refused');
  await session.choose(key);
  expect(session.workspace.outbox.templates.list()).toMatchObject([template]);
  vault.refusedRemoval = null;
  await session.signOut(key);
  expect([...vault.names]).toEqual([]);
  expect(await readdir(join(folder, 'accounts'))).toEqual([]);
});

it.each(['keychain-missing', 'keychain-locked', 'keychain-refused'] as const)(
  'offers this session only when the keychain is %s, and leaves nothing of it',
  async (refusal) => {
    const service = await ownService();
    const vault = new OpenVault();
    vault.refusal = refusal;
    const test = await ownSession({ vault });
    await test.session.start();
    expect(await kindOf(test.session.signIn(signInTo(service, singleAccountCredentials)))).toBe(refusal);
    expect(test.session.state.phase).toBe('signed-out');

    await test.session.signIn(signInTo(service, singleAccountCredentials, true));
    expect(test.session.state).toMatchObject({ phase: 'open', sessionOnly: true });
    await synced(test, service.tickets().length);
    await test.session.close();
    expect(await readdir(join(test.folder, 'accounts'))).toEqual([]);
    expect((await readdir(test.folder)).filter((name) => name.startsWith('accounts.json'))).toEqual([]);
  },
);

it('says that the keychain is locked at the start, and opens the cache when it is unlocked', async () => {
  const service = await ownService();
  const vault = new OpenVault();
  const first = await ownSession({ vault });
  await first.session.start();
  await first.session.signIn(signInTo(service, singleAccountCredentials));
  await synced(first, service.tickets().length);
  await first.session.close();

  vault.refusal = 'keychain-locked';
  const second = await ownSession({ folder: first.folder, vault });
  await second.session.start();
  expect(second.session.state).toMatchObject({ phase: 'blocked', problem: { kind: 'keychain-locked' } });
  vault.refusal = null;
  await second.session.retry();
  expect(second.session.state.phase).toBe('open');
  expect(second.session.workspace.sync.status.ticketCount).toBe(service.tickets().length);
});

it('still shows the cache when the keychain lost the secret, and asks to sign in again', async () => {
  const service = await ownService();
  const vault: Vault = new SessionVault();
  const first = await ownSession({ vault });
  await first.session.start();
  await first.session.signIn(signInTo(service, singleAccountCredentials));
  await synced(first, service.tickets().length);
  await first.session.close();

  const forgetful: Vault = {
    read: async (name) => (name.startsWith('database-key') ? await vault.read(name) : null),
    write: (name, secret) => vault.write(name, secret),
    remove: (name) => vault.remove(name),
  };
  const second = await ownSession({ folder: first.folder, vault: forgetful });
  await second.session.start();
  expect(second.session.workspace.sync.status.ticketCount).toBe(service.tickets().length);
  await vi.waitFor(() =>
    expect(second.session.workspace.sync.status).toMatchObject({
      connection: 'refused',
      problem: { kind: 'keychain-entry-missing' },
    }),
  );
});

it('an address that was changed in the accounts’ file gets no credentials, when others could read them', async () => {
  const service = await ownService();
  const { session, folder, vault } = await ownSession();
  await session.signIn(signInTo(service, singleAccountCredentials));
  await session.close();
  const file = join(folder, 'accounts.json');
  await writeFile(file, (await readFile(file, 'utf8')).replace(service.baseUrl, 'http://tickets.example'));
  const asked: string[] = [];
  const spy: typeof fetch = async (input) => {
    asked.push(String(input instanceof Request ? input.url : input));
    return new Response('{}');
  };
  const second = await ownSession({ folder, vault, fetch: spy });
  await second.session.start();
  await vi.waitUntil(() => second.session.workspace.sync.status.problem?.kind === 'invalid-input');
  expect(asked).toEqual([]);
});

it('a policy rules out this session only, other places, and accounts of them', async () => {
  const service = await ownService();
  const elsewhere = { ...openPolicy, environment: 'production', sessionOnly: false } as const;
  const first = await ownSession();
  await first.session.signIn(signInTo(service, singleAccountCredentials));
  await first.session.close();
  const { session, states } = await ownSession({ folder: first.folder, vault: first.vault, policy: elsewhere });
  await session.start();
  expect(states.at(-1)).toMatchObject({ phase: 'blocked', problem: { kind: 'policy-refused' } });
  expect(await kindOf(session.signIn(signInTo(service, singleAccountCredentials)))).toBe('policy-refused');
  const kept = { ...openPolicy, sessionOnly: false };
  const { session: another } = await ownSession({ policy: kept });
  expect(await kindOf(another.signIn(signInTo(service, singleAccountCredentials, true)))).toBe('policy-refused');
  expect(service.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

it('says that the list of accounts cannot be read, and a sign-in then does not overwrite it', async () => {
  const service = await ownService();
  const first = await ownSession();
  await first.session.signIn(signInTo(service, singleAccountCredentials));
  await first.session.close();
  const file = join(first.folder, 'accounts.json');
  const aside = join(first.folder, 'elsewhere.json');
  await rename(file, aside);
  await mkdir(file);

  const { session } = await ownSession({ folder: first.folder, vault: first.vault });
  await session.start();
  expect(session.state).toMatchObject({ phase: 'signed-out', problem: { kind: 'disk-error' } });
  expect(await kindOf(session.signIn(signInTo(service, demoCredentials)))).toBe('disk-error');
  await rmdir(file);
  await rename(aside, file);
  await session.signIn(signInTo(service, demoCredentials));
  expect(session.state).toMatchObject({ phase: 'choosing', accounts: [{ isOpened: true }, { isOpened: false }] });
});

it.each(['vault', 'disk'] as const)('keeps no secret of a sign-in that the %s refuses half way', async (refuses) => {
  const service = await ownService();
  const vault = new OpenVault();
  const { session, folder } = await ownSession({ vault });
  if (refuses === 'disk') await mkdir(join(folder, 'accounts.json.draft'));
  else vault.refusedName = 'token/';
  const kind = refuses === 'disk' ? 'disk-error' : 'keychain-refused';
  expect(await kindOf(session.signIn(signInTo(service, singleAccountCredentials)))).toBe(kind);
  expect([...vault.names]).toEqual([]);
});

it('no secret of a sign-in stays for good when the keychain locks half way and the user stops waiting', async () => {
  const service = await ownService();
  const vault = new OpenVault();
  const { session, folder } = await ownSession({ vault });
  const write = vi.spyOn(vault, 'write').mockImplementation(async (name, secret) => {
    if (name.startsWith('token/')) vault.refusal = 'keychain-locked';
    await OpenVault.prototype.write.call(vault, name, secret);
  });
  expect(await kindOf(session.signIn(signInTo(service, singleAccountCredentials)))).toBe('keychain-locked');
  expect(session.state.phase).toBe('starting');
  const left = [...vault.names];
  expect(left).toEqual([expect.stringMatching(/^credentials/)]);
  write.mockRestore();
  vault.refusal = null;

  const { session: second } = await ownSession({ folder, vault });
  await second.start();
  expect(second.state.phase).toBe('signed-out');
  await second.signIn(signInTo(service, singleAccountCredentials));
  expect([...vault.names]).not.toContain(left[0]);
  await second.signOut(openKey(second));
  expect([...vault.names]).toEqual([]);
  expect(await readdir(folder)).toEqual(['accounts']);
});

it.each([
  ['cache', Cache.prototype],
  ['outbox', Outbox.prototype],
] as const)('a %s that cannot be closed keeps nobody from opening, signing out and ending', async (_name, part) => {
  const service = await ownService();
  const { session, folder, problems } = await ownSession();
  await session.signIn(signInTo(service, demoCredentials));
  const [first, second] = twoOffered(session);
  await session.choose(first.key);

  const originalClose: () => unknown = part.close;
  const close = vi.spyOn<{ close(): unknown }, 'close'>(part, 'close');
  onTestFinished(() => close.mockRestore());
  /** The file is let go of nevertheless, as Windows removes none that is open. */
  const failAtNext = () =>
    close.mockImplementationOnce(async function (this: unknown) {
      await originalClose.call(this);
      throw new ProblemError('disk-full');
    });
  failAtNext();
  await session.choose(second.key);
  expect(session.state).toMatchObject({ phase: 'open', account: { key: second.key } });
  expect(await session.workspace.queries.facets({ view: 'all', filters: noFilters, search: '' })).toBeDefined();
  failAtNext();
  await session.signOut(second.key);
  expect(session.state.phase).toBe('choosing');
  expect(problems).toHaveLength(2);
  expect(await readdir(join(folder, 'accounts'))).toEqual([first.key]);
});

it('a cache that is damaged where it is read first is fetched again at once, and the user is told so', async () => {
  const service = await ownService();
  const left = await closedSession(service);
  const damaged = vi.spyOn(SyncProgress.prototype, 'confirmedAtMs').mockImplementationOnce(() => {
    throw new ProblemError('cache-set-aside');
  });
  onTestFinished(() => damaged.mockRestore());
  const second = await ownSession(left);
  await second.session.start();
  expect(second.session.state).toMatchObject({ phase: 'open', notice: { kind: 'cache-set-aside' } });
  await synced(second, service.tickets().length);
});

it('an outbox that is damaged where it is read first is set aside and begun anew, with the same cache', async () => {
  const service = await ownService();
  const left = await closedSession(service);
  await service.setConnected(false);
  const damaged = vi.spyOn(ChangeTable.prototype, 'recover').mockImplementationOnce(() => {
    throw new ProblemError('outbox-set-aside');
  });
  onTestFinished(() => damaged.mockRestore());
  const second = await ownSession(left);
  await second.session.start();
  expect(second.session.state).toMatchObject({ phase: 'open', notice: { kind: 'outbox-set-aside' } });
  expect(second.session.workspace.sync.status.ticketCount).toBe(service.tickets().length);
});

/** Whatever next reads from the account's files with a statement like this finds the file damaged, once. */
function damageAt(statement: RegExp): void {
  const { prepare } = Database.prototype;
  let isFound = false;
  const damaged = vi.spyOn(Database.prototype, 'prepare').mockImplementation(function (this: Database.Database, sql) {
    if (isFound || !statement.test(sql)) return prepare.call(this, sql);
    isFound = true;
    throw Object.assign(new Error('database disk image is malformed'), { code: 'SQLITE_CORRUPT' });
  });
  onTestFinished(() => damaged.mockRestore());
}

it('a cache that turns out damaged by whatever reads or writes it is fetched again, and the outbox is kept', async () => {
  const service = await ownService();
  const test = await ownSession();
  const { session } = test;
  await session.signIn(signInTo(service, singleAccountCredentials));
  await synced(test, service.tickets().length);
  const { workspace } = session;
  workspace.outbox.templates.save({ name: 'Check', fields: emptyNewTicket });
  const id = ticketIdSchema.parse(service.tickets()[0]?.id);
  damageAt(/LEFT JOIN unread .* WHERE id IN/s);
  expect(await kindOf(workspace.setRead([id], false))).toBe('cache-set-aside');
  await vi.waitFor(() => expect(session.workspace).not.toBe(workspace));
  expect(session.state).toMatchObject({ phase: 'open', notice: { kind: 'cache-set-aside' } });
  await synced(test, service.tickets().length);
  expect(session.workspace.outbox.templates.list()).toHaveLength(1);
  await session.workspace.setRead([id], false);
  expect(session.workspace.ticket(id)).toMatchObject({ isUnread: true });
});

it('an account that is damaged while another is being opened does not come back', async () => {
  const service = await ownService();
  const { session } = await ownSession();
  await session.signIn(signInTo(service, demoCredentials));
  const [first, second] = twoOffered(session);
  await session.choose(first.key);
  const { workspace } = session;
  damageAt(/FROM ticket JOIN ticket_change/);
  const choosing = session.choose(second.key);
  const read = kindOf((async () => workspace.record(ticketId(1)))());
  await choosing;
  expect(await read).toBe('cache-set-aside');
  await session.retry(); // comes after all that was asked for
  expect(session.state).toMatchObject({ phase: 'open', account: { key: second.key }, notice: null });
});
