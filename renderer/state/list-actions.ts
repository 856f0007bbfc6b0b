/*
 * The marks that menus, buttons and keys of the list set: on the selection if there is one, otherwise on the ticket in the pane or
 * the one that the keyboard is on. What is done to several tickets, or takes one out of the list, can be undone.
 */

import type { TicketId } from '../../electron/contract/ids.ts';
import { isSnoozed, type Marks } from '../../electron/contract/marks.ts';
import { defaultSort, noFilters, type TicketIdsQuery, type TicketRow } from '../../electron/contract/query.ts';
import { formatUntil } from '../words/time.ts';
import { words } from '../words/words.ts';
import { inSameAccount } from './account-store.ts';
import { announce } from './announcements.ts';
import { openDialog } from './dialogs.ts';
import { offerUndo, showProblem } from './feedback.ts';
import { useForm } from './form.ts';
import { setRead, snooze, star } from './marks.ts';
import { useQuery } from './query.ts';
import { useScreen } from './screen.ts';
import { lastRow, useSelection } from './selection.ts';
import { useTicket } from './ticket.ts';
import { activeId, sliceRows, useHeadedFor, useSlice } from './ticket-list.ts';
import { useViewCounts } from './views.ts';

const text = words.list.done;

/** Returns the tickets that an action is about now. */
export function targets(): TicketId[] {
  const { ids } = useSelection.getState();
  if (useScreen.getState().screen !== 'tickets') return [];
  if (ids.size > 0) return [...ids];
  const form = useForm.getState().open;
  if (form) return form.form === 'edit' ? [form.ticketId] : []; // it covers the open ticket
  const id = useHeadedFor.getState().id ?? useTicket.getState().openId ?? activeId(useSlice.getState());
  return id === null ? [] : [id];
}

/** Stars the tickets; unstars them if all are starred. */
export function starActive(): void {
  void toggleStar(targets());
}

export async function toggleStar(ids: readonly TicketId[]): Promise<void> {
  const starred = await inSameAccount(thoseIn('starred', ids));
  if (starred) await starTickets(ids, !ids.every((id) => starred.has(id)), starred);
}

/** Marks the tickets as read; as unread if none is. */
export function toggleReadActive(): void {
  void toggleRead(targets());
}

export async function toggleRead(ids: readonly TicketId[]): Promise<void> {
  const unread = await inSameAccount(thoseIn('unread', ids));
  if (unread)
    await markRead(
      ids,
      ids.some((id) => unread.has(id)),
      unread,
    );
}

/** Asks until when, with the usual choices at hand. */
export function snoozeActive(): void {
  const ids = targets();
  if (ids.length > 0) openDialog({ name: 'snoozeDate', ids, offersChoices: true });
}

/** Returns those of the targets that are snoozed, or may be: the window does not know it of each, only whether any ticket is. */
export function snoozedTargets(): TicketId[] {
  const ids = targets();
  const { slice, query } = useSlice.getState();
  if (query?.view === 'snoozed') return ids;
  const { ticket } = useTicket.getState();
  const known = new Map<TicketId, Marks>(slice.rows.map((row) => [row.id, row]));
  if (ticket && !known.has(ticket.summary.id)) known.set(ticket.summary.id, ticket.marks);
  const isAnySnoozed = (useViewCounts.getState().base.snoozed ?? 0) > 0;
  const nowMs = Date.now();
  return ids.filter((id) => {
    const marks = known.get(id);
    return marks ? isSnoozed(marks, nowMs) : isAnySnoozed;
  });
}

/** @param starred those of the tickets that are starred already, if that is known */
export async function starTickets(
  ids: readonly TicketId[],
  isStarred: boolean,
  starred?: ReadonlySet<TicketId>,
): Promise<void> {
  const before = starred ?? (await inSameAccount(thoseIn('starred', ids)));
  const changed = ids.filter((id) => before?.has(id) !== isStarred);
  if (!before || changed.length === 0 || !(await inSameAccount(star(changed, isStarred)))) return;
  const sentence = (isStarred ? text.starred : text.unstarred)({ count: changed.length });
  if (ids.length === 1) announce(sentence);
  else offerUndo(sentence, () => void star(changed, !isStarred));
}

/** @param unread those of the tickets that are unread, if that is known */
export async function markRead(
  ids: readonly TicketId[],
  isRead: boolean,
  unread?: ReadonlySet<TicketId>,
): Promise<void> {
  const before = unread ?? (await inSameAccount(thoseIn('unread', ids)));
  const changed = ids.filter((id) => before?.has(id) === isRead);
  if (!before || changed.length === 0 || !(await inSameAccount(setRead(changed, isRead)))) return;
  const sentence = (isRead ? text.read : text.unread)({ count: changed.length });
  if (ids.length === 1) announce(sentence);
  else offerUndo(sentence, () => void setRead(changed, !isRead));
}

/** Puts tickets out of the way until a moment, in milliseconds since 1970. */
export async function snoozeTickets(ids: readonly TicketId[], untilMs: number): Promise<void> {
  const before = await inSameAccount(snoozesOf(ids));
  if (!before || ids.length === 0 || !(await inSameAccount(snooze([...ids], untilMs)))) return;
  offerUndo(text.snoozed({ count: ids.length, until: formatUntil(untilMs, new Date()) }), () => putBack(before));
}

/** Ends the snooze of those of the tickets that are snoozed. */
export async function bringBack(ids: readonly TicketId[]): Promise<void> {
  const before = await inSameAccount(snoozesOf(ids));
  if (!before) return;
  before.delete(null);
  const snoozed = [...before.values()].flat();
  if (snoozed.length === 0 || !(await inSameAccount(snooze(snoozed, null)))) return;
  offerUndo(text.broughtBack({ count: snoozed.length }), () => putBack(before));
}

/** Marks all tickets of the list as read. */
export async function readAll(): Promise<void> {
  const query = useQuery.getState();
  const both = await inSameAccount(Promise.all([idsOf(query), unreadIds()]));
  const [listed, unread] = both ?? [null, null];
  if (listed && unread) await markRead(listed, true, unread);
}

/** Groups tickets by their snooze: as their rows say, or else as the main process does. `null` after a problem, which is shown. */
async function snoozesOf(ids: readonly TicketId[]): Promise<Map<number | null, TicketId[]> | null> {
  const known = new Map(useSlice.getState().slice.rows.map((row) => [row.id, row.snoozedUntilMs]));
  if (ids.some((id) => !known.has(id))) {
    const snoozed = await snoozedRows();
    if (!snoozed) return null;
    for (const row of snoozed) known.set(row.id, row.snoozedUntilMs);
  }
  const before = new Map<number | null, TicketId[]>();
  for (const id of ids) {
    const earlierMs = known.get(id) ?? null;
    const group = before.get(earlierMs);
    if (group) group.push(id);
    else before.set(earlierMs, [id]);
  }
  return before;
}

function putBack(snoozes: ReadonlyMap<number | null, TicketId[]>): void {
  for (const [untilMs, ids] of snoozes) void snooze(ids, untilMs);
}

type MarkView = 'starred' | 'unread';

/** Returns those of the tickets that have a mark: as their rows say, or else as the main process does. */
async function thoseIn(view: MarkView, ids: readonly TicketId[]): Promise<ReadonlySet<TicketId> | null> {
  const marks = ids.length > sliceRows ? [null] : ids.map((id) => markOf(view, id));
  if (marks.includes(null)) {
    if (view === 'unread') return await unreadIds();
    const all = await idsOf({ ...everything, view });
    return all && new Set(all);
  }
  return new Set(ids.filter((_id, index) => marks[index]));
}

/** Returns all unread tickets; `null` after a problem, which is shown. The view `Unread` leaves snoozed ones out. */
async function unreadIds(): Promise<ReadonlySet<TicketId> | null> {
  const [shown, snoozed] = await Promise.all([idsOf({ ...everything, view: 'unread' }), snoozedRows()]);
  return shown && snoozed && new Set([...shown, ...snoozed.filter(({ isUnread }) => isUnread).map(({ id }) => id)]);
}

/** Whether a ticket has a mark; `null` if the window does not hold the ticket. */
function markOf(view: MarkView, id: TicketId): boolean | null {
  const row = rowOf(id);
  if (row) return view === 'starred' ? row.isStarred : row.isUnread;
  const { ticket } = useTicket.getState();
  if (ticket?.summary.id !== id) return null;
  return view === 'starred' ? ticket.marks.isStarred : ticket.isUnread;
}

const rowOf = (id: TicketId): TicketRow | undefined => useSlice.getState().slice.rows.find((row) => row.id === id);

const pageRows = 500;

/** Returns the rows of all snoozed tickets; `null` after a problem, which is shown. */
async function snoozedRows(): Promise<TicketRow[] | null> {
  const rows: TicketRow[] = [];
  for (;;) {
    const query = { ...everything, view: 'snoozed' as const, offset: rows.length, limit: pageRows };
    const outcome = await window.desk.tickets.page(query);
    if (!outcome.ok) {
      showProblem(outcome.problem);
      return null;
    }
    rows.push(...outcome.value.rows);
    if (outcome.value.rows.length < pageRows) return rows;
  }
}

const everything = { filters: noFilters, search: '', sort: defaultSort };

/** Returns the ids of all tickets that a query finds; `null` after a problem, which is shown. */
async function idsOf({
  view,
  filters,
  search,
  sort,
}: Omit<TicketIdsQuery, 'first' | 'last'>): Promise<TicketId[] | null> {
  const outcome = await window.desk.tickets.ids({ view, filters, search, sort, first: 0, last: lastRow });
  if (outcome.ok) return outcome.value;
  showProblem(outcome.problem);
  return null;
}
