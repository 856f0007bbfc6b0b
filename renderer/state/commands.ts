/* What each command of the list does. The palette, the shortcuts and the menus run commands from here only. */

import { flushSync } from 'react-dom';
import type { CommandId } from '../../electron/contract/commands.ts';
import { isLocalTicketId, type TicketId } from '../../electron/contract/ids.ts';
import type { ShownTicket } from '../../electron/contract/query.ts';
import type { TicketAction } from '../../electron/contract/ticket-actions.ts';
import { attachFiles } from './attachments.ts';
import { saveCalendar } from './calendar.ts';
import { cancelTicket } from './confirmations.ts';
import { closeDialog, openDialog, useDialog } from './dialogs.ts';
import { exportList } from './exports.ts';
import { attempt } from './feedback.ts';
import { useForm } from './form.ts';
import {
  bringBack,
  readAll,
  snoozeActive,
  snoozedTargets,
  starActive,
  targets,
  toggleReadActive,
} from './list-actions.ts';
import { openCopy, openNewTicket, startEdit } from './open-form.ts';
import { useOutbox } from './outbox.ts';
import { exportOwnData, importOwnData } from './own-data.ts';
import { printTickets, savePdf } from './paper.ts';
import { clearSearchAndFilters, isNarrowed, useQuery } from './query.ts';
import { focusComment, focusNote, focusScreen, openHelp, type Screen, showScreen, useScreen } from './screen.ts';
import { goToSearch } from './search.ts';
import { clearSelection, selectAll, toggleSelected, useSelection } from './selection.ts';
import { openSignIn, useSession } from './session.ts';
import { muteForAnHour } from './settings.ts';
import { syncNow } from './status.ts';
import { disabledReason, useTicket } from './ticket.ts';
import { useHeadedFor } from './ticket-list.ts';
import { canUpdateView, chooseView, toggleViews, updateView } from './views.ts';

type CommandAction = { readonly run: () => void; readonly isAvailable: () => boolean };

/** What each command does, and whether it can be done now. */
export const commandActions: Readonly<Record<CommandId, CommandAction>> = {
  palette: inInbox(togglePalette),
  search: inInbox(goToSearch),
  newTicket: inInbox(openNewTicket),
  syncNow: inInbox(() => void syncNow()),
  showTickets: { run: () => goTo('tickets'), isAvailable: () => isInboxShown() && !isListShown() },
  showOutbox: {
    run: () => goTo('outbox'),
    isAvailable: () => isInboxShown() && useScreen.getState().screen !== 'outbox',
  },
  viewAttention: inInbox(() => chooseView('attention')),
  viewOpen: inInbox(() => chooseView('open')),
  viewUnread: inInbox(() => chooseView('unread')),
  viewStarred: inInbox(() => chooseView('starred')),
  viewSnoozed: inInbox(() => chooseView('snoozed')),
  viewClosed: inInbox(() => chooseView('closed')),
  viewAll: inInbox(() => chooseView('all')),
  showOverview: inInbox(() => goTo('overview')),
  showHandover: inInbox(() => goTo('handover')),
  toggleViews: inInbox(toggleViews),
  saveView: inList(() => openDialog({ name: 'saveView' })),
  updateView: { run: () => void updateView(), isAvailable: () => isListShown() && canUpdateView() },
  clearFilters: { run: clearSearchAndFilters, isAvailable: () => isListShown() && isNarrowed(useQuery.getState()) },
  columns: inList(() => openDialog({ name: 'columns' })),
  selectAll: inList(() => void selectAll()),
  toggleSelected: inList(toggleSelected),
  clearSelection: {
    run: clearSelection,
    isAvailable: () => isListShown() && useSelection.getState().ids.size > 0,
  },
  print: onTargets(() => void printTickets(targets())),
  savePdf: onTargets(() => void savePdf(targets())),
  exportTickets: inList(exportList),
  readAll: inList(() => void readAll()),
  editTicket: onTicket('edit', (ticket) => startEdit(ticket, changesOf(ticket))),
  // A closed ticket takes no comment, but its box is where the user reads why.
  commentOnTicket: onSelection('bulkComment', { run: focusComment, isAvailable: () => ticketInPane() !== null }),
  cancelTicket: onSelection(
    'bulkCancel',
    onTicket('cancel', (ticket) => cancelTicket(ticket.summary, changesOf(ticket))),
  ),
  addRecipient: onTargets(() => openDialog({ name: 'bulkRecipient' })),
  duplicateTicket: {
    run() {
      const ticket = ticketInPane();
      if (ticket) openCopy(ticket);
    },
    isAvailable: () => ticketInPane() !== null,
  },
  attachFiles: onTicket('attach', ({ summary: { id } }) => {
    void attachFiles(id, window.desk.attachments.choose({ ticketId: id }));
  }),
  star: onTargets(starActive),
  snooze: onTargets(snoozeActive),
  bringBack: {
    run: () => void bringBack(snoozedTargets()),
    isAvailable: () => isListShown() && snoozedTargets().length > 0,
  },
  markUnread: onTargets(toggleReadActive),
  privateNote: { run: focusNote, isAvailable: () => ticketInPane() !== null },
  copyId: { run: () => copy(sentTargets()), isAvailable: () => sentTargets().length > 0 },
  copyLink: { run: () => copy(sentTargets().map(linkTo)), isAvailable: () => sentTargets().length > 0 },
  templates: inInbox(openTemplates),
  saveCalendar: inInbox(() => void saveCalendar(null)),
  commentTexts: inInbox(() => openDialog({ name: 'commentTexts' })),
  siteNotes: inInbox(() => openDialog({ name: 'siteNotes' })),
  muteForAnHour: inInbox(() => void muteForAnHour()),
  settings: inInbox(() => openDialog({ name: 'settings' })),
  exportOwnData: inInbox(() => void exportOwnData()),
  importOwnData: inInbox(() => void importOwnData()),
  otherSignIn: inInbox(() => void openSignIn(null)),
  signOut: inInbox(() => openDialog({ name: 'signOut' })),
  keys: { run: () => openHelp('keys'), isAvailable: () => true },
  diagnosis: { run: () => openHelp('diagnosis'), isAvailable: () => true },
};

/** Runs a command if it can be done now. */
export function runCommand(id: CommandId): void {
  const { run, isAvailable } = commandActions[id];
  if (isAvailable()) run();
}

function isInboxShown(): boolean {
  const { session, signingIn } = useSession.getState();
  return session.phase === 'open' && signingIn === null;
}

function isListShown(): boolean {
  return isInboxShown() && useScreen.getState().screen === 'tickets';
}

function inInbox(run: () => void): CommandAction {
  return { run, isAvailable: isInboxShown };
}

function inList(run: () => void): CommandAction {
  return { run, isAvailable: isListShown };
}

/** The ticket that the user reads; `null` while there is none, a form covers it, or the user has moved on to another. */
function ticketInPane(): ShownTicket | null {
  const { openId, ticket } = useTicket.getState();
  const isLeft = ![null, openId].includes(useHeadedFor.getState().id);
  const isRead = isListShown() && useForm.getState().open === null && ticket?.summary.id === openId && !isLeft;
  return isRead ? (ticket ?? null) : null;
}

const changesOf = ({ summary }: ShownTicket) => useOutbox.getState().byTicket.get(summary.id) ?? [];

/** A command on the ticket that the user reads. */
function onTicket(action: TicketAction, run: (ticket: ShownTicket) => void): CommandAction {
  const ableTicket = () => {
    const ticket = ticketInPane();
    return ticket && disabledReason(action, ticket, changesOf(ticket)) === null ? ticket : null;
  };
  return {
    run() {
      const ticket = ableTicket();
      if (ticket) run(ticket);
    },
    isAvailable: () => ableTicket() !== null,
  };
}

/** A command that a dialog asks about for the selected tickets, and that without any is about the ticket that the user reads. */
function onSelection(dialog: 'bulkComment' | 'bulkCancel', onOne: CommandAction): CommandAction {
  const isForMany = () => isListShown() && useSelection.getState().ids.size > 0;
  return {
    run: () => (isForMany() ? openDialog({ name: dialog }) : onOne.run()),
    isAvailable: () => isForMany() || onOne.isAvailable(),
  };
}

/** A command on the selected tickets, or else on the open one or the one that the keyboard is on. */
function onTargets(run: () => void): CommandAction {
  return { run, isAvailable: () => isListShown() && targets().length > 0 };
}

/** Those of these tickets that have an id which says something to others. */
const sentTargets = (): TicketId[] => (isListShown() ? targets().filter((id) => !isLocalTicketId(id)) : []);

const linkTo = (id: TicketId): string => `colodesk://ticket/${id}`;

function copy(lines: readonly string[]): void {
  void attempt(window.desk.system.copyText({ text: lines.join('\n') }));
}

function togglePalette(): void {
  if (useDialog.getState().open?.name === 'commands') closeDialog();
  else openDialog({ name: 'commands' });
}

/** Shows a screen and moves the keyboard into it. */
function goTo(screen: Screen): void {
  flushSync(() => showScreen(screen));
  focusScreen();
}

/** Opens the templates over the form that they fill. */
function openTemplates(): void {
  if (useForm.getState().open?.form !== 'new') openNewTicket();
  showScreen('tickets');
  openDialog({ name: 'templates' });
}
