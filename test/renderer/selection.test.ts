import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TicketId } from '../../electron/contract/ids.ts';
import { problem } from '../../electron/contract/problem.ts';
import type { TicketIdsQuery } from '../../electron/contract/query.ts';
import { resetAccountStores } from '../../renderer/state/account-store.ts';
import { useProblemBanner } from '../../renderer/state/feedback.ts';
import { setSearch, toggleSort, useQuery } from '../../renderer/state/query.ts';
import {
  clearSelection,
  dropUnknown,
  extentOf,
  select,
  selectAll,
  selectRange,
  toggleAll,
  toggleRow,
  toggleSelected,
  useSelection,
} from '../../renderer/state/selection.ts';
import { setActive, useSlice } from '../../renderer/state/ticket-list.ts';
import { localId } from '../support/outbox-items.ts';
import { aRow, ticketId } from '../support/tickets.ts';

const matching = 1_000;
const held = { offset: 100, rows: Array.from({ length: 200 }, (_, row) => aRow(100 + row)) };
const ids = vi.fn();

/** A list in which row number n is ticket WOn; the window holds the rows from 100 to 299. */
beforeEach(() => {
  ids.mockReset().mockImplementation(({ first, last }: TicketIdsQuery) => Promise.resolve(answer(first, last)));
  const settings = {
    change: () => Promise.resolve({ ok: true, value: null }),
    read: () => Promise.resolve({ ok: false }),
  };
  vi.stubGlobal('window', { desk: { tickets: { ids }, settings } });
  resetAccountStores();
  useSlice.setState({ slice: held, matching, query: useQuery.getState() });
});

const range = (first: number, last: number): TicketId[] =>
  Array.from({ length: last - first + 1 }, (_, place) => ticketId(first + place));
const answer = (first: number, last: number) => ({ ok: true, value: range(first, last) });
const selected = () => [...useSelection.getState().ids].sort();

describe('a range', () => {
  it('goes from the row that was toggled last to the row of its end, either way', async () => {
    toggleRow(ticketId(120), 120);
    await selectRange(123);
    expect(selected()).toEqual(range(120, 123));
    await selectRange(118);
    expect(selected()).toEqual(range(118, 120));
    expect(ids).not.toHaveBeenCalled();
  });

  it('begins where the keyboard is if nothing was toggled', async () => {
    setActive(150);
    await selectRange(151);
    expect(selected()).toEqual(range(150, 151));
  });

  it('asks for the rows that the window does not hold', async () => {
    toggleRow(ticketId(298), 298);
    await selectRange(400);
    expect(selected()).toEqual(range(298, 400));
    expect(ids.mock.calls[0]?.[0]).toMatchObject({ first: 298, last: 400 });
  });

  it('begins at its ticket although rows have come in above it', async () => {
    toggleRow(ticketId(120), 120);
    const rows = [aRow(5_000), ...held.rows.slice(0, 199)];
    useSlice.setState({ slice: { offset: 100, rows }, matching: matching + 1 });
    await selectRange(122);
    expect(selected()).toEqual(range(120, 121));
  });

  it('is dropped when the user toggles a row before its rows have come', async () => {
    toggleRow(ticketId(298), 298);
    const selecting = selectRange(400);
    toggleRow(ticketId(110), 110);
    await selecting;
    expect(selected()).toEqual([ticketId(110), ticketId(298)].sort());
  });

  it('is that of the order on the screen, while another is on its way there', async () => {
    const { sort } = useQuery.getState();
    toggleRow(ticketId(298), 298);
    toggleSort('title');
    await selectRange(400);
    expect(ids.mock.calls[0]?.[0]).toMatchObject({ first: 298, last: 400, sort });
  });

  it('says why it cannot be had, and leaves the selection as it is', async () => {
    ids.mockResolvedValue({ ok: false, problem: problem('disk-error') });
    toggleRow(ticketId(298), 298);
    await selectRange(400);
    expect(selected()).toEqual([ticketId(298)]);
    expect(useProblemBanner.getState().problem?.kind).toBe('disk-error');
  });

  it('always adds exactly its rows to what was toggled before, wherever its end was meanwhile', async () => {
    const row = fc.integer({ min: 100, max: 299 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 8 }),
        fc.array(row, { maxLength: 5 }),
        row,
        async (toggled, ends, last) => {
          clearSelection();
          for (const index of toggled) toggleRow(ticketId(index), index);
          const before = new Set(useSelection.getState().ids);
          const anchor = toggled.at(-1) ?? 0;
          for (const end of [...ends, last]) await selectRange(end);
          const expected = [...before, ...range(Math.min(anchor, last), Math.max(anchor, last))];
          expect(selected()).toEqual([...new Set(expected)].sort());
        },
      ),
    );
  });
});

describe('all', () => {
  it('are every ticket of the list, and none again', async () => {
    await selectAll();
    expect(useSelection.getState().ids.size).toBe(matching);
    expect(extentOf(useSelection.getState().ids, useSlice.getState())).toBe('all');
    toggleAll();
    expect(selected()).toEqual([]);
  });

  it('are some once one is left out, and when the list has grown', async () => {
    await selectAll();
    setActive(110);
    toggleSelected();
    expect(extentOf(useSelection.getState().ids, useSlice.getState())).toBe('some');
    toggleSelected();
    expect(extentOf(useSelection.getState().ids, { slice: held, matching: matching + 1 })).toBe('some');
  });

  it.each([200, 0])('are those of the search just typed, while a list of %i is still on the screen', async (shown) => {
    const rows = held.rows.slice(0, shown);
    useSlice.setState({ slice: { offset: 0, rows }, matching: shown });
    setSearch('chiller');
    ids.mockImplementation(({ search }: TicketIdsQuery) => {
      return Promise.resolve(search === 'chiller' ? answer(5_000, 5_900) : answer(0, 0));
    });
    await selectAll();
    expect(selected()).toEqual(range(5_000, 5_900));
    expect(ids.mock.calls[0]?.[0].last).toBeGreaterThan(900);
  });

  it('are none of an empty list', async () => {
    useSlice.setState({ matching: 0 });
    await selectAll();
    expect(ids).not.toHaveBeenCalled();
    expect(extentOf(new Set(), { slice: held, matching: 0 })).toBe('none');
  });
});

describe('the selection', () => {
  it('stays while the list is sorted or synced, and goes with another search', () => {
    toggleRow(ticketId(120), 120);
    toggleSort('title');
    useSlice.setState({ slice: { offset: 0, rows: [] } });
    expect(selected()).toEqual([ticketId(120)]);
    setSearch('chiller');
    expect(selected()).toEqual([]);
  });

  it('takes no answer that comes after it was cleared', async () => {
    const selecting = selectAll();
    clearSelection();
    await selecting;
    expect(selected()).toEqual([]);
  });

  it('lets go of tickets that were created here, once they have got an id of the server’s', () => {
    const [unsent, sent] = [localId(1), localId(2)];
    select([ticketId(1), unsent, sent]);
    dropUnknown((id) => id === unsent);
    expect(selected()).toEqual([ticketId(1), unsent]);
  });
});
