import { expect, it } from 'vitest';
import type { TicketSummary } from '../../electron/contract/ticket.ts';
import { listTicketsSince } from '../../electron/outbox/tickets-since.ts';
import { aTicket } from '../support/tickets.ts';

const at = (minute: number) => `2026-01-01 10:${String(minute).padStart(2, '0')}:00`;
const tickets = Array.from({ length: 50 }, (_, minute) =>
  aTicket(minute, { createdOn: at(minute), updatedOn: at(minute) }),
);
const since = Date.parse('2026-01-01T10:42:00Z');

/** A list in pages of 5 that counts how many are requested. */
function listOf(rows: readonly TicketSummary[]) {
  let pages = 0;
  const listTickets = (number: number) => {
    pages += 1;
    const tickets = rows.slice(number * 5, number * 5 + 5);
    return Promise.resolve({
      ...{ tickets, rowCount: tickets.length },
      ...{ totalElements: rows.length, totalPages: Math.ceil(rows.length / 5), number, size: 5, isLast: false },
    });
  };
  return { api: { listTickets }, pages: () => pages };
}

const wanted = tickets.slice(42).map(({ id }) => id);

it.each([
  ['the newest first', tickets.toReversed(), 2],
  ['the oldest first', tickets, 3],
  [
    'in no order',
    [...tickets.slice(7), ...tickets.slice(0, 7)].sort((one, other) => Number(one.id.at(-1)) - Number(other.id.at(-1))),
    10,
  ],
])('finds the newest tickets of a list that gives %s', async (_order, rows, pages) => {
  const list = listOf(rows);
  const found = await listTicketsSince(list.api, since, new AbortController().signal);
  expect(found.map(({ id }) => id).sort()).toEqual([...wanted].sort());
  expect(list.pages()).toBe(pages);
});

it.each(['', 'today'])('knows the order of a list although a ticket in it has no time: "%s"', async (createdOn) => {
  const odd = aTicket(99, { createdOn, updatedOn: createdOn });
  for (const [rows, place, pages] of [
    [tickets.toReversed(), 6, 2],
    [tickets.toReversed(), 9, 2],
    [tickets, 2, 4],
  ] as const) {
    const list = listOf(rows.toSpliced(place, 0, odd));
    const found = await listTicketsSince(list.api, since, new AbortController().signal);
    expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining(wanted));
    expect(list.pages()).toBe(pages);
  }
});

it('finds them where the list goes by the last change', async () => {
  const touched = tickets
    .toReversed()
    .map((ticket, place) => ({ ...ticket, updatedOn: at(place < 3 ? 59 - place : 50 - place) }));
  const moved = [{ ...aTicket(99, { createdOn: at(1), updatedOn: at(59) }) }, ...touched];
  const found = await listTicketsSince(listOf(moved).api, since, new AbortController().signal);
  expect(found.map(({ id }) => id).sort()).toEqual([...wanted].sort());
});

it('finds nothing in an empty list, and keeps tickets whose time cannot be read', async () => {
  const signal = new AbortController().signal;
  expect(await listTicketsSince(listOf([]).api, since, signal)).toEqual([]);
  const odd = aTicket(1, { createdOn: 'today' });
  expect(await listTicketsSince(listOf([odd]).api, since, signal)).toEqual([odd]);
});
