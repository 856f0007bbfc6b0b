import { create } from 'zustand';
import type { OutboxItem } from '../../electron/contract/change.ts';
import { isLocalTicketId, localTicketId, type TicketId } from '../../electron/contract/ids.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { maxSentRows } from '../../electron/contract/specification.ts';
import { useProblemBanner } from './feedback.ts';

type OutboxState = {
  /** The changes that are not confirmed yet, oldest first. */
  readonly items: readonly OutboxItem[];
  /** The same, by the ticket that they are about. */
  readonly byTicket: ReadonlyMap<TicketId, readonly OutboxItem[]>;
};

/** What the user changed and the server has not confirmed yet. */
export const useOutbox = create<OutboxState>(() => ({ items: [], byTicket: new Map() }));

/** Counts what the events brought, so that the answer to a call never overwrites newer news. */
let news = 0;

/** Takes what lies in the outbox. Answers whether more than the progress of a file is new. */
export function setOutbox(items: readonly OutboxItem[]): boolean {
  news += 1;
  const isNews = standOf(items) !== standOf(useOutbox.getState().items);
  const byTicket = new Map<TicketId, OutboxItem[]>();
  for (const item of items) {
    const others = byTicket.get(item.ticketId);
    if (others) others.push(item);
    else byTicket.set(item.ticketId, [item]);
  }
  useOutbox.setState({ items, byTicket });
  return isNews;
}

function standOf(items: readonly OutboxItem[]): string {
  return items.map(({ id, state, ticketId, needsDecision }) => `${id} ${state} ${ticketId} ${needsDecision}`).join();
}

/** Asks what lies in the outbox. */
export async function loadOutbox(): Promise<void> {
  const before = news;
  const outcome = await window.desk.outbox.list();
  if (news !== before) return;
  if (outcome.ok) setOutbox(outcome.value.items);
  else useProblemBanner.setState({ problem: outcome.problem });
}

/** Forgets everything; for another account. */
export function resetOutbox(): void {
  setOutbox([]);
}

const none: readonly OutboxItem[] = [];

/** The changes of one ticket that are not confirmed yet. */
export function useTicketChanges(ticketId: TicketId | null): readonly OutboxItem[] {
  return useOutbox(({ byTicket }) => (ticketId === null ? none : (byTicket.get(ticketId) ?? none)));
}

/** The change that creates a ticket which the server does not have yet. */
export function createOf(ticketId: TicketId, items: readonly OutboxItem[]): OutboxItem | undefined {
  if (!isLocalTicketId(ticketId)) return undefined;
  return items.find((item) => item.change.kind === 'create' && localTicketId(item.id) === ticketId);
}

const pageRows = 50;

type SentState = {
  /** Newest first. */
  readonly items: readonly OutboxItem[];
  readonly total: number;
  readonly problem: Problem | null;
};

const nothing: SentState = { items: [], total: 0, problem: null };

/** What was sent and confirmed: the log of one's own requests. */
export const useSent = create<SentState>(() => nothing);

let asked = 0;

/** Reads the newest of the log; as many rows as are shown already. */
export function loadSent(): Promise<void> {
  return load(Math.max(pageRows, useSent.getState().items.length));
}

/** Reads further back. */
export function loadMoreSent(): Promise<void> {
  return load(useSent.getState().items.length + pageRows);
}

/** Forgets everything; for another account. */
export function resetSent(): void {
  asked += 1;
  useSent.setState(nothing);
}

async function load(rows: number): Promise<void> {
  asked += 1;
  const number = asked;
  const items: OutboxItem[] = [];
  let total = 0;
  do {
    const limit = Math.min(maxSentRows, rows - items.length);
    const outcome = await window.desk.outbox.sent({ offset: items.length, limit });
    if (number !== asked) return;
    if (!outcome.ok) {
      useSent.setState({ problem: outcome.problem });
      return;
    }
    total = outcome.value.total;
    items.push(...outcome.value.items);
    if (outcome.value.items.length === 0) break;
  } while (items.length < Math.min(rows, total));
  useSent.setState({ items, total, problem: null });
}
