import { describe, expect, it } from 'vitest';
import { defaultLayout, listColumns } from '../../electron/contract/views.ts';
import { closingOf, durationWords, textOf, titleOf } from '../../renderer/inbox/cells.tsx';
import { columnsIn, directionOf, tracksOf } from '../../renderer/inbox/columns.ts';
import { nameOf, reasonsOf } from '../../renderer/inbox/row-marks.tsx';
import { formatAge } from '../../renderer/words/durations.ts';
import { formatUntil } from '../../renderer/words/time.ts';
import { localId } from '../support/outbox-items.ts';
import { aRow } from '../support/tickets.ts';

const now = new Date('2026-11-26T12:00:00Z');

describe('the age', () => {
  const open = aRow(1, { status: 'New', createdOn: '2026-11-23 11:00:00' });
  it.each([
    ['an open ticket', open, 'open for 3 d'],
    ['one of an hour ago', { ...open, createdOn: '2026-11-26 11:00:00' }, 'open for 60 min'],
    ['one from the future', { ...open, createdOn: '2026-11-26 13:00:00' }, 'open for 0 min'],
    ['a closed ticket', { ...open, status: 'Completed', closedOn: '2026-11-23 16:30:00' }, 'was open 5 h'],
    [
      'a closed ticket without its time',
      { ...open, status: 'Cancelled', statusSince: '2026-11-23 15:00:00' },
      'was open 4 h',
    ],
    ['an unknown status', { ...open, status: 'On Hold' }, 'open for 3 d'],
  ])('of %s', (_, row, brief) => expect(durationWords('age', row, now)?.brief).toBe(brief));

  it('is none without a time', () => expect(durationWords('age', { ...open, createdOn: 'soon' }, now)).toBeNull());
});

describe('the time in a status', () => {
  const row = aRow(1, { status: 'In Progress', statusSince: '2026-11-24 09:00:00' });
  it('is exact where the change was seen', () =>
    expect(durationWords('statusSince', { ...row, isStatusSinceLatest: false }, now)).toEqual({
      brief: '2 d',
      full: 'In Progress for 2 d',
    }));
  it('is at least so long where it was not', () =>
    expect(durationWords('statusSince', { ...row, isStatusSinceLatest: true }, now)).toEqual({
      brief: '≥ 2 d',
      full: 'In Progress for at least 2 d',
    }));
});

describe('the time of closing', () => {
  const row = aRow(1, { status: 'Completed', statusSince: '2026-11-24 09:00:00' });
  it('is the operator’s where that is stated', () => {
    expect(closingOf({ ...row, closedOn: '2026-11-23 16:30:00' })).toEqual({
      time: '2026-11-23 16:30:00',
      isLatest: false,
    });
  });
  it('is otherwise what the list is sorted by, at the latest', () => {
    expect(closingOf({ ...row, closedOn: '' })).toEqual({ time: '2026-11-24 09:00:00', isLatest: true });
  });
  it('is none of a ticket that is not closed, or only shown as cancelled', () => {
    expect(closingOf({ ...row, status: 'In Progress', closedOn: '' }).time).toBe('');
    expect(closingOf({ ...row, closedOn: '', statusSince: '' }).time).toBe('');
  });
});

it('a duration has the largest unit of which there are two', () => {
  const minute = 60_000;
  const durations = [0, 119 * minute, 120 * minute, 47 * 60 * minute, 48 * 60 * minute, 1_000 * 24 * 60 * minute];
  expect(durations.map(formatAge)).toEqual(['0 min', '119 min', '2 h', '47 h', '2 d', '1,000 d']);
});

it('a note shows its first line that has text, and all of it on hover', () => {
  const row = aRow(1, { note: '\n  \nCall first\nThen write' });
  expect(textOf('note', row)).toBe('Call first');
  expect(titleOf('note', row)).toBe(row.note);
  expect(titleOf('status', row)).toBeUndefined();
});

it('a control names its ticket by the id, or by the title while it has none', () => {
  expect(nameOf(aRow(5))).toBe('WO5');
  expect(nameOf({ id: localId(1), title: 'Door' })).toBe('Door');
  expect(nameOf({ id: localId(1), title: '' })).toBe('(no title)');
});

it('the reasons are said in their order', () => {
  const row = aRow(1, { attention: ['refused', 'quiet'], updatedOn: '2026-11-17 12:00:00' });
  expect(reasonsOf(row, now).map(({ sentence }) => sentence)).toEqual(['Refused', 'Quiet for 9 d']);
});

it('a moment to come is said as briefly as is clear', () => {
  const noon = new Date(2026, 10, 26, 12);
  const until = (...parts: [number, number, number, number]) => formatUntil(new Date(...parts).getTime(), noon);
  expect(until(2026, 10, 26, 16)).toBe('16:00');
  expect(until(2026, 10, 30, 8)).toMatch(/^Mon.* 08:00$/);
  expect(until(2026, 11, 24, 8)).toMatch(/^24 Dec 2026.* 08:00$/);
});

describe('the columns', () => {
  it('show a duration as descending when the times behind it ascend', () => {
    const sort = { by: 'createdOn', direction: 'ascending' } as const;
    expect(directionOf('createdOn', sort)).toBe('ascending');
    expect(directionOf('age', sort)).toBe('descending');
    expect(directionOf('title', sort)).toBeNull();
  });

  it('make room for the title in a list that is not wide, unless the user chose them', () => {
    const shownIn = (listRem: number) => columnsIn(defaultLayout, listRem).map(({ column }) => column);
    expect(columnsIn(defaultLayout, 86)).toBe(defaultLayout.columns);
    expect(shownIn(79)).toEqual(['id', 'title', 'status', 'site', 'category', 'updatedOn']);
    expect(shownIn(65)).toEqual(['id', 'title', 'status', 'site', 'updatedOn']);
    const reordered = { ...defaultLayout, columns: defaultLayout.columns.toReversed() };
    expect(columnsIn(reordered, 50)).toBe(reordered.columns);
    const columns = defaultLayout.columns.map((shown) => ({ ...shown, widthPx: 100 }));
    expect(columnsIn({ ...defaultLayout, columns }, 50)).toBe(columns);
  });

  it('have a track each besides that of the checkbox, and the title takes what is left', () => {
    const columns = listColumns.map((column) => ({ column, widthPx: null }));
    const { tracks, leastWidth } = tracksOf(columns, 9);
    expect(tracks.match(/minmax\([^)]*\)|[\d.]+(rem|ch)/g)).toHaveLength(listColumns.length + 1);
    expect(tracks).toContain('minmax(11rem, 1fr)');
    expect(leastWidth).toMatch(/^calc\(/);
  });

  it('are as wide as the user made them, and no narrower than that', () => {
    expect(tracksOf([{ column: 'title', widthPx: 320 }], 9).tracks).toBe('2.75rem minmax(20rem, 1fr)');
    expect(tracksOf([{ column: 'site', widthPx: 160 }], 9).tracks).toBe('2.75rem minmax(min(4rem, 10rem), 10rem)');
  });
});
