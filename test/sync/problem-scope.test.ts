import { expect, it } from 'vitest';
import { UnsentError } from '../../electron/api/network-errors.ts';
import { ProblemError, type ProblemKind, problem } from '../../electron/contract/problem.ts';
import { affectsOneCallOnly, connectionOf } from '../../electron/sync/problem-scope.ts';

it('a problem with which the server asks for a pause affects all calls', () => {
  expect(affectsOneCallOnly(new ProblemError('server-error'))).toBe(true);
  expect(affectsOneCallOnly(new ProblemError('not-permitted'))).toBe(true);
  expect(affectsOneCallOnly(new ProblemError('server-error', { retryAfterMs: 90_000 }))).toBe(false);
});

it.each<ProblemKind>(['not-found', 'not-permitted', 'no-permission', 'rejected', 'malformed-answer', 'timeout'])(
  '%s may affect one call only',
  (kind) => {
    expect(affectsOneCallOnly(new ProblemError(kind))).toBe(true);
  },
);

it('a request that could not be sent says nothing about what it asked for', () => {
  for (const kind of ['malformed-answer', 'server-error', 'timeout'] as const)
    expect(affectsOneCallOnly(new UnsentError(problem(kind)))).toBe(false);
});

it.each<ProblemKind>(['no-connection', 'rate-limited', 'unauthorized', 'disk-full'])('%s affects all calls', (kind) => {
  expect(affectsOneCallOnly(new ProblemError(kind))).toBe(false);
});

it('no problem means online', () => {
  expect(connectionOf(null)).toBe('online');
});

it.each([
  ['unauthorized', 'refused'],
  ['wrong-credentials', 'refused'],
  ['keychain-entry-missing', 'refused'],
  ['no-connection', 'offline'],
  ['timeout', 'offline'],
  ['proxy-auth', 'offline'],
  ['no-permission', 'refused'],
  ['captive-portal', 'offline'],
  ['not-permitted', 'trouble'],
  ['account-gone', 'refused'],
  ['server-error', 'trouble'],
  ['rate-limited', 'trouble'],
  ['disk-full', 'trouble'],
] as const)('%s means %s', (kind, connection) => {
  expect(connectionOf(problem(kind))).toBe(connection);
});
