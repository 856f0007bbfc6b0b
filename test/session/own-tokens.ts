/* Access tokens of a server that a test plays, and clocks that it sets. */

import { onTestFinished, vi } from 'vitest';
import { Http } from '../../electron/api/http.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { SessionVault } from '../../electron/keychain/vault.ts';
import { LoginTokens } from '../../electron/session/login-tokens.ts';
import { Secrets } from '../../electron/session/secrets.ts';

/**
 * Tokens of a server whose token call gives one answer after the other, the last one for ever, and whose accounts call
 * accepts tokens or not.
 */
export async function ownTokens(
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
  const tokens = new LoginTokens(
    http,
    secrets,
    () => loginId,
    (error) => keepFailures.push(error),
    intervalMs ?? undefined,
  );
  return { secrets, tokens, writes, keepFailures, countCalls: () => calls };
}

type Answer = { token: string; lifeS: number } | Response | Error;

/** What the vault holds of a token with this time left, of which the clock tells. */
export const kept = (leftMs: number, ageMs = 60_000) => ({
  accessToken: 'kept',
  receivedAtMs: Date.now() - ageMs,
  expiresAtMs: Date.now() + leftMs,
});

/** Sets this computer's clock, but not the monotonic one. */
export function setClock(byMs: number) {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + byMs });
  onTestFinished(() => void vi.useRealTimers());
}

/** Both clocks stand still, but for what the test lets pass. */
export function standStill() {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  onTestFinished(() => void vi.useRealTimers());
}

/** The login that the tokens are of. */
export const loginId = 'login';
/** An hour in milliseconds. */
export const hourMs = 3_600_000;
