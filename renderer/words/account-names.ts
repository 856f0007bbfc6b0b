/* How accounts are named on the screen, so that two of one name can be told apart. */

import type { Account } from '../../electron/contract/session.ts';
import { words } from './words.ts';

/** The name for a sentence, with what tells the account from others of that name. */
export function fullName({ name, distinction }: Pick<Account, 'name' | 'distinction'>): string {
  return distinction ? words.account.distinguished({ name, distinction }) : name;
}

/** What stands below the name in a list: the master account, the environment, and what tells it from others of its name. */
export function placeOf({ masterName, environment, distinction }: Omit<Account, 'key' | 'name'>): string {
  return [masterName, words.environment[environment], distinction].filter(Boolean).join(' · ');
}
