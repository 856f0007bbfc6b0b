import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { emptyNewTicket } from '../../electron/contract/fields.ts';
import { ProblemError } from '../../electron/contract/problem.ts';
import { demoCredentials, singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { OpenVault } from '../support/open-vault.ts';
import { kindOf, openKey, ownService, ownSession, signInTo, twoOffered } from '../support/session.ts';

vi.mock('node:fs/promises', async (original) => {
  const actual = await original<typeof import('node:fs/promises')>();
  return { ...actual, rm: vi.fn(actual.rm) };
});

/** A folder that another program holds, which Windows then does not remove. */
async function hold(isHeld: (name: string) => boolean) {
  const actual = await vi.importActual<typeof import('node:fs/promises')>('node:fs/promises');
  vi.mocked(rm).mockImplementation(async (path, options) => {
    if (isHeld(basename(String(path)))) throw Object.assign(new Error('held'), { code: 'EBUSY' });
    await actual.rm(path, options);
  });
  const letGo = () => vi.mocked(rm).mockImplementation(actual.rm);
  onTestFinished(() => void letGo());
  return letGo;
}

it('the start says what an earlier session left and cannot be removed, and removes the rest', async () => {
  const { session, folder, problems } = await ownSession();
  const accounts = join(folder, 'accounts');
  for (const name of ['session-only-a', 'session-only-b']) await mkdir(join(accounts, name), { recursive: true });
  const letGo = await hold((name) => name === 'session-only-a');
  await session.start();
  expect(session.state).toMatchObject({ phase: 'signed-out', problem: { kind: 'disk-error' } });
  expect(problems).toHaveLength(1);
  expect(await readdir(accounts)).toEqual(['session-only-a']);

  const service = await ownService();
  await session.signIn(signInTo(service, singleAccountCredentials, true));
  expect(session.state).toMatchObject({ phase: 'open', sessionOnly: true });
  letGo();
  await session.close();
  expect(await readdir(accounts)).toEqual([]);
});

it('an end that cannot remove everything comes all the same', async () => {
  const { session, problems } = await ownSession();
  const service = await ownService();
  await session.signIn(signInTo(service, singleAccountCredentials, true));
  await hold((name) => name.startsWith('session-only-'));
  await session.close();
  expect(problems).toEqual([expect.objectContaining({ problem: expect.objectContaining({ kind: 'disk-error' }) })]);
});

it('an account whose folder is held stays listed, and signing out works when it is let go', async () => {
  const { session } = await ownSession();
  const service = await ownService();
  await session.signIn(signInTo(service, singleAccountCredentials));
  const key = openKey(session);
  const letGo = await hold((name) => name === key);
  const problem = { kind: 'disk-error', message: expect.stringContaining('could not be removed') };
  await expect(session.signOut(key)).rejects.toMatchObject({ problem });
  expect(session.state).toMatchObject({ phase: 'choosing', accounts: [{ key }] });
  letGo();
  await session.signOut(key);
  expect(session.state.phase).toBe('signed-out');
});

it('a sign-out that ended half way, after the key was forgotten, is finished at the next start', async () => {
  const vault = new OpenVault();
  const { session, folder } = await ownSession({ vault });
  const service = await ownService();
  await session.signIn(signInTo(service, demoCredentials));
  const [first, second] = twoOffered(session);
  await session.choose(second.key);
  await session.choose(first.key);
  const letGo = await hold((name) => name === first.key);
  expect(await kindOf(session.signOut(first.key))).toBe('disk-error');
  await session.close();
  letGo();

  const { session: next } = await ownSession({ folder, vault });
  await next.start();
  expect(await readdir(join(folder, 'accounts'))).toEqual([second.key]);
  expect(next.state).toMatchObject({ phase: 'choosing' });
  expect('accounts' in next.state && next.state.accounts.map(({ key }) => key)).not.toContain(first.key);
});

it('a start that finishes sign-outs says that it waits for the keychain, and waits once for one that is locked', async () => {
  const vault = new OpenVault();
  const { session, folder } = await ownSession({ vault });
  const service = await ownService();
  await session.signIn(signInTo(service, demoCredentials));
  const both = twoOffered(session);
  for (const { key } of both) await session.choose(key);
  const letGo = await hold((name) => both.some(({ key }) => key === name));
  for (const { key } of both) expect(await kindOf(session.signOut(key))).toBe('disk-error');
  await session.close();
  letGo();

  let fail: () => void = () => {};
  const removed = vi.spyOn(vault, 'remove').mockImplementation(
    () =>
      new Promise((_, reject) => {
        fail = () => reject(new ProblemError('keychain-locked'));
      }),
  );
  const { session: next } = await ownSession({ folder, vault });
  expect(next.state).toEqual({ phase: 'starting', waitsForKeychain: false });
  const starting = next.start();
  await vi.waitFor(() => expect(removed).toHaveBeenCalled());
  expect(next.state).toEqual({ phase: 'starting', waitsForKeychain: true });
  fail();
  await starting;
  expect(removed).toHaveBeenCalledOnce();
  expect(next.state).toMatchObject({ phase: 'choosing' });
});

it('an account that is opened after a sign-out that ended half way is not removed at the next start', async () => {
  const vault = new OpenVault();
  const { session, folder } = await ownSession({ vault });
  const service = await ownService();
  await session.signIn(signInTo(service, singleAccountCredentials));
  const key = openKey(session);
  const letGo = await hold((name) => name === key);
  expect(await kindOf(session.signOut(key))).toBe('disk-error');
  letGo();
  await session.choose(key);
  const template = { name: 'Check', fields: emptyNewTicket };
  session.workspace.outbox.templates.save(template);
  await session.close();
  const { session: next } = await ownSession({ folder, vault });
  await next.start();
  expect(openKey(next)).toBe(key);
  expect(next.workspace.outbox.templates.list()).toMatchObject([template]);
});

it('a sign-in holds although the keychain keeps the secret that it replaces, and that goes with the account', async () => {
  const vault = new OpenVault();
  const { session, folder, problems } = await ownSession({ vault });
  const service = await ownService();
  await session.signIn(signInTo(service, singleAccountCredentials));
  const key = openKey(session);
  const replaced = [...vault.names].find((name) => name.startsWith('credentials/')) ?? '';
  vault.refusedRemoval = replaced;
  await session.signIn(signInTo(service, singleAccountCredentials));
  expect(openKey(session)).toBe(key);
  expect(problems).toMatchObject([{ problem: { kind: 'keychain-refused' } }]);

  expect(await kindOf(session.signOut(key))).toBe('keychain-refused');
  vault.refusedRemoval = null;
  await session.signOut(key);
  expect([...vault.names]).toEqual([]);
  expect(await readdir(folder)).toEqual(['accounts']);
});
