/* What the cache holds: the tickets of lists and walks, which of them are gone, and whose details are wanted. */

import { join } from 'node:path';
import { expect, it } from 'vitest';
import { noMarks } from '../../electron/contract/marks.ts';
import { defaultSort, noFilters, type TicketQuery } from '../../electron/contract/query.ts';
import { longestLagMs } from '../../electron/contract/server-time.ts';
import { Cache } from '../../electron/store/cache.ts';
import { emptyOverlay } from '../../electron/store/overlay.ts';
import { cacheKey, openCache, openDatabase, ownCache } from '../support/cache.ts';
import { ownFolder } from '../support/folder.ts';
import { aDetail, aTicket, ticketId } from '../support/tickets.ts';

const all: TicketQuery = { view: 'all', filters: noFilters, search: '', sort: defaultSort, offset: 0, limit: 100 };
const walk = { unit: 25, totals: { first: 4, lowest: 4, highest: 4 } };
const never = '9999';

it('tells which tickets of a page are new or changed, and only those', async () => {
  const cache = await ownCache();
  const before = aTicket(2);
  expect(cache.saveListed([aTicket(1), before]).tickets.map(({ ticket }) => ticket.id)).toEqual(['WO1', 'WO2']);
  const after = aTicket(2, { status: 'New' });
  expect(cache.saveListed([aTicket(1), after]).tickets).toEqual([{ ticket: after, before }]);
});

it('remembers over a restart which pages of a walk are done and which tickets no page held', async () => {
  const folder = await ownFolder();
  const { cache } = await Cache.open(folder, cacheKey);
  cache.saveListed([aTicket(9)]);
  cache.progress.beginWalk(walk);
  await cache.progress.savePages(walk, [
    { first: 0, size: 100, tickets: [aTicket(1), aTicket(2)] },
    { first: 300, size: 100, tickets: [aTicket(3)] },
  ]);
  await cache.close();

  const reopened = await openCache(folder);
  const state = reopened.cache.progress.walk();
  expect(state?.walk).toEqual(walk);
  expect(state?.pages).toEqual([
    { first: 0, size: 100 },
    { first: 300, size: 100 },
  ]);
  expect([...reopened.cache.ticketsOutside(new Set(state?.rows))]).toEqual([['WO9']]);
  await reopened.cache.progress.finishWalk({ atMs: 5, surplus: 0, missing: -1 }, 5);
  expect(reopened.cache.progress.walk()).toBeNull();
  expect(reopened.cache.progress.walked()).toEqual({ atMs: 5, surplus: 0, missing: -1 });
});

it('writes a ticket once that stands on two pages, as it came last', async () => {
  const cache = await ownCache();
  cache.progress.beginWalk(walk);
  const later = aTicket(1, { status: 'Cancelled' });
  const { rows, tickets } = await cache.progress.savePages(walk, [
    { first: 0, size: 100, tickets: [aTicket(1), aTicket(2)] },
    { first: 100, size: 100, tickets: [later, aTicket(3)] },
  ]);
  expect(rows[2]).toBe(rows[0]);
  expect(tickets[2]).toEqual({ ticket: later, before: aTicket(1) });
  expect(cache.count()).toBe(3);
  expect(cache.ticket(ticketId(1))?.summary.status).toBe('Cancelled');
});

it('knows without counting how many tickets there are', async () => {
  const folder = await ownFolder();
  const { cache } = await Cache.open(folder, cacheKey);
  cache.progress.beginWalk(walk);
  await cache.progress.savePages(walk, [{ first: 0, size: 100, tickets: [aTicket(1), aTicket(2)] }]);
  cache.saveListed([aTicket(2, { status: 'New' }), aTicket(3)]);
  cache.saveTicket(aTicket(4), aDetail(), 1);
  cache.remove(ticketId(1));
  cache.remove(ticketId(9));
  await cache.stopWorker();
  await cache.close();

  const reopened = await openCache(folder);
  expect(reopened.cache.count()).toBe(3);
  reopened.cache.facets(all); // which looks at all of them
  expect(reopened.cache.count()).toBe(3);
});

it('has all its indexes when an empty one was filled by a walk', async () => {
  const folder = await ownFolder();
  const indexes = async () => {
    const database = openDatabase(join(folder, 'cache.db'));
    const found = database.all(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name`,
    );
    await database.close();
    return found;
  };
  await (await Cache.open(folder, cacheKey)).cache.close();
  const before = await indexes();
  expect(before.length).toBeGreaterThan(3);
  const { cache } = await openCache(folder);
  cache.progress.beginWalk(walk);
  expect(await indexes()).not.toEqual(before);
  await cache.progress.savePages(walk, [{ first: 0, size: 100, tickets: [aTicket(1)] }]);
  await cache.progress.finishWalk({ atMs: 5, surplus: 0, missing: 0 }, 5);
  await cache.stopWorker();
  expect(await indexes()).toEqual(before);
});

it('keeps a ticket’s detail when the list comes again, and wants it anew when the ticket changed', async () => {
  const cache = await ownCache();
  const ticket = aTicket(1, { status: 'New' });
  cache.saveListed([ticket]);
  expect(cache.wantingDetail(0, never)).toEqual(['WO1']);
  expect(cache.saveTicket(ticket, aDetail(), 1_000)).toEqual({ saved: null, isDetailNew: true, isUnreadNew: false });
  expect(cache.saveTicket(ticket, aDetail(), 2_000)).toEqual({ saved: null, isDetailNew: false, isUnreadNew: false });
  expect(cache.wantingDetail(0, never)).toEqual([]);
  expect(cache.wantingDetail(3_000, never)).toEqual(['WO1']);
  const commented = aDetail({ comments: [{ comment: 'Done', commentedBy: 'Operator', commentedOn: '' }] });
  expect(cache.saveTicket(ticket, commented, 3_000).isDetailNew).toBe(true);
  expect(cache.page({ ...all, search: 'done' }).matching).toBe(1);
  cache.saveListed([{ ...ticket, updatedOn: '2026-02-02 10:00:00' }]);
  expect(cache.wantingDetail(0, never)).toEqual(['WO1']);
  expect(cache.ticket(ticketId(1))?.detail).toEqual(commented);
});

it('wants a detail once more that was fetched right after the last change, but not while that is young', async () => {
  const cache = await ownCache();
  const changedMs = Date.UTC(2026, 1, 2, 10);
  const ticket = aTicket(1, { status: 'Cancelled', updatedOn: '2026-02-02 10:00:00' });
  const wantedAt = (serverNowMs: number) => cache.withUnsettledDetail('2026-01-01', serverNowMs);
  cache.saveTicket(ticket, aDetail(), changedMs + 500);
  expect(wantedAt(changedMs + longestLagMs)).toEqual([]);
  expect(wantedAt(changedMs + longestLagMs + 1_000)).toEqual(['WO1']);
  expect(cache.withUnsettledDetail('2026-03-01', changedMs + longestLagMs + 1_000)).toEqual([]);

  const later = changedMs + longestLagMs + 1_000;
  cache.saveTicket(ticket, aDetail(), later + 3_600_000, changedMs + 500); // this computer's clock is ahead
  expect(wantedAt(later)).toEqual(['WO1']);
  cache.saveTicket(ticket, aDetail(), changedMs - 3_600_000, later); // or behind
  expect(wantedAt(later)).toEqual([]);
});

it('wants a detail anew that was fetched while this computer’s clock was ahead', async () => {
  const cache = await ownCache();
  const ticket = aTicket(1, { status: 'New' });
  cache.saveTicket(ticket, aDetail(), Date.now() + 3_600_000);
  expect(cache.wantingDetail(0, never)).toEqual(['WO1']);
});

it('remembers over a restart that the server did not give a ticket, until it is seen again', async () => {
  const folder = await ownFolder();
  const { cache } = await Cache.open(folder, cacheKey);
  const ticket = aTicket(1, { status: 'New' });
  cache.saveListed([ticket, aTicket(2)]);
  expect([cache.markGone(ticketId(1)), cache.markGone(ticketId(1)), cache.markGone(ticketId(9))]).toEqual([
    true,
    false,
    false,
  ]);
  await cache.close();

  const reopened = (await openCache(folder)).cache;
  expect([1, 2].map((number) => reopened.ticket(ticketId(number))?.isGone)).toEqual([true, false]);
  expect(reopened.wantingDetail(0, never)).toEqual([]); // asking again is no use
  expect(reopened.saveListed([ticket, aTicket(2)]).tickets).toEqual([{ ticket, before: ticket }]);
  expect(reopened.ticket(ticketId(1))?.isGone).toBe(false);
  expect(reopened.saveListed([ticket]).tickets).toEqual([]);

  reopened.markGone(ticketId(1));
  expect(reopened.saveTicket(ticket, aDetail(), 5).saved).toEqual({ ticket, before: ticket });
  reopened.markGone(ticketId(1));
  expect(reopened.remove(ticketId(1))).toBe(true);
  reopened.saveListed([ticket]);
  expect(reopened.ticket(ticketId(1))?.isGone).toBe(false);
});

it('sees a ticket again that was gone, also on two pages of a walk', async () => {
  const cache = await ownCache();
  cache.saveListed([aTicket(1)]);
  cache.markGone(ticketId(1));
  cache.progress.beginWalk(walk);
  const saved = await cache.progress.savePages(walk, [
    { first: 0, size: 25, tickets: [aTicket(1)] },
    { first: 25, size: 25, tickets: [aTicket(1)] },
  ]);
  expect(saved.tickets.map(({ ticket }) => ticket)).toEqual([aTicket(1)]);
  expect(cache.ticket(ticketId(1))?.isGone).toBe(false);
});

it('wants details that were never fetched before those that are only old', async () => {
  const cache = await ownCache();
  const old = aTicket(1, { status: 'New', updatedOn: '2026-05-01 00:00:00' });
  cache.saveTicket(old, aDetail(), 1_000);
  cache.saveListed([
    aTicket(2, { status: 'New', updatedOn: '2026-01-01 00:00:00' }),
    aTicket(3, { updatedOn: '2026-04-01 00:00:00' }),
  ]);
  expect(cache.wantingDetail(2_000, '2026-01-01')).toEqual(['WO2', 'WO3', 'WO1']);
});

it('wants the details of open tickets first, then of those that changed lately, the latest change first', async () => {
  const cache = await ownCache();
  cache.saveListed([
    aTicket(1, { updatedOn: '2026-03-01 00:00:00' }),
    aTicket(2, { updatedOn: '2026-04-01 00:00:00' }),
    aTicket(3, { updatedOn: '2025-01-01 00:00:00' }),
    aTicket(4, { updatedOn: '2025-01-01 00:00:00', status: 'In Progress' }),
  ]);
  expect(cache.wantingDetail(0, '2026-01-01')).toEqual(['WO4', 'WO2', 'WO1']);
});

it('forgets a removed ticket, its text included', async () => {
  const cache = await ownCache();
  cache.saveListed([aTicket(1, { title: 'Chiller' })]);
  cache.remove(ticketId(1));
  expect(cache.page({ ...all, search: 'chiller' }).matching).toBe(0);
  expect(cache.ticket(ticketId(1))).toBeNull();
  expect(cache.count()).toBe(0);
  expect(cache.facets(all).site).toEqual([]);
});

it('has a removed ticket’s star on no other that comes before anything was counted', async () => {
  const folder = await ownFolder();
  const { cache: before } = await Cache.open(folder, cacheKey);
  before.saveListed([aTicket(1), aTicket(2)]);
  await before.close();

  const { cache } = await openCache(folder);
  cache.setOverlay({ ...emptyOverlay, marks: new Map([[ticketId(2), { ...noMarks, isStarred: true }]]) });
  cache.remove(ticketId(2));
  cache.saveListed([aTicket(3)]);
  expect(cache.page({ ...all, view: 'starred' }).rows).toEqual([]);
});

it('finds after a restart what it found before, and by what was written since', async () => {
  const folder = await ownFolder();
  const { cache } = await Cache.open(folder, cacheKey);
  cache.saveListed(Array.from({ length: 300 }, (_, number) => aTicket(number, { title: `Rack ${number} überhitzt` })));
  cache.remove(ticketId(7));
  await cache.close();

  const { cache: reopened } = await openCache(folder);
  expect(reopened.page({ ...all, search: 'uberhitzt' }).matching).toBe(299);
  reopened.saveListed([aTicket(8, { title: 'Rack 8 is cool' }), aTicket(1_000, { title: 'Überhitzt' })]);
  expect(reopened.page({ ...all, search: 'uberhitzt' }).matching).toBe(299);
  expect(reopened.page({ ...all, search: 'cool' }).rows.map(({ id }) => id)).toEqual(['WO8']);
});

it.each(['tab\tquote"back\\slash', '\u2028 line', '😀 é', '\u0001'])(
  'holds a title as it came, so that the next round finds nothing new: %j',
  async (title) => {
    const cache = await ownCache();
    const ticket = aTicket(1, { title });
    expect(cache.saveListed([ticket]).tickets).toHaveLength(1);
    expect(cache.saveListed([ticket]).tickets).toEqual([]);
  },
);

it('takes no earlier change for the moment of a cancellation whose answer does not say when it was', async () => {
  const cache = await ownCache();
  const open = aTicket(1, { status: 'New', createdOn: '2026-01-01 08:00:00', updatedOn: '2026-01-05 08:00:00' });
  cache.saveTicket(open, aDetail(), 1);
  cache.saveTicket({ ...open, status: 'Cancelled' }, aDetail({ cancelReason: 'Duplicate request' }), 2);
  const read = { status: 'Cancelled', updatedOn: '2026-03-01 10:00:00', closedOn: '2026-03-01 10:00:00' };
  cache.saveListed([{ ...open, ...read }]);
  expect(cache.ticketRow(open.id)).toMatchObject({ statusSince: '2026-03-01 10:00:00' });
});
