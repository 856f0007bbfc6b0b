import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, it, onTestFinished, vi } from 'vitest';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import { defaultSort, noFilters } from '../../electron/contract/query.ts';
import { demoCredentials, noAccountCredentials, singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { LoginTokens } from '../../electron/session/login-tokens.ts';
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

const top = { view: 'all' as const, filters: noFilters, search: '', sort: defaultSort, offset: 0, limit: 1 };

it('signs in to the only account at once and syncs it', async () => {
  const service = await ownService();
  const test = await ownSession();
  await test.session.start();
  expect(test.session.state.phase).toBe('signed-out');
  await test.session.signIn(signInTo(service, singleAccountCredentials));
  expect(test.session.state.phase).toBe('open');
  await synced(test, service.tickets().length);
});

it('tries the demo also after its network was taken away', async () => {
  const service = await ownService();
  const demo = {
    credentials: demoCredentials,
    baseUrl: async () => service.baseUrl,
    setNetwork: (isConnected: boolean) => service.setConnected(isConnected),
  };
  const { session } = await ownSession({ demo });
  await session.start();
  await demo.setNetwork(false);
  await session.tryDemo(false);
  expect(session.state).toMatchObject({ phase: 'open', account: { environment: 'demo' } });
});

it('shows the cached tickets first, and asks the server when it may', async () => {
  const service = await ownService();
  const left = await closedSession(service);
  service.clearRequests();

  let allow = () => {};
  const mayWork = new Promise<void>((resolve) => {
    allow = resolve;
  });
  const second = await ownSession({ ...left, mayWork });
  await second.session.start();
  expect((await second.session.workspace.queries.page(top)).matching).toBe(service.tickets().length);
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
  await vi.waitFor(() => expect(test.session.workspace.sync.status.confirmedAtMs).not.toBeNull());
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
  const saving = session.workspace.attachments.save(ticketIdSchema.parse(id), 'file', async () => join(folder, 'file'));
  await vi.waitUntil(() => isRenewing);
  await Promise.all([expect(saving).rejects.toThrow(), session.signOut(openKey(session)).finally(() => release())]);
  await expect(renewed.mock.results[0]?.value).rejects.toThrow();
  expect([...vault.names]).toEqual([]);
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

it('a sign-in that is stopped opens no account, and the one that is open stays', async () => {
  const [service, other] = [await ownService(), await ownService()];
  const asked = vi.fn();
  const held: typeof fetch = (input, init) => {
    if (!String(input instanceof Request ? input.url : input).startsWith(other.baseUrl)) return fetch(input, init);
    asked();
    const signal = init?.signal ?? (input instanceof Request ? input.signal : null);
    return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  };
  const test = await ownSession({ fetch: held });
  await test.session.start();
  await test.session.signIn(signInTo(service, singleAccountCredentials));
  const first = openKey(test.session);
  const signingIn = kindOf(test.session.signIn(signInTo(other, singleAccountCredentials)));
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
  test.session.stopSignIn();
  expect(await signingIn).toBe('no-connection');
  expect(openKey(test.session)).toBe(first);
});

it('a sign-in that is stopped once the server has accepted it adds its account without opening it', async () => {
  const [service, other] = [await ownService(), await ownService()];
  const vault = new OpenVault();
  const test = await ownSession({ vault });
  await test.session.start();
  await test.session.signIn(signInTo(service, singleAccountCredentials));
  const first = openKey(test.session);
  vi.spyOn(vault, 'write').mockImplementationOnce(async () => test.session.stopSignIn());
  expect(await kindOf(test.session.signIn(signInTo(other, singleAccountCredentials)))).toBe('no-connection');
  expect(openKey(test.session)).toBe(first);
  expect(test.session.state).toMatchObject({ phase: 'open', accounts: [{}, {}] });
});

it('a sign-in that is stopped once the server has accepted it leaves the account that is blocked on the screen', async () => {
  const [service, other] = [await ownService(), await ownService()];
  const vault = new OpenVault();
  const left = await closedSession(service, vault);
  vault.refusal = 'keychain-locked';
  const { session } = await ownSession(left);
  await session.start();
  vault.refusal = null;
  if (session.state.phase !== 'blocked') throw new Error(`the phase is ${session.state.phase}`);
  const { key } = session.state.account;
  vi.spyOn(vault, 'write').mockImplementationOnce(async () => session.stopSignIn());
  expect(await kindOf(session.signIn(signInTo(other, singleAccountCredentials)))).toBe('no-connection');
  const blocked = { phase: 'blocked', account: { key }, problem: { kind: 'keychain-locked' } };
  expect(session.state).toMatchObject({ ...blocked, accounts: [{ isOpened: false }] });
  const [added] = session.state.accounts;
  await session.signOut(added?.key ?? key);
  expect(session.state).toMatchObject({ ...blocked, accounts: [] });
});

it('a sign-in that is stopped once it has replaced the one of the open account leaves that able to go on', async () => {
  const service = await ownService();
  const vault = new OpenVault();
  let used: string | null = null;
  let revoked: string | null = null;
  const revoking: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const token = request.headers.get('Authorization');
    if (token !== null && token === revoked) return Response.json({}, { status: 401 });
    used = token ?? used;
    return await fetch(request);
  };
  const test = await ownSession({ vault, fetch: revoking });
  await test.session.start();
  await test.session.signIn(signInTo(service, singleAccountCredentials));
  await synced(test, service.tickets().length);
  const first = openKey(test.session);
  const token = used;
  vi.spyOn(vault, 'write').mockImplementationOnce(async (...entry) => {
    test.session.stopSignIn();
    await vault.write(...entry);
  });
  expect(await kindOf(test.session.signIn(signInTo(service, singleAccountCredentials)))).toBe('no-connection');
  expect(openKey(test.session)).toBe(first);

  revoked = token;
  const { sync } = test.session.workspace;
  const { confirmedAtMs } = sync.status;
  sync.syncNow();
  await vi.waitFor(() => expect(sync.status.confirmedAtMs).not.toBe(confirmedAtMs));
  expect(test.problems).toEqual([]);
});

it('has the page save what was typed before another account is shown', async () => {
  const service = await ownService();
  const phases: string[] = [];
  const test = await ownSession({
    savePage: async () => {
      await setImmediate();
      phases.push(test.session.state.phase);
    },
  });
  await test.session.start();
  await test.session.signIn(signInTo(service, demoCredentials));
  const [first, second] = twoOffered(test.session);
  await test.session.choose(first.key);
  expect(phases).toEqual([]);
  await test.session.choose(second.key);
  expect(phases).toEqual(['open']);
  await test.session.signIn(signInTo(service, demoCredentials));
  expect(phases).toEqual(['open', 'open']);
});
