/* The columns of the grid: how wide each is, and how together they share the width of the list. */

import type { Sort } from '../../electron/contract/query.ts';
import { defaultLayout, type ListColumn, type ListLayout, sortOfColumn } from '../../electron/contract/views.ts';

/** A column's widths in rem: it never shrinks below the first, and takes no more than the second. */
type Width = { readonly leastRem: number; readonly bestRem: number };

const widths: Record<Exclude<ListColumn, 'id'>, Width> = {
  title: { leastRem: 11, bestRem: 11 }, // and all that the others leave
  status: { leastRem: 6.75, bestRem: 7 },
  site: { leastRem: 4, bestRem: 4.5 },
  location: { leastRem: 5, bestRem: 9 },
  requestType: { leastRem: 5, bestRem: 9 },
  category: { leastRem: 5, bestRem: 10 },
  customerReference: { leastRem: 5, bestRem: 8 },
  createdBy: { leastRem: 5, bestRem: 8 },
  createdOn: { leastRem: 4.5, bestRem: 5.5 },
  age: { leastRem: 7, bestRem: 8 },
  updatedOn: { leastRem: 4.5, bestRem: 5.5 },
  closedOn: { leastRem: 4.5, bestRem: 6 },
  statusSince: { leastRem: 4, bestRem: 5 },
  lastCommentOn: { leastRem: 5.5, bestRem: 6.5 },
  note: { leastRem: 5, bestRem: 12 },
};

type ShownColumns = ListLayout['columns'];

/** From which width of the list, in rem, these columns leave the title two fifths of it. */
const shownFromRem: { readonly [Column in ListColumn]?: number } = { category: 66, createdOn: 80 };

/** Whether the user has chosen which columns there are, or their order. */
export const hasOwnColumns = ({ columns }: ListLayout): boolean =>
  columns.length !== defaultLayout.columns.length ||
  columns.some(({ column }, place) => column !== defaultLayout.columns[place]?.column);

/**
 * Returns the columns that are shown in a list of some width. For as long as the user has not chosen any, the least important
 * ones make room for the title in a list that is not wide.
 */
export function columnsIn(layout: ListLayout, listRem: number): ShownColumns {
  const { columns } = layout;
  if (hasOwnColumns(layout)) return columns;
  const shown = columns.filter(({ column, widthPx }) => widthPx !== null || listRem >= (shownFromRem[column] ?? 0));
  return shown.length === columns.length ? columns : shown;
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
