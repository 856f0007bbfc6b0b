/* What happened to each ticket since the shift began, by others and by the user here. */

import { setImmediate as breathe } from 'node:timers/promises';
import type { SentLog } from '../contract/change.ts';
import type { TicketId } from '../contract/ids.ts';
import { maxSentRows } from '../contract/specification.ts';
import type { TicketSummary } from '../contract/ticket.ts';
import type { Cache } from '../store/cache.ts';
import { type Happening, othersHappening, ownWords } from './change-lines.ts';
import type { Times } from './times.ts';

/** A ticket and what happened to it, the newest of it only. */
export type Eventful = { ticket: TicketSummary; happenings: Happening[]; more: number };

export type Happenings = {
  byTicket: ReadonlyMap<TicketId, Eventful>;
  /** The tickets that the user opened here. */
  openedHere: ReadonlySet<TicketId>;
  /** Those that were found to be new. */
  foundNew: ReadonlySet<TicketId>;
};

/** More of one ticket is counted, not listed. */
const mostPerTicket = 20;

type Sources = {
  cache: Pick<Cache, 'changesSince' | 'summaries'>;
  outbox: { sent(offset: number, limit: number): SentLog };
};

/** Reads all of it in pieces, and lets other work go on in between. */
export async function happeningsSince(
  { cache, outbox }: Sources,
  sinceMs: number,
  isOfScope: (site: string) => boolean,
  times: Times,
): Promise<Happenings> {
  const byTicket = new Map<TicketId, Eventful>();
  const add = (ticket: TicketSummary, happening: Happening) => {
    const known = byTicket.get(ticket.id);
    if (known) known.happenings.push(happening);
    else byTicket.set(ticket.id, { ticket, happenings: [happening], more: 0 });
  };
  const foundNew = new Set<TicketId>();
  for (const piece of cache.changesSince(sinceMs)) {
    for (const found of piece) {
      if (found.change.what === 'created') foundNew.add(found.ticket.id);
      const happening = isOfScope(found.ticket.site) ? othersHappening(found, sinceMs, times) : null;
      if (happening) add(found.ticket, happening);
    }
    await breathe();
  }
  const openedHere = new Set<TicketId>();
  for await (const items of sentSince(outbox, sinceMs)) {
    const tickets = cache.summaries([...new Set(items.map(({ ticketId }) => ticketId))]);
    for (const { ticketId, change, answeredAtMs, createdAtMs } of items) {
      const ticket = tickets.get(ticketId);
      if (!ticket || !isOfScope(ticket.site)) continue;
      const atMs = answeredAtMs ?? createdAtMs;
      if (change.kind === 'create') openedHere.add(ticketId);
      else add(ticket, { atMs, line: () => ({ time: times.at(atMs, ticket.site), text: ownWords(change) }) });
    }
  }
  for (const eventful of byTicket.values()) {
    eventful.happenings.sort((a, b) => a.atMs - b.atMs);
    eventful.more = Math.max(0, eventful.happenings.length - mostPerTicket);
    eventful.happenings = eventful.happenings.slice(eventful.more);
  }
  return { byTicket, openedHere, foundNew };
}

/** Yields the log of what was sent, newest first. One that is confirmed meanwhile moves the others, which then come twice. */
async function* sentSince(outbox: Sources['outbox'], sinceMs: number): AsyncGenerator<SentLog['items']> {
  const seen = new Set<string>();
  for (let offset = 0; ; offset += maxSentRows) {
    const { items } = outbox.sent(offset, maxSentRows);
    const recent = items.filter(({ answeredAtMs, createdAtMs }) => (answeredAtMs ?? createdAtMs) >= sinceMs);
    yield recent.filter(({ id }) => !seen.has(id));
    for (const { id } of recent) seen.add(id);
    if (recent.length < maxSentRows) return;
    await breathe();
  }
}
