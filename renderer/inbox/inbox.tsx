import './inbox.css';
import { useMediaQuery } from '@mantine/hooks';
import type { SessionState } from '../../electron/contract/session.ts';
import { AccountMenu } from '../account/account-menu.tsx';
import { BrandMark } from '../parts/brand-mark.tsx';
import { ClockBanner, DemoBanner, NoticeBanner } from '../status/banners.tsx';
import { FaultBanner } from '../status/fault-banner.tsx';
import { StatusBar } from '../status/status-bar.tsx';
import { TicketPane } from '../ticket/ticket-pane.tsx';
import { useTicket } from '../ticket/ticket-store.ts';
import { words } from '../words.ts';
import { FilterBar } from './filter-bar.tsx';
import { narrowQuery } from './list-width.ts';
import { SearchBox } from './search-box.tsx';
import { TicketList } from './ticket-list.tsx';
import { useShortcuts } from './use-shortcuts.ts';

type OpenState = Extract<SessionState, { phase: 'open' }>;

/** An open account: its tickets on the left, the one that is read on the right, the state of things at the foot. */
export function Inbox({ state }: { state: OpenState }) {
  const isNarrow = useMediaQuery(narrowQuery, false, { getInitialValueInEffect: false });
  const isPaneOpen = useTicket((store) => store.openId !== null);
  useShortcuts(isNarrow);

  return (
    <div className="inbox">
      <header className="header">
        <h1 className="header-brand">
          <BrandMark size={26} />
          <span>Colodesk</span>
        </h1>
        <SearchBox isNarrow={isNarrow} />
        <AccountMenu account={state.account} accounts={state.accounts} sessionOnly={state.sessionOnly} />
      </header>
      <section className="banners" aria-label={words.status.banners}>
        <DemoBanner key={state.account.key} account={state.account} />
        <ClockBanner />
        <NoticeBanner notice={state.notice} />
        <FaultBanner />
      </section>
      <main className="inbox-body" data-pane={isPaneOpen || undefined}>
        <FilterBar />
        <div className="list">
          <TicketList isNarrow={isNarrow} />
        </div>
        {isPaneOpen && <TicketPane isNarrow={isNarrow} />}
      </main>
      <StatusBar />
    </div>
  );
}
