import './ui/header.css';
import './ui/inbox.css';
import { useMediaQuery } from '@mantine/hooks';
import { useRef } from 'react';
import type { SessionState } from '../electron/contract/session.ts';
import { AccountMenu } from './account/account-menu.tsx';
import { FormPane } from './form/form-pane.tsx';
import { NewTicketButton } from './form/new-ticket-button.tsx';
import { FilterBar } from './inbox/filter-bar.tsx';
import { narrowQuery } from './inbox/list-width.ts';
import { SearchBox } from './inbox/search-box.tsx';
import { TicketList } from './inbox/ticket-list.tsx';
import { useShortcuts } from './inbox/use-shortcuts.ts';
import { DiscardDialog } from './outbox/discard-dialog.tsx';
import { OutboxButton } from './outbox/outbox-button.tsx';
import { OutboxScreen } from './outbox/outbox-screen.tsx';
import { focusScreen } from './state/focus.ts';
import { useForm } from './state/form.ts';
import { useScreen } from './state/screen.ts';
import { useTicket } from './state/ticket.ts';
import { ClockBanner, DemoBanner, NoticeBanner } from './status/banners.tsx';
import { StatusBar } from './status/status-bar.tsx';
import { CancelDialog } from './ticket/cancel-dialog.tsx';
import { TicketPane } from './ticket/ticket-pane.tsx';
import { BrandMark } from './ui/brand-mark.tsx';
import { FaultBanner } from './ui/fault-banner.tsx';
import { UndoBar } from './ui/undo-bar.tsx';
import { useKeptFocus } from './ui/use-kept-focus.ts';
import { words } from './words/words.ts';

type OpenState = Extract<SessionState, { phase: 'open' }>;

/** An open account: its tickets or its outbox, and the state of things at the foot. */
export function Inbox({ state }: { state: OpenState }) {
  const isNarrow = useMediaQuery(narrowQuery, false, { getInitialValueInEffect: false });
  const screen = useScreen((store) => store.screen);
  useShortcuts(isNarrow);
  const banners = useRef<HTMLElement>(null);
  useKeptFocus(banners, focusScreen); // a banner goes with its `Dismiss`

  return (
    <div className="inbox">
      <header className="header">
        <h1 className="header-brand">
          <BrandMark size={26} />
          <span>Colodesk</span>
        </h1>
        <SearchBox isNarrow={isNarrow} />
        <div className="header-buttons">
          <NewTicketButton />
          <OutboxButton />
        </div>
        <AccountMenu account={state.account} accounts={state.accounts} sessionOnly={state.sessionOnly} />
      </header>
      <section ref={banners} className="banners" aria-label={words.status.banners}>
        <DemoBanner key={state.account.key} account={state.account} />
        <ClockBanner />
        <NoticeBanner notice={state.notice} />
        <FaultBanner />
      </section>
      {screen === 'outbox' ? <OutboxScreen /> : <Tickets isNarrow={isNarrow} />}
      <UndoBar />
      <StatusBar />
      <DiscardDialog />
      <CancelDialog key={state.account.key} />
    </div>
  );
}

/** The tickets on the left; on the right the one that is read, or the form that is filled in. */
function Tickets({ isNarrow }: { isNarrow: boolean }) {
  const isTicketOpen = useTicket((store) => store.openId !== null);
  const formKey = useForm((store) => store.open?.key ?? null); // its key alone: the list is not drawn anew with each key press
  return (
    <main className="inbox-body" data-pane={isTicketOpen || formKey !== null || undefined}>
      <FilterBar />
      <div className="list">
        <TicketList isNarrow={isNarrow} />
      </div>
      {formKey !== null ? <FormPane key={formKey} /> : isTicketOpen && <TicketPane isNarrow={isNarrow} />}
    </main>
  );
}
