import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TicketIdsQuery, TicketQuery, TicketRow } from '../../electron/contract/query.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { useDialog } from '../../renderer/state/dialogs.ts';
import { useUndo } from '../../renderer/state/feedback.ts';
import { closeForm } from '../../renderer/state/form-actions.ts';
import {
  bringBack,
  markRead,
  readAll,
  snoozeActive,
  snoozedTargets,
  snoozeTickets,
  starTickets,
  targets,
  toggleRead,
  toggleStar,
} from '../../renderer/state/list-actions.ts';
import { openEdit, openNewTicket } from '../../renderer/state/open-form.ts';
import { useScreen } from '../../renderer/state/screen.ts';
import { clearSelection, select, useSelection } from '../../renderer/state/selection.ts';
import { useTicket } from '../../renderer/state/ticket.ts';
import { setActive, useHeadedFor, useSlice } from '../../renderer/state/ticket-list.ts';
import { useViewCounts } from '../../renderer/state/views.ts';
import { aDetail, aRow, aShownTicket, ticketId } from '../support/tickets.ts';

const done = () => vi.fn().mockResolvedValue({ ok: true, value: null });
let marks = { star: done(), setRead: done(), snooze: done() };
/** The tickets of each view that is asked for. */
let views: Record<string, number[]> = {};
/** The rows of the snoozed tickets. */
let snoozed: TicketRow[] = [];

beforeEach(() => {
  marks = { star: done(), setRead: done(), snooze: done() };
  views = {};
  snoozed = [];
  const ids = ({ view }: TicketIdsQuery) => Promise.resolve({ ok: true, value: (views[view] ?? []).map(ticketId) });
  const page = ({ offset, limit }: TicketQuery) =>
    Promise.resolve({ ok: true, value: { rows: snoozed.slice(offset, offset + limit) } });
  vi.stubGlobal('window', { desk: { marks, tickets: { ids, page } } });
  resetAccountStores();
  const rows = [aRow(1, { isStarred: true }), aRow(2, { isUnread: true, snoozedUntilMs: 7 }), aRow(3)];
  useSlice.setState({ slice: { offset: 0, rows }, matching: 3 });
});

const tickets = (...numbers: number[]) => numbers.map(ticketId);
const undo = () => useUndo.getState().undo?.();

describe('an action of the list is about', () => {
  it('the selection, else the open ticket, else the row of the keyboard', () => {
    setActive(2);
    expect(targets()).toEqual(tickets(3));
    useTicket.setState({ openId: ticketId(9) });
    expect(targets()).toEqual(tickets(9));
    useHeadedFor.setState({ id: ticketId(3) }); // the pane follows the keyboard a moment later
    expect(targets()).toEqual(tickets(3));
    select(tickets(1, 2));
    expect(targets()).toEqual(tickets(1, 2));
  });

  it('the ticket that is edited, and none that the form of a new one covers', () => {
    const { id } = aShownTicket(9).summary;
    useTicket.setState({ openId: id });
    setActive(2);
    openNewTicket();
    expect(targets()).toEqual([]);
    select(tickets(1, 2));
    expect(targets()).toEqual(tickets(1, 2));
    clearSelection();
    openEdit(aShownTicket(9, { detail: aDetail() }));
    expect(targets()).toEqual([id]);
    closeForm();
    expect(targets()).toEqual([id]);
  });

  it('nothing while the outbox is shown', () => {
    select(tickets(1));
    useScreen.setState({ screen: 'outbox' });
    expect(targets()).toEqual([]);
    snoozeActive();
    expect(useDialog.getState().open).toBeNull();
  });
});

describe('a star', () => {
  it('is given to all unless all have it, and undone for those that had none', async () => {
    await toggleStar(tickets(1, 2, 3));
    expect(marks.star).toHaveBeenLastCalledWith({ ids: tickets(2, 3), isStarred: true });
    undo();
    expect(marks.star).toHaveBeenLastCalledWith({ ids: tickets(2, 3), isStarred: false });
    await toggleStar(tickets(1));
    expect(marks.star).toHaveBeenLastCalledWith({ ids: tickets(1), isStarred: false });
  });

  it('of tickets that the window does not hold is asked for', async () => {
    views = { starred: [1, 8] };
    await starTickets(tickets(1, 7, 8), true);
    expect(marks.star).toHaveBeenLastCalledWith({ ids: tickets(7), isStarred: true });
  });
});

describe('reading', () => {
  it('marks what is unread, and leaves the rest', async () => {
    await toggleRead(tickets(1, 2, 3));
    expect(marks.setRead).toHaveBeenLastCalledWith({ ids: tickets(2), isRead: true });
    await markRead(tickets(1, 3), false);
    expect(marks.setRead).toHaveBeenLastCalledWith({ ids: tickets(1, 3), isRead: false });
    undo();
    expect(marks.setRead).toHaveBeenLastCalledWith({ ids: tickets(1, 3), isRead: true });
  });

  it('does nothing where nothing is unread', async () => {
    await markRead(tickets(1, 3), true);
    expect(marks.setRead).not.toHaveBeenCalled();
  });

  it('of the open ticket goes by the ticket', async () => {
    useTicket.setState({ openId: ticketId(9), ticket: aShownTicket(9, { isUnread: true }) });
    await toggleRead(tickets(9));
    expect(marks.setRead).toHaveBeenLastCalledWith({ ids: tickets(9), isRead: true });
  });

  it('of all in the view is of those that are unread, and can be undone', async () => {
    views = { all: [1, 2, 3, 4, 5], unread: [2, 5, 77] };
    await readAll();
    expect(marks.setRead).toHaveBeenLastCalledWith({ ids: tickets(2, 5), isRead: true });
    undo();
    expect(marks.setRead).toHaveBeenLastCalledWith({ ids: tickets(2, 5), isRead: false });
  });
});

describe('a snooze', () => {
  it('that is undone comes back for tickets that the window does not hold, too', async () => {
    snoozed = Array.from({ length: 620 }, (_, index) => aRow(100 + index, { snoozedUntilMs: 1_000 + (index % 2) }));
    await bringBack(snoozed.map(({ id }) => id));
    undo();
    const even = snoozed.filter(({ snoozedUntilMs }) => snoozedUntilMs === 1_000).map(({ id }) => id);
    expect(marks.snooze).toHaveBeenCalledTimes(3);
    expect(marks.snooze).toHaveBeenCalledWith({ ids: even, untilMs: 1_000 });
  });

  it('takes the tickets out of the selection, and is undone to what each was before', async () => {
    select(tickets(1, 2, 3));
    await snoozeTickets(targets(), 99);
    expect(marks.snooze).toHaveBeenLastCalledWith({ ids: tickets(1, 2, 3), untilMs: 99 });
    expect(useSelection.getState().ids.size).toBe(0);
    undo();
    expect(marks.snooze.mock.calls.slice(1)).toEqual([
      [{ ids: tickets(1, 3), untilMs: null }],
      [{ ids: tickets(2), untilMs: 7 }],
    ]);
  });

  it('ends at once, and is undone', async () => {
    await bringBack(tickets(2));
    expect(marks.snooze).toHaveBeenLastCalledWith({ ids: tickets(2), untilMs: null });
    undo();
    expect(marks.snooze).toHaveBeenLastCalledWith({ ids: tickets(2), untilMs: 7 });
  });

  it('can be ended where there is one', () => {
    const soonMs = Date.now() + 60_000;
    useSlice.setState({ slice: { offset: 0, rows: [aRow(1), aRow(2, { snoozedUntilMs: soonMs })] } });
    select(tickets(1));
    expect(snoozedTargets()).toEqual([]);
    select(tickets(1, 2));
    expect(snoozedTargets()).toEqual(tickets(2));
  });

  it('can be ended among many tickets, also of those that the window does not hold', async () => {
    select(tickets(1, 100, 101));
    expect(snoozedTargets()).toEqual([]);
    useViewCounts.setState({ base: { snoozed: 1 } });
    expect(snoozedTargets()).toEqual(tickets(100, 101));
    snoozed = [aRow(101, { snoozedUntilMs: 9 })];
    await bringBack(snoozedTargets());
    expect(marks.snooze.mock.calls).toEqual([[{ ids: tickets(101), untilMs: null }]]);
    undo();
    expect(marks.snooze.mock.calls.slice(1)).toEqual([[{ ids: tickets(101), untilMs: 9 }]]);
    expect(useSelection.getState().ids.size).toBe(0);
  });

  it('that is a command asks until when, with the choices of the menu', () => {
    setActive(0);
    snoozeActive();
    expect(useDialog.getState().open).toEqual({ name: 'snoozeDate', ids: tickets(1), offersChoices: true });
  });
});

describe('a ticket that is unread and snoozed, which the view of the unread leaves out,', () => {
  beforeEach(() => {
    snoozed = [aRow(5, { isUnread: true, snoozedUntilMs: 9e12 }), aRow(6, { snoozedUntilMs: 9e12 })];
    views = { all: [1, 2, 5, 6], unread: [2], snoozed: [5, 6] };
    useSlice.setState({ slice: { offset: 0, rows: [aRow(1)] }, matching: 4 });
  });

  it('is read with all of the list', async () => {
    await readAll();
    expect(marks.setRead).toHaveBeenLastCalledWith({ ids: tickets(2, 5), isRead: true });
  });

  it('stays unread when marking as unread is undone', async () => {
    await markRead(tickets(1, 2, 5), false);
    undo();
    expect(marks.setRead).toHaveBeenLastCalledWith({ ids: tickets(1), isRead: true });
  });
});
