import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ProblemError } from '../../electron/contract/problem.ts';
import { defaultSort, noFilters, type TicketQuery } from '../../electron/contract/query.ts';
import { Cache } from '../../electron/store/cache.ts';
import { SqliteFile } from '../../electron/store/database.ts';
import { ownFolder } from '../support/folder.ts';
import { aDetail, aTicket, ticketId } from '../support/tickets.ts';

const key = 'ab'.repeat(32);
const all: TicketQuery = { filters: noFilters, search: '', sort: defaultSort, offset: 0, limit: 100 };

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
  cache.savePage(cache.beginWalk(), [aTicket(1, { title: 'Chiller alarm in cage 8.04' })]);
  cache.saveTicket(aTicket(1), aDetail({ description: 'Secret description' }), 5);
  const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
  cache.close();

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
  cache.savePage(cache.beginWalk(), [aTicket(1)]);
  cache.close();
  spoil(folder);

  const reopened = await open(folder);
  expect(reopened.wasSetAside).toBe(true);
  expect(reopened.cache.count()).toBe(0);
  expect(readdirSync(folder).filter((name) => name.startsWith('set-aside'))).not.toEqual([]);
});

it('reports a file that turns out corrupt while in use, and can be replaced', async () => {
  const folder = await ownFolder();
  const { cache } = await Cache.open(folder, key);
  cache.savePage(
    cache.beginWalk(),
    Array.from({ length: 500 }, (_, number) => aTicket(number)),
  );
  cache.close();
  const file = join(folder, 'cache.db');
  const bytes = readFileSync(file);
  writeFileSync(file, Buffer.concat([bytes.subarray(0, 8_192), Buffer.alloc(bytes.length - 8_192, 7)]));

  const { cache: spoilt } = await open(folder);
  expect(await kindOf(() => spoilt.page({ ...all, limit: 500 }))).toBe('cache-set-aside');
  const replaced = await Cache.replace(folder, key);
  onTestFinished(() => replaced.close());
  expect(replaced.count()).toBe(0);
});

it('sets aside what another key wrote', async () => {
  const folder = await ownFolder();
  (await Cache.open(folder, key)).cache.close();
  expect((await open(folder, 'cd'.repeat(32))).wasSetAside).toBe(true);
});

it('refuses a cache that a newer Colodesk wrote, and leaves it as it is', async () => {
  const folder = await ownFolder();
  (await Cache.open(folder, key)).cache.close();
  const database = new SqliteFile(join(folder, 'cache.db'), key);
  database.execute('PRAGMA user_version = 99');
  database.close();

  expect(await kindOf(() => Cache.open(folder, key))).toBe('cache-newer');
  expect(readdirSync(folder).some((name) => name.startsWith('set-aside'))).toBe(false);
});

it('says that the disk is full, and still reads', async () => {
  const folder = await ownFolder();
  const { cache } = await open(folder);
  const walk = cache.beginWalk();
  cache.savePage(walk, [aTicket(1)]);
  cache.limitPages(60);
  const many = Array.from({ length: 2_000 }, (_, number) => aTicket(number, { title: 'x'.repeat(150) }));

  expect(await kindOf(() => cache.savePage({ ...walk, nextPage: 7 }, many))).toBe('disk-full');
  expect(cache.page(all).rows.map((row) => row.id)).toEqual(['WO1']);
  expect(cache.walk()?.nextPage).toBe(0); // how far the walk is did not move without its tickets
});

it('cannot be opened where nothing can be written', async () => {
  const folder = await ownFolder();
  writeFileSync(join(folder, 'file'), '');
  expect(await kindOf(() => Cache.open(join(folder, 'file'), key))).toBe('disk-error');
});

it('tells which tickets of a page are new or changed, and only those', async () => {
  const { cache } = await open(await ownFolder());
  const walk = cache.beginWalk();
  expect(cache.savePage(walk, [aTicket(1), aTicket(2)])).toEqual(['WO1', 'WO2']);
  expect(cache.savePage(walk, [aTicket(1), aTicket(2, { status: 'New' })])).toEqual(['WO2']);
});

it('keeps a ticket’s detail when the list comes again, and wants it anew when the ticket changed', async () => {
  const { cache } = await open(await ownFolder());
  const walk = cache.beginWalk();
  const ticket = aTicket(1, { status: 'New' });
  cache.savePage(walk, [ticket]);
  expect(cache.wantingDetail(0)).toEqual(['WO1']);
  expect(cache.saveTicket(ticket, aDetail(), 1_000)).toBe(true);
  expect(cache.saveTicket(ticket, aDetail(), 2_000)).toBe(false);
  expect(cache.wantingDetail(0)).toEqual([]);
  expect(cache.wantingDetail(3_000)).toEqual(['WO1']);
  cache.savePage(walk, [{ ...ticket, updatedOn: '2026-02-02 10:00:00' }]);
  expect(cache.wantingDetail(0)).toEqual(['WO1']);
  expect(cache.ticket(ticketId(1))?.detail).toEqual(aDetail());
});

it('forgets a removed ticket, its text included', async () => {
  const { cache } = await open(await ownFolder());
  cache.savePage(cache.beginWalk(), [aTicket(1, { title: 'Chiller' })]);
  cache.remove(ticketId(1));
  expect(cache.page({ ...all, search: 'chiller' }).matching).toBe(0);
  expect(cache.ticket(ticketId(1))).toBeNull();
});
