import { expect, it, vi } from 'vitest';
import { Http } from '../../electron/api/http.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { SessionVault } from '../../electron/keychain/vault.ts';
import { LoginTokens, Secrets } from '../../electron/session/credentials.ts';
import { ownService } from '../support/session.ts';

const loginId = 'login';

async function ownTokens(secrets = new Secrets(new SessionVault())) {
  const service = await ownService();
  await secrets.keepCredentials(loginId, singleAccountCredentials);
  const http = new Http({ baseUrl: async () => service.baseUrl, fetch });
  const keepFailures: unknown[] = [];
  const tokens = new LoginTokens(http, secrets, loginId, (error) => keepFailures.push(error));
  const countRequests = () => service.requests.filter((request) => request.path.includes('token')).length;
  return { service, secrets, tokens, countRequests, keepFailures };
}

it('asks once for calls that need a token at the same moment, and keeps it', async () => {
  const { tokens, secrets, countRequests } = await ownTokens();
  const [one, other] = await Promise.all([tokens.current(), tokens.current()]);
  expect(one).toBe(other);
  expect(await tokens.current()).toBe(one);
  expect((await secrets.token(loginId))?.accessToken).toBe(one);
  expect(countRequests()).toBe(1);
});

it('uses a kept token that is still good and renews one that is about to expire', async () => {
  const { tokens, secrets, countRequests } = await ownTokens();
  await secrets.keepToken(loginId, { accessToken: 'kept', expiresAtMs: Date.now() + 3_600_000 });
  expect(await tokens.current()).toBe('kept');
  expect(countRequests()).toBe(0);

  const late = await ownTokens();
  await late.secrets.keepToken(loginId, { accessToken: 'old', expiresAtMs: Date.now() + 30_000 });
  expect(await late.tokens.current()).not.toBe('old');
  expect(late.countRequests()).toBe(1);
});

it('renews once for several calls that were refused with the same token', async () => {
  const { tokens, countRequests } = await ownTokens();
  const first = await tokens.current();
  const renewed = await Promise.all([tokens.renewed(first), tokens.renewed(first)]);
  expect(new Set(renewed).size).toBe(1);
  expect(await tokens.renewed(first)).toBe(renewed[0]);
  expect(countRequests()).toBe(2);
});

it('says of credentials that worked and are refused now what to do, not that they are mistyped', async () => {
  const { service, tokens } = await ownTokens();
  const first = await tokens.current();
  service.set({ faults: [{ match: { path: 'token' }, kind: 'unauthorized' }] });
  await expect(tokens.renewed(first)).rejects.toMatchObject({
    problem: { kind: 'wrong-credentials', todo: expect.stringContaining('Sign in again'), httpStatus: 401 },
  });
});

it('works with a token that cannot be kept', async () => {
  const secrets = new Secrets(new SessionVault());
  const refusal = new Error('full');
  const { tokens, keepFailures } = await ownTokens(secrets);
  vi.spyOn(secrets, 'keepToken').mockRejectedValue(refusal);
  expect(await tokens.current()).not.toBe('');
  expect(keepFailures).toEqual([refusal]);
});

it('writes nothing to the vault after it is closed, and is closed only when nothing is being written', async () => {
  const secrets = new Secrets(new SessionVault());
  const { tokens } = await ownTokens(secrets);
  const late = expect(tokens.current()).rejects.toMatchObject({ name: 'AbortError' });
  await tokens.close();
  await late;
  expect(await secrets.token(loginId)).toBeNull();

  const { tokens: others } = await ownTokens(secrets);
  const events: string[] = [];
  let write: () => void = () => undefined;
  const written = new Promise<void>((resolve) => {
    write = resolve;
  });
  const keepToken = vi.spyOn(secrets, 'keepToken').mockReturnValue(written.then(() => void events.push('kept')));
  const current = others.current();
  await vi.waitUntil(() => keepToken.mock.calls.length > 0);
  const closed = others.close().then(() => events.push('closed'));
  write();
  await Promise.all([current, closed]);
  expect(events).toEqual(['kept', 'closed']);
});
