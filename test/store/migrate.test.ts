import { expect, it } from 'vitest';
import { SqliteFile } from '../../electron/store/database.ts';
import { migrate, migrations, scale } from '../../electron/store/migrate.ts';
import { readFetchedAtMs, readSites } from '../../electron/store/reference-lists.ts';
import { readState } from '../../electron/store/sync-state.ts';

const version = (database: SqliteFile) => database.first('PRAGMA user_version')?.user_version;
const tables = (database: SqliteFile) =>
  database
    .all(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'ticket_text_%' ORDER BY name`)
    .map((row) => row.name);

it('001 makes the tables of an empty database', () => {
  const database = new SqliteFile(':memory:', '');
  migrate(database, migrations.slice(0, 1));
  expect(version(database)).toBe(1);
  expect(tables(database)).toEqual(['site', 'sync_state', 'ticket', 'ticket_text']);
  database.run(`INSERT INTO ticket (id, title, status, site, location, request_type, category, created_on, updated_on, closed_on,
    created_by, seen_in_walk) VALUES ('WO1', '', 'In Progress', '', '', '', '', '', '', '', '', 1)`);
  expect(database.first('SELECT status_rank FROM ticket')).toEqual({ status_rank: 1 });
});

it('002 adds lists to a database that holds tickets and sites', () => {
  const database = new SqliteFile(':memory:', '');
  migrate(database, migrations.slice(0, 1));
  database.run(`INSERT INTO site (site, address, city, metro, country) VALUES ('AMS017', '', 'Amsterdam', '', '')`);
  migrate(database, migrations.slice(0, 2));
  expect(version(database)).toBe(2);
  expect(tables(database)).toEqual(
    expect.arrayContaining(['attachment', 'category', 'fetched_list', 'location', 'site', 'ticket']),
  );
  expect(readSites(database).map((site) => site.city)).toEqual(['Amsterdam']);
  expect(readFetchedAtMs(database, 'sites')).toBeNull(); // so they are asked for at once
});

it('003 makes the tables for large accounts; the tickets are to be fetched again, the sites stay', () => {
  const database = new SqliteFile(':memory:', '');
  migrate(database, migrations.slice(0, 2));
  database.run(`INSERT INTO ticket (id, title, status, site, location, request_type, category, created_on, updated_on, closed_on,
    created_by, seen_in_walk) VALUES ('WO1', '', 'New', '', '', '', '', '', '', '', '', 1)`);
  database.run(`INSERT INTO sync_state VALUES ('confirmedAtMs', '5')`);
  database.run(`INSERT INTO site VALUES ('PHX015', '', 'Phoenix', '', '')`);
  database.execute(scale);
  expect(tables(database)).toEqual(
    expect.arrayContaining(['detail', 'facet_value', 'ticket_words', 'walk_page', 'word']),
  );
  expect(tables(database)).not.toContain('ticket_text');
  expect(database.all('SELECT * FROM ticket')).toEqual([]);
  expect(database.all('SELECT * FROM sync_state')).toEqual([]);
  expect(database.all('SELECT city FROM site')).toEqual([{ city: 'Phoenix' }]);
});

it('004 counts the tickets that are there', () => {
  const database = new SqliteFile(':memory:', '');
  migrate(database, migrations.slice(0, 3));
  database.run(`INSERT INTO ticket VALUES (1, 'WO1', '', 'New', '', '', '', '', '', '', '', '', '0,0,0,0,0')`);
  migrate(database, migrations.slice(0, 4));
  expect(readState(database, 'ticketCount')).toBe(1);
});

it('goes on from the version that a database has', () => {
  const database = new SqliteFile(':memory:', '');
  migrate(database, ['CREATE TABLE one (a)']);
  migrate(database, ['this would fail', 'CREATE TABLE two (a)']);
  expect(version(database)).toBe(2);
  expect(tables(database)).toEqual(['one', 'two']);
});

it('makes a step whole or not at all', () => {
  const database = new SqliteFile(':memory:', '');
  expect(() => migrate(database, ['CREATE TABLE one (a); CREATE TABLE one (a)'])).toThrow();
  expect(version(database)).toBe(0);
  expect(tables(database)).toEqual([]);
});
