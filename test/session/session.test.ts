import { mkdir, readdir, readFile, rename, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, it, onTestFinished, vi } from 'vitest';
import { emptyNewTicket } from '../../electron/contract/fields.ts';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import { openPolicy } from '../../electron/contract/policy.ts';
import { ProblemError, type ProblemKind } from '../../electron/contract/problem.ts';
import { defaultSort, noFilters } from '../../electron/contract/query.ts';
import { demoCredentials, noAccountCredentials, singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { SessionVault, type Vault } from '../../electron/keychain/vault.ts';
import { ChangeTable } from '../../electron/outbox/change-table.ts';
import { Outbox } from '../../electron/outbox/outbox.ts';
import { LoginTokens } from '../../electron/session/tokens.ts';
import { Cache } from '../../electron/store/cache.ts';
import { openKey, ownService, ownSession, signInTo, type TestSession, twoOffered } from '../support/session.ts';

/** A vault whose entries can be looked at, and which can refuse as a keychain does. */
class OpenVault extends SessionVault {
  readonly names = new Set<string>();
  refusal: ProblemKind | null = null;
  /** How the name begins that alone cannot be written. */
  refusedName: string | null = null;
  /** How the name begins that alone cannot be removed. */
  refusedRemoval: string | null = null;

  override async read(name: string) {
    this.#mayRefuse();
    return await super.read(name);
  }
  override async write(name: string, secret: string) {
    this.#mayRefuse();
    if (this.refusedName !== null && name.startsWith(this.refusedName)) throw new ProblemError('keychain-refused');
    this.names.add(name);
    await super.write(name, secret);
  }
  override async remove(name: string) {
    this.#mayRefuse();
    if (this.refusedRemoval !== null && name.startsWith(this.refusedRemoval))
      throw new ProblemError('keychain-refused');
    this.names.delete(name);
    await super.remove(name);
  }
  #mayRefuse() {
    if (this.refusal) throw new ProblemError(this.refusal);
  }
}

const top = { filters: noFilters, search: '', sort: defaultSort, offset: 0, limit: 1 };

const kindOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof ProblemError ? error.problem.kind : error;
};

async function synced({ session }: TestSession, count: number) {
  await vi.waitFor(
    () =>
      expect(session.workspace.sync.status).toMatchObject({ ticketCount: count, confirmedAtMs: expect.any(Number) }),
    {
      timeout: 10_000,
    },
  );
}

it('signs in to the only account at once and syncs it', async () => {
  const service = await ownService();
  const test = await ownSession();
  await test.session.start();
  expect(test.session.state.phase).toBe('signed-out');
  await test.session.signIn(signInTo(service, singleAccountCredentials));
  expect(test.session.state.phase).toBe('open');
  await synced(test, service.tickets().length);
});

it('shows the cached tickets first, and asks the server when it may', async () => {
  const service = await ownService();
  const first = await ownSession();
  await first.session.signIn(signInTo(service, singleAccountCredentials));
  await synced(first, service.tickets().length);
  await first.session.close();
  service.clearRequests();

  let allow = () => {};
  const mayWork = new Promise<void>((resolve) => {
    allow = resolve;
  });
  const second = await ownSession({ folder: first.folder, vault: first.vault, mayWork });
  await second.session.start();
  expect(second.session.workspace.page(top).matching).toBe(service.tickets().length);
  await setImmediate();
  expect(service.requests).toEqual([]);
  allow();
  await vi.waitFor(() => expect(service.requests).not.toEqual([]));
});

it('keeps nothing of credentials that the server refuses', async () => {
  const service = await ownService();
  const vault = new OpenVault();
  const test = await ownSession({ vault });
  await test.session.start();
  const wrong = { ...demoCredentials, clientSecret: 'wrong' };
  expect(await kindOf(test.session.signIn(signInTo(service, wrong)))).toBe('wrong-credentials');
  expect(await kindOf(test.session.signIn(signInTo(service, noAccountCredentials)))).toBe('no-accounts');
  expect([...vault.names]).toEqual([]);
  expect(await readdir(test.folder)).toEqual([]);
});

it('lets the user choose among several accounts, and switch without signing in again', async () => {
  const service = await ownService();
  const test = await ownSession();
  await test.session.start();
  await test.session.signIn(signInTo(service, demoCredentials));
  const [first, second] = twoOffered(test.session);

  await test.session.choose(first.key);
  await synced(test, 300);
  service.clearRequests();
  await test.session.choose(second.key);
  await vi.waitFor(() => expect(test.session.workspace.sync.status.confirmedAtMs).not.toBeNull(), { timeout: 10_000 });
  expect(test.session.workspace.sync.status.ticketCount).not.toBe(300);
  expect(service.requests.filter((request) => request.path.includes('token'))).toEqual([]);
});

it('opens the account that was open last, from its cache, without the network', async () => {
  const service = await ownService();
  const first = await ownSession();
  await first.session.start();
  await first.session.signIn(signInTo(service, singleAccountCredentials));
  await synced(first, service.tickets().length);
  await first.session.close();
  await service.setConnected(false);

  const second = await ownSession({ folder: first.folder, vault: first.vault });
  await second.session.start();
  expect(second.session.state).toMatchObject({ phase: 'open', notice: null });
  expect(second.session.workspace.sync.status.ticketCount).toBe(service.tickets().length);
  await vi.waitFor(() => expect(second.session.workspace.sync.status.connection).toBe('offline'));
});

it('signs out to nothing: no file and no entry', async () => {
  const service = await ownService();
  const vault = new OpenVault();
  const test = await ownSession({ vault });
  await test.session.start();
  await test.session.signIn(signInTo(service, singleAccountCredentials));
  await synced(test, service.tickets().length);
  expect(vault.names.size).toBe(3);
  await test.session.signOut(openKey(test.session));
  expect(test.session.state.phase).toBe('signed-out');
  expect([...vault.names]).toEqual([]);
  expect(await readdir(join(test.folder, 'accounts'))).toEqual([]);
  expect(await readdir(test.folder)).toEqual(['accounts']);
});

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

it('keeps the secret while another account that was opened uses it', async () => {
  const service = await ownService();
  const vault = new OpenVault();
  const test = await ownSession({ vault });
  await test.session.start();
  await test.session.signIn(signInTo(service, demoCredentials));
  const [first, second] = twoOffered(test.session);
  await test.session.choose(first.key);
  await test.session.choose(second.key);
  await test.session.signOut(second.key);
  expect(test.session.state).toMatchObject({ phase: 'choosing', accounts: [{ key: first.key }] });
  await test.session.choose(first.key);
  await test.session.signOut(first.key);
  expect([...vault.names]).toEqual([]);
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

it('signing in again finds the cache of before', async () => {
  const service = await ownService();
  const test = await ownSession();
  await test.session.start();
  await test.session.signIn(signInTo(service, singleAccountCredentials));
  await synced(test, service.tickets().length);
  service.set({ latencyMs: 50 });
  await test.session.signIn(signInTo(service, singleAccountCredentials));
  expect(test.session.workspace.sync.status.ticketCount).toBe(service.tickets().length);
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

it('a renewal under way when one signs out brings no token back', async () => {
  const service = await ownService();
  const vault = new OpenVault();
  let release: () => void = () => undefined;
  const renewal = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isRenewing = false;
  const slow: typeof fetch = async (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    if (url.includes('/file/')) return new Response('{}', { status: 401 });
    if (renewed.mock.calls.length > 0 && url.includes('token')) {
      isRenewing = true;
      await renewal;
    }
    return await fetch(input, init);
  };
  const renewed = vi.spyOn(LoginTokens.prototype, 'renewed');
  onTestFinished(() => renewed.mockRestore());
  const { session, folder } = await ownSession({ vault, fetch: slow });
  await session.signIn(signInTo(service, singleAccountCredentials));
  const id = service.tickets()[0]?.id;
  const saving = session.workspace.saveAttachment(ticketIdSchema.parse(id), 'file', async () => join(folder, 'file'));
  await vi.waitUntil(() => isRenewing);
  await Promise.all([expect(saving).rejects.toThrow(), session.signOut(openKey(session)).finally(() => release())]);
  await expect(renewed.mock.results[0]?.value).rejects.toThrow();
  expect([...vault.names]).toEqual([]);
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

it.each([
  ['cache', Cache.prototype],
  ['outbox', Outbox.prototype],
] as const)('a %s that cannot be closed keeps nobody from opening, signing out and ending', async (_name, part) => {
  const service = await ownService();
  const { session, folder, problems } = await ownSession();
  await session.signIn(signInTo(service, demoCredentials));
  const [first, second] = twoOffered(session);
  await session.choose(first.key);

  const close = vi.spyOn<{ close(): unknown }, 'close'>(part, 'close');
  onTestFinished(() => close.mockRestore());
  const failAtNext = () =>
    close.mockImplementationOnce(() => {
      const failure = new ProblemError('disk-full');
      if (part === Outbox.prototype) return Promise.reject(failure);
      throw failure;
    });
  failAtNext();
  await session.choose(second.key);
  expect(session.state).toMatchObject({ phase: 'open', account: { key: second.key } });
  expect(session.workspace.choices()).toBeDefined();
  failAtNext();
  await session.signOut(second.key);
  expect(session.state.phase).toBe('choosing');
  expect(problems).toHaveLength(2);
  expect(await readdir(join(folder, 'accounts'))).toEqual([first.key]);
});

it('a cache that is damaged where it is read first is fetched again at once, and the user is told so', async () => {
  const service = await ownService();
  const first = await ownSession();
  await first.session.signIn(signInTo(service, singleAccountCredentials));
  await synced(first, service.tickets().length);
  await first.session.close();
  const damaged = vi.spyOn(Cache.prototype, 'confirmedAtMs').mockImplementationOnce(() => {
    throw new ProblemError('cache-set-aside');
  });
  onTestFinished(() => damaged.mockRestore());
  const second = await ownSession({ folder: first.folder, vault: first.vault });
  await second.session.start();
  expect(second.session.state).toMatchObject({ phase: 'open', notice: { kind: 'cache-set-aside' } });
  await synced(second, service.tickets().length);
});

it('an outbox that is damaged where it is read first is set aside and begun anew, with the same cache', async () => {
  const service = await ownService();
  const first = await ownSession();
  await first.session.signIn(signInTo(service, singleAccountCredentials));
  await synced(first, service.tickets().length);
  await first.session.close();
  await service.setConnected(false);
  const damaged = vi.spyOn(ChangeTable.prototype, 'recover').mockImplementationOnce(() => {
    throw new ProblemError('outbox-set-aside');
  });
  onTestFinished(() => damaged.mockRestore());
  const second = await ownSession({ folder: first.folder, vault: first.vault });
  await second.session.start();
  expect(second.session.state).toMatchObject({ phase: 'open', notice: { kind: 'outbox-set-aside' } });
  expect(second.session.workspace.sync.status.ticketCount).toBe(service.tickets().length);
});

it('an account that is damaged while another is being opened does not come back', async () => {
  const service = await ownService();
  const { session } = await ownSession();
  await session.signIn(signInTo(service, demoCredentials));
  const [first, second] = twoOffered(session);
  await session.choose(first.key);
  const { workspace } = session;
  const damaged = vi.spyOn(workspace.cache, 'choices').mockImplementation(() => {
    throw new ProblemError('cache-set-aside');
  });
  onTestFinished(() => damaged.mockRestore());
  const choosing = session.choose(second.key);
  expect(() => workspace.choices()).toThrow();
  await choosing;
  await session.retry(); // comes after all that was asked for
  expect(session.state).toMatchObject({ phase: 'open', account: { key: second.key }, notice: null });
});

/** Takes a sign-in and says nothing, as an address does where packets vanish. */
async function silentSession() {
  const service = await ownService();
  const vault = new OpenVault();
  let isSilent = false;
  let isAsked = false;
  const swallowing: typeof fetch = async (input, init) => {
    if (!isSilent) return await fetch(input, init);
    isAsked = true;
    return await new Promise(() => undefined);
  };
  const test = await ownSession({ vault, fetch: swallowing });
  return {
    ...test,
    ...{ service, vault },
    fallSilent: () => {
      isSilent = true;
    },
    asked: () => vi.waitUntil(() => isAsked),
  };
}

it('ending does not wait behind a sign-in that hangs, and nothing of that is kept', async () => {
  const { session, service, vault, fallSilent, asked } = await silentSession();
  fallSilent();
  const signingIn = expect(session.signIn(signInTo(service, demoCredentials))).rejects.toMatchObject({
    problem: { kind: 'no-connection', todo: 'Sign in again.' },
  });
  await asked();
  await session.close();
  await signingIn;
  expect([...vault.names]).toEqual([]);
});

it('signing out does not wait behind a sign-in that hangs', async () => {
  const { session, service, fallSilent, asked } = await silentSession();
  await session.signIn(signInTo(service, singleAccountCredentials));
  const key = openKey(session);
  fallSilent();
  const signingIn = expect(session.signIn(signInTo(service, demoCredentials))).rejects.toThrow();
  await asked();
  await session.signOut(key);
  await signingIn;
  expect(session.state.phase).toBe('signed-out');
});
