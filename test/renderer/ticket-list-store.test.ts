import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../../electron/contract/calls.ts';
import type { TicketId } from '../../electron/contract/ids.ts';
import { problem } from '../../electron/contract/problem.ts';
import type { TicketPage } from '../../electron/contract/query.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { setSearch, useQuery } from '../../renderer/state/query.ts';
import { setStatus, useStatus } from '../../renderer/state/status.ts';
import {
  holdRows,
  loadFromTop,
  noteNewTicket,
  releaseRows,
  reload,
  setActive,
  setActiveRow,
  setActiveTicket,
  showRange,
  useHidden,
  useSlice,
} from '../../renderer/state/ticket-list.ts';
import { aStatus } from '../support/sync-status.ts';
import { aRow, ticketId } from '../support/tickets.ts';

const someStatus = aStatus({ confirmedAtMs: 1 });

/** The pages that were asked for, each to be answered when the test says so. */
let answers: ((outcome: Outcome<TicketPage>) => void)[] = [];

beforeEach(() => {
  answers = [];
  const page = () => new Promise<Outcome<TicketPage>>((resolve) => answers.push(resolve));
  vi.stubGlobal('window', { desk: { tickets: { page } } });
  resetAccountStores();
});

function pageOf(...numbers: number[]): Outcome<TicketPage> {
  const rows = numbers.map((number) => aRow(number));
  return { ok: true, value: { rows, matching: rows.length, total: rows.length, unsent: 0 } };
}

/** 200 rows of a list of a thousand, in which row number n is ticket WOn. */
function rowsFrom(first: number): Outcome<TicketPage> {
  const rows = Array.from({ length: 200 }, (_, place) => aRow(first + place));
  return { ok: true, value: { rows, matching: 1_000, total: 1_000, unsent: 0 } };
}

const shownIds = () => useSlice.getState().slice.rows.map((row) => row.id);

it('shows the answer to the newest query only, in whatever order answers come', async () => {
  const first = loadFromTop();
  setSearch('c');
  const second = loadFromTop();
  setSearch('ca');
  const third = loadFromTop();
  answers[2]?.(pageOf(3));
  await third;
  answers[0]?.(pageOf(1));
  answers[1]?.(pageOf(2));
  await Promise.all([first, second]);
  expect(shownIds()).toEqual(['WO3']);
});

it('keeps the old rows when a page fails, says why, and forgets it at the next success', async () => {
  const first = loadFromTop();
  answers[0]?.(pageOf(1));
  await first;
  const second = reload();
  answers[1]?.({ ok: false, problem: problem('disk-error') });
  await second;
  expect(shownIds()).toEqual(['WO1']);
  expect(useSlice.getState().problem?.kind).toBe('disk-error');
  const third = reload();
  answers[2]?.(pageOf(1, 2));
  await third;
  expect(useSlice.getState().problem).toBeNull();
});

it('is shown from its top for another query, and stays where it is when it is saved under a name', async () => {
  const { starts: before } = useSlice.getState();
  const first = loadFromTop();
  answers[0]?.(pageOf(1, 2));
  await first;
  useQuery.setState({ savedId: 'a' });
  const second = reload();
  answers[1]?.(pageOf(1, 2));
  await second;
  expect(useSlice.getState()).toMatchObject({ starts: before + 1, query: { savedId: 'a' } });
  setSearch('c');
  const third = loadFromTop();
  setSearch('');
  const fourth = loadFromTop(); // the rows that are loaded now are those at the top of the list of before
  answers[3]?.(pageOf(1, 2));
  answers[2]?.(pageOf(2));
  await Promise.all([third, fourth]);
  expect(useSlice.getState().starts).toBe(before + 2);
});

it('shows nothing of the account before', async () => {
  const before = loadFromTop();
  resetAccountStores();
  answers[0]?.(pageOf(1));
  await before;
  expect(shownIds()).toEqual([]);
});

it('counts where the user goes, and not where the list goes when the row under the keyboard leaves it', async () => {
  const first = loadFromTop();
  answers[0]?.(pageOf(1, 2, 3));
  await first;
  setActive(1);
  const { moves } = useSlice.getState();
  const second = reload();
  answers[1]?.(pageOf(1, 3));
  await second;
  expect(useSlice.getState()).toMatchObject({ active: { index: 1, id: 'WO3' }, moves });
  setActive(0);
  expect(useSlice.getState().moves).toBe(moves + 1);
});

it('shows the rows that are visible, although a page further down that nobody waits for any more comes last', async () => {
  const long = (offset: number): Outcome<TicketPage> => {
    const rows = Array.from({ length: 200 }, (_, index) => aRow(offset + index));
    return { ok: true, value: { rows, matching: 1_000, total: 1_000, unsent: 0 } };
  };
  const first = loadFromTop();
  answers[0]?.(long(0));
  await first;
  const down = showRange({ first: 880, last: 900 });
  await showRange({ first: 0, last: 20 });
  answers[1]?.(long(790));
  await vi.waitFor(() => expect(answers).toHaveLength(3));
  answers[2]?.(long(0));
  await down;
  expect(useSlice.getState().slice).toMatchObject({ offset: 0 });
  expect(answers).toHaveLength(3);
});

it('knows how many tickets there are, and tells the status bar', async () => {
  setStatus({ ...someStatus, ticketCount: 60 });
  const loading = loadFromTop();
  answers[0]?.({ ok: true, value: { rows: [], matching: 0, total: 63, unsent: 2 } });
  await loading;
  expect(useSlice.getState()).toMatchObject({ total: 63, unsent: 2 });
  expect(useStatus.getState().status?.ticketCount).toBe(61);
});

it('tells of a new ticket that the query leaves out, for as long as the query stays', async () => {
  const { id, title } = aRow(7);
  await noteNewTicket(id, title);
  expect(answers).toEqual([]); // a list of everything shows it
  setSearch('chiller');
  for (const [shown, hidden] of [
    [pageOf(7), null],
    [pageOf(1), title],
  ] as const) {
    answers = [];
    const noting = noteNewTicket(id, title);
    answers[0]?.(shown);
    await noting;
    expect(useHidden.getState().title).toBe(hidden);
  }
  expect(useHidden.getState().query).toBe(useQuery.getState());
  answers = [];
  const reloading = reload();
  answers[0]?.(pageOf(7)); // it has an author by now, for example
  await reloading;
  expect(useHidden.getState().title).toBeNull();
  setSearch('chillers');
  expect(useHidden.getState().query).not.toBe(useQuery.getState());
});

it('moves the keyboard to a ticket where its row is by now, and nowhere if it is in no row', async () => {
  const loading = loadFromTop();
  answers[0]?.(pageOf(1, 2, 3));
  await loading;
  const reloading = reload(); // as while the menu of row 1 is open
  answers[1]?.(pageOf(9, 1, 2, 3));
  await reloading;
  setActiveTicket(ticketId(1));
  expect(useSlice.getState().active).toEqual({ index: 1, id: 'WO1' });
  setActiveTicket(ticketId(7));
  expect(useSlice.getState().active).toEqual({ index: 1, id: 'WO1' });
});

it('takes the keyboard to the last ticket once its row is there', async () => {
  const loading = loadFromTop();
  answers[0]?.(rowsFrom(0));
  await loading;
  setActive(999);
  expect(useSlice.getState()).toMatchObject({ active: { index: 999, id: null }, moves: 1 });
  const scrolling = showRange({ first: 980, last: 999 });
  answers[1]?.(rowsFrom(889));
  await scrolling;
  expect(useSlice.getState()).toMatchObject({ active: { index: 999, id: 'WO999' }, moves: 2 });
  const reloading = reload();
  answers[2]?.(rowsFrom(889));
  await reloading;
  expect(useSlice.getState().moves).toBe(2);
});

it('goes nowhere by itself in another list', async () => {
  const loading = loadFromTop();
  answers[0]?.(pageOf(1, 2));
  await loading;
  setActive(5);
  setSearch('chiller');
  const searching = loadFromTop();
  answers[1]?.(pageOf(1, 2, 3));
  await searching;
  expect(useSlice.getState()).toMatchObject({ active: { index: 0, id: null }, moves: 1 });
});

it('keeps the keyboard on its ticket while the list is scrolled far from it', async () => {
  const loading = loadFromTop();
  answers[0]?.(rowsFrom(0));
  await loading;
  setActive(3);
  const scrolling = showRange({ first: 980, last: 999 });
  answers[1]?.(rowsFrom(889));
  await scrolling;
  expect(useSlice.getState().active).toEqual({ index: 3, id: 'WO3' });
  setActive(3); // as Enter does, which then opens it
  expect(useSlice.getState().active).toEqual({ index: 3, id: 'WO3' });
});

describe('what is to be done with the ticket of a row that is not there yet', () => {
  const opened = vi.fn<(id: TicketId) => void>();

  /** The user is at the end of a long list and presses Enter before its rows are there. */
  async function waiting() {
    opened.mockReset();
    const loading = loadFromTop();
    answers[0]?.(rowsFrom(0));
    await loading;
    setActive(999, { opens: true, onFound: opened });
    expect(opened).not.toHaveBeenCalled();
  }

  it('is done once it is there, and only once', async () => {
    await waiting();
    const scrolling = showRange({ first: 980, last: 999 });
    answers[1]?.(rowsFrom(889));
    await scrolling;
    expect(opened).toHaveBeenCalledExactlyOnceWith('WO999');
    const reloading = reload();
    answers[2]?.(rowsFrom(889));
    await reloading;
    expect(opened).toHaveBeenCalledOnce();
  });

  it('is done with no ticket of another list', async () => {
    await waiting();
    setSearch('chiller');
    const searching = loadFromTop();
    setActive(999, { opens: true, onFound: opened }); // the rows of the list before are still there
    answers[1]?.(pageOf(1, 2));
    await searching;
    expect(opened).not.toHaveBeenCalled();
    expect(useSlice.getState().active).toEqual({ index: 0, id: null });
  });

  it('is not done with a ticket that comes into an empty list later', async () => {
    await waiting();
    setSearch('chiller');
    const searching = loadFromTop();
    setActiveRow({ opens: true, onFound: opened });
    answers[1]?.(pageOf());
    await searching;
    const reloading = reload();
    answers[2]?.(pageOf(7));
    await reloading;
    expect(opened).not.toHaveBeenCalled();
  });

  it('is done with the first ticket of the list that is on its way, where Enter asked for it', async () => {
    await waiting();
    setSearch('chiller');
    const searching = loadFromTop();
    setActiveRow({ opens: true, onFound: opened }); // the rows of the list before are still there
    expect(opened).not.toHaveBeenCalled();
    answers[1]?.(pageOf(7, 8));
    await searching;
    expect(opened).toHaveBeenCalledExactlyOnceWith('WO7');
    setActive(1);
    setActiveRow({ opens: true, onFound: opened });
    expect(opened).toHaveBeenLastCalledWith('WO8');
    setSearch('chillers');
    const first = loadFromTop();
    setActiveRow({ opens: true, onFound: opened });
    setSearch('chill'); // typed on: what comes now was not asked for
    const second = loadFromTop();
    answers[2]?.(pageOf(9));
    answers[3]?.(pageOf(9));
    await Promise.all([first, second]);
    expect(opened).toHaveBeenCalledTimes(2);
  });

  it('is not done later when the rows could not be had, or the user has scrolled on', async () => {
    await waiting();
    const scrolling = showRange({ first: 980, last: 999 });
    answers[1]?.({ ok: false, problem: problem('disk-error') });
    await scrolling;
    const reloading = reload();
    answers[2]?.(rowsFrom(889));
    await reloading;
    expect(opened).not.toHaveBeenCalled();
    setActive(500, { opens: true, onFound: opened });
    const away = showRange({ first: 0, last: 20 });
    answers[3]?.(rowsFrom(0));
    await away;
    const back = showRange({ first: 490, last: 510 });
    answers[4]?.(rowsFrom(400));
    await back;
    expect(opened).not.toHaveBeenCalled();
  });
});

it('leaves the rows as they are while one is pressed, since the click is meant for the ticket that stood there', async () => {
  const loading = loadFromTop();
  answers[0]?.(pageOf(1, 2));
  await loading;
  holdRows();
  const reloading = reload();
  answers[1]?.(pageOf(9, 1, 2));
  await setImmediate();
  expect(shownIds()).toEqual(['WO1', 'WO2']);
  releaseRows();
  await reloading;
  expect(shownIds()).toEqual(['WO9', 'WO1', 'WO2']);
});
