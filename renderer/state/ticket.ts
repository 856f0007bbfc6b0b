/* The ticket in the reading pane, and what can be done with it. */

import type { OutboxItem } from '../../electron/contract/change.ts';
import type { TicketId } from '../../electron/contract/ids.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { ShownTicket } from '../../electron/contract/query.ts';
import type { CachedTicket } from '../../electron/contract/ticket.ts';
import { type Obstacle, obstacleTo, type TicketAction } from '../../electron/contract/ticket-actions.ts';
import { words } from '../words/words.ts';
import { accountStore } from './account-store.ts';
import { moveAttachments } from './attachments.ts';
import { moveCommentDraft, moveCommentEdit } from './comment.ts';
import { resetForm } from './form.ts';
import { showScreen } from './screen.ts';
import { useSession } from './session.ts';
import { forgetDatesOnceRead, moveDates } from './ticket-dates.ts';
import { forgetNoteOnceRead, moveNote } from './ticket-note.ts';
import { type KeptWhileOpen, keepWhileOpen, nothingKept } from './ticket-record.ts';

type TicketState = {
  /** The ticket in the reading pane; `null` when the pane is closed. */
  readonly openId: TicketId | null;
  /** `undefined` while it is being read, `null` when the cache does not hold it. */
  readonly ticket: ShownTicket | null | undefined;
  /** The cache held the open ticket when it was read before. */
  readonly hasVanished: boolean;
  /** The server was asked for the open ticket, which the cache does not hold, and does not give it. */
  readonly isDenied: boolean;
  readonly problem: Problem | null;
  /** What was found in the ticket since it was opened, and stays to be seen for as long as it is open. */
  readonly kept: KeptWhileOpen;
  /** Why the record of what others changed could not be read. */
  readonly recordProblem: Problem | null;
  /** The pane takes the keyboard as soon as it is drawn. */
  readonly takesFocus: boolean;
};

/** The ticket in the reading pane. */
export const useTicket = accountStore<TicketState>({
  openId: null,
  ticket: undefined,
  hasVanished: false,
  isDenied: false,
  problem: null,
  kept: nothingKept,
  recordProblem: null,
  takesFocus: false,
});

/** Opens a ticket. The one before it stays on the screen until the new one is read, a few milliseconds later. */
export function openTicket(id: TicketId): Promise<void> {
  if (useTicket.getState().openId === id) return Promise.resolve();
  useTicket.setState({ openId: id, hasVanished: false, isDenied: false, problem: null });
  return readTicket();
}

/** Tickets of which there was news while they were open: one that the cache still does not hold, the server does not give. */
const useAnnounced = accountStore<{ readonly ids: ReadonlySet<TicketId> }>({ ids: new Set() });

/** Notes that there is news of the open ticket, which is read next. */
export function noteNews(id: TicketId): void {
  useAnnounced.setState(({ ids }) => ({ ids: new Set([...ids, id]) }));
}

export function closeTicket(): void {
  useTicket.reset();
}

let newestRead: Promise<void> = Promise.resolve();

/** Reads the open ticket again, because it changed. A read that a newer one overtakes ends with the newer one. */
export function readTicket(): Promise<void> {
  const read: Promise<void> = readOnce().then((isShown) => (isShown || newestRead === read ? undefined : newestRead));
  newestRead = read;
  return read;
}

/** Returns whether the answer was the newest, so that it is on the screen. */
async function readOnce(): Promise<boolean> {
  const { openId } = useTicket.getState();
  if (openId === null) return true;
  const { tickets } = window.desk;
  const reads = Promise.all([tickets.read({ id: openId }), tickets.record({ ticketId: openId })]);
  const outcomes = await useTicket.newest(reads);
  if (!outcomes) return false;
  const [outcome, record] = outcomes;
  if (outcome.ok) {
    const { value: ticket } = outcome;
    // A ticket that was created here is read by its local id; the response has the server’s id as soon as there is one.
    const id = ticket?.summary.id ?? openId;
    if (id !== openId) {
      moveCommentDraft(openId, id);
      moveCommentEdit(openId, id);
      moveAttachments(openId, id);
      moveNote(openId, id, ticket?.marks.note ?? '');
      moveDates(openId, id);
    }
    useTicket.setState((before) => ({
      openId: id,
      ticket,
      hasVanished: ticket === null && (before.hasVanished || before.ticket?.summary.id === openId),
      isDenied: ticket === null && useAnnounced.getState().ids.has(openId),
      problem: null,
      kept: keepWhileOpen(
        before.ticket?.summary.id === openId ? before.kept : nothingKept,
        ticket,
        record.ok ? record.value : [],
        Date.now(),
      ),
      recordProblem: record.ok ? null : record.problem,
    }));
    if (ticket) {
      forgetNoteOnceRead(id, ticket.marks.note);
      forgetDatesOnceRead(id, ticket.maintenance);
    }
  } else {
    // Another ticket must not stay in the pane: the user would take it for this one and write into it.
    useTicket.setState(({ ticket }) => ({
      ticket: ticket?.summary.id === openId ? ticket : undefined,
      problem: outcome.problem,
    }));
  }
  return true;
}

/** Shows at once what was done with the open ticket: it is read again, with what else changed, only a little later. */
export function patchTicket(id: TicketId, change: Partial<Pick<ShownTicket, 'isUnread' | 'marks'>>): void {
  useTicket.setState(({ ticket }) => (ticket?.summary.id === id ? { ticket: { ...ticket, ...change } } : {}));
}

/** Returns the ticket in the pane, unless the next one is on its way there. */
export function ticketInPane(): ShownTicket | null {
  const { openId, ticket } = useTicket.getState();
  return ticket && ticket.summary.id === openId ? ticket : null;
}

/** Shows a ticket from any screen. An open form is closed and stays as its draft. */
export function showTicket(ticketId: TicketId): void {
  resetForm();
  showScreen('tickets');
  useTicket.setState({ takesFocus: true });
  void openTicket(ticketId);
}

/** Opens the ticket that a `colodesk://ticket/…` link or a notification named, at once or as soon as an account is open. */
export function listenToWantedTicket(): void {
  window.desk.on('ticketWanted', () => void openWantedTicket());
  useSession.subscribe(({ session }, before) => {
    if (session.phase === 'open' && before.session.phase !== 'open') void openWantedTicket();
  });
}

async function openWantedTicket(): Promise<void> {
  if (useSession.getState().session.phase !== 'open') return;
  const outcome = await window.desk.tickets.takeWanted();
  if (outcome.ok && outcome.value !== null) showTicket(outcome.value);
}

/** Returns why an action is disabled for a ticket now, as a sentence; `null` if it is enabled. */
export function disabledReason(
  action: TicketAction,
  ticket: CachedTicket,
  changes: readonly OutboxItem[],
): string | null {
  const obstacle = obstacleTo(action, ticket, changes);
  return obstacle && obstacleWords(obstacle, ticket.summary.status);
}

function obstacleWords(obstacle: Obstacle, status: string): string {
  const text = words.action.obstacle;
  if (obstacle === 'closed') return text.closed({ status });
  if (obstacle !== 'unknown-status') return text[obstacle];
  return status === '' ? text['no-status'] : text['unknown-status']({ status });
}
