/*
 * Views: named sets of tickets at the left of the list. Some are built in; the user saves others. And the list's columns, which
 * a saved view may keep too.
 */

import { z } from 'zod';
import { baseViewSchema, filtersSchema, type sortColumnSchema, sortSchema } from './query.ts';
import { longestSearch } from './specification.ts';
import { sharedWords } from './words/words.ts';

/** The columns that the list can show. Each sorts it; `age` is the time since `createdOn`, and sorts by that. */
export const listColumns = [
  'id',
  'title',
  'status',
  'site',
  'location',
  'requestType',
  'category',
  'customerReference',
  'createdBy',
  'createdOn',
  'age',
  'updatedOn',
  'closedOn',
  'statusSince',
  'lastCommentOn',
  'note',
] as const;
export const listColumnSchema = z.enum(listColumns);
export type ListColumn = z.infer<typeof listColumnSchema>;

/** Returns what a click on a column's heading sorts by. */
export const sortOfColumn = (column: ListColumn): z.infer<typeof sortColumnSchema> =>
  column === 'age' ? 'createdOn' : column;

export const densities = ['comfortable', 'standard', 'compact'] as const;
export type Density = (typeof densities)[number];

/** The columns in their order, each with its width in CSS pixels at the standard font size; `null`: the column's own. */
export const listLayoutSchema = z.strictObject({
  columns: z
    .array(z.strictObject({ column: listColumnSchema, widthPx: z.int().min(40).max(1_000).nullable() }))
    .min(1)
    .max(listColumns.length)
    .refine((columns) => new Set(columns.map(({ column }) => column)).size === columns.length),
  density: z.enum(densities),
});
export type ListLayout = z.infer<typeof listLayoutSchema>;

const standardColumns: readonly ListColumn[] = ['id', 'title', 'status', 'site', 'category', 'createdOn', 'updatedOn'];

export const defaultLayout: ListLayout = {
  columns: standardColumns.map((column) => ({ column, widthPx: null })),
  density: 'standard',
};

/** The longest name of a view, in characters, and the most views that an account can have. */
export const longestViewName = 60;
export const maxViews = 100;

export const viewNameSchema = z
  .string()
  .trim()
  .min(1, { error: () => sharedWords().fields.view.isNeeded })
  .max(longestViewName);

export const savedViewSchema = z.strictObject({
  id: z.uuid(),
  name: viewNameSchema,
  /** The built-in view that it narrows. */
  base: baseViewSchema,
  filters: filtersSchema,
  search: z.string().max(longestSearch),
  sort: sortSchema,
  layout: listLayoutSchema,
});
export type SavedView = z.infer<typeof savedViewSchema>;

/** All saved views of an account, in their order. */
export const savedViewsSchema = z.array(savedViewSchema).max(maxViews);

/** How many tickets each view holds, the saved ones by their ids. */
export const viewCountsSchema = z.object({
  base: z.record(baseViewSchema, z.int().min(0)),
  saved: z.record(z.string(), z.int().min(0)),
});
export type ViewCounts = z.infer<typeof viewCountsSchema>;
