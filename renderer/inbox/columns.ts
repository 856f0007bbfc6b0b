/* The columns of the grid: how wide each is, and how together they share the width of the list. */

import type { Sort } from '../../electron/contract/query.ts';
import { defaultLayout, type ListColumn, type ListLayout, sortOfColumn } from '../../electron/contract/views.ts';

/** A column's widths in rem: it never shrinks below the first, and takes no more than the second. */
type Width = { readonly leastRem: number; readonly bestRem: number };

const widths: Record<Exclude<ListColumn, 'id'>, Width> = {
  title: { leastRem: 11, bestRem: 11 }, // and all that the others leave
  status: { leastRem: 6.75, bestRem: 7.5 },
  site: { leastRem: 4, bestRem: 5 },
  location: { leastRem: 5, bestRem: 9 },
  requestType: { leastRem: 5, bestRem: 9 },
  category: { leastRem: 5, bestRem: 11.5 },
  customerReference: { leastRem: 5, bestRem: 8 },
  createdBy: { leastRem: 5, bestRem: 8 },
  createdOn: { leastRem: 4.5, bestRem: 6 },
  age: { leastRem: 7, bestRem: 8 },
  updatedOn: { leastRem: 4.5, bestRem: 6 },
  closedOn: { leastRem: 4.5, bestRem: 6 },
  statusSince: { leastRem: 4, bestRem: 5 },
  lastCommentOn: { leastRem: 5.5, bestRem: 6.5 },
  note: { leastRem: 5, bestRem: 12 },
};

type ShownColumns = ListLayout['columns'];

const standardFrom = 58;

/**
 * Returns the columns that are shown in a list of some width. For as long as the user has not chosen any, the date of creation
 * makes room for the title in a list that is not wide.
 */
export function columnsIn({ columns }: ListLayout, listRem: number): ShownColumns {
  const isChosen = columns.some(
    ({ column, widthPx }, place) => widthPx !== null || column !== defaultLayout.columns[place]?.column,
  );
  if (isChosen || columns.length !== defaultLayout.columns.length || listRem >= standardFrom) return columns;
  return columns.filter(({ column }) => column !== 'createdOn');
}

/** The checkbox and the star. */
const checkRem = 2.75;
const gapRem = 1;
const paddingRem = 2;
const idPaddingCh = 2;
const pxPerRem = 16;

/**
 * Returns the tracks of the grid and the least width of a row, as values of CSS. All lengths are absolute, so that each row,
 * which is a grid of its own, comes out the same. The title takes what is left.
 * @param idChars the length of the longest id, which is never cut off
 */
export function tracksOf(columns: ShownColumns, idChars: number): { tracks: string; leastWidth: string } {
  const tracks = [`${checkRem}rem`];
  const least = [`${checkRem + paddingRem + gapRem * columns.length}rem`];
  for (const { column, widthPx } of columns) {
    const own = column === 'id' ? null : widths[column];
    const ownLeast = own ? `${own.leastRem}rem` : `${idChars + idPaddingCh}ch`;
    const chosen = widthPx === null ? null : `${widthPx / pxPerRem}rem`;
    const leastWidth = chosen === null || column === 'id' ? ownLeast : `min(${ownLeast}, ${chosen})`;
    least.push(column === 'title' && chosen !== null ? chosen : leastWidth);
    if (column === 'title') tracks.push(`minmax(${chosen ?? ownLeast}, 1fr)`);
    else if (column === 'id') tracks.push(chosen === null ? ownLeast : `max(${ownLeast}, ${chosen})`);
    else tracks.push(`minmax(${leastWidth}, ${chosen ?? `${own?.bestRem}rem`})`);
  }
  return { tracks: tracks.join(' '), leastWidth: `calc(${least.join(' + ')})` };
}

/** Columns whose numbers and times stand at their end. */
const endAligned: readonly ListColumn[] = ['createdOn', 'updatedOn', 'closedOn', 'lastCommentOn', 'age', 'statusSince'];

export const isEndAligned = (column: ListColumn): boolean => endAligned.includes(column);

/** Columns that show a duration, which grows as the time that the list is sorted by goes back. */
const durations: readonly ListColumn[] = ['age', 'statusSince'];

/** Returns in which direction a column is sorted, as it reads from top to bottom; `null` if the list is sorted otherwise. */
export function directionOf(column: ListColumn, { by, direction }: Sort): Sort['direction'] | null {
  if (by !== sortOfColumn(column)) return null;
  if (!durations.includes(column)) return direction;
  return direction === 'ascending' ? 'descending' : 'ascending';
}

/** What a row of two lines shows, whatever the columns are: there is room for no more. */
export const compactColumns: readonly ListColumn[] = ['id', 'title', 'status', 'site', 'updatedOn'];
