import { expect, it, onTestFinished, vi } from 'vitest';
import { demoCredentials, singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { Workspace } from '../../electron/session/workspace.ts';
import { OpenVault } from '../support/open-vault.ts';
import { kindOf, ownService, ownSession, signInTo, twoOffered } from '../support/session.ts';

/** What the window shows of the session at the moment when an account begins to close. */
async function watchedSession() {
  const service = await ownService();
  const { session } = await ownSession();
  const shown: string[] = [];
  const { close } = Workspace.prototype;
  const spy = vi.spyOn(Workspace.prototype, 'close').mockImplementation(async function (this: Workspace) {
    shown.push(session.state.phase);
    await close.call(this);
  });
  onTestFinished(() => spy.mockRestore());
  return { service, session, shown };
}

it('the window leaves an account before it is closed for another, so that nobody types into it meanwhile', async () => {
  const { service, session, shown } = await watchedSession();
  await session.signIn(signInTo(service, demoCredentials));
  const [first, second] = twoOffered(session);
  await session.choose(first.key);
  await session.choose(second.key);
  expect(shown).toEqual(['starting']);
});

it('the window leaves an account before it is closed for a choice of several', async () => {
  const { service, session, shown } = await watchedSession();
  await session.signIn(signInTo(service, singleAccountCredentials));
  await session.signIn(signInTo(service, demoCredentials));
  expect(session.state.phase).toBe('choosing');
  expect(shown).toEqual(['choosing']);
});

it('nothing that is asked for while the session closes opens an account or keeps a sign-in', async () => {
  const service = await ownService();
  const vault = new OpenVault();
  const { session, states } = await ownSession({ vault });
  await session.signIn(signInTo(service, demoCredentials));
  const [first, second] = twoOffered(session);
  await session.choose(first.key);
  const [shown, kept] = [states.length, [...vault.names]];
  const closing = session.close();
  const asked = [
    session.choose(second.key),
    session.setMasterAccount(second.key, '1'),
    session.signIn(signInTo(service, singleAccountCredentials)),
    session.tryDemo(false),
    session.retry(),
  ];
  expect(await Promise.all(asked.map(kindOf))).toEqual(asked.map(() => 'no-open-account'));
  await closing;
  expect([states.length, [...vault.names]]).toEqual([shown, kept]);
  expect(() => session.workspace).toThrow();
});
