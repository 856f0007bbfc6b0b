/*
 * The inbox's query over the cached tickets (filters, search, sort) and what it returns.
 */

import { z } from 'zod';
import { longestSearch } from './specification.ts';
import { ticketSummarySchema } from './ticket.ts';

/** The fields that the list call can filter by (section 4). */
export const filterFields = ['status', 'site', 'requestType', 'category', 'createdBy'] as const;
export type FilterField = (typeof filterFields)[number];

/** The columns of the inbox, each of which can sort it. */
export const sortColumns = ['id', 'title', 'status', 'site', 'category', 'createdOn', 'updatedOn'] as const;
export type SortColumn = (typeof sortColumns)[number];

const filterValues = z.array(z.string().max(200)).max(100);

/** A ticket matches when each field with any values lists the ticket's own. */
export const filtersSchema = z.strictObject({
  status: filterValues,
  site: filterValues,
  requestType: filterValues,
  category: filterValues,
  createdBy: filterValues,
} satisfies Record<FilterField, typeof filterValues>);
export type Filters = z.infer<typeof filtersSchema>;

export const noFilters: Filters = { status: [], site: [], requestType: [], category: [], createdBy: [] };

export const sortSchema = z.strictObject({ by: z.enum(sortColumns), direction: z.enum(['ascending', 'descending']) });
export type Sort = z.infer<typeof sortSchema>;

export const defaultSort: Sort = { by: 'updatedOn', direction: 'descending' };

/** One slice of the matching tickets. A ticket must contain every word of `search`; `''` matches all. */
export const ticketQuerySchema = z.strictObject({
  filters: filtersSchema,
  search: z.string().max(longestSearch),
  sort: sortSchema,
  offset: z.int().min(0),
  limit: z.int().min(1).max(500),
});
export type TicketQuery = z.infer<typeof ticketQuerySchema>;

/** The rows of a slice, and how many tickets there are. */
export const ticketPageSchema = z.object({
  rows: z.array(ticketSummarySchema),
  /** All tickets that the query finds, not only these. */
  matching: z.int().min(0),
  /** All tickets, whatever the query: those cached and those that the server does not have yet. */
  total: z.int().min(0),
  /** How many of all of them the server does not have yet. */
  unsent: z.int().min(0),
});
export type TicketPage = z.infer<typeof ticketPageSchema>;

/** What the counts of the facets depend on. */
export const facetQuerySchema = ticketQuerySchema.pick({ filters: true, search: true });
export type FacetQuery = z.infer<typeof facetQuerySchema>;

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
