/*
 * The dates of planned maintenance as a file for calendars (iCalendar, RFC 5545). Times are in UTC, which every calendar shows
 * where its user is, without the rules of time zones that each of them reads in its own way.
 */

import { basename } from 'node:path';
import { momentInZone } from '../contract/calendar.ts';
import { isLocalTicketId } from '../contract/ids.ts';
import { ProblemError } from '../contract/problem.ts';
import type { CachedTicket } from '../contract/ticket.ts';
import { ownFileName } from '../files/safe-file-name.ts';
import type { AskSavePath } from '../files/save-file.ts';
import { saveOwnFile } from '../files/save-file.ts';
import type { DatedTicket } from '../personal/maintenance-dates.ts';
import { words } from '../words/words.ts';

/** A dated ticket with what is cached of it; `null` when it is not known here. */
export type CalendarEntry = DatedTicket & { ticket: CachedTicket | null };

/**
 * Writes the dates of tickets where the user wants them. Returns the file's name and how many tickets it holds; `null` when the
 * user cancels. @throws ProblemError `invalid-input` when there is none, `disk-full`, `disk-error`
 */
export async function saveCalendar(
  entries: readonly CalendarEntry[],
  isSingle: boolean,
  askPath: AskSavePath,
): Promise<{ fileName: string; count: number } | null> {
  // A ticket that is not sent yet has no id that a calendar could know it by later.
  const sent = entries.filter(({ ticketId }) => !isLocalTicketId(ticketId));
  const text = words().repeats;
  const [first] = sent;
  if (!first) {
    throw new ProblemError('invalid-input', { field: '', message: text.noDates, todo: text.noDatesTodo, kept: '' });
  }
  const path = await askPath(ownFileName(isSingle ? first.ticketId : text.calendarFile, 'ics'));
  if (path === null) return null;
  await saveOwnFile(path, await calendarOf(sent));
  return { fileName: basename(path), count: sent.length };
}

/** Returns the text of the file. */
export async function calendarOf(entries: readonly CalendarEntry[]): Promise<string> {
  const { ICalCalendar, ICalEventBusyStatus } = await import('ical-generator');
  const calendar = new ICalCalendar({ prodId: { company: 'Colodesk', product: 'Colodesk', language: 'EN' } });
  for (const { ticketId, dates, changedAtMs, ticket } of entries) {
    const [startMs, endMs] = [momentInZone(dates.start, dates.zone), momentInZone(dates.end, dates.zone)];
    if (startMs === null || endMs === null) continue; // neither is saved
    const { title = '', site = '', location = '' } = ticket?.summary ?? {};
    const id = plain(ticketId);
    const link = `colodesk://ticket/${encodeURIComponent(ticketId)}`;
    calendar.createEvent({
      id: `${id}@colodesk`, // importing it again changes the same entry
      start: new Date(startMs),
      end: new Date(endMs),
      stamp: new Date(changedAtMs),
      lastModified: new Date(changedAtMs),
      sequence: sequenceAt(changedAtMs),
      summary: plain(title === '' ? id : `${id} ${title}`),
      location: plain([site, location].filter(Boolean).join(', ')) || null,
      description: `${id}\n${link}`,
      url: link,
      busystatus: ICalEventBusyStatus.FREE, // it is the site that is busy
    });
  }
  return calendar.toString();
}

/** A number that rises with each change, also where dates were removed in between: seconds since 2020. */
const sequenceAt = (changedAtMs: number): number => Math.max(0, Math.floor((changedAtMs - 1_577_836_800_000) / 1_000));

/** Titles and ids from the server may hold control characters, which the format forbids, and half characters, which UTF-8 lacks. */
const plain = (text: string): string =>
  text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .trim();
