import { expect, it } from 'vitest';
import { ProblemError, type ProblemKind, problem, problemSchema } from '../../electron/contract/problem.ts';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { atSignIn } from '../../electron/session/sign-in-problem.ts';
import { ownService, ownSession, signInTo } from '../support/session.ts';

function said(kind: ProblemKind, environment: 'production' | 'custom' | 'sandbox', details = {}) {
  const error = atSignIn(new ProblemError(kind, details), { environment });
  return error instanceof ProblemError ? error.problem : problem('internal');
}

/** Kinds that only come up where an account is open, or about a change. */
const neverAtSignIn: readonly ProblemKind[] = [
  ...(['cache-set-aside', 'cache-newer', 'outbox-set-aside', 'disk-error', 'keychain-entry-missing'] as const),
  ...(['no-permission', 'conflict', 'ticket-closed', 'change-sent', 'change-discarded', 'paper-failed'] as const),
];

it.each(problemSchema.shape.kind.options.filter((kind) => !neverAtSignIn.includes(kind)))(
  'promises nothing at the sign-in form that does not happen there: %s',
  (kind) => {
    const { message, todo } = said(kind, 'production');
    expect(`${message} ${todo}`).not.toMatch(
      /for Colodesk|Colodesk (continues|retries|tries|syncs)|retries|sync again|syncs|stay signed in|unsent|no longer accepts|ticket/,
    );
    expect(todo).not.toBe('');
  },
);

it.each(['captive-portal', 'redirected', 'gateway-refused', 'malformed-answer'] as const)(
  'says of %s that a typed address may be wrong, and only of a typed one',
  (kind) => {
    expect(said(kind, 'custom').todo).toMatch(/API base URL/);
    expect(said(kind, 'sandbox').todo).toMatch(/API base URL/);
    expect(said(kind, 'production').todo).not.toMatch(/API base URL/);
  },
);

it('keeps what the server said, and sentences that were written for the occasion', () => {
  const details = { message: 'Own.', todo: 'Do.', serverMessage: 'No', httpStatus: 500, correlationId: 'c' };
  expect(said('server-error', 'custom', details)).toMatchObject(details);
  const other = new Error('other');
  expect(atSignIn(other, { environment: 'custom' })).toBe(other);
});

it.each([
  ['captive-portal', '/v2/auth/token', 'captive-portal', /check the API base URL/],
  ['captive-portal', '/v1/accounts', 'captive-portal', /check the API base URL/],
  ['error-json', '/v2/auth/token', 'server-error', /Try again in a few minutes/],
  ['unauthorized', '/v1/accounts', 'unauthorized', /Try again in a moment/],
  ['rate-limited', '/v1/accounts', 'rate-limited', /Wait a minute, then try again/],
] as const)('words a sign-in that meets %s at %s for the form', async (fault, path, kind, todo) => {
  const service = await ownService();
  service.set({ faults: [{ kind: fault, match: { path } }] });
  const { session } = await ownSession();
  await expect(session.signIn(signInTo(service, singleAccountCredentials))).rejects.toMatchObject({
    problem: { kind, todo: expect.stringMatching(todo) },
  });
});
