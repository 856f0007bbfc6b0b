/* The columns of an export of tickets: what each is called, how wide it is, and what it holds of a ticket. */

import type { ExportColumn } from '../contract/exports.ts';
import { isLocalTicketId } from '../contract/ids.ts';
import { parseServerTime } from '../contract/server-time.ts';
import { closedStatuses } from '../contract/specification.ts';
import type { ExportedTicket } from '../store/exported-details.ts';
import { words } from '../words/words.ts';
import { type Cell, inLocal, inUtc, isInUtc, localZone, type SheetColumn } from './sheet.ts';

type Values = {
  readonly widthChars: number;
  readonly value: (ticket: ExportedTicket, nowMs: number) => Cell;
};

/** A time takes two columns: in UTC, as the server has it, and by this computer's clock. */
type Time = { readonly time: (ticket: ExportedTicket) => string | number | null };

const msPerDay = 86_400_000;
const timeWidthChars = 20;

/** A text of the ticket, as it is. */
const text = (field: (ticket: ExportedTicket) => string | undefined, widthChars: number): Values => ({
  widthChars,
  value: (ticket) => field(ticket) || null,
});

const yes = (isSo: (ticket: ExportedTicket) => boolean): Values => ({
  widthChars: 9,
  value: (ticket) => (isSo(ticket) ? words().exports.yes : null),
});

const columns: Record<ExportColumn, Values | Time> = {
  id: text(({ id }) => (isLocalTicketId(id) ? words().exports.notSent : id), 14),
  title: text(({ title }) => title, 50),
  status: text(({ status }) => status, 14),
  site: text(({ site }) => site, 12),
  location: text(({ location }) => location, 24),
  requestType: text(({ requestType }) => requestType, 22),
  category: text(({ category }) => category, 22),
  customerReference: text(({ customerReference }) => customerReference, 20),
  createdBy: text(({ createdBy }) => createdBy, 22),
  createdOn: { time: ({ createdOn }) => createdOn },
  age: { widthChars: 12, value: ageInDays },
  updatedOn: { time: ({ updatedOn }) => updatedOn },
  closedOn: { time: ({ closedOn }) => closedOn },
  statusSince: { time: ({ statusSince }) => statusSince },
  lastCommentOn: { time: ({ lastCommentOn }) => lastCommentOn },
  note: text(({ note }) => note, 40),
  ticketType: text(({ detail }) => detail?.ticketType, 18),
  description: text(({ detail }) => detail?.description, 80),
  notificationRecipients: text(({ detail }) => detail?.notificationRecipients, 36),
  cancelReason: text(({ detail }) => detail?.cancelReason, 26),
  commentCount: { widthChars: 19, value: ({ detail }) => detail?.commentCount ?? null },
  isUnread: yes(({ isUnread }) => isUnread),
  isStarred: yes(({ isStarred }) => isStarred),
  snoozedUntil: { time: ({ snoozedUntilMs }) => snoozedUntilMs },
  unsent: {
    widthChars: 14,
    value: ({ pendingCount }) => (pendingCount === 0 ? null : words().exports.pending({ count: pendingCount })),
  },
};

/** Returns the columns of a file for these columns of tickets. */
export function sheetColumnsOf(wanted: readonly ExportColumn[]): SheetColumn[] {
  const { columns: names, inUtc, inZone } = words().exports;
  const zone = localZone();
  return wanted.flatMap((column) => {
    const of = columns[column];
    const name = names[column];
    if (!('time' in of)) return [{ heading: name, widthChars: Math.max(of.widthChars, name.length + 3) }];
    const headings = isInUtc(zone) ? [inUtc({ name })] : [inUtc({ name }), inZone({ name, zone })];
    return headings.map((heading) => ({
      heading,
      widthChars: Math.max(timeWidthChars, heading.length + 3), // the filter's button stands in the heading
    }));
  });
}

/** Returns a function that gives what these columns hold of a ticket. */
export function ticketCells(wanted: readonly ExportColumn[], nowMs: number): (ticket: ExportedTicket) => Cell[] {
  const hasLocal = !isInUtc(localZone());
  return (ticket) =>
    wanted.flatMap((column): Cell[] => {
      const of = columns[column];
      if (!('time' in of)) return [of.value(ticket, nowMs)];
      const time = of.time(ticket);
      const ms = typeof time === 'string' ? parseServerTime(time)?.getTime() : time;
      const isNone = ms === null || ms === undefined;
      const cells = isNone ? [time || null, null] : [inUtc(ms), inLocal(ms)]; // what the server sent, where it is no time
      return hasLocal ? cells : cells.slice(0, 1);
    });
}

/** Returns how long a ticket has been open, or was, as the list says it. */
function ageInDays({ status, createdOn, closedOn, statusSince }: ExportedTicket, nowMs: number): Cell {
  const isClosed = closedStatuses.includes(status);
  const createdMs = parseServerTime(createdOn)?.getTime();
  const endMs = isClosed ? (parseServerTime(closedOn) ?? parseServerTime(statusSince))?.getTime() : nowMs;
  if (createdMs === undefined || endMs === undefined) return null;
  return Math.max(0, Math.floor((endMs - createdMs) / msPerDay));
}
