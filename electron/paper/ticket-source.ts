/*
 * Where what is printed of a ticket comes from: the cache, the outbox, the user’s own marks and the kept files. Nothing is fetched
 * for it.
 */

import type { Attachment } from '../contract/attachment.ts';
import type { OutboxItem } from '../contract/change.ts';
import type { TicketId } from '../contract/ids.ts';
import type { TicketRecord } from '../contract/news.ts';
import type { ShownTicket } from '../contract/query.ts';
import { zoneOfSite } from '../contract/site-time.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Personal } from '../personal/personal.ts';
import type { Cache } from '../store/cache.ts';

/** A small picture of a file that is on this computer. `dataUrl` is a `data:image/…` address. */
export type Thumbnail = { fileName: string; dataUrl: string };

/** Everything that is printed of a ticket. */
export type PrintedTicket = {
  ticket: ShownTicket;
  /** What others changed, oldest first. */
  record: TicketRecord;
  files: readonly Attachment[];
  thumbnails: readonly Thumbnail[];
  /** What the user did to it from this computer, oldest first: confirmed changes, then those on their way. */
  changes: readonly OutboxItem[];
  /** The IANA zone of its site; `null`: not known. */
  siteZone: string | null;
};

/** Returns what there is of a ticket; `null` for one that is not known here. */
export type ReadTicket = (id: TicketId) => PrintedTicket | null;

/** Returns the small pictures of a ticket’s files that are on this computer, as data URLs by the file’s id. */
export type ReadPictures = (id: TicketId) => Promise<ReadonlyMap<string, string>>;

/** Adds the small pictures of its files, in their order, to a ticket that was read without them. */
export async function withPictures(printed: PrintedTicket, readPictures: ReadPictures): Promise<PrintedTicket> {
  if (printed.files.length === 0) return printed;
  const pictures = await readPictures(printed.ticket.summary.id);
  const thumbnails = printed.files.flatMap(({ id, fileName }) => {
    const dataUrl = pictures.get(id);
    return dataUrl === undefined ? [] : [{ fileName, dataUrl }];
  });
  return { ...printed, thumbnails };
}

export type TicketSources = {
  cache: Pick<Cache, 'record' | 'lists'>;
  outbox: Pick<Outbox, 'tickets' | 'list' | 'sentOf'>;
  personal: Pick<Personal, 'siteNotes'>;
};

/** Returns a reader for one document: the sites are read once for all its tickets. The pictures come later, `withPictures`. */
export function ticketReader({ cache, outbox, personal }: TicketSources): ReadTicket {
  const places = new Map(cache.lists.sites().map((place) => [place.site, place]));
  const notes = new Map(personal.siteNotes.list().map((note) => [note.site, note]));
  return (id) => {
    const ticket = outbox.tickets.shown(id);
    if (!ticket) return null;
    const { id: currentId, site } = ticket.summary;
    // Read with each ticket: what is confirmed while other tickets are made ready must not stand there twice.
    const pending = outbox.list().items.filter(({ ticketId }) => ticketId === currentId);
    return {
      ticket,
      record: cache.record(currentId),
      files: outbox.tickets.attachments(currentId, cache.lists.attachments(currentId)).attachments,
      thumbnails: [],
      changes: [...outbox.sentOf(currentId), ...pending],
      siteZone: zoneOfSite(places.get(site), notes.get(site)),
    };
  };
}
