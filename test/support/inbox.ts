import { accountKeySchema } from '../../electron/contract/ids.ts';
import type { Account } from '../../electron/contract/session.ts';
import { useHelp } from '../../renderer/state/screen.ts';
import { useSession } from '../../renderer/state/session.ts';

/** An account of the demo, with a key of the length of its name. */
export function anAccount(name: string): Account {
  return {
    key: accountKeySchema.parse(`00000000-0000-4000-8000-0000000000${String(name.length).padStart(2, '0')}`),
    environment: 'demo',
    baseUrl: '',
    name,
    masterName: 'Master',
    distinction: '',
    isOpened: true,
  };
}

/** Opens an account in the page's stores, as if the main process had reported it. */
export function openInbox(accounts: Account[] = [anAccount('Acme')]): void {
  const [account = anAccount('Acme')] = accounts;
  useSession.setState({
    session: { phase: 'open', account, accounts, sessionOnly: false, notice: null },
    problem: null,
    signingIn: null,
  });
}

/** The page of help that is open. */
export const shownHelp = () => useHelp.getState().page;
