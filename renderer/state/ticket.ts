import { create } from 'zustand';
import type { OutboxItem } from '../../electron/contract/change.ts';
import { isLocalTicketId, type TicketId } from '../../electron/contract/ids.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { openStatuses } from '../../electron/contract/specification.ts';
import type { CachedTicket } from '../../electron/contract/ticket.ts';
import { words } from '../words/words.ts';
import { moveAttachments } from './attachments.ts';
import { moveCommentDraft, moveCommentEdit } from './comment.ts';
import { resetForm } from './form.ts';
import { createOf } from './outbox.ts';
import { showScreen } from './screen.ts';
import { useSession } from './session.ts';

type TicketState = {
  /** The ticket in the reading pane; `null` when the pane is closed. */
  readonly openId: TicketId | null;
  /** What is known of it: `undefined` while it is being read, `null` when the cache does not hold it. */
  readonly ticket: CachedTicket | null | undefined;
  readonly problem: Problem | null;
  /** The pane takes the keyboard as soon as it is there. */
  readonly takesFocus: boolean;
};

const closed: TicketState = { openId: null, ticket: undefined, problem: null, takesFocus: false };

/** The ticket in the reading pane. */
export const useTicket = create<TicketState>(() => closed);

let asked = 0;

/** Shows a ticket. The one before stays on the screen until the new one is there, a few milliseconds later. */
export function openTicket(id: TicketId): Promise<void> {
  if (useTicket.getState().openId === id) return Promise.resolve();
  useTicket.setState({ openId: id, problem: null });
  return readTicket();
}

export function closeTicket(): void {
  asked += 1;
  useTicket.setState(closed);
}

/** Reads the open ticket again, because it changed. */
export async function readTicket(): Promise<void> {
  const { openId } = useTicket.getState();
  if (openId === null) return;
  asked += 1;
  const number = asked;
  const outcome = await window.desk.tickets.read({ id: openId });
  if (number !== asked) return;
  if (outcome.ok) {
    const { value: ticket } = outcome;
    // A ticket that was made here is asked for by its local id, and answers with the server's once it has one.
    const id = ticket?.summary.id ?? openId;
    if (id !== openId) {
      moveCommentDraft(openId, id);
      moveCommentEdit(openId, id);
      moveAttachments(openId, id);
    }
    useTicket.setState({ openId: id, ticket, problem: null });
  } else {
    // What stands there of another ticket would be taken for this one, and written into.
    useTicket.setState(({ ticket }) => ({
      ticket: ticket?.summary.id === openId ? ticket : undefined,
      problem: outcome.problem,
    }));
  }
}

/** Shows a ticket wherever the user is; a form that is open stays as its draft. */
export function showTicket(ticketId: TicketId): void {
  resetForm();
  showScreen('tickets');
  useTicket.setState({ takesFocus: true });
  void openTicket(ticketId);
}

/** Opens what a `colodesk://ticket/…` link or a notification named: at once, or as soon as an account is open. */
export function listenToWantedTicket(): void {
  window.desk.on('ticketWanted', () => void takeWanted());
  useSession.subscribe(({ session }, before) => {
    if (session.phase === 'open' && before.session.phase !== 'open') void takeWanted();
  });
}

async function takeWanted(): Promise<void> {
  if (useSession.getState().session.phase !== 'open') return;
  const outcome = await window.desk.tickets.takeWanted();
  if (outcome.ok && outcome.value !== null) showTicket(outcome.value);
}

/** What one can do with a ticket. */
export type TicketAction = 'edit' | 'cancel' | 'comment' | 'attach';

const why = words.action.why;

/** Why something cannot be done with a ticket now, in a sentence; `null` when it can. */
export function disabledReason(
  action: TicketAction,
  { summary, detail }: CachedTicket,
  changes: readonly OutboxItem[],
): string | null {
  if (changes.some(({ change, state }) => change.kind === 'cancel' && state !== 'refused')) return why.cancelling;
  if (isLocalTicketId(summary.id)) {
    const create = createOf(summary.id, changes);
    const isUnderWay = create?.state === 'sending' || create?.state === 'unconfirmed';
    return isUnderWay && (action === 'edit' || action === 'cancel') ? why.unconfirmedCreate : null;
  }
  if (!openStatuses.includes(summary.status)) return why.closed(summary.status);
  return action === 'edit' && !detail ? why.unfetched : null;
}
