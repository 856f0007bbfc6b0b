/* Accounts that the server lists without their master account: nothing is asked on their behalf before the user names it. */

import { expect, it } from 'vitest';
import { masterAccountIdSchema } from '../../electron/contract/session.ts';
import { demoCredentials, singleAccountCredentials } from '../../electron/demo/credentials.ts';
import type { DemoService } from '../../electron/demo/service.ts';
import { kindOf, ownService, ownSession, signInTo, synced, type TestSession, twoOffered } from '../support/session.ts';

const masterAccountId = '100123';

/** A session whose server leaves the master accounts out of its list. */
async function opened(
  credentials: typeof singleAccountCredentials | typeof demoCredentials,
  kept: Partial<TestSession> = {},
) {
  const service = await ownService();
  const sent: (string | null)[] = [];
  const leavingOut: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const header = request.headers.get('Master-Account-Id');
    if (header !== null) sent.push(header);
    const response = await fetch(request);
    if (!request.url.includes('/v1/accounts')) return response;
    const rows: object[] = await response.json();
    return Response.json(rows.map((row) => ({ ...row, masterAccountId: null })));
  };
  const test = await ownSession({ ...kept, fetch: leavingOut });
  await test.session.signIn(signInTo(service, credentials));
  return { ...test, service, sent };
}

function blocked({ session: { state } }: TestSession) {
  expect(state).toMatchObject({ phase: 'blocked', problem: { kind: 'no-master-account' } });
  if (state.phase !== 'blocked') throw new Error(state.phase);
  return state.account;
}

it('explains why the only account cannot be opened, and opens it with the id that the user types', async () => {
  const test = await opened(singleAccountCredentials);
  const { key } = blocked(test);
  await test.session.diagnose({ proxyFor: async () => 'DIRECT', addressesOf: async () => [] });
  expect(test.sent).toEqual([]);

  await test.session.setMasterAccount(key, masterAccountId);
  await synced(test, test.service.tickets().length);
  expect(new Set(test.sent)).toEqual(new Set([masterAccountId]));
  await test.session.close();
  await expectKept(test, test.service);
});

/** The next start opens the account without asking again. */
async function expectKept({ folder, vault }: TestSession, service: DemoService) {
  const next = await ownSession({ folder, vault });
  await next.session.start();
  await synced(next, service.tickets().length);
}

it.each(['', '  ', '100 123', '100123\n7', 'é', 'x'.repeat(65)])('refuses %j, which cannot be a header', (typed) => {
  expect(masterAccountIdSchema.safeParse(typed).success).toBe(false);
  expect(masterAccountIdSchema.parse(' 100123 ')).toBe(masterAccountId);
});

it('does not keep an id for which the server lists no tickets, and says what the server said', async () => {
  const test = await opened(singleAccountCredentials);
  const { key } = blocked(test);
  await expect(test.session.setMasterAccount(key, '999')).rejects.toMatchObject({
    problem: {
      kind: 'rejected',
      todo: expect.stringContaining('typing errors'),
      serverMessage: expect.stringContaining('Missing accounts'),
    },
  });
  await test.service.setConnected(false);
  expect(await kindOf(test.session.setMasterAccount(key, masterAccountId))).toBe('no-connection');
  expect(blocked(test).key).toBe(key);
});

it('leaves the choice among several, and changes no master account that is known', async () => {
  const test = await opened(demoCredentials);
  const [first, second] = twoOffered(test.session);
  await test.session.choose(second.key);
  expect(blocked(test).key).toBe(second.key);
  await test.session.setMasterAccount(first.key, masterAccountId);
  expect(test.session.state).toMatchObject({ phase: 'open', account: { key: first.key } });
  expect(await kindOf(test.session.setMasterAccount(first.key, '999'))).toBe('invalid-input');
});
