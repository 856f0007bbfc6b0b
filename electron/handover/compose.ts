/*
 * Puts a hand-over together from the cache and the outbox: one structure with finished sentences, from which the screen, the text,
 * the formatted text and the PDF are made. Each ticket is told in one section; what waits or is marked is listed besides.
 */

import { randomUUID } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import type { OutboxItem } from '../contract/change.ts';
import {
  type Handover,
  type HandoverEntry,
  type HandoverScope,
  type HandoverSection,
  longestShiftMs,
} from '../contract/handover.ts';
import { isLocalTicketId, type TicketId } from '../contract/ids.ts';
import type { TicketRow } from '../contract/query.ts';
import { formatServerTime, toleranceMs } from '../contract/server-time.ts';
import { openStatuses } from '../contract/specification.ts';
import type { SyncStatus } from '../contract/sync-status.ts';
import type { TicketSummary } from '../contract/ticket.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Personal } from '../personal/personal.ts';
import type { Cache } from '../store/cache.ts';
import type { RecentTicket } from '../store/recent-tickets.ts';
import { words } from '../words/words.ts';
import { pendingWords, timeOf } from './change-lines.ts';
import { type Eventful, type Happenings, happeningsSince } from './happenings.ts';
import { markedTickets, mostPerSection } from './marked-tickets.ts';
import { syncFact, syncWarning } from './sync-words.ts';
import { siteZones, Times } from './times.ts';

export type HandoverSources = {
  cache: Pick<Cache, 'prepare' | 'ticketsSince' | 'changesSince' | 'summaries' | 'lists'>;
  outbox: Pick<Outbox, 'list' | 'sent' | 'tickets'>;
  personal: Pick<Personal, 'marks' | 'siteNotes'>;
  syncStatus(): SyncStatus;
};

type Name = HandoverSection['name'];
type Line = HandoverEntry['lines'][number];
/** The private notes come last, with the first entry of each ticket. */
type Entry = Omit<HandoverEntry, 'note'>;

/** Composes what happened at some sites since the shift began, as of `nowMs`. Lets other work go on in between. */
export async function composeHandover(
  sources: HandoverSources,
  scope: HandoverScope,
  nowMs: number,
): Promise<Handover> {
  const { cache, outbox, personal } = sources;
  const status = sources.syncStatus();
  const sinceMs = shiftStartMs(scope, nowMs);
  const since = formatServerTime(sinceMs);
  const sites = new Set(scope.sites);
  const isOfScope = (site: string) => sites.size === 0 || sites.has(site);
  const times = new Times(nowMs, siteZones(cache.lists.sites(), personal.siteNotes.list()));

  // First: what is confirmed while the rest is read is told twice then, and not left out.
  const waiting = waitingTickets(sources, isOfScope);
  const happenings = await happeningsSince({ cache, outbox }, sinceMs, isOfScope, times);
  const shift = { sinceMs, untilMs: nowMs - (status.clockSkewMs ?? 0) + toleranceMs };
  const opened = await ticketsOf(
    cache.ticketsSince('created_on', since),
    isOfScope,
    ({ ticket: { id, createdOn } }) => {
      const isOfFuture = isAtOrAfter(createdOn, shift.untilMs); // it would be told in every shift until then
      return isOfFuture ? happenings.foundNew.has(id) : isAtOrAfter(createdOn, sinceMs);
    },
  );
  const closed = await ticketsOf(cache.ticketsSince('updated_on', since), isOfScope, (recent) =>
    isClosedIn(recent, shift),
  );
  const changed = [...happenings.byTicket.values()]
    .filter(({ ticket: { id } }) => !opened.ids.has(id) && !closed.ids.has(id))
    .sort((a, b) => lastMs(b) - lastMs(a));

  const noted = new Set<TicketId>();
  const section = async (name: Name, count: number, entries: readonly Entry[]): Promise<HandoverSection> => {
    await breathe(); // hundreds of notes are read
    const text = words().handover;
    const more = count - entries.length;
    return {
      name,
      heading: text.heading[name]({ count }),
      none: count === 0 ? text.none[name] : '',
      entries: entries.map((entry) => {
        const note = noted.has(entry.ticketId) ? '' : personal.marks.of(entry.ticketId).note;
        noted.add(entry.ticketId);
        return { ...entry, note };
      }),
      more: more > 0 ? text.more({ count: more }) : '',
    };
  };

  const newEntries = await inTurns(opened.listed, ({ ticket }) => {
    const lines = closed.ids.has(ticket.id) ? [] : linesOf(happenings.byTicket.get(ticket.id));
    return entryOf(ticket, [openedLine(ticket, happenings, times), ...lines]);
  });
  const closedEntries = await inTurns(closed.listed, ({ ticket }) => {
    const lines = linesOf(happenings.byTicket.get(ticket.id));
    return entryOf(ticket, lines.length > 0 ? lines : [closedLine(ticket, times)]);
  });
  const changedEntries = await inTurns(changed, (each) => entryOf(each.ticket, linesOf(each)));
  const waitingEntries = await inTurns(waiting, (each) => waitingEntry(each, times));
  const { starred, starredCount, urgent, urgentCount } = await markedTickets(sources, scope, nowMs);
  const starredEntries = await inTurns(starred, (row) => rowEntry(row, times));
  const urgentEntries = await inTurns(urgent, (row) => rowEntry(row, times));

  return {
    id: randomUUID(),
    title: words().handover.title,
    sentence: '',
    facts: factsOf(scope, sinceMs, nowMs, status, times),
    warning: syncWarning(status, nowMs, times),
    sections: [
      await section('new', opened.ids.size, newEntries),
      await section('changed', changed.length, changedEntries),
      await section('closed', closed.ids.size, closedEntries),
      await section('waiting', waiting.length, waitingEntries),
      await section('starred', starredCount, starredEntries),
      await section('attention', urgentCount, urgentEntries),
    ],
    noteLabel: words().handover.note,
  };
}

/** So many entries are written within a few milliseconds. */
const entriesPerTurn = 25;

/** Returns the entries of the first tickets, as many as are listed, and lets other work go on in between. */
async function inTurns<T>(tickets: readonly T[], entryOf: (ticket: T) => Entry): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const ticket of tickets.slice(0, mostPerSection)) {
    entries.push(entryOf(ticket));
    if (entries.length % entriesPerTurn === 0) await breathe();
  }
  return entries;
}

/** When the shift began, in milliseconds since 1970: not after now, and not before the record of changes. */
function shiftStartMs({ since }: HandoverScope, nowMs: number): number {
  const startMs = since.kind === 'hours' ? nowMs - since.hours * 3_600_000 : since.atMs;
  return Math.min(Math.max(startMs, nowMs - longestShiftMs), nowMs);
}

/** Returns the newest of the tickets that are meant, and the ids of all of them. */
async function ticketsOf(
  pieces: Iterable<RecentTicket[]>,
  isOfScope: (site: string) => boolean,
  isMeant: (recent: RecentTicket) => boolean,
): Promise<{ listed: RecentTicket[]; ids: ReadonlySet<TicketId> }> {
  const listed: RecentTicket[] = [];
  const ids = new Set<TicketId>();
  for (const piece of pieces) {
    for (const recent of piece) {
      if (!isOfScope(recent.ticket.site) || !isMeant(recent)) continue;
      ids.add(recent.ticket.id);
      if (listed.length < mostPerSection) listed.push(recent);
    }
    await breathe();
  }
  return { listed, ids };
}

/** A text that is no time may sort behind all times. */
const isAtOrAfter = (time: string, ms: number): boolean => (timeOf(time) ?? Number.NEGATIVE_INFINITY) >= ms;

/**
 * The operator does not always say when a ticket was closed, or says a time that is still to come: then it counts when its
 * status was seen to change.
 */
function isClosedIn({ ticket, statusSince }: RecentTicket, { sinceMs, untilMs }: { sinceMs: number; untilMs: number }) {
  if (openStatuses.includes(ticket.status)) return false;
  const isStated = ticket.closedOn !== '' && !isAtOrAfter(ticket.closedOn, untilMs);
  const time = isStated ? ticket.closedOn : statusSince;
  return isAtOrAfter(time, sinceMs) && !isAtOrAfter(time, untilMs);
}

const lastMs = ({ happenings }: Eventful): number => happenings.at(-1)?.atMs ?? 0;

function linesOf(eventful: Eventful | undefined): Line[] {
  if (!eventful) return [];
  const lines = eventful.happenings.map((happening) => happening.line());
  const earlier = eventful.more > 0 ? [{ time: '', text: words().handover.moreLines({ count: eventful.more }) }] : [];
  return [...earlier, ...lines];
}

function entryOf(ticket: TicketSummary, lines: readonly Line[]): Entry {
  const { id, title, status, site, category } = ticket;
  return {
    ticketId: id,
    title: title || words().handover.untitled,
    facts: [status, site, category].filter(Boolean),
    lines: [...lines],
  };
}

function openedLine({ id, createdBy, createdOn, site }: TicketSummary, { openedHere }: Happenings, times: Times): Line {
  const text = words().handover;
  const by = createdBy === '' ? text.opened : text.openedBy({ by: createdBy });
  return { time: timeAt(createdOn, site, times), text: openedHere.has(id) ? text.openedByUs : by };
}

const closedLine = ({ closedOn, updatedOn, site }: TicketSummary, times: Times): Line => ({
  time: timeAt(closedOn || updatedOn, site, times),
  text: words().handover.closed,
});

/** A time that is not of the server's form is told as it is. */
function timeAt(time: string, site: string, times: Times): string {
  const ms = timeOf(time);
  return ms === null ? time : times.at(ms, site);
}

type WaitingTicket = { ticketId: TicketId; changes: OutboxItem[]; status: string; site: string; category: string };

/** The tickets with changes that the server has not confirmed, in the order in which they were made. */
function waitingTickets(
  { cache, outbox }: HandoverSources,
  isOfScope: (site: string) => boolean,
): readonly WaitingTicket[] {
  const { items } = outbox.list();
  const known = cache.summaries([...new Set(items.map(({ ticketId }) => ticketId))]);
  const byTicket = new Map<TicketId, WaitingTicket>();
  for (const item of items) {
    const { ticketId, change } = item;
    const unsent = { status: isLocalTicketId(ticketId) ? words().handover.notSent : '', site: '', category: '' };
    const fields = known.get(ticketId) ?? { ...unsent, ...(change.kind === 'create' && change.fields) };
    const { status, site, category } = byTicket.get(ticketId) ?? fields;
    byTicket.set(ticketId, {
      ...{ ticketId, status, site, category },
      changes: [...(byTicket.get(ticketId)?.changes ?? []), item],
    });
  }
  return [...byTicket.values()].filter(({ site }) => isOfScope(site));
}

const waitingEntry = ({ ticketId, changes, status, site, category }: WaitingTicket, times: Times): Entry => ({
  ticketId,
  title: changes[0]?.ticketTitle || words().handover.untitled,
  facts: [status, site, category].filter(Boolean),
  lines: changes.map((item) => ({ time: times.at(item.createdAtMs, site), text: pendingWords(item) })),
});

/** A ticket that is marked or needs the user, and why. */
function rowEntry(row: TicketRow, times: Times): Entry {
  const { reason } = words().handover;
  const lines = row.attention.map((why): Line => {
    if (why !== 'quiet') return { time: '', text: reason[why] };
    const ms = timeOf(row.updatedOn);
    return { time: '', text: ms === null ? reason.quietLong : reason.quiet({ time: times.brief(ms) }) };
  });
  const due =
    row.attention.includes('reminder') && row.snoozedUntilMs !== null ? times.at(row.snoozedUntilMs, row.site) : '';
  return entryOf(
    row,
    lines.map((line, index) => (row.attention[index] === 'reminder' ? { ...line, time: due } : line)),
  );
}

function factsOf(
  scope: HandoverScope,
  sinceMs: number,
  nowMs: number,
  status: SyncStatus,
  times: Times,
): Handover['facts'] {
  const text = words().handover;
  const start = times.inFull(sinceMs);
  const sites = scope.sites.map((site) => site || text.noSite);
  return [
    {
      name: text.since,
      value: scope.since.kind === 'hours' ? text.sinceHours({ time: start, hours: scope.since.hours }) : start,
    },
    { name: text.asOf, value: times.inFull(nowMs) },
    { name: text.sites, value: sites.length === 0 ? text.allSites : sites.join(', ') },
    { name: text.tickets, value: syncFact(status, times) },
  ];
}
