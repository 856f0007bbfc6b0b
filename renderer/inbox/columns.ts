import type { Sort, SortColumn } from '../../electron/contract/query.ts';

/** Columns that begin with their newest or largest value when they are sorted for the first time. */
const descendingFirst: readonly SortColumn[] = ['createdOn', 'updatedOn', 'id'];

/** The sort after a click on a column's heading: turned round if it was sorted already, else in the column's usual way. */
export function sortAfterClick(sort: Sort, by: SortColumn): Sort {
  if (sort.by === by) return { by, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' };
  return { by, direction: descendingFirst.includes(by) ? 'descending' : 'ascending' };
}
