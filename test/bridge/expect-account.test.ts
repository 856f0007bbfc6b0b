import { expect, it } from 'vitest';
import { requireAccount } from '../../electron/bridge/ipc.ts';
import { accountKeySchema } from '../../electron/contract/ids.ts';
import { ProblemError } from '../../electron/contract/problem.ts';

const first = accountKeySchema.parse('00000000-0000-4000-8000-000000000001');
const second = accountKeySchema.parse('00000000-0000-4000-8000-000000000002');
const elsewhere = expect.objectContaining({
  problem: expect.objectContaining({ kind: 'no-open-account', message: 'Another account was opened meanwhile.' }),
});

it.each(['outbox', 'drafts', 'templates', 'attachments'] as const)(
  '%s: what was written for one account gets into no other',
  (group) => {
    requireAccount(group, first, () => first);
    for (const meant of [second, null, undefined, {}])
      expect(() => requireAccount(group, meant, () => first)).toThrow(elsewhere);
  },
);

it('says that none is open where that is so', () => {
  const none = () => {
    throw new ProblemError('no-open-account');
  };
  expect(() => requireAccount('drafts', first, none)).toThrow(new ProblemError('no-open-account'));
});

it('asks not at all where no account is needed', () => {
  const unasked = () => {
    throw new Error('asked');
  };
  requireAccount('session', null, unasked);
});
