/* Access tokens: how long one is used, how often the server is asked for another, and what is said when it refuses. */

import { expect, it, vi } from 'vitest';
import { type ProblemError, problem } from '../../electron/contract/problem.ts';
import { hourMs, loginId, ownTokens, setClock, standStill } from './own-tokens.ts';

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

it('serves calls from tokens that live an instant, with one renewal in each interval', async () => {
  const intervalMs = 40;
  const earlyMs = 1; // timers count whole milliseconds
  const { tokens, countCalls } = await ownTokens([{ token: 'short', lifeS: 0.001 }], { intervalMs });
  const startedAtMs = performance.now();
  while (countCalls() < 3) {
    expect(await Promise.all([tokens.current(), tokens.current()])).toEqual(['short', 'short']);
  }
  expect(countCalls()).toBeLessThanOrEqual(1 + (performance.now() - startedAtMs) / (intervalMs - earlyMs));
});

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

it('renews no new token that the accounts call accepts, because only one operation was refused', async () => {
  const { tokens, countCalls } = await ownTokens([{ token: 'good', lifeS: 3_599 }], { intervalMs: hourMs });
  const first = await tokens.current();
  expect(await Promise.all([tokens.renewed(first), tokens.renewed(first)])).toEqual([null, null]);
  expect(await tokens.current()).toBe('good');
  expect(countCalls()).toBe(1);
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
  standStill(); // both calls come within the interval
  const dead = { intervalMs: 20, accountsStatus: 401 };
  const { tokens, writes, countCalls } = await ownTokens([{ token: 'same', lifeS: 3_599 }], dead);
  const first = await tokens.current();
  expect(await Promise.all([tokens.renewed(first), tokens.renewed(first)])).toEqual(['same', 'same']);
  expect(await tokens.current()).toBe('same');
  expect(countCalls()).toBe(2);
  await tokens.close();
  expect(writes).toEqual(['same']);
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

it('asks a server that cannot be reached at once again, and takes a refusal for its answer until the next renewal', async () => {
  standStill();
  const refusal = Response.json({}, { status: 401 });
  const page = new Response('<html>Sign in</html>', { status: 401, headers: { 'Content-Type': 'text/html' } });
  const answers = [new TypeError('fetch failed'), page, refusal, { token: 'one', lifeS: 3_599 }];
  const { tokens, countCalls } = await ownTokens(answers, { intervalMs: 40 });
  await expect(tokens.current()).rejects.toMatchObject({ problem: { kind: 'no-connection' } });
  await expect(tokens.current()).rejects.toMatchObject({ problem: { kind: 'gateway-refused' } });
  await expect(tokens.current()).rejects.toMatchObject({ problem: { kind: 'wrong-credentials' } });
  await expect(tokens.current()).rejects.toMatchObject({ problem: { kind: 'wrong-credentials' } });
  vi.advanceTimersByTime(39);
  await expect(tokens.current()).rejects.toMatchObject({ problem: { kind: 'wrong-credentials' } });
  expect(countCalls()).toBe(3);
  vi.advanceTimersByTime(1);
  expect(await tokens.current()).toBe('one');
  expect(countCalls()).toBe(4);
});

it('takes a time limit that is over for no answer, and asks again at once', async () => {
  const late = new TypeError('fetch failed', { cause: Object.assign(new Error('late'), { code: 'ETIMEDOUT' }) });
  const { tokens } = await ownTokens([late, { token: 'one', lifeS: 3_599 }], { intervalMs: hourMs });
  await expect(tokens.current()).rejects.toMatchObject({ problem: { kind: 'timeout' } });
  expect(await tokens.current()).toBe('one');
});

it.each([-48 * hourMs, 48 * hourMs])('a clock that is set by %i ms ends no token in use', async (byMs) => {
  const { tokens, countCalls } = await ownTokens([{ token: 'one', lifeS: 3_599 }]);
  await tokens.current();
  setClock(byMs);
  expect(await tokens.current()).toBe('one');
  expect(countCalls()).toBe(1);
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

it('says of a server that fails what is always said of that', async () => {
  const { tokens } = await ownTokens([json(500, 'System error')]);
  const details = { serverMessage: 'System error', httpStatus: 500, correlationId: 'c-1' };
  await expect(tokens.current()).rejects.toMatchObject({ problem: problem('server-error', details) });
});
