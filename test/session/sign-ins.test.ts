/* What is asked of a server before an account is kept, by itself; `session.test.ts` and `master-account.test.ts` have the whole session do it. */

import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { accountKeySchema } from '../../electron/contract/ids.ts';
import { openPolicy, type Policy } from '../../electron/contract/policy.ts';
import { ProblemError, type ProblemKind } from '../../electron/contract/problem.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { SessionVault } from '../../electron/keychain/vault.ts';
import type { AccountStores } from '../../electron/session/account-store.ts';
import { Secrets } from '../../electron/session/secrets.ts';
import { SignIns } from '../../electron/session/sign-ins.ts';

const key = accountKeySchema.parse(randomUUID());
const server = { environment: 'custom', baseUrl: 'https://api.example' } as const;
const { signal } = new AbortController();

type Options = { policy?: Policy; listing?: () => Response; masterAccountId?: string; isListed?: boolean };

/** Sign-ins to a server whose list of tickets is answered like this, with stores that keep nothing. */
async function own({
  policy = openPolicy,
  listing = () => Response.json({}),
  masterAccountId = '',
  isListed = false,
}: Options = {}) {
  const vault = new SessionVault();
  const secrets = new Secrets(vault);
  await secrets.keepCredentials('login', singleAccountCredentials);
  const addLogin = vi.fn(async (..._given: unknown[]) => [{ key }]);
  const setMasterAccount = vi.fn(async (..._given: unknown[]) => undefined);
  const store = { addLogin, setMasterAccount, secrets };
  const select = vi.fn((_isSessionOnly: boolean) => store);
  const account = { accountId: '7', masterAccountId };
  const find = () => ({ store, login: { id: 'login', ...server }, account });
  const asked: { path: string; master: string | null }[] = [];
  const answering: typeof fetch = async (input, init) => {
    const { url, headers } = new Request(input, init);
    const { pathname, search } = new URL(url);
    asked.push({ path: pathname + search, master: headers.get('Master-Account-Id') });
    if (pathname.endsWith('/token')) return Response.json({ access_token: 'token', expires_in: '3599' });
    if (pathname.endsWith('/accounts'))
      return Response.json(isListed ? [{ masterAccountId: null, accountId: '7' }] : []);
    return listing();
  };
  const problems: ProblemKind[] = [];
  const baseUrlOf = vi.fn(async () => 'https://other.example');
  const signIns = new SignIns({
    ...{ policy, stores: { select, find } as unknown as AccountStores, fetch: answering, baseUrlOf },
    onProblem: ({ kind }) => problems.push(kind),
  });
  const add = (isSessionOnly = false) => signIns.add(server, singleAccountCredentials, isSessionOnly, signal);
  const set = (id = '100123') => signIns.setMasterAccount(key, id, signal);
  return { signIns, add, set, addLogin, setMasterAccount, select, asked, baseUrlOf, problems, secrets };
}

it.each([true, false])(
  'a login is added to the store that the user chose (for this session only: %s)',
  async (isSessionOnly) => {
    const { add, addLogin, select, baseUrlOf } = await own();
    expect(await add(isSessionOnly)).toEqual([key]);
    expect(select).toHaveBeenCalledExactlyOnceWith(isSessionOnly);
    expect(addLogin).toHaveBeenCalledExactlyOnceWith(server, singleAccountCredentials, expect.anything(), signal);
    expect(baseUrlOf).not.toHaveBeenCalled(); // before anything is asked
  },
);

it('a login for this session only is refused where the policy forbids it', async () => {
  const { add, addLogin } = await own({ policy: { ...openPolicy, sessionOnly: false } });
  await expect(add(true)).rejects.toMatchObject({ problem: { kind: 'policy-refused' } });
  expect(addLogin).not.toHaveBeenCalled();
  expect(await add(false)).toEqual([key]);
});

it('a sign-in that fails is worded for its form', async () => {
  const { add, addLogin } = await own();
  addLogin.mockRejectedValue(new ProblemError('malformed-answer'));
  await expect(add()).rejects.toMatchObject({
    problem: { kind: 'malformed-answer', todo: expect.stringContaining('API base URL') },
  });
});

it('those under way are interrupted together, and later ones are not', async () => {
  const { signIns } = await own();
  const before = signIns.signal;
  expect(before.aborted).toBe(false);
  signIns.abort();
  expect(before.reason).toMatchObject({
    problem: { kind: 'no-connection', message: expect.stringContaining('interrupted') },
  });
  expect([before.aborted, signIns.signal.aborted]).toEqual([true, false]);
});

it('a master account is kept once the server lists tickets for it', async () => {
  const { set, setMasterAccount, asked, secrets, problems } = await own({
    listing: () => Response.json({ content: [], pageable: { totalElements: 0 } }),
  });
  await set();
  expect(setMasterAccount).toHaveBeenCalledExactlyOnceWith(key, '100123');
  expect(asked.at(-1)).toEqual({ path: '/v1/customer-support-tickets?page=0&size=1', master: '100123' });
  expect((await secrets.token('login'))?.accessToken).toBe('token'); // it was kept before the end
  expect(problems).toEqual([]);
});

it('a token that cannot be kept is reported, and the master account is kept all the same', async () => {
  const { set, setMasterAccount, secrets, problems } = await own({
    listing: () => Response.json({ content: [], pageable: { totalElements: 0 } }),
  });
  vi.spyOn(secrets, 'keepToken').mockRejectedValue(new ProblemError('keychain-locked'));
  await set();
  expect(setMasterAccount).toHaveBeenCalledOnce();
  expect(problems).toEqual(['keychain-locked']);
});

it('a master account that the server named is not changed', async () => {
  const { set, setMasterAccount, asked } = await own({ masterAccountId: '5' });
  await expect(set()).rejects.toMatchObject({ problem: { kind: 'invalid-input', field: 'masterAccountId' } });
  expect([asked, setMasterAccount.mock.calls]).toEqual([[], []]);
});

it('nothing is asked of a server that the policy forbids', async () => {
  const { set, asked } = await own({ policy: { ...openPolicy, environment: 'production' } });
  await expect(set()).rejects.toMatchObject({ problem: { kind: 'policy-refused' } });
  expect(asked).toEqual([]);
});

const refusal = (status: number) => () =>
  Response.json({ error: { message: 'No such account.', correlationId: 'c-1' } }, { status });

it.each([400, 403, 404].flatMap((status) => [true, false].map((isListed) => ({ status, isListed }))))(
  'a master account for which the server lists no tickets is not kept ($status, the account is listed: $isListed)',
  async ({ status, isListed }) => {
    const { set, setMasterAccount } = await own({ listing: refusal(status), isListed });
    await expect(set()).rejects.toMatchObject({
      problem: {
        ...{ kind: 'rejected', serverMessage: 'No such account.', httpStatus: status, correlationId: 'c-1' },
        todo: expect.stringContaining('typing errors'),
      },
    });
    expect(setMasterAccount).not.toHaveBeenCalled();
  },
);

it('a token on its way into the keychain gets there before the master account is kept', async () => {
  const { set, setMasterAccount, secrets } = await own({
    listing: () => Response.json({ content: [], pageable: { totalElements: 0 } }),
  });
  const events: string[] = [];
  setMasterAccount.mockImplementation(async () => void events.push('master account'));
  vi.spyOn(secrets, 'keepToken').mockImplementation(async () => {
    for (let turn = 0; turn < 20; turn++) await setImmediate();
    events.push('token');
  });
  await set();
  expect(events).toEqual(['token', 'master account']);
});

it.each([
  ['server-error', refusal(500)],
  ['malformed-answer', () => new Response('no list', { headers: { 'Content-Type': 'application/json' } })],
] as const)('any other problem is worded for the form: %s', async (kind, listing) => {
  const { set, setMasterAccount } = await own({ listing });
  await expect(set()).rejects.toMatchObject({ problem: { kind, todo: expect.not.stringContaining('typing errors') } });
  expect(setMasterAccount).not.toHaveBeenCalled();
});
