import { expect, it, onTestFinished, vi } from 'vitest';
import { demoCredentials, singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { Workspace } from '../../electron/session/workspace.ts';
import { ownService, ownSession, signInTo, twoOffered } from '../support/session.ts';

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
