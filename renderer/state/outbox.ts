import { create } from 'zustand';
import type { OutboxItem } from '../../electron/contract/change.ts';
import { isLocalTicketId, localTicketId, type TicketId } from '../../electron/contract/ids.ts';
import { useProblemBanner } from './problems.ts';

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
