/* What a login takes from the keychain at its start, and what it writes there. */

import { expect, it, vi } from 'vitest';
import { Http } from '../../electron/api/http.ts';
import { ProblemError } from '../../electron/contract/problem.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { SessionVault } from '../../electron/keychain/vault.ts';
import { LoginTokens } from '../../electron/session/login-tokens.ts';
import { Secrets } from '../../electron/session/secrets.ts';
import { ownService } from '../support/session.ts';
import { hourMs, kept, loginId, ownTokens, setClock, standStill } from './own-tokens.ts';

it('uses a kept token to its end, and renews it then', async () => {
  const { tokens, secrets, countCalls } = await ownTokens([{ token: 'new', lifeS: 3_599 }]);
  await secrets.keepToken(loginId, kept(20_000));
  expect(await tokens.current()).toBe('kept');
  expect(countCalls()).toBe(0);

  const late = await ownTokens([{ token: 'new', lifeS: 3_599 }]);
  await late.secrets.keepToken(loginId, kept(-1));
  expect(await late.tokens.current()).toBe('new');
});

it('uses a token that was kept at this very moment', async () => {
  standStill();
  const { tokens, secrets } = await ownTokens([{ token: 'new', lifeS: 3_599 }]);
  await secrets.keepToken(loginId, kept(hourMs, 0));
  expect(await tokens.current()).toBe('kept');
});

it('uses a token that an older version kept, which did not write down when it was received', async () => {
  const vault = new SessionVault();
  const { tokens } = await ownTokens([{ token: 'new', lifeS: 3_599 }], { secrets: new Secrets(vault) });
  await vault.write(`token/${loginId}`, JSON.stringify({ accessToken: 'kept', expiresAtMs: Date.now() + hourMs }));
  expect(await tokens.current()).toBe('kept');
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

it('writes a token to the vault that lives for a minute, and none that lives shorter', async () => {
  const { tokens, writes } = await ownTokens([
    { token: 'short', lifeS: 59.999 },
    { token: 'minute', lifeS: 60 },
  ]);
  await tokens.renewed(await tokens.current());
  await tokens.close();
  expect(writes).toEqual(['minute']);
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
  const tokens = new LoginTokens(
    http,
    secrets,
    () => loginId,
    () => undefined,
  );
  const late = expect(tokens.current()).rejects.toMatchObject({ name: 'AbortError' });
  await tokens.close();
  await late;
  expect(await secrets.token(loginId)).toBeNull();

  const others = new LoginTokens(
    http,
    secrets,
    () => loginId,
    () => undefined,
  );
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
