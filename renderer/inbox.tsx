/*
 * The screen of an open account, put together from the features: header, notices, views, tickets or outbox, and the status bar.
 */

import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import type { SessionState } from '../electron/contract/session.ts';
import { Palette } from './commands/palette.tsx';
import { ExportTableButton } from './exports/export-table-button.tsx';
import { EditTicketForm } from './form/edit-form.tsx';
import { NewTicketForm } from './form/new-ticket-form.tsx';
import { PreparedRequests } from './form/prepared-requests.tsx';
import { Header } from './header.tsx';
import { FilterBar } from './inbox/filter-bar.tsx';
import { TicketList } from './inbox/ticket-list.tsx';
import styles from './inbox.module.css';
import { DiscardDialog } from './outbox/dialogs.tsx';
import { OutboxScreen } from './outbox/outbox-screen.tsx';
import { BulkDialogs } from './selection/bulk-dialogs.tsx';
import { SelectionAnnouncement, SelectionBar } from './selection/selection-bar.tsx';
import { closeDialog, type OpenDialog, useDialog } from './state/dialogs.ts';
import { useForm } from './state/form.ts';
import { returnToPlace } from './state/load-anew.ts';
import { focusScreen, narrowQuery, type Screen, showScreen, useScreen } from './state/screen.ts';
import { useSelection } from './state/selection.ts';
import { useTicket } from './state/ticket.ts';
import { ClockBanner, DemoBanner, NoticeBanner, SignInBanner } from './status/banners.tsx';
import { StatusBar } from './status/status-bar.tsx';
import { CancelDialog } from './ticket/cancel-dialog.tsx';
import { TicketPane } from './ticket/ticket-pane.tsx';
import { Boundary } from './ui/boundary.tsx';
import { KeychainWait } from './ui/keychain-wait.tsx';
import { later } from './ui/later.tsx';
import { FaultBanner } from './ui/problem-note.tsx';
import { SnoozeDateDialog } from './ui/snooze-date-dialog.tsx';
import { UndoBar } from './ui/undo-bar.tsx';
import { useKeptFocus } from './ui/use-kept-focus.ts';
import windowStyles from './ui/window.module.css';
import { ViewDialogs } from './views/view-dialogs.tsx';
import { Views, ViewsMenu } from './views/views.tsx';
import { words } from './words/words.ts';

const emptyScreen = <main className={styles.body} />;
const OverviewScreen = later(async () => (await import('./overview/overview-screen.tsx')).OverviewScreen, emptyScreen);
const HandoverScreen = later(async () => (await import('./handover/handover-screen.tsx')).HandoverScreen, emptyScreen);
const SettingsDialog = later(async () => (await import('./account/settings-dialog.tsx')).SettingsDialog);
const ColumnsDialog = later(async () => (await import('./inbox/columns-dialog.tsx')).ColumnsDialog);
const SiteNotesDialog = later(async () => (await import('./ticket/site-notes-dialog.tsx')).SiteNotesDialog);
const CommentTextsDialog = later(async () => (await import('./form/comment-texts-dialog.tsx')).CommentTextsDialog);
const ExportDialog = later(async () => (await import('./exports/export-dialog.tsx')).ExportDialog);

export function Inbox({ state }: { state: Extract<SessionState, { phase: 'open' }> }) {
  const isNarrow = useMediaQuery(narrowQuery, false, { getInitialValueInEffect: false });
  const banners = useRef<HTMLElement>(null);
  useEffect(returnToPlace, []);
  useKeptFocus(banners, focusScreen); // a banner disappears with its `Dismiss`

  return (
    <div className={`${windowStyles.window} ${styles.inbox}`}>
      <Header state={state} />
      <section ref={banners} className={styles.banners} aria-label={words.status.banners} data-unkept>
        <DemoBanner key={state.account.key} account={state.account} />
        {!state.sessionOnly && <KeychainWait />}
        <SignInBanner />
        <ClockBanner />
        <NoticeBanner notice={state.notice} />
        <FaultBanner className={styles.fault} />
      </section>
      <div className={styles.work}>
        {!isNarrow && <Views />}
        <WorkArea isNarrow={isNarrow} />
      </div>
      <UndoBar />
      <StatusBar />
      <DiscardDialog />
      <SnoozeDateDialog />
      <BulkDialogs />
      <CommandDialogs />
      <CancelDialog key={state.account.key} />
      <ViewDialogs />
    </div>
  );
}

function WorkArea({ isNarrow }: { isNarrow: boolean }) {
  const screen = useScreen((store) => store.screen);
  const formKey = useForm((store) => store.open?.key);
  return (
    <Boundary subject={`${screen} ${formKey}`} waysOn={screen !== 'tickets' && <BackToTickets />}>
      <ScreenOf screen={screen} isNarrow={isNarrow} />
    </Boundary>
  );
}

function BackToTickets() {
  return (
    <Button size="xs" variant="default" onClick={() => showScreen('tickets')}>
      {words.outbox.backToTickets}
    </Button>
  );
}

function ScreenOf({ screen, isNarrow }: { screen: Screen; isNarrow: boolean }) {
  if (screen === 'outbox') return <OutboxScreen />;
  if (screen === 'overview') {
    return (
      <OverviewScreen
        filters={<FilterBar start={isNarrow && <ViewsMenu />} />}
        actions={(table) => <ExportTableButton table={table} />}
      />
    );
  }
  if (screen === 'handover') return <HandoverScreen />;
  return <Tickets isNarrow={isNarrow} />;
}

/** The dialogs that commands open from anywhere. */
function CommandDialogs() {
  const open = useDialog((store) => store.open);
  return (
    <Boundary subject={open?.name} onFault={closeDialog}>
      <CommandDialog open={open} />
    </Boundary>
  );
}

function CommandDialog({ open }: { open: OpenDialog | null }) {
  const name = open?.name;
  if (name === 'commands') return <Palette />;
  if (name === 'settings') return <SettingsDialog />;
  if (name === 'columns') return <ColumnsDialog />;
  if (name === 'siteNotes') return <SiteNotesDialog />;
  if (open?.name === 'commentTexts') return <CommentTextsDialog draftKey={open.draft} />;
  return name === 'export' ? <ExportDialog /> : null;
}

/** The tickets on the left; on the right the open form, or else the open ticket. */
function Tickets({ isNarrow }: { isNarrow: boolean }) {
  const isTicketOpen = useTicket((store) => store.openId !== null);
  const hasSelection = useSelection(({ ids }) => ids.size > 0);
  const formKey = useForm((store) => store.open?.key ?? null); // only the key, so that typing does not render the list again
  return (
    <main className={styles.body} data-has-pane={isTicketOpen || formKey !== null || undefined}>
      {hasSelection ? <SelectionBar /> : <FilterBar start={isNarrow && <ViewsMenu />} />}
      <SelectionAnnouncement />
      <div className={styles.list} data-under-pane>
        <PreparedRequests />
        <TicketList isNarrow={isNarrow} />
      </div>
      {formKey !== null ? <OpenForm key={formKey} /> : isTicketOpen && <TicketPane isNarrow={isNarrow} />}
    </main>
  );
}

function OpenForm() {
  const form = useForm((store) => store.open);
  if (!form) return null;
  return form.form === 'new' ? <NewTicketForm form={form} /> : <EditTicketForm form={form} />;
}
