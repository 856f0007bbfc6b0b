import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ProblemError } from '../../electron/contract/problem.ts';
import { defaultSort, noFilters, type TicketQuery } from '../../electron/contract/query.ts';
import { Cache } from '../../electron/store/cache.ts';
import { cacheKey as key, openDatabase, openLimitedCache } from '../support/cache.ts';
import { ownFolder } from '../support/folder.ts';
import { aDetail, aTicket, ticketId } from '../support/tickets.ts';

const all: TicketQuery = { view: 'all', filters: noFilters, search: '', sort: defaultSort, offset: 0, limit: 100 };

const walk = { unit: 25, totals: { first: 4, lowest: 4, highest: 4 } };
const never = '9999';

async function open(folder: string, withKey = key) {
  const opened = await Cache.open(folder, withKey);
  onTestFinished(() => opened.cache.close());
  return opened;
}

const kindOf = async (work: () => unknown) => {
  try {
    await work();
    return 'no problem';
  } catch (error) {
    return error instanceof ProblemError ? error.problem.kind : error;
  }
};

it('keeps tickets over a restart, unreadable without the key', async () => {
  const folder = await ownFolder();
  const { cache } = await Cache.open(folder, key);
  cache.saveListed([aTicket(1, { title: 'Chiller alarm in cage 8.04' })]);
  cache.saveTicket(aTicket(1), aDetail({ description: 'Secret description' }), 5);
  const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
  await cache.close();

  expect(bytes.join('')).not.toMatch(/Chiller|Secret description|WO1|CREATE TABLE/);
  const reopened = await open(folder);
  expect(reopened.wasSetAside).toBe(false);
  expect(reopened.cache.ticket(ticketId(1))?.detail?.description).toBe('Secret description');
});

it.each([
  ['bytes that no key opens', (folder: string) => writeFileSync(join(folder, 'cache.db'), randomBytes(8_192))],
  ['a file that is no database', (folder: string) => writeFileSync(join(folder, 'cache.db'), 'x'.repeat(10_000))],
])('sets a cache aside that cannot be read: %s', async (_case, spoil) => {
  const folder = await ownFolder();
  const { cache } = await Cache.open(folder, key);
  cache.saveListed([aTicket(1)]);
  await cache.close();
  spoil(folder);

  const reopened = await open(folder);
  expect(reopened.wasSetAside).toBe(true);
  expect(reopened.cache.count()).toBe(0);
  expect(readdirSync(folder).filter((name) => name.startsWith('set-aside'))).not.toEqual([]);
});

it('reports a file that turns out corrupt while in use, and can be replaced', async () => {
  const folder = await ownFolder();
  const file = join(folder, 'cache.db');
  await (await Cache.open(folder, key)).cache.close();
  const tablesEnd = readFileSync(file).length; // what opening reads must stay whole
  const { cache } = await Cache.open(folder, key);
  cache.saveListed(Array.from({ length: 500 }, (_, number) => aTicket(number)));
  await cache.close();
  const bytes = readFileSync(file);
  writeFileSync(file, Buffer.concat([bytes.subarray(0, tablesEnd), Buffer.alloc(bytes.length - tablesEnd, 7)]));

  const { cache: spoilt } = await Cache.open(folder, key);
  expect(await kindOf(() => spoilt.page({ ...all, limit: 500 }))).toBe('cache-set-aside');
  await spoilt.close(); // Windows renames no file that is open
  const replaced = await Cache.replace(folder, key);
  onTestFinished(() => replaced.close());
  expect(replaced.count()).toBe(0);
});

it('sets aside what another key wrote', async () => {
  const folder = await ownFolder();
  await (await Cache.open(folder, key)).cache.close();
  expect((await open(folder, 'cd'.repeat(32))).wasSetAside).toBe(true);
});

it('refuses a cache that a newer Colodesk wrote, and leaves it as it is', async () => {
  const folder = await ownFolder();
  await (await Cache.open(folder, key)).cache.close();
  const database = openDatabase(join(folder, 'cache.db'));
  database.execute('PRAGMA user_version = 99');
  await database.close();

  expect(await kindOf(() => Cache.open(folder, key))).toBe('cache-newer');
  expect(readdirSync(folder).some((name) => name.startsWith('set-aside'))).toBe(false);
});

it.each([1, 2, 3, 4])('sets aside a cache from before the first release, version %i', async (version) => {
  const folder = await ownFolder();
  const database = openDatabase(join(folder, 'cache.db'));
  database.execute(
    `CREATE TABLE ticket (id TEXT); INSERT INTO ticket VALUES ('WO1'); PRAGMA user_version = ${version}`,
  );
  await database.close();

  const { cache, wasSetAside } = await open(folder);
  expect(wasSetAside).toBe(true);
  expect(readdirSync(folder)).toContain('set-aside-cache.db');
  cache.saveListed([aTicket(2)]);
  expect(cache.page(all).rows.map(({ id }) => id)).toEqual(['WO2']);
});

it('says that the disk is at fault when what was set aside before cannot be removed', async () => {
  const folder = await ownFolder();
  mkdirSync(join(folder, 'set-aside-cache.db'));
  expect(await kindOf(() => Cache.replace(folder, key))).toBe('disk-error');
});

it('says that the disk is full, and still reads', async () => {
  const folder = await ownFolder();
  const cache = await openLimitedCache(folder, 60);
  onTestFinished(() => cache.close());
  cache.beginWalk(walk);
  await cache.savePages(walk, [{ first: 0, size: 100, tickets: [aTicket(1)] }]);
  await cache.stopWorker();
  const many = Array.from({ length: 2_000 }, (_, number) => aTicket(number, { title: 'x'.repeat(150) }));

  expect(await kindOf(() => cache.savePages(walk, [{ first: 700, size: 100, tickets: many }]))).toBe('disk-full');
  expect(cache.page(all).rows.map((row) => row.id)).toEqual(['WO1']);
  expect(cache.count()).toBe(1);
  expect(cache.walk()?.pages).toEqual([{ first: 0, size: 100 }]); // how far the walk is did not move without its tickets
});

it('cannot be opened where nothing can be written', async () => {
  const folder = await ownFolder();
  writeFileSync(join(folder, 'file'), '');
  expect(await kindOf(() => Cache.open(join(folder, 'file'), key))).toBe('disk-error');
});

it('tells which tickets of a page are new or changed, and only those', async () => {
  const { cache } = await open(await ownFolder());
  const before = aTicket(2);
  expect(cache.saveListed([aTicket(1), before]).tickets.map(({ ticket }) => ticket.id)).toEqual(['WO1', 'WO2']);
  const after = aTicket(2, { status: 'New' });
  expect(cache.saveListed([aTicket(1), after]).tickets).toEqual([{ ticket: after, before }]);
});

it('remembers over a restart which pages of a walk are done and which tickets no page held', async () => {
  const folder = await ownFolder();
  const { cache } = await Cache.open(folder, key);
  cache.saveListed([aTicket(9)]);
  cache.beginWalk(walk);
  await cache.savePages(walk, [
    { first: 0, size: 100, tickets: [aTicket(1), aTicket(2)] },
    { first: 300, size: 100, tickets: [aTicket(3)] },
  ]);
  await cache.close();

  const reopened = await open(folder);
  const state = reopened.cache.walk();
  expect(state?.walk).toEqual(walk);
  expect(state?.pages).toEqual([
    { first: 0, size: 100 },
    { first: 300, size: 100 },
  ]);
  expect([...reopened.cache.ticketsOutside(new Set(state?.rows))]).toEqual([['WO9']]);
  await reopened.cache.finishWalk({ atMs: 5, surplus: 0, missing: -1 });
  expect(reopened.cache.walk()).toBeNull();
  expect(reopened.cache.walked()).toEqual({ atMs: 5, surplus: 0, missing: -1 });
});

it('writes a ticket once that stands on two pages, as it came last', async () => {
  const { cache } = await open(await ownFolder());
  cache.beginWalk(walk);
  const later = aTicket(1, { status: 'Cancelled' });
  const { rows, tickets } = await cache.savePages(walk, [
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
  const { cache } = await Cache.open(folder, key);
  cache.beginWalk(walk);
  await cache.savePages(walk, [{ first: 0, size: 100, tickets: [aTicket(1), aTicket(2)] }]);
  cache.saveListed([aTicket(2, { status: 'New' }), aTicket(3)]);
  cache.saveTicket(aTicket(4), aDetail(), 1);
  cache.remove(ticketId(1));
  cache.remove(ticketId(9));
  await cache.stopWorker();
  await cache.close();

  const reopened = await open(folder);
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
  await (await Cache.open(folder, key)).cache.close();
  const before = await indexes();
  expect(before.length).toBeGreaterThan(3);
  const { cache } = await open(folder);
  cache.beginWalk(walk);
  expect(await indexes()).not.toEqual(before);
  await cache.savePages(walk, [{ first: 0, size: 100, tickets: [aTicket(1)] }]);
  await cache.finishWalk({ atMs: 5, surplus: 0, missing: 0 });
  await cache.stopWorker();
  expect(await indexes()).toEqual(before);
});

it('keeps a ticket’s detail when the list comes again, and wants it anew when the ticket changed', async () => {
  const { cache } = await open(await ownFolder());
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

it('wants a detail anew that was fetched while this computer’s clock was ahead', async () => {
  const { cache } = await open(await ownFolder());
  const ticket = aTicket(1, { status: 'New' });
  cache.saveTicket(ticket, aDetail(), Date.now() + 3_600_000);
  expect(cache.wantingDetail(0, never)).toEqual(['WO1']);
});

it('remembers over a restart that the server did not give a ticket, until it is seen again', async () => {
  const folder = await ownFolder();
  const { cache } = await Cache.open(folder, key);
  const ticket = aTicket(1, { status: 'New' });
  cache.saveListed([ticket, aTicket(2)]);
  expect([cache.markGone(ticketId(1)), cache.markGone(ticketId(1)), cache.markGone(ticketId(9))]).toEqual([
    true,
    false,
    false,
  ]);
  await cache.close();

  const reopened = (await open(folder)).cache;
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
  const { cache } = await open(await ownFolder());
  cache.saveListed([aTicket(1)]);
  cache.markGone(ticketId(1));
  cache.beginWalk(walk);
  const saved = await cache.savePages(walk, [
    { first: 0, size: 25, tickets: [aTicket(1)] },
    { first: 25, size: 25, tickets: [aTicket(1)] },
  ]);
  expect(saved.tickets.map(({ ticket }) => ticket)).toEqual([aTicket(1)]);
  expect(cache.ticket(ticketId(1))?.isGone).toBe(false);
});

it('wants details that were never fetched before those that are only old', async () => {
  const { cache } = await open(await ownFolder());
  const old = aTicket(1, { status: 'New', updatedOn: '2026-05-01 00:00:00' });
  cache.saveTicket(old, aDetail(), 1_000);
  cache.saveListed([
    aTicket(2, { status: 'New', updatedOn: '2026-01-01 00:00:00' }),
    aTicket(3, { updatedOn: '2026-04-01 00:00:00' }),
  ]);
  expect(cache.wantingDetail(2_000, '2026-01-01')).toEqual(['WO2', 'WO3', 'WO1']);
});

it('wants the details of open tickets first, then of those that changed lately, the latest change first', async () => {
  const { cache } = await open(await ownFolder());
  cache.saveListed([
    aTicket(1, { updatedOn: '2026-03-01 00:00:00' }),
    aTicket(2, { updatedOn: '2026-04-01 00:00:00' }),
    aTicket(3, { updatedOn: '2025-01-01 00:00:00' }),
    aTicket(4, { updatedOn: '2025-01-01 00:00:00', status: 'In Progress' }),
  ]);
  expect(cache.wantingDetail(0, '2026-01-01')).toEqual(['WO4', 'WO2', 'WO1']);
});

it('forgets a removed ticket, its text included', async () => {
  const { cache } = await open(await ownFolder());
  cache.saveListed([aTicket(1, { title: 'Chiller' })]);
  cache.remove(ticketId(1));
  expect(cache.page({ ...all, search: 'chiller' }).matching).toBe(0);
  expect(cache.ticket(ticketId(1))).toBeNull();
  expect(cache.count()).toBe(0);
  expect(cache.facets(all).site).toEqual([]);
});

it('finds after a restart what it found before, and by what was written since', async () => {
  const folder = await ownFolder();
  const { cache } = await Cache.open(folder, key);
  cache.saveListed(Array.from({ length: 300 }, (_, number) => aTicket(number, { title: `Rack ${number} überhitzt` })));
  cache.remove(ticketId(7));
  await cache.close();

  const { cache: reopened } = await open(folder);
  expect(reopened.page({ ...all, search: 'uberhitzt' }).matching).toBe(299);
  reopened.saveListed([aTicket(8, { title: 'Rack 8 is cool' }), aTicket(1_000, { title: 'Überhitzt' })]);
  expect(reopened.page({ ...all, search: 'uberhitzt' }).matching).toBe(299);
  expect(reopened.page({ ...all, search: 'cool' }).rows.map(({ id }) => id)).toEqual(['WO8']);
});

it.each(['tab\tquote"back\\slash', '\u2028 line', '😀 é', '\u0001'])(
  'holds a title as it came, so that the next round finds nothing new: %j',
  async (title) => {
    const { cache } = await open(await ownFolder());
    const ticket = aTicket(1, { title });
    expect(cache.saveListed([ticket]).tickets).toHaveLength(1);
    expect(cache.saveListed([ticket]).tickets).toEqual([]);
  },
);
