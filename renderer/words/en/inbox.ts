/* The search, the filters and the columns of the list of tickets, and what it says when it is empty. */

import type { FilterField } from '../../../electron/contract/query.ts';
import type { ListColumn } from '../../../electron/contract/views.ts';

export const inbox = {
  search: 'Search tickets',
  searchHint: 'Search tickets: words, IDs, sites…',
  clearSearch: 'Clear search',
  grid: 'Tickets',
  filters: 'Filters',
  clearFilters: 'Clear filters',
  filter: {
    status: 'Status',
    site: 'Site',
    requestType: 'Request type',
    category: 'Category',
    createdBy: 'Created by',
  } as const satisfies Record<FilterField, string>,
  any: {
    status: 'Any status',
    site: 'Any site',
    requestType: 'Any request type',
    category: 'Any category',
    createdBy: 'Created by anyone',
  } as const satisfies Record<FilterField, string>,
  /** The option for all statuses in which a ticket can be worked on. */
  open: 'Open',
  blank: '(none)',
  columns: {
    id: 'ID',
    title: 'Title',
    status: 'Status',
    site: 'Site',
    location: 'Location',
    requestType: 'Request type',
    category: 'Category',
    customerReference: 'Reference',
    createdBy: 'Created by',
    createdOn: 'Created',
    age: 'Age',
    updatedOn: 'Updated',
    closedOn: 'Closed',
    statusSince: 'In status',
    lastCommentOn: 'Last comment',
    note: 'Note',
  } as const satisfies Record<ListColumn, string>,
  tickets: '{count, plural, one {# ticket} other {# tickets}}',
  ticketsAndUnsent: '{count, plural, one {# ticket} other {# tickets}}, {unsent, number} not sent yet',
  matching: '{matching, number} of {count, plural, one {# ticket} other {# tickets}}',
  notInList: 'Your new ticket “{title}” is not in this list: it does not match the view, search or filters.',
  showAll: 'Show all tickets',
  untitled: '(no title)',
  loadingRow: 'Loading…',
} as const;

export const noMatch = {
  otherWords: 'Try another word.',
  fewerWords: 'Try fewer words.',
  filteredBy: 'The list is filtered by {filters}.',
  inView: 'Only the view {view} was searched.',
} as const;

export const empty = {
  'no-match': { title: 'No tickets match', hint: '' },
  'first-sync': { title: 'Fetching your tickets…', hint: 'The newest come first. You can start reading now.' },
  paused: { title: 'Sync is paused', hint: 'Nothing has been fetched yet. Continue to fetch your tickets.' },
  offline: {
    title: 'No tickets on this computer yet',
    hint: 'There is no network. Colodesk fetches your tickets as soon as there is one.',
  },
  trouble: { title: 'No tickets on this computer yet', hint: '' },
  none: {
    title: 'This account has no tickets',
    hint: 'Tickets opened here or in the operator’s portal appear automatically.',
  },
  clear: 'Clear search and filters',
  searchAll: 'Search all tickets',
} as const;
