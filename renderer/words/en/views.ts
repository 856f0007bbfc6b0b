/* The views at the left of the list, the filters that narrow them, and saving them under a name. */

import type { BaseView, DateField, FilterField } from '../../../electron/contract/query.ts';

type ByView = Record<BaseView, string>;

export const views = {
  region: 'Views',
  /** The button that opens the views where they do not stand beside the list. */
  open: 'Views: {shown}',
  saved: 'Saved views',
  name: {
    attention: 'Needs attention',
    open: 'Open',
    unread: 'Unread',
    starred: 'Starred',
    snoozed: 'Snoozed',
    closed: 'Recently closed',
    all: 'All tickets',
  } as const satisfies ByView,
  /** A view by its own name, with what it holds. */
  counted: '{name}, {count, plural, one {# ticket} other {# tickets}}',
  fold: 'Fold views',
  unfold: 'Unfold views',
  actions: 'Actions for the view {name}',
  rename: 'Rename…',
  moveUp: 'Move up',
  moveDown: 'Move down',
  remove: 'Remove',
  removed: 'View “{name}” removed.',
  save: 'Save view',
  saveHint: 'Keeps filters, search, sort and columns under a name.',
  saveAnotherHint: 'Saves this as another view.',
  update: 'Update view',
  updateHint: 'Keeps what is set now in “{name}”.',
  renameTitle: 'Rename view',
  nameLabel: 'View name',
  nameHint: 'For example: Power in Frankfurt',
  confirmRename: 'Rename',
  cancel: 'Cancel',
  nameNeeded: 'Enter a name for the view.',
  nameTooLong: 'A name can have at most {limit, plural, one {# character} other {# characters}}.',
  nameTaken: 'Another view has this name. Choose a different one.',
  notSaved: 'The view was not saved.',
  tooMany: 'You can keep at most {limit, plural, one {# view} other {# views}}. Remove one first.',
  /** How many tickets a view holds, in its own terms. */
  holds: {
    attention: '{count, plural, one {# needs attention} other {# need attention}}',
    open: '{count, plural, one {# open ticket} other {# open tickets}}',
    unread: '{count, plural, one {# unread ticket} other {# unread tickets}}',
    starred: '{count, plural, one {# starred ticket} other {# starred tickets}}',
    snoozed: '{count, plural, one {# snoozed ticket} other {# snoozed tickets}}',
    closed: '{count, plural, one {# recently closed ticket} other {# recently closed tickets}}',
    all: '{count, plural, one {# ticket} other {# tickets}}',
  } as const satisfies ByView,
  /** How many of them the search and the filters let through. */
  matching: {
    attention: '{matching, number} of {count, plural, one {# needs attention} other {# need attention}}',
    open: '{matching, number} of {count, plural, one {# open ticket} other {# open tickets}}',
    unread: '{matching, number} of {count, plural, one {# unread ticket} other {# unread tickets}}',
    starred: '{matching, number} of {count, plural, one {# starred ticket} other {# starred tickets}}',
    snoozed: '{matching, number} of {count, plural, one {# snoozed ticket} other {# snoozed tickets}}',
    closed: '{matching, number} of {count, plural, one {# recently closed ticket} other {# recently closed tickets}}',
    all: '{matching, number} of {count, plural, one {# ticket} other {# tickets}}',
  } as const satisfies ByView,
  empty: {
    attention: {
      title: 'Nothing needs you now.',
      hint: 'Answers, refused changes, due reminders and tickets that have gone quiet appear here.',
    },
    open: { title: 'No open tickets.', hint: 'Tickets that are new or in progress appear here.' },
    unread: { title: 'No unread tickets.', hint: 'Tickets that somebody else opens or changes appear here.' },
    starred: { title: 'No starred tickets.', hint: 'Star a ticket to keep it at hand here.' },
    snoozed: { title: 'No snoozed tickets.', hint: 'Snooze a ticket to put it out of the way until later.' },
    closed: {
      title: 'No recently closed tickets.',
      hint: 'Tickets closed in the last {days, plural, one {day} other {# days}} appear here.',
    },
    all: { title: 'No tickets.', hint: '' },
  } as const satisfies Record<BaseView, { title: string; hint: string }>,
  snoozedAway: '{count, plural, one {# snoozed ticket is in Snoozed.} other {# snoozed tickets are in Snoozed.}}',
  showSnoozed: 'Show snoozed tickets',
} as const;

export const filters = {
  dates: 'Dates',
  date: { createdOn: 'Created', updatedOn: 'Updated', closedOn: 'Closed' } as const satisfies Record<DateField, string>,
  anyDate: 'Any date',
  anyTime: 'Any time',
  lastDays: '{days, plural, one {Today} other {Last # days}}',
  fromTo: 'From – to…',
  from: '{field} from',
  to: '{field} to',
  fromShort: 'From',
  toShort: 'To',
  endsBeforeStart: 'The last day is before the first.',
  /** A span of days after the name of its filter. */
  span: {
    last: '{days, plural, one {today} other {last # days}}',
    between: '{from} – {to}',
    since: 'since {from}',
    until: 'until {to}',
    any: 'any time',
  },
  /** Several values of a filter. */
  several: {
    status: '{count, plural, one {# status} other {# statuses}}',
    site: '{count, plural, one {# site} other {# sites}}',
    requestType: '{count, plural, one {# request type} other {# request types}}',
    category: '{count, plural, one {# category} other {# categories}}',
    createdBy: 'Created by {count, plural, one {# person} other {# people}}',
  } as const satisfies Record<FilterField, string>,
  severalDates: '{count, plural, one {# date} other {# dates}}',
  /** An option, as a screen reader says it. */
  option: '{name} ({count, number})',
  options: 'Values for {filter}',
  find: 'Find in {filter}',
  findHint: 'Find…',
  noneFound: 'Nothing found',
  tooMany: 'A filter takes at most {limit, plural, one {# value} other {# values}}.',
  set: 'Active filters',
  search: 'Search',
  /** What is set, as one filter: `Status: New, In Progress`. */
  chip: '{filter}: {values}',
  /** Between values that are not all. */
  separator: ', ',
  andMore: '{values} and {count, number} more',
  remove: 'Remove filter: {chip}',
} as const;
