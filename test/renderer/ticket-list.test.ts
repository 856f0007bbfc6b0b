import { describe, expect, it } from 'vitest';
import { ticketIdSchema } from '../../electron/contract/ids.ts';
import {
  coversWithMargin,
  followActive,
  longestId,
  noSlice,
  offsetAround,
  rowAt,
  type Slice,
  sliceOf,
  sliceRows,
} from '../../renderer/state/ticket-list.ts';
import { aRow } from '../support/tickets.ts';

const rows = Array.from({ length: 8_567 }, (_, number) => aRow(number));

/** A slice of a list in which row number n is ticket WOn. */
const slice = (offset: number, count: number): Slice => ({ offset, rows: rows.slice(offset, offset + count) });

describe('coversWithMargin', () => {
  it.each([
    ['the whole of a short list', slice(0, 10), { first: 0, last: 9 }, 10, true],
    ['the top of a long list', slice(0, 200), { first: 0, last: 25 }, 8567, true],
    ['rows near the lower edge', slice(0, 200), { first: 150, last: 175 }, 8567, false],
    ['rows near the upper edge', slice(400, 200), { first: 420, last: 445 }, 8567, false],
    ['the end of the list', slice(8367, 200), { first: 8540, last: 8566 }, 8567, true],
    ['nothing yet', noSlice, { first: 0, last: 25 }, 8567, false],
  ])('%s', (_, held, visible, matching, isCovered) =>
    expect(coversWithMargin(held, visible, matching)).toBe(isCovered),
  );

  it('is content with what it asked for, wherever the list is scrolled to', () => {
    const matching = 8567;
    for (let first = 0; first < matching; first += 7) {
      const visible = { first, last: Math.min(first + 40, matching - 1) };
      const offset = offsetAround(visible);
      expect(coversWithMargin(slice(offset, Math.min(sliceRows, matching - offset)), visible, matching)).toBe(true);
    }
  });
});

it('finds rows by their number in the list', () => {
  expect(rowAt(slice(400, 200), 450)?.id).toBe('WO450');
  expect(rowAt(slice(400, 200), 399)).toBeUndefined();
  expect(rowAt(slice(400, 200), 600)).toBeUndefined();
});

it('never holds more rows than match', () => {
  expect(sliceOf({ rows: [...slice(0, 5).rows], matching: 3, total: 3, unsent: 0 }, 0).rows).toHaveLength(3);
  expect(sliceOf({ rows: [...slice(0, 5).rows], matching: 3, total: 3, unsent: 0 }, 10).rows).toHaveLength(0);
});

describe('followActive', () => {
  const id = ticketIdSchema.parse('WO5');
  it('stays with the ticket when rows come in above it', () => {
    const moved = { offset: 0, rows: [aRow(100), aRow(101), ...slice(0, 10).rows] };
    expect(followActive({ index: 5, id }, moved, 12)).toEqual({ index: 7, id });
  });
  it('goes to the nearest row when the ticket is gone', () => {
    expect(followActive({ index: 5, id }, slice(0, 3), 3)).toEqual({ index: 2, id: 'WO2' });
    expect(followActive({ index: 5, id }, noSlice, 0)).toEqual({ index: 0, id: null });
  });
  it('goes to no other ticket when a local one gets its id', () => {
    const local = ticketIdSchema.parse('new:00000000-0000-4000-8000-000000000001');
    expect(followActive({ index: 0, id: local }, slice(0, 3), 3)).toEqual({ index: 0, id: null });
  });
  it('stays at the top while the user has gone nowhere', () => {
    expect(followActive({ index: 0, id: null }, slice(0, 3), 3)).toEqual({ index: 0, id: null });
  });
});

it('knows the longest id', () => {
  expect(longestId({ offset: 0, rows: [aRow(1), aRow(123_456_789)] })).toBe(11);
});
