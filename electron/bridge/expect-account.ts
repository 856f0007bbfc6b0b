import type { Calls } from '../contract/calls.ts';
import type { AccountKey } from '../contract/ids.ts';
import { ProblemError } from '../contract/problem.ts';

/** What the user writes: it belongs to one account and must get into no other. */
const groupsOfAccount: readonly (keyof Calls)[] = ['outbox', 'drafts', 'templates', 'attachments'];

/**
 * Refuses a call about what the user writes that was made for another account than the one that is open when it arrives.
 * @param meant what the window showed when it called
 * @throws ProblemError `no-open-account`
 */
export function expectAccount(group: keyof Calls, meant: unknown, openKey: () => AccountKey): void {
  if (groupsOfAccount.includes(group) && meant !== openKey()) throw new ProblemError('no-open-account', switched);
}

const switched = {
  message: 'Another account was opened meanwhile.',
  todo: 'Open the account that this belongs to, then do it once more.',
};
