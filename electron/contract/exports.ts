/*
 * Exporting to a file: what is exported, in which form, and how far it is.
 */

import { z } from 'zod';
import { ticketIdSchema } from './ids.ts';
import { sortSchema, ticketSelectionSchema } from './query.ts';
import { listColumnSchema, listColumns } from './views.ts';

export const exportFormats = ['csv', 'xlsx'] as const;
export const exportFormatSchema = z.enum(exportFormats);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

/** What separates the fields of a CSV file. */
export const separators = ['comma', 'semicolon', 'tab'] as const;
export const separatorSchema = z.enum(separators);
export type Separator = z.infer<typeof separatorSchema>;

/** The columns of an export of tickets besides those that the list can show. */
export const extraColumns = [
  'ticketType',
  'description',
  'notificationRecipients',
  'cancelReason',
  'commentCount',
  'isUnread',
  'isStarred',
  'snoozedUntil',
  'unsent',
] as const;
export const exportColumns = [...listColumns, ...extraColumns] as const;
export const exportColumnSchema = z.union([listColumnSchema, z.enum(extraColumns)]);
export type ExportColumn = z.infer<typeof exportColumnSchema>;

/** The columns that are empty where a ticket's detail was not fetched. */
export const detailColumns: readonly ExportColumn[] = [
  'customerReference',
  'lastCommentOn',
  'ticketType',
  'description',
  'notificationRecipients',
  'cancelReason',
  'commentCount',
];

/** The most tickets that can be exported one by one: more than an account has. */
export const maxExportedTickets = 500_000;

/**
 * A chart's numbers as a table; each row has a value for each column. Its texts are the server's, which may be of any length, and
 * there are not more of them than tickets.
 */
export const exportTableSchema = z.strictObject({
  name: z.string().min(1).max(200),
  columns: z.array(z.string().max(200)).min(1).max(20),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()])).max(20)).max(maxExportedTickets),
});
export type ExportTable = z.infer<typeof exportTableSchema>;

/** The tickets of an export, in the order of the list. */
export const exportedTicketsSchema = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('view'), selection: ticketSelectionSchema, sort: sortSchema }),
  z.strictObject({
    from: z.literal('tickets'),
    ids: z.array(ticketIdSchema).min(1).max(maxExportedTickets),
    sort: sortSchema,
  }),
]);
export type ExportedTickets = z.infer<typeof exportedTicketsSchema>;

const formSchema = {
  format: exportFormatSchema,
  /** Only for CSV. */
  separator: separatorSchema,
};

/** What is to be exported. */
export const exportRequestSchema = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('tickets'),
    /** Names the tickets in the file and in its name, such as the view's name. */
    name: z.string().min(1).max(200),
    tickets: exportedTicketsSchema,
    columns: z
      .array(exportColumnSchema)
      .min(1)
      .max(exportColumns.length)
      .refine((columns) => new Set(columns).size === columns.length),
    ...formSchema,
  }),
  z.strictObject({ what: z.literal('table'), table: exportTableSchema, ...formSchema }),
]);
export type ExportRequest = z.infer<typeof exportRequestSchema>;

/** What an export of tickets would hold. */
export const exportPreviewSchema = z.object({
  count: z.int().min(0),
  /** How many of them lack their detail, because it was not fetched. */
  withoutDetail: z.int().min(0),
  /** How long it would take to fetch these; `null` while the server's pace is not known. */
  fetchMs: z.number().nullable(),
  /** When the tickets were last confirmed, in milliseconds since 1970; `null`: never. */
  asOfMs: z.number().nullable(),
});
export type ExportPreview = z.infer<typeof exportPreviewSchema>;

/** How far the export, or the fetching before it, is. */
export const exportProgressSchema = z.object({
  done: z.int().min(0),
  total: z.int().min(0),
  /** `null` while that is not known. */
  leftMs: z.number().nullable(),
});
export type ExportProgress = z.infer<typeof exportProgressSchema>;

/** The file that was written; `null` when the user cancelled or stopped. */
export const exportedFileSchema = z.object({ fileName: z.string(), rowCount: z.int().min(0) }).nullable();
export type ExportedFile = z.infer<typeof exportedFileSchema>;

/** How many of the missing details were fetched; those left are ones that the server does not give, or it was stopped. */
export const fetchedDetailsSchema = z.object({ fetched: z.int().min(0), isStopped: z.boolean() });
export type FetchedDetails = z.infer<typeof fetchedDetailsSchema>;
