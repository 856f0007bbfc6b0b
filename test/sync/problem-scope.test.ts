import { expect, it } from 'vitest';
import { problem } from '../../electron/contract/problem.ts';
import { affectsOneCallOnly, connectionOf } from '../../electron/sync/problem-scope.ts';

it('a problem with which the server asks for a pause affects all calls', () => {
  expect(affectsOneCallOnly(problem('server-error'))).toBe(true);
  expect(affectsOneCallOnly(problem('not-permitted'))).toBe(true);
  expect(affectsOneCallOnly(problem('server-error', { retryAfterMs: 90_000 }))).toBe(false);
});

it.each([
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
