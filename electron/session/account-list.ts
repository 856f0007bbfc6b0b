import type { Account } from '../contract/session.ts';
import { words } from '../words/words.ts';
import type { KnownAccount, Login } from './registry.ts';

/** An account of this computer with what it is reached by. */
export type AccountEntry = { login: Login; account: KnownAccount; isSessionOnly: boolean };

/**
 * Describes accounts for the window. Where several have one name, each gets what tells it from the others. The vendor's ids
 * are shown only where nothing else does.
 */
export function listAccounts(entries: readonly AccountEntry[]): Account[] {
  return entries.map((entry) => {
    const { environment, baseUrl } = entry.login;
    const { key, name, masterName, isOpened } = entry.account;
    const namesakes = entries.filter((other) => other !== entry && alike(other.account.name) === alike(name));
    return { key, environment, baseUrl, name, masterName, isOpened, distinction: distinctionOf(entry, namesakes) };
  });
}

/** Names that people read as the same. */
const alike = (name: string) => name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/** What can tell accounts of one name apart, in the order in which it is shown. */
const marks: readonly ((entry: AccountEntry) => string)[] = [
  ({ login }) => login.baseUrl.replace(/^https?:\/\//, ''),
  ({ account }) => account.accountId,
  ({ account }) => account.masterAccountId,
  ({ isSessionOnly }) => (isSessionOnly ? words().account.sessionOnly : words().account.kept),
];

/** The address of an account with namesakes, and further marks until none of them has all of these. */
function distinctionOf(entry: AccountEntry, namesakes: readonly AccountEntry[]): string {
  const shown: string[] = [];
  let left = namesakes;
  for (const mark of marks) {
    if (left.length === 0) break;
    const others = left.filter((other) => mark(other) === mark(entry));
    if (mark === marks[0] || others.length < left.length) shown.push(mark(entry));
    left = others;
  }
  return shown.filter((text) => text !== '').join(' · ');
}
