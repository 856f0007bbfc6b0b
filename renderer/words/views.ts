/*
 * The words of the views at the left of the list, of the filters that narrow them, and of saving them under a name.
 */

import { titleOfCommand } from '../../electron/contract/commands.ts';
import type { DaySpan } from '../../electron/contract/dates.ts';
import { inSentence } from '../../electron/contract/isolate.ts';
import { type BaseView, type DateField, type FilterField, recentlyClosedDays } from '../../electron/contract/query.ts';
import { longestViewName, maxViews } from '../../electron/contract/views.ts';
import { countOf, formatCount, formatTickets, locale } from './numbers.ts';

export const viewWords = {
  region: 'Views',
  /** The button that opens the views where they do not stand beside the list. */
  open: (shown: string) => `Views: ${inSentence(shown)}`,
  saved: 'Saved views',
  name: {
    attention: titleOfCommand('viewAttention'),
    open: titleOfCommand('viewOpen'),
    unread: titleOfCommand('viewUnread'),
    starred: titleOfCommand('viewStarred'),
    snoozed: titleOfCommand('viewSnoozed'),
    closed: titleOfCommand('viewClosed'),
    all: titleOfCommand('viewAll'),
  } satisfies Record<BaseView, string>,
  /** `count` is `undefined` until it is known. */
  named: (name: string, count: number | undefined) =>
    count === undefined ? inSentence(name) : `${inSentence(name)}, ${formatTickets(count)}`,
  fold: 'Fold views',
  unfold: 'Unfold views',
  actions: (name: string) => `Actions for the view ${inSentence(name)}`,
  rename: 'Rename…',
  moveUp: 'Move up',
  moveDown: 'Move down',
  remove: 'Remove',
  removed: (name: string) => `View “${inSentence(name)}” removed.`,
  save: 'Save view',
  saveHint: 'Keeps filters, search, sort and columns under a name.',
  saveAnotherHint: 'Saves this as another view.',
  update: 'Update view',
  updateHint: (name: string) => `Keeps what is set now in “${inSentence(name)}”.`,
  renameTitle: 'Rename view',
  nameLabel: 'View name',
  nameHint: 'For example: Power in Frankfurt',
  confirmRename: 'Rename',
  cancel: 'Cancel',
  nameNeeded: 'Enter a name for the view.',
  nameTooLong: `A name can have at most ${longestViewName} characters.`,
  nameTaken: 'Another view has this name. Choose a different one.',
  notSaved: 'The view was not saved.',
  tooMany: `You can keep at most ${maxViews} views. Remove one first.`,
  /** How many tickets a view holds, in its own terms. */
  holds: {
    attention: (count: number) => `${formatCount(count)} ${count === 1 ? 'needs' : 'need'} attention`,
    open: (count: number) => countOf(count, 'open ticket'),
    unread: (count: number) => countOf(count, 'unread ticket'),
    starred: (count: number) => countOf(count, 'starred ticket'),
    snoozed: (count: number) => countOf(count, 'snoozed ticket'),
    closed: (count: number) => countOf(count, 'recently closed ticket'),
    all: formatTickets,
  } satisfies Record<BaseView, (count: number) => string>,
  /** `view` says how many tickets the view holds. */
  matching: (matching: number, view: string) => `${formatCount(matching)} of ${view}`,
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
      hint: `Tickets closed in the last ${countOf(recentlyClosedDays, 'day')} appear here.`,
    },
    all: { title: 'No tickets.', hint: '' },
  } satisfies Record<BaseView, { title: string; hint: string }>,
  snoozedAway: (count: number) => `${countOf(count, 'snoozed ticket')} ${count === 1 ? 'is' : 'are'} in Snoozed.`,
  showSnoozed: 'Show snoozed tickets',
} as const;

const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });

/** `8 Aug 2026`, of `2026-08-08`. */
const shownDay = (date: string): string => day.format(new Date(`${date}T00:00:00`));

export const filterWords = {
  dates: 'Dates',
  date: { createdOn: 'Created', updatedOn: 'Updated', closedOn: 'Closed' } satisfies Record<DateField, string>,
  anyDate: 'Any date',
  anyTime: 'Any time',
  lastDays: (days: number) => (days === 1 ? 'Today' : `Last ${countOf(days, 'day')}`),
  fromTo: 'From – to…',
  from: (field: string) => `${field} from`,
  to: (field: string) => `${field} to`,
  fromShort: 'From',
  toShort: 'To',
  endsBeforeStart: 'The last day is before the first.',
  /** A span of days inside a sentence. */
  span(span: DaySpan): string {
    if (span.kind === 'last') return span.days === 1 ? 'today' : `last ${countOf(span.days, 'day')}`;
    const { from, to } = span;
    if (from !== null && to !== null) return from === to ? shownDay(from) : `${shownDay(from)} – ${shownDay(to)}`;
    if (from !== null) return `since ${shownDay(from)}`;
    return to === null ? 'any time' : `until ${shownDay(to)}`;
  },
  /** Several values of a filter. */
  several: {
    status: (count: number) => `${formatCount(count)} statuses`,
    site: (count: number) => countOf(count, 'site'),
    requestType: (count: number) => countOf(count, 'request type'),
    category: (count: number) => `${formatCount(count)} categories`,
    createdBy: (count: number) => `Created by ${formatCount(count)} people`,
  } satisfies Record<FilterField, (count: number) => string>,
  severalDates: (count: number) => countOf(count, 'date'),
  /** An option, as a screen reader says it. */
  option: (name: string, count: number) => `${name} (${formatCount(count)})`,
  options: (filter: string) => `Values for ${filter}`,
  find: (filter: string) => `Find in ${filter}`,
  findHint: 'Find…',
  noneFound: 'Nothing found',
  set: 'Active filters',
  search: 'Search',
  /** What is set, as one filter: `Status: New, In Progress`. */
  chip: (filter: string, values: string) => `${filter}: ${values}`,
  andMore: (count: number) => `and ${formatCount(count)} more`,
  remove: (chip: string) => `Remove filter: ${chip}`,
} as const;
