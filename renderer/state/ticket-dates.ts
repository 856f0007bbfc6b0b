/*
 * The maintenance dates that are being typed on a ticket. They are kept until they are saved: whole ones when their ticket is
 * left, others for as long as the account is open.
 */

import { type Maintenance, maintenanceSchema, momentInZone } from '../../electron/contract/calendar.ts';
import type { TicketId } from '../../electron/contract/ids.ts';
import { accountStore, inSameAccount } from './account-store.ts';
import { attemptInBackground } from './feedback.ts';
import { whenFlushed, withoutKey } from './saver.ts';

/** The dates as typed, until their tickets are read with them. */
export const useTypedDates = accountStore<{ readonly dates: ReadonlyMap<TicketId, Maintenance> }>({ dates: new Map() });

/** Those of the typed dates that are on the disk. */
const saved = new WeakSet<Maintenance>();

/** What is wrong with typed dates, and with which of them: it is missing, of a year that cannot be meant, or not after the start. */
export type DatesFault = { readonly field: 'start' | 'end'; readonly reason: 'missing' | 'year' | 'order' };

/** Returns what is wrong with dates first; `null` where they can be saved. */
export function faultIn(dates: Maintenance): DatesFault | null {
  const { start, end, zone } = dates;
  for (const field of ['start', 'end'] as const) {
    if (dates[field] === '') return { field, reason: 'missing' };
    if (!maintenanceSchema.shape[field].safeParse(dates[field]).success) return { field, reason: 'year' };
  }
  const [startMs, endMs] = [momentInZone(start, zone), momentInZone(end, zone)];
  return startMs !== null && endMs !== null && startMs < endMs ? null : { field: 'end', reason: 'order' };
}

/** The dates typed on a ticket that it was not read with yet. */
export const typedDatesOf = (ticketId: TicketId): Maintenance | undefined =>
  useTypedDates.getState().dates.get(ticketId);

/** Takes the dates as they are typed. */
export function typeDates(ticketId: TicketId, dates: Maintenance): void {
  useTypedDates.setState((store) => ({ dates: new Map(store.dates).set(ticketId, dates) }));
}

/** Forgets typed dates. */
export function forgetDates(ticketId: TicketId): void {
  useTypedDates.setState(({ dates }) => ({ dates: withoutKey(dates, ticketId) }));
}

/** Saves the dates of a ticket that is left, if they are whole. Returns whether that worked. */
export async function leaveDates(ticketId: TicketId): Promise<boolean> {
  const dates = typedDatesOf(ticketId);
  if (!dates || faultIn(dates) !== null || saved.has(dates)) return true;
  const isSaved = await inSameAccount(attemptInBackground(window.desk.calendar.setDates({ ticketId, dates })));
  if (isSaved) saved.add(dates);
  return isSaved ?? false;
}

/** Forgets typed dates that their ticket was read with: they are on the disk. */
export function forgetDatesOnceRead(ticketId: TicketId, read: Maintenance | null): void {
  const typed = typedDatesOf(ticketId);
  const isSame = typed && typed.start === read?.start && typed.end === read.end && typed.zone === read.zone;
  if (isSame) forgetDates(ticketId);
}

whenFlushed(async () => {
  const left = await Promise.all([...useTypedDates.getState().dates.keys()].map(leaveDates));
  return left.every(Boolean);
});

/** Moves dates that are being typed to the server's id of their ticket. */
export function moveDates(from: TicketId, to: TicketId): void {
  const dates = typedDatesOf(from);
  if (!dates) return;
  forgetDates(from);
  typeDates(to, dates);
}
