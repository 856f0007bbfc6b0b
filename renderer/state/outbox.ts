/* The outbox as the window knows it: the changes that are not confirmed yet, and the log of those that are. */

import type { ChangeGroup, Outbox, OutboxItem } from '../../electron/contract/change.ts';
import {
  type ChangeId,
  type GroupId,
  isLocalTicketId,
  localTicketId,
  type TicketId,
} from '../../electron/contract/ids.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { maxSentRows } from '../../electron/contract/specification.ts';
import { words } from '../words/words.ts';
import { accountStore, inSameAccount, onAccountReset } from './account-store.ts';
import { announce } from './announcements.ts';
import { showProblem } from './feedback.ts';

type OutboxState = {
  /** The changes that are not confirmed yet, oldest first. */
  readonly items: readonly OutboxItem[];
  /** The same changes by their ticket. */
  readonly byTicket: ReadonlyMap<TicketId, readonly OutboxItem[]>;
  /** The actions on many tickets that some of them are part of. */
  readonly groups: readonly ChangeGroup[];
  /** How many others there are that cannot be read. */
  readonly unreadable: number;
};

/** The changes that the server has not confirmed yet. */
export const useOutbox = accountStore<OutboxState>({ items: [], byTicket: new Map(), groups: [], unreadable: 0 });

/** Changes that the outbox took since it was last told: a quick server has confirmed one before the outbox is told again. */
const taken = new Set<ChangeId>();
onAccountReset(() => taken.clear());

/** Notes that the outbox took a change, so that its confirmation is announced in any case. */
export function noteTaken(id: ChangeId): void {
  taken.add(id);
}

/** Takes the content of the outbox. Returns whether more has changed than the progress of a file. */
export function setOutbox({ items, groups, unreadable }: Outbox): boolean {
  useOutbox.supersede();
  const before = new Set([...useOutbox.getState().items.map(({ id }) => id), ...taken]);
  const left = [...before].filter((id) => !items.some((item) => item.id === id));
  taken.clear();
  if (left.length > 0) void announceConfirmed(left);
  const hasChanged = summaryOf(items) !== summaryOf(useOutbox.getState().items);
  const byTicket = new Map<TicketId, OutboxItem[]>();
  for (const item of items) {
    const others = byTicket.get(item.ticketId);
    if (others) others.push(item);
    else byTicket.set(item.ticketId, [item]);
  }
  useOutbox.setState({ items, byTicket, groups, unreadable });
  return hasChanged;
}

/** Says how many changes that have left the outbox were confirmed; the others were discarded, which was said already. */
async function announceConfirmed(left: readonly ChangeId[]): Promise<void> {
  const confirmed = await inSameAccount(confirmedAmong(left));
  if (confirmed && confirmed.size > 0) announce(words.outbox.wereConfirmed({ count: confirmed.size }));
}

/** Returns which of the changes that have just left the outbox were confirmed, as far as the log is long and can be read. */
export async function confirmedAmong(left: readonly ChangeId[]): Promise<ReadonlySet<ChangeId>> {
  const limit = Math.min(left.length, maxSentRows);
  const outcome = await window.desk.outbox.sent({ offset: 0, limit });
  const sent = outcome.ok ? outcome.value.items : [];
  return new Set(sent.flatMap(({ id }) => (left.includes(id) ? [id] : [])));
}

function summaryOf(items: readonly OutboxItem[]): string {
  return items.map(({ id, state, ticketId, needsDecision }) => `${id} ${state} ${ticketId} ${needsDecision}`).join();
}

/** Reads the content of the outbox. An event that arrives before the response is newer and wins. */
export async function loadOutbox(): Promise<void> {
  const outcome = await useOutbox.newest(window.desk.outbox.list());
  if (outcome?.ok) setOutbox(outcome.value);
  else if (outcome) showProblem(outcome.problem);
}

const none: readonly OutboxItem[] = [];

/** Returns the changes of one ticket that are not confirmed yet. */
export function useTicketChanges(ticketId: TicketId | null): readonly OutboxItem[] {
  return useOutbox(({ byTicket }) => (ticketId === null ? none : (byTicket.get(ticketId) ?? none)));
}

/** Returns the change that creates a ticket which the server does not have yet. */
export function createOf(ticketId: TicketId, items: readonly OutboxItem[]): OutboxItem | undefined {
  if (!isLocalTicketId(ticketId)) return undefined;
  return items.find((item) => item.change.kind === 'create' && localTicketId(item.id) === ticketId);
}

type SentState = {
  /** Newest first. */
  readonly items: readonly OutboxItem[];
  /** How many there are, shown or not. */
  readonly total: number;
  readonly problem: Problem | null;
};

/** The log of the user’s own changes that were sent and confirmed. */
export const useSent = accountStore<SentState>({ items: [], total: 0, problem: null });

const pageRows = 50;

/** Reads the newest rows of the log, as many as are shown already. */
export function loadSent(): Promise<void> {
  return loadSentRows(Math.max(pageRows, useSent.getState().items.length));
}

/** Reads one page more of older rows. */
export function loadMoreSent(): Promise<void> {
  return loadSentRows(useSent.getState().items.length + pageRows);
}

async function loadSentRows(rows: number): Promise<void> {
  const items: OutboxItem[] = [];
  let total = 0;
  do {
    const limit = Math.min(maxSentRows, rows - items.length);
    const outcome = await useSent.newest(window.desk.outbox.sent({ offset: items.length, limit }));
    if (!outcome) return;
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

/** Entries of the outbox: a change, or the changes of one action on many tickets, at the place of the first of them. */
export type OutboxEntry =
  | { readonly group: null; readonly item: OutboxItem }
  | { readonly group: ChangeGroup; readonly items: readonly OutboxItem[] };

/** Returns the entries of the outbox, oldest first. */
export function outboxEntries(items: readonly OutboxItem[], groups: readonly ChangeGroup[]): OutboxEntry[] {
  const groupById = new Map(groups.map((group) => [group.id, group]));
  const listed = new Set<GroupId>();
  return items.flatMap((item): OutboxEntry[] => {
    const group = item.groupId === null ? undefined : groupById.get(item.groupId);
    if (!group) return [{ group: null, item }];
    if (listed.has(group.id)) return [];
    listed.add(group.id);
    return [{ group, items: items.filter(({ groupId }) => groupId === group.id) }];
  });
}
