/* Access tokens: how long one is used, how often the server is asked for another, and what the keychain is given of it. */

import { randomUUID } from 'node:crypto';
import { expect, it, onTestFinished, vi } from 'vitest';
import { Http } from '../../electron/api/http.ts';
import { accountKeySchema } from '../../electron/contract/ids.ts';
import { ProblemError, problem } from '../../electron/contract/problem.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { SessionVault } from '../../electron/keychain/vault.ts';
import { LoginTokens } from '../../electron/session/credentials.ts';
import { Secrets, storedTokenOf } from '../../electron/session/secrets.ts';
import { ownService } from '../support/session.ts';

const loginId = 'login';
const hourMs = 3_600_000;

type Answer = { token: string; lifeS: number } | Response | Error;

/**
 * Tokens of a server whose token call gives one answer after the other, the last one for ever, and whose accounts call
 * accepts tokens or not.
 */
async function ownTokens(
  answers: readonly Answer[],
  { secrets = new Secrets(new SessionVault()), intervalMs = 0 as number | null, accountsStatus = 200 } = {},
) {
  let calls = 0;
  const answering: typeof fetch = async (input) => {
    if (new Request(input).url.includes('/accounts')) return Response.json([], { status: accountsStatus });
    const answer = answers[Math.min(calls, answers.length - 1)];
    calls += 1;
    if (answer instanceof Error) throw answer;
    if (answer instanceof Response) return answer.clone();
    return Response.json({ access_token: answer?.token, expires_in: String(answer?.lifeS) });
  };
  await secrets.keepCredentials(loginId, singleAccountCredentials);
  const writes: string[] = [];
  const keepToken = secrets.keepToken.bind(secrets);
  vi.spyOn(secrets, 'keepToken').mockImplementation(async (id, token) => {
    writes.push(token.accessToken);
    await keepToken(id, token);
  });
  const http = new Http({ baseUrl: async () => 'https://tokens.example', fetch: answering });
  const keepFailures: unknown[] = [];
  const tokens = new LoginTokens(http, secrets, loginId, (error) => keepFailures.push(error), intervalMs ?? undefined);
  return { secrets, tokens, writes, keepFailures, countCalls: () => calls };
}

/** What the vault holds of a token with this time left, of which the clock tells. */
const kept = (leftMs: number, ageMs = 60_000) => ({
  accessToken: 'kept',
  receivedAtMs: Date.now() - ageMs,
  expiresAtMs: Date.now() + leftMs,
});

/** Sets this computer's clock, but not the monotonic one. */
function setClock(byMs: number) {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + byMs });
  onTestFinished(() => void vi.useRealTimers());
}

it('asks once for calls that need a token at the same moment, and keeps it', async () => {
  const { tokens, secrets, countCalls } = await ownTokens([{ token: 'one', lifeS: 3_599 }]);
  expect(await Promise.all([tokens.current(), tokens.current()])).toEqual(['one', 'one']);
  expect(await tokens.current()).toBe('one');
  await vi.waitFor(async () => expect((await secrets.token(loginId))?.accessToken).toBe('one'));
  expect(countCalls()).toBe(1);
});

it('uses a token that was handed out with 40 s of life left for all calls of a first sync', async () => {
  const { tokens, countCalls } = await ownTokens([{ token: 'cached', lifeS: 40 }]);
  for (let call = 0; call < 14; call++) expect(await tokens.current()).toBe('cached');
  expect(countCalls()).toBe(1);
});

it('uses a kept token to its end, and renews it then', async () => {
  const { tokens, secrets, countCalls } = await ownTokens([{ token: 'new', lifeS: 3_599 }]);
  await secrets.keepToken(loginId, kept(20_000));
  expect(await tokens.current()).toBe('kept');
  expect(countCalls()).toBe(0);

  const late = await ownTokens([{ token: 'new', lifeS: 3_599 }]);
  await late.secrets.keepToken(loginId, kept(-1));
  expect(await late.tokens.current()).toBe('new');
});

it('serves calls from tokens that live an instant, with one renewal in each interval', async () => {
  const intervalMs = 40;
  const { tokens, countCalls } = await ownTokens([{ token: 'short', lifeS: 0.001 }], { intervalMs });
  const startedAtMs = performance.now();
  while (countCalls() < 3) {
    expect(await Promise.all([tokens.current(), tokens.current()])).toEqual(['short', 'short']);
  }
  expect(countCalls()).toBeLessThanOrEqual(1 + (performance.now() - startedAtMs) / intervalMs);
});

it('renews no new token that the accounts call accepts, because only one operation was refused', async () => {
  const { tokens, countCalls } = await ownTokens([{ token: 'good', lifeS: 3_599 }], { intervalMs: hourMs });
  const first = await tokens.current();
  expect(await Promise.all([tokens.renewed(first), tokens.renewed(first)])).toEqual([null, null]);
  expect(await tokens.current()).toBe('good');
  expect(countCalls()).toBe(1);
});

it('goes on with the token there is while a call that it was refused for waits for the next renewal', async () => {
  const dead = { intervalMs: hourMs, accountsStatus: 401 };
  const { tokens, countCalls } = await ownTokens([{ token: 'dead', lifeS: 3_599 }], dead);
  const first = await tokens.current();
  const refused = expect(tokens.renewed(first)).rejects.toMatchObject({ name: 'AbortError' });
  expect(await tokens.current()).toBe('dead');
  await tokens.close();
  await refused;
  expect(countCalls()).toBe(1);
});

it('renews once for several calls that were refused with the same token', async () => {
  const lives = { lifeS: 3_599 };
  const { tokens, countCalls } = await ownTokens([
    { token: 'first', ...lives },
    { token: 'second', ...lives },
    { token: 'third', ...lives },
  ]);
  const first = await tokens.current();
  expect(await Promise.all([tokens.renewed(first), tokens.renewed(first)])).toEqual(['second', 'second']);
  expect(await tokens.renewed(first)).toBe('second');
  expect(countCalls()).toBe(2);
});

it('hands on a refused token that the server hands out again, and asks and writes no more for it', async () => {
  const dead = { intervalMs: 20, accountsStatus: 401 };
  const { tokens, writes, countCalls } = await ownTokens([{ token: 'same', lifeS: 3_599 }], dead);
  const first = await tokens.current();
  expect(await Promise.all([tokens.renewed(first), tokens.renewed(first)])).toEqual(['same', 'same']);
  expect(await tokens.current()).toBe('same');
  expect(countCalls()).toBe(2);
  await tokens.close();
  expect(writes).toEqual(['same']);
});

it('writes a token to the vault when it is another one, and when it lives long enough to be read again', async () => {
  const { tokens, secrets, writes } = await ownTokens([
    { token: 'kept', lifeS: 3_000 },
    { token: 'brief', lifeS: 40 },
    { token: 'other', lifeS: 3_599 },
  ]);
  await secrets.keepToken(loginId, kept(hourMs));
  let token = await tokens.current();
  for (let renewal = 0; renewal < 3; renewal++) token = (await tokens.renewed(token)) ?? token;
  await vi.waitFor(() => expect(writes).toEqual(['kept', 'other']));
});

it('asks a server that cannot be reached at once again, and takes a refusal for its answer until the next renewal', async () => {
  const refusal = Response.json({}, { status: 401 });
  const page = new Response('<html>Sign in</html>', { status: 401, headers: { 'Content-Type': 'text/html' } });
  const answers = [new TypeError('fetch failed'), page, refusal, { token: 'one', lifeS: 3_599 }];
  const { tokens, countCalls } = await ownTokens(answers, { intervalMs: 40 });
  await expect(tokens.current()).rejects.toMatchObject({ problem: { kind: 'no-connection' } });
  await expect(tokens.current()).rejects.toMatchObject({ problem: { kind: 'gateway-refused' } });
  await expect(tokens.current()).rejects.toMatchObject({ problem: { kind: 'wrong-credentials' } });
  await expect(tokens.current()).rejects.toMatchObject({ problem: { kind: 'wrong-credentials' } });
  expect(countCalls()).toBe(3);
  await vi.waitFor(async () => expect(await tokens.current()).toBe('one'));
  expect(countCalls()).toBe(4);
});

it.each([-48 * hourMs, 48 * hourMs])('a clock that is set by %i ms ends no token in use', async (byMs) => {
  const { tokens, countCalls } = await ownTokens([{ token: 'one', lifeS: 3_599 }]);
  await tokens.current();
  setClock(byMs);
  expect(await tokens.current()).toBe('one');
  expect(countCalls()).toBe(1);
});

it('does not believe the life of a kept token that is from the future, because the clock was set back', async () => {
  const { tokens, secrets } = await ownTokens([{ token: 'new', lifeS: 3_599 }]);
  await secrets.keepToken(loginId, kept(hourMs));
  setClock(-2 * hourMs);
  expect(await tokens.current()).toBe('new');
});

it('takes entries that another program damaged for missing ones', async () => {
  const vault = new SessionVault();
  const secrets = new Secrets(vault);
  const { tokens } = await ownTokens([{ token: 'new', lifeS: 3_599 }], { secrets });
  await vault.write(`token/${loginId}`, '{"accessToken":');
  expect(await tokens.current()).toBe('new');
  await vault.write(`credentials/${loginId}`, 'secret');
  await expect(tokens.renewed('new')).rejects.toMatchObject({ problem: { kind: 'keychain-entry-missing' } });
});

it('reads the vault again after it was locked', async () => {
  const { tokens, secrets } = await ownTokens([{ token: 'new', lifeS: 3_599 }]);
  await secrets.keepToken(loginId, kept(hourMs));
  vi.spyOn(secrets, 'token').mockRejectedValueOnce(new ProblemError('keychain-locked'));
  await expect(tokens.current()).rejects.toMatchObject({ problem: { kind: 'keychain-locked' } });
  expect(await tokens.current()).toBe('kept');
});

const json = (status: number, message: string) =>
  Response.json({ error: { type: 'client', message, correlationId: 'c-1' } }, { status });

it.each([
  [401, 'The client secret has expired.', /secret has expired/, /new secret/],
  [400, 'The client id is blocked.', /has blocked this client ID/, /unblock/],
  [401, 'Client credentials are invalid.', /no longer accepts this client ID and secret/, /Sign in again/],
  [401, 'Unauthorized.', /no longer accepts this sign-in/, /Sign in again/],
])(
  'says of credentials that worked and are refused with %i “%s” why, and what is kept',
  async (status, text, what, todo) => {
    const { tokens } = await ownTokens([json(status, text)]);
    const expected = {
      kind: 'wrong-credentials',
      message: expect.stringMatching(what),
      todo: expect.stringMatching(todo),
      serverMessage: text,
      httpStatus: status,
      correlationId: 'c-1',
    };
    const error = await tokens.current().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ problem: expected });
    const { kept: said, todo: advice } = (error as ProblemError).problem;
    expect(`${said} ${advice}`).toMatch(/nothing on this computer is lost/i);
  },
);

it('works with a token that cannot be kept, and does not wait for a keychain that hangs', async () => {
  const refusal = new Error('full');
  const one = await ownTokens([{ token: 'one', lifeS: 3_599 }]);
  vi.spyOn(one.secrets, 'keepToken').mockRejectedValue(refusal);
  expect(await one.tokens.current()).toBe('one');
  await vi.waitFor(() => expect(one.keepFailures).toEqual([refusal]));

  const other = await ownTokens([{ token: 'other', lifeS: 3_599 }]);
  vi.spyOn(other.secrets, 'keepToken').mockReturnValue(new Promise(() => undefined));
  expect(await other.tokens.current()).toBe('other');
});

it('writes nothing to the vault after it is closed, and is closed only when nothing is being written', async () => {
  const service = await ownService();
  const secrets = new Secrets(new SessionVault());
  await secrets.keepCredentials(loginId, singleAccountCredentials);
  const http = new Http({ baseUrl: async () => service.baseUrl, fetch });
  const tokens = new LoginTokens(http, secrets, loginId, () => undefined);
  const late = expect(tokens.current()).rejects.toMatchObject({ name: 'AbortError' });
  await tokens.close();
  await late;
  expect(await secrets.token(loginId)).toBeNull();

  const others = new LoginTokens(http, secrets, loginId, () => undefined);
  const events: string[] = [];
  let write: () => void = () => undefined;
  const written = new Promise<void>((resolve) => {
    write = resolve;
  });
  const keepToken = vi.spyOn(secrets, 'keepToken').mockReturnValue(written.then(() => void events.push('kept')));
  await others.current();
  await vi.waitUntil(() => keepToken.mock.calls.length > 0);
  const closed = others.close().then(() => events.push('closed'));
  write();
  await closed;
  expect(events).toEqual(['kept', 'closed']);
});

it('hands out a database key that it has read before without asking a keychain that hangs', async () => {
  const vault = new SessionVault();
  const secrets = new Secrets(vault);
  const account = accountKeySchema.parse(randomUUID());
  const key = await secrets.databaseKey(account);
  vi.spyOn(vault, 'read').mockReturnValue(new Promise(() => undefined));
  expect(await secrets.databaseKey(account)).toBe(key);
});

it('does not wait for a keychain that hangs when it is closed, and removes a login only after its token was kept', async () => {
  const vault = new SessionVault();
  const secrets = new Secrets(vault);
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const { tokens } = await ownTokens([{ token: 'new', lifeS: 3_600 }], { secrets });
  const write = vault.write.bind(vault);
  vi.spyOn(vault, 'write').mockImplementation(async (name, secret) => {
    await held;
    await write(name, secret);
  });
  expect(await tokens.current()).toBe('new');
  await tokens.close();
  const forgotten = secrets.forgetLogin(loginId);
  goOn();
  await forgotten;
  expect(await vault.read(`token/${loginId}`)).toBe(null);
});

/** Both clocks stand still, but for what the test lets pass. */
function standStill() {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  onTestFinished(() => void vi.useRealTimers());
}

it.each([
  [3_599, 3_594_000],
  [40, 36_000],
])('uses a token that lives %i s for %i ms', async (lifeS, usableMs) => {
  standStill();
  const { tokens } = await ownTokens([
    { token: 'one', lifeS },
    { token: 'two', lifeS },
  ]);
  await tokens.current();
  vi.advanceTimersByTime(usableMs - 1);
  expect(await tokens.current()).toBe('one');
  vi.advanceTimersByTime(1);
  expect(await tokens.current()).toBe('two');
});

it('asks whether a token is at fault only within ten seconds after it was renewed', async () => {
  standStill();
  const answers = ['one', 'two'].map((token) => ({ token, lifeS: 3_599 }));
  const { tokens } = await ownTokens(answers, { intervalMs: null });
  const first = await tokens.current();
  vi.advanceTimersByTime(9_999);
  expect(await tokens.renewed(first)).toBeNull();
  vi.advanceTimersByTime(1);
  expect(await tokens.renewed(first)).toBe('two');
});

it('fails where it cannot be found out whether a token is at fault', async () => {
  const { tokens, countCalls } = await ownTokens([{ token: 'one', lifeS: 3_599 }], {
    ...{ intervalMs: hourMs, accountsStatus: 500 },
  });
  const first = await tokens.current();
  await expect(tokens.renewed(first)).rejects.toMatchObject({ problem: { kind: 'server-error' } });
  expect(countCalls()).toBe(1);
});

it('writes a token to the vault that lives for a minute, and none that lives shorter', async () => {
  const { tokens, writes } = await ownTokens([
    { token: 'short', lifeS: 59.999 },
    { token: 'minute', lifeS: 60 },
  ]);
  await tokens.renewed(await tokens.current());
  await tokens.close();
  expect(writes).toEqual(['minute']);
});

it('keeps when a token was received and until when it lives', () => {
  standStill();
  const nowMs = Date.now();
  const stored = { accessToken: 'one', receivedAtMs: nowMs, expiresAtMs: nowMs + 40_000 };
  expect(storedTokenOf({ accessToken: 'one', expiresInS: 40 })).toEqual(stored);
});

it('uses a token that an older version kept, which did not write down when it was received', async () => {
  const vault = new SessionVault();
  const { tokens } = await ownTokens([{ token: 'new', lifeS: 3_599 }], { secrets: new Secrets(vault) });
  await vault.write(`token/${loginId}`, JSON.stringify({ accessToken: 'kept', expiresAtMs: Date.now() + hourMs }));
  expect(await tokens.current()).toBe('kept');
});

it('forgets a login with its credentials and its token, and no other', async () => {
  const vault = new SessionVault();
  const secrets = new Secrets(vault);
  for (const id of [loginId, 'other']) {
    await secrets.keepCredentials(id, singleAccountCredentials);
    await secrets.keepToken(id, kept(hourMs));
  }
  await secrets.forgetLogin(loginId);
  expect([await vault.read(`credentials/${loginId}`), await vault.read(`token/${loginId}`)]).toEqual([null, null]);
  expect(await secrets.credentials('other')).toEqual(singleAccountCredentials);
  expect((await secrets.token('other'))?.accessToken).toBe('kept');
  await expect(secrets.credentials(loginId)).rejects.toMatchObject({ problem: { kind: 'keychain-entry-missing' } });
});

it('removes a login only after the last of its tokens was kept', async () => {
  const vault = new SessionVault();
  const secrets = new Secrets(vault);
  const goOn: (() => void)[] = [];
  const write = vault.write.bind(vault);
  vi.spyOn(vault, 'write').mockImplementation(async (name, secret) => {
    await new Promise<void>((resolve) => goOn.push(resolve));
    await write(name, secret);
  });
  const [first, last] = [secrets.keepToken(loginId, kept(hourMs)), secrets.keepToken(loginId, kept(hourMs))];
  goOn[0]?.();
  await first;
  const forgotten = secrets.forgetLogin(loginId);
  goOn[1]?.();
  await Promise.all([last, forgotten]);
  expect(await vault.read(`token/${loginId}`)).toBeNull();
});

it('makes a database key once, and another one where there is none that can be one', async () => {
  const vault = new SessionVault();
  const account = accountKeySchema.parse(randomUUID());
  const name = `database-key/${account}`;
  const secrets = new Secrets(vault);
  const key = await secrets.databaseKey(account);
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(await vault.read(name)).toBe(key);
  expect(await new Secrets(vault).databaseKey(account)).toBe(key);
  await secrets.forgetDatabaseKey(account);
  expect(await vault.read(name)).toBeNull();
  expect(await secrets.databaseKey(account)).not.toBe(key);
  for (const damaged of ['', key.slice(1), `${key}0`, key.toUpperCase().replace(/^./, 'G')]) {
    await vault.write(name, damaged);
    const other = await new Secrets(vault).databaseKey(account);
    expect(other).toMatch(/^[0-9a-f]{64}$/);
    expect(await vault.read(name)).toBe(other);
  }
});

it('renews a token that was refused and has ended since, without asking whether it is at fault', async () => {
  standStill();
  const answers = [
    { token: 'one', lifeS: 0.001 },
    { token: 'two', lifeS: 3_599 },
  ];
  const { tokens } = await ownTokens(answers, { intervalMs: 20 });
  const first = await tokens.current();
  vi.advanceTimersByTime(1);
  expect(await tokens.renewed(first)).toBe('two');
});

it('uses a token that was kept at this very moment', async () => {
  standStill();
  const { tokens, secrets } = await ownTokens([{ token: 'new', lifeS: 3_599 }]);
  await secrets.keepToken(loginId, kept(hourMs, 0));
  expect(await tokens.current()).toBe('kept');
});

it('takes a time limit that is over for no answer, and asks again at once', async () => {
  const late = new TypeError('fetch failed', { cause: Object.assign(new Error('late'), { code: 'ETIMEDOUT' }) });
  const { tokens } = await ownTokens([late, { token: 'one', lifeS: 3_599 }], { intervalMs: hourMs });
  await expect(tokens.current()).rejects.toMatchObject({ problem: { kind: 'timeout' } });
  expect(await tokens.current()).toBe('one');
});

it('says of a server that fails what is always said of that', async () => {
  const { tokens } = await ownTokens([json(500, 'System error')]);
  const details = { serverMessage: 'System error', httpStatus: 500, correlationId: 'c-1' };
  await expect(tokens.current()).rejects.toMatchObject({ problem: problem('server-error', details) });
});

/** Three tokens, of which the first one is being written to the vault. */
async function writing() {
  const test = await ownTokens(['one', 'two', 'three'].map((token) => ({ token, lifeS: 3_599 })));
  let goOn: () => void = () => undefined;
  const written: string[] = [];
  vi.spyOn(test.secrets, 'keepToken').mockImplementation(async (_id, { accessToken }) => {
    written.push(accessToken);
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
  });
  let token = await test.tokens.current();
  await vi.waitFor(() => expect(written).toEqual(['one']));
  for (let renewal = 0; renewal < 2; renewal++) token = (await test.tokens.renewed(token)) ?? token;
  return { ...test, written, goOn: () => goOn() };
}

it('writes of several tokens that wait for the vault only the last one', async () => {
  const { written, goOn } = await writing();
  goOn();
  await vi.waitFor(() => expect(written).toEqual(['one', 'three']));
});

it('writes no token to the vault that still waits for it at the end', async () => {
  const { tokens, written, goOn } = await writing();
  const closed = tokens.close();
  goOn();
  await closed;
  expect(written).toEqual(['one']);
});
