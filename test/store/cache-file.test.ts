/* The file of the cache: encrypted, set aside when it cannot be read, and refused by the disk. */

import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { ProblemError } from '../../electron/contract/problem.ts';
import { defaultSort, noFilters, type TicketQuery } from '../../electron/contract/query.ts';
import { Cache } from '../../electron/store/cache.ts';
import { SqliteFile } from '../../electron/store/database.ts';
import { cacheKey, openCache, openDatabase, openLimitedCache } from '../support/cache.ts';
import { ownFolder } from '../support/folder.ts';
import { aDetail, aTicket, ticketId } from '../support/tickets.ts';

const all: TicketQuery = { view: 'all', filters: noFilters, search: '', sort: defaultSort, offset: 0, limit: 100 };
const walk = { unit: 25, totals: { first: 4, lowest: 4, highest: 4 } };

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
  const { cache } = await Cache.open(folder, cacheKey);
  cache.saveListed([aTicket(1, { title: 'Chiller alarm in cage 8.04' })]);
  cache.saveTicket(aTicket(1), aDetail({ description: 'Secret description' }), 5);
  const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
  await cache.close();

  expect(bytes.join('')).not.toMatch(/Chiller|Secret description|WO1|CREATE TABLE/);
  const reopened = await openCache(folder);
  expect(reopened.wasSetAside).toBe(false);
  expect(reopened.cache.ticket(ticketId(1))?.detail?.description).toBe('Secret description');
});

it.each([
  ['bytes that no key opens', (folder: string) => writeFileSync(join(folder, 'cache.db'), randomBytes(8_192))],
  ['a file that is no database', (folder: string) => writeFileSync(join(folder, 'cache.db'), 'x'.repeat(10_000))],
])('sets a cache aside that cannot be read: %s', async (_case, spoil) => {
  const folder = await ownFolder();
  const { cache } = await Cache.open(folder, cacheKey);
  cache.saveListed([aTicket(1)]);
  await cache.close();
  spoil(folder);

  const reopened = await openCache(folder);
  expect(reopened.wasSetAside).toBe(true);
  expect(reopened.cache.count()).toBe(0);
  expect(readdirSync(folder).filter((name) => name.startsWith('set-aside'))).not.toEqual([]);
});

it('reports a file that turns out corrupt while in use, and can be replaced', async () => {
  const folder = await ownFolder();
  const file = join(folder, 'cache.db');
  await (await Cache.open(folder, cacheKey)).cache.close();
  const tablesEnd = readFileSync(file).length; // what opening reads must stay whole
  const { cache } = await Cache.open(folder, cacheKey);
  cache.saveListed(Array.from({ length: 500 }, (_, number) => aTicket(number)));
  await cache.close();
  const bytes = readFileSync(file);
  writeFileSync(file, Buffer.concat([bytes.subarray(0, tablesEnd), Buffer.alloc(bytes.length - tablesEnd, 7)]));

  const { cache: spoilt } = await Cache.open(folder, cacheKey);
  expect(await kindOf(() => spoilt.page({ ...all, limit: 500 }))).toBe('cache-set-aside');
  await spoilt.close(); // Windows renames no file that is open
  const replaced = await Cache.replace(folder, cacheKey);
  onTestFinished(() => replaced.close());
  expect(replaced.count()).toBe(0);
});

it('sets aside a cache with a text that no process survives reading, after one has died', async () => {
  const [folder, copy] = [await ownFolder(), await ownFolder()];
  const { cache } = await Cache.open(folder, cacheKey);
  cache.saveListed([aTicket(1), aTicket(2)]);
  await cache.close();
  expect((await openCache(folder)).wasSetAside).toBe(false);
  const database = openDatabase(join(folder, 'cache.db'));
  onTestFinished(() => database.close());
  database.execute("UPDATE ticket SET title = CAST(x'44ff6f' AS TEXT) WHERE id = 'WO2'"); // as of a page with a wrong bit
  cpSync(folder, copy, { recursive: true }); // as a death leaves it

  const { cache: fresh, wasSetAside } = await openCache(copy);
  expect(wasSetAside).toBe(true);
  expect(fresh.page(all).rows).toEqual([]);
});

it('keeps a cache whose process was killed, however large, in turns', async () => {
  const [folder, copy] = [await ownFolder(), await ownFolder()];
  const { cache } = await openCache(folder);
  const tickets = Array.from({ length: 10_000 }, (_, number) => aTicket(number, { title: `Türschloß ${number} ☃` }));
  cache.saveListed(tickets);
  cache.saveTicket(aTicket(1), aDetail({ description: 'First\0line\nSecond line' }), 5);
  cpSync(folder, copy, { recursive: true });

  const { cache: kept, wasSetAside } = await openCache(copy);
  expect(wasSetAside).toBe(false);
  expect(kept.count()).toBe(10_000);
});

it('sets aside what another key wrote', async () => {
  const folder = await ownFolder();
  await (await Cache.open(folder, cacheKey)).cache.close();
  expect((await openCache(folder, 'cd'.repeat(32))).wasSetAside).toBe(true);
});

it('refuses a cache that a newer Colodesk wrote, and leaves it as it is', async () => {
  const folder = await ownFolder();
  await (await Cache.open(folder, cacheKey)).cache.close();
  const database = openDatabase(join(folder, 'cache.db'));
  database.execute('PRAGMA user_version = 99');
  await database.close();

  expect(await kindOf(() => Cache.open(folder, cacheKey))).toBe('cache-newer');
  expect(readdirSync(folder).some((name) => name.startsWith('set-aside'))).toBe(false);
});

it.each([1, 2, 3, 4])('sets aside a cache from before the first release, version %i', async (version) => {
  const folder = await ownFolder();
  const database = openDatabase(join(folder, 'cache.db'));
  database.execute(
    `CREATE TABLE ticket (id TEXT); INSERT INTO ticket VALUES ('WO1'); PRAGMA user_version = ${version}`,
  );
  await database.close();

  const { cache, wasSetAside } = await openCache(folder);
  expect(wasSetAside).toBe(true);
  expect(readdirSync(folder)).toContain('set-aside-cache.db');
  cache.saveListed([aTicket(2)]);
  expect(cache.page(all).rows.map(({ id }) => id)).toEqual(['WO2']);
});

it('says that the disk is at fault when what was set aside before cannot be removed', async () => {
  const folder = await ownFolder();
  mkdirSync(join(folder, 'set-aside-cache.db'));
  expect(await kindOf(() => Cache.replace(folder, cacheKey))).toBe('disk-error');
});

it('says that the disk is full, and still reads', async () => {
  const folder = await ownFolder();
  const cache = await openLimitedCache(folder, 60);
  onTestFinished(() => cache.close());
  cache.progress.beginWalk(walk);
  await cache.progress.savePages(walk, [{ first: 0, size: 100, tickets: [aTicket(1)] }]);
  await cache.stopWorker();
  const many = Array.from({ length: 2_000 }, (_, number) => aTicket(number, { title: 'x'.repeat(150) }));

  expect(await kindOf(() => cache.progress.savePages(walk, [{ first: 700, size: 100, tickets: many }]))).toBe(
    'disk-full',
  );
  expect(cache.page(all).rows.map((row) => row.id)).toEqual(['WO1']);
  expect(cache.count()).toBe(1);
  expect(cache.progress.walk()?.pages).toEqual([{ first: 0, size: 100 }]); // how far the walk is did not move without its tickets
});

it('finds what is written right after a page that did not fit, before anybody is told of that', async () => {
  const cache = await openLimitedCache(await ownFolder(), 60);
  onTestFinished(() => cache.close());
  cache.progress.beginWalk(walk);
  await cache.progress.savePages(walk, [{ first: 0, size: 100, tickets: [aTicket(1)] }]);
  const many = Array.from({ length: 2_000 }, (_, number) =>
    aTicket(10 + number, { title: 'x'.repeat(150), site: 'S' }),
  );

  const page = kindOf(() => cache.progress.savePages(walk, [{ first: 700, size: 100, tickets: many }]));
  cache.saveListed([aTicket(2, { title: 'Chiller', site: 'AMS011' })]);
  expect(await page).toBe('disk-full');
  cache.saveListed([aTicket(3, { title: 'Pump', site: 'FRA001' })]);
  const found = ['chiller', 'pump', 'ams011', 'fra001'].map((search) => {
    return cache.page({ ...all, search }).rows.map(({ id }) => id);
  });
  expect(found).toEqual([['WO2'], ['WO3'], ['WO2'], ['WO3']]);
  expect(cache.facets(all).site.map(({ value }) => value)).toEqual(['AMS011', 'FRA001', 'PHX015']);
});

it('finds what a page brought that was written while another write gave up waiting', async () => {
  const { cache } = await openCache(await ownFolder());
  cache.progress.beginWalk(walk);
  const written = cache.progress.savePages(walk, [
    { first: 0, size: 100, tickets: [aTicket(1, { title: 'Chiller', site: 'AMS011' })] },
  ]);
  vi.spyOn(SqliteFile.prototype, 'transaction').mockImplementationOnce(() => {
    throw new ProblemError('disk-busy'); // as after five seconds on a slow disk
  });
  expect(await kindOf(() => cache.saveListed([aTicket(2)]))).toBe('disk-busy');
  expect(cache.page({ ...all, search: 'chiller' }).rows).toEqual([]); // not yet
  await written;
  expect(cache.page({ ...all, search: 'chiller' }).rows.map(({ id }) => id)).toEqual(['WO1']);
  expect(cache.facets(all).site.map(({ value }) => value)).toEqual(['AMS011']);
});

it('cannot be opened where nothing can be written', async () => {
  const folder = await ownFolder();
  writeFileSync(join(folder, 'file'), '');
  expect(await kindOf(() => Cache.open(join(folder, 'file'), cacheKey))).toBe('disk-error');
});
