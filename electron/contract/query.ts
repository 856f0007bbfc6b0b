/*
 * The inbox's query over the cached tickets (view, filters, search, sort) and what it returns.
 */

import { z } from 'zod';
import { attentionReasonSchema } from './attention.ts';
import { maintenanceSchema } from './calendar.ts';
import { daySpanSchema } from './dates.ts';
import { marksSchema } from './marks.ts';
import { longestSearch } from './specification.ts';
import { cachedTicketSchema, ticketSummarySchema } from './ticket.ts';

/**
 * The built-in views. `attention`: tickets that need the user (`AttentionReason`). `closed`: closed within `recentlyClosedDays`.
 * A snoozed ticket is in none of `attention`, `open` and `unread`.
 */
export const baseViews = ['attention', 'open', 'unread', 'starred', 'snoozed', 'closed', 'all'] as const;
export const baseViewSchema = z.enum(baseViews);
export type BaseView = z.infer<typeof baseViewSchema>;

export const recentlyClosedDays = 14;

/** The fields that the list call can filter by (section 4). */
export const filterFields = ['status', 'site', 'requestType', 'category', 'createdBy'] as const;
export type FilterField = (typeof filterFields)[number];

/** The times by which tickets can be filtered. */
export const dateFields = ['createdOn', 'updatedOn', 'closedOn'] as const;
export type DateField = (typeof dateFields)[number];

/** What the list can be sorted by. `attention` sorts the most urgent reason first when ascending, and is no column. */
export const sortColumns = [
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
  'updatedOn',
  'closedOn',
  'statusSince',
  'lastCommentOn',
  'note',
  'attention',
] as const;
export const sortColumnSchema = z.enum(sortColumns);
export type SortColumn = z.infer<typeof sortColumnSchema>;

/** The most values that one filter takes. */
export const maxFilterValues = 100;

/** The server's texts, which may be of any length: one that can be seen can be chosen. */
const filterValues = z.array(z.string()).max(maxFilterValues);
const dayFilter = daySpanSchema.nullable();

/** A ticket matches when each field with any values lists the ticket's own, and each of its times is in the field's span. */
export const filtersSchema = z.strictObject({
  status: filterValues,
  site: filterValues,
  requestType: filterValues,
  category: filterValues,
  createdBy: filterValues,
  createdOn: dayFilter,
  updatedOn: dayFilter,
  closedOn: dayFilter,
} satisfies Record<FilterField, typeof filterValues> & Record<DateField, typeof dayFilter>);
export type Filters = z.infer<typeof filtersSchema>;

export const noFilters: Filters = {
  status: [],
  site: [],
  requestType: [],
  category: [],
  createdBy: [],
  createdOn: null,
  updatedOn: null,
  closedOn: null,
};

export const sortSchema = z.strictObject({ by: sortColumnSchema, direction: z.enum(['ascending', 'descending']) });
export type Sort = z.infer<typeof sortSchema>;

export const defaultSort: Sort = { by: 'updatedOn', direction: 'descending' };

/** Which tickets are meant. A ticket must contain every word of `search`; `''` matches all. */
export const ticketSelectionSchema = z.strictObject({
  view: baseViewSchema,
  filters: filtersSchema,
  search: z.string().max(longestSearch),
});
export type TicketSelection = z.infer<typeof ticketSelectionSchema>;

/** One slice of the matching tickets. */
export const ticketQuerySchema = ticketSelectionSchema.extend({
  sort: sortSchema,
  offset: z.int().min(0),
  limit: z.int().min(1).max(500),
});
export type TicketQuery = z.infer<typeof ticketQuerySchema>;

/** The ids of matching tickets, from row `first` to row `last` of the list, both included. */
export const ticketIdsQuerySchema = ticketSelectionSchema.extend({
  sort: sortSchema,
  first: z.int().min(0),
  last: z.int().min(0),
});
export type TicketIdsQuery = z.infer<typeof ticketIdsQuerySchema>;

/** A ticket as the list shows it. */
export const ticketRowSchema = ticketSummarySchema.extend({
  /** Somebody else created or changed it since the user last looked. */
  isUnread: z.boolean(),
  /** Most urgent first. */
  attention: z.array(attentionReasonSchema),
  ...marksSchema.shape,
  /** `''` where the detail was not fetched. */
  customerReference: z.string(),
  /** Server time of the last comment; `''`: there is none, or the detail was not fetched. */
  lastCommentOn: z.string(),
  /** Server time at which it took on its status; `''`: it is only shown with it, while a cancellation waits. */
  statusSince: z.string(),
  /** `statusSince` is only the latest time that is possible: the change itself was not seen. */
  isStatusSinceLatest: z.boolean(),
});
export type TicketRow = z.infer<typeof ticketRowSchema>;

/** The rows of a slice, and how many tickets there are. */
export const ticketPageSchema = z.object({
  rows: z.array(ticketRowSchema),
  /** All tickets that the query finds, not only these. */
  matching: z.int().min(0),
  /** All tickets, whatever the query: those cached and those that the server does not have yet. */
  total: z.int().min(0),
  /** How many of all of them the server does not have yet. */
  unsent: z.int().min(0),
});
export type TicketPage = z.infer<typeof ticketPageSchema>;

/** A ticket as the reading pane shows it. */
export const shownTicketSchema = cachedTicketSchema.extend({
  isUnread: z.boolean(),
  attention: z.array(attentionReasonSchema),
  marks: marksSchema,
  /** The dates that the user gave it. */
  maintenance: maintenanceSchema.nullable(),
});
export type ShownTicket = z.infer<typeof shownTicketSchema>;

/**
 * A value to filter by, with the number of tickets that the query would find with it in the place of its field's own filter.
 * `note` explains it (a site's city), or is `''`.
 */
export const facetValueSchema = z.object({ value: z.string(), count: z.int().min(0), note: z.string() });
export type FacetValue = z.infer<typeof facetValueSchema>;

/** The values to filter by, for each filter field; `''` stands for tickets whose field is empty. */
export const facetsSchema = z.object({
  status: z.array(facetValueSchema),
  site: z.array(facetValueSchema),
  requestType: z.array(facetValueSchema),
  category: z.array(facetValueSchema),
  createdBy: z.array(facetValueSchema),
} satisfies Record<FilterField, z.ZodArray<typeof facetValueSchema>>);
export type Facets = z.infer<typeof facetsSchema>;
