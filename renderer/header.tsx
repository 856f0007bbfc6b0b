/* The header of the inbox: the search, the way to a new ticket and to the outbox, and the account. */

import { Button } from '@mantine/core';
import { IconPlus, IconSend } from '@tabler/icons-react';
import type { SessionState } from '../electron/contract/session.ts';
import { AccountMenu } from './account/account-menu.tsx';
import styles from './header.module.css';
import { SearchBox } from './inbox/search-box.tsx';
import { draftKeys, useDrafts } from './state/drafts.ts';
import { openNewTicket } from './state/open-form.ts';
import { useOutbox } from './state/outbox.ts';
import { showScreen, useScreen } from './state/screen.ts';
import { BrandMark } from './ui/brand-mark.tsx';
import { useAriaKeys } from './ui/use-aria-keys.ts';
import windowStyles from './ui/window.module.css';
import { words } from './words/words.ts';

type Props = { state: Extract<SessionState, { phase: 'open' }> };

export function Header({ state }: Props) {
  return (
    <header className={windowStyles.header}>
      <h1 className={styles.brand}>
        <BrandMark size={26} />
        <span>Colodesk</span>
      </h1>
      <SearchBox />
      <div className={styles.buttons}>
        <NewTicketButton />
        <OutboxButton />
      </div>
      <AccountMenu account={state.account} accounts={state.accounts} sessionOnly={state.sessionOnly} />
    </header>
  );
}

/** Opens the form of a new ticket. A dot shows that the form holds a draft. */
function NewTicketButton() {
  const hasDraft = useDrafts(({ drafts }) => drafts.has(draftKeys.newTicket));
  return (
    <Button
      className={styles.button}
      size="sm"
      aria-label={words.form.newTicket}
      aria-keyshortcuts={useAriaKeys('newTicket')}
      title={hasDraft ? words.form.newTicketHasDraft : undefined}
      data-draft={hasDraft || undefined}
      leftSection={<IconPlus size={16} aria-hidden="true" />}
      onClick={openNewTicket}
    >
      {words.form.newTicket}
    </Button>
  );
}

/** Opens and closes the outbox, and shows how many changes it holds. A dot shows that one of them needs the user. */
function OutboxButton() {
  const items = useOutbox((store) => store.items);
  const isShown = useScreen(({ screen }) => screen === 'outbox');
  const needsUser = items.some((item) => item.state === 'refused' || item.needsDecision);
  return (
    <Button
      className={styles.button}
      variant="default"
      size="sm"
      aria-pressed={isShown}
      aria-keyshortcuts={useAriaKeys('showOutbox')}
      data-attention={needsUser || undefined}
      leftSection={<IconSend size={16} aria-hidden="true" />}
      onClick={() => showScreen(isShown ? 'tickets' : 'outbox')}
    >
      {words.outbox.button({ count: items.length })}
    </Button>
  );
}
