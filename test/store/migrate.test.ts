import { expect, it } from 'vitest';
import { ProblemError } from '../../electron/contract/problem.ts';
import type { SqliteFile } from '../../electron/store/database.ts';
import { migrate } from '../../electron/store/migrate.ts';
import { ReferenceLists } from '../../electron/store/reference-lists.ts';
import { cacheMigrations, firstCacheVersion } from '../../electron/store/schema.ts';
import { readState } from '../../electron/store/sync-state.ts';
import { memoryDatabase } from '../support/cache.ts';

const version = (database: SqliteFile) => database.first('PRAGMA user_version')?.user_version;
const tables = (database: SqliteFile) =>
  database.all(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).map((row) => row.name);

/** Tables for tickets and sites; lists beside them; tickets of another shape, which are fetched again; their count. */
const steps: readonly string[] = [
  `CREATE TABLE ticket (
     id TEXT NOT NULL UNIQUE,
     status TEXT NOT NULL,
     status_rank INTEGER NOT NULL GENERATED ALWAYS AS (CASE status WHEN 'New' THEN 0 WHEN 'In Progress' THEN 1 ELSE 2 END) STORED
   ) STRICT;
   CREATE TABLE site (site TEXT PRIMARY KEY, address TEXT NOT NULL, city TEXT NOT NULL, metro TEXT NOT NULL, country TEXT NOT NULL)
     STRICT, WITHOUT ROWID;
   CREATE TABLE sync_state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
  `CREATE TABLE location (site TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (site, position)) STRICT, WITHOUT ROWID;
   CREATE TABLE fetched_list (name TEXT PRIMARY KEY, fetched_at_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;`,
  `DROP TABLE ticket;
   DELETE FROM sync_state;
   CREATE TABLE ticket (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, status TEXT NOT NULL) STRICT;
   CREATE TABLE detail (row INTEGER PRIMARY KEY, description TEXT NOT NULL) STRICT;`,
  `INSERT OR REPLACE INTO sync_state (name, value) SELECT 'ticketCount', count(*) FROM ticket;`,
];

it('the first step makes the tables of an empty database', () => {
  const database = memoryDatabase();
  migrate(database, steps.slice(0, 1));
  expect(version(database)).toBe(1);
  expect(tables(database)).toEqual(['site', 'sync_state', 'ticket']);
  database.run(`INSERT INTO ticket (id, status) VALUES ('WO1', 'In Progress')`);
  expect(database.first('SELECT status_rank FROM ticket')).toEqual({ status_rank: 1 });
});

it('a step that adds tables leaves what the others hold', () => {
  const database = memoryDatabase();
  migrate(database, steps.slice(0, 1));
  database.run(`INSERT INTO site (site, address, city, metro, country) VALUES ('AMS017', '', 'Amsterdam', '', '')`);
  migrate(database, steps.slice(0, 2));
  expect(version(database)).toBe(2);
  expect(tables(database)).toEqual(expect.arrayContaining(['fetched_list', 'location', 'site', 'ticket']));
  const lists = new ReferenceLists(database, () => undefined);
  expect(lists.sites().map((site) => site.city)).toEqual(['Amsterdam']);
  expect(lists.fetchedAtMs('sites')).toBeNull(); // so they are asked for at once
});

it('a step that makes a table anew empties that one; the sites stay', () => {
  const database = memoryDatabase();
  migrate(database, steps.slice(0, 2));
  database.run(`INSERT INTO ticket (id, status) VALUES ('WO1', 'New')`);
  database.run(`INSERT INTO sync_state VALUES ('confirmedAtMs', '5')`);
  database.run(`INSERT INTO site VALUES ('PHX015', '', 'Phoenix', '', '')`);
  migrate(database, steps.slice(0, 3));
  expect(version(database)).toBe(3);
  expect(tables(database)).toContain('detail');
  expect(database.all('SELECT * FROM ticket')).toEqual([]);
  expect(database.all('SELECT * FROM sync_state')).toEqual([]);
  expect(database.all('SELECT city FROM site')).toEqual([{ city: 'Phoenix' }]);
});

it('a step reads what the steps before it left', () => {
  const database = memoryDatabase();
  migrate(database, steps.slice(0, 3));
  database.run(`INSERT INTO ticket VALUES (1, 'WO1', 'New')`);
  migrate(database, steps);
  expect(version(database)).toBe(4);
  expect(readState(database, 'ticketCount')).toBe(1);
});

it('goes on from the version that a database has', () => {
  const database = memoryDatabase();
  migrate(database, ['CREATE TABLE one (a)']);
  migrate(database, ['this would fail', 'CREATE TABLE two (a)']);
  expect(version(database)).toBe(2);
  expect(tables(database)).toEqual(['one', 'two']);
});

it('makes a step whole or not at all', () => {
  const database = memoryDatabase();
  expect(() => migrate(database, ['CREATE TABLE one (a); CREATE TABLE one (a)'])).toThrow();
  expect(version(database)).toBe(0);
  expect(tables(database)).toEqual([]);
});

it('counts versions from that of the first step, and refuses those outside the list', () => {
  const kindAt = (userVersion: number) => {
    const database = memoryDatabase();
    database.execute(`PRAGMA user_version = ${userVersion}`);
    try {
      migrate(database, ['CREATE TABLE one (a)', 'CREATE TABLE two (a)'], 5);
      return { version: version(database), tables: tables(database) };
    } catch (error) {
      expect([version(database), tables(database)]).toEqual([userVersion, []]);
      return error instanceof ProblemError ? error.problem.kind : error;
    }
  };
  expect(kindAt(0)).toEqual({ version: 6, tables: ['one', 'two'] });
  expect(kindAt(1)).toBe('cache-set-aside');
  expect(kindAt(4)).toBe('cache-set-aside');
  expect(kindAt(5)).toEqual({ version: 6, tables: ['two'] });
  expect(kindAt(6)).toEqual({ version: 6, tables: [] });
  expect(kindAt(7)).toBe('cache-newer');
});

it('the details of an older cache stay, and count as settled', () => {
  const database = memoryDatabase();
  migrate(database, cacheMigrations.slice(0, 1), firstCacheVersion);
  database.run(`INSERT INTO detail VALUES (1, 2, '2026-01-14 08:00:00', '', '', '', '', '', 'A lost card', '', '[]')`);
  migrate(database, cacheMigrations, firstCacheVersion);
  expect(database.all('SELECT row, description, is_settled FROM detail')).toEqual([
    { row: 1, description: 'A lost card', is_settled: 1 },
  ]);
});

it('the cache has all its tables, and no tickets', () => {
  const database = memoryDatabase();
  migrate(database, cacheMigrations, firstCacheVersion);
  expect(version(database)).toBe(firstCacheVersion + cacheMigrations.length - 1);
  expect(tables(database)).toEqual([
    'attachment',
    'category',
    'detail',
    'facet_value',
    'fetched_list',
    'gone',
    'location',
    'site',
    'sqlite_sequence',
    'sync_state',
    'ticket',
    'ticket_change',
    'ticket_words',
    'undecided',
    'unread',
    'walk_page',
    'word',
  ]);
  expect(readState(database, 'ticketCount')).toBe(0);
});
