import { z } from 'zod';
import { type Attachment, type AttachmentList, attachmentSchema } from '../contract/attachment.ts';
import type { TicketId } from '../contract/ids.ts';
import { type Catalogue, type Location, locationSchema, type Site, siteSchema } from '../contract/reference-data.ts';
import type { Reader, SqlValue, Writer } from './database.ts';

/** A list that is fetched as a whole. */
export type ListName = 'sites' | 'catalogue' | `locations of ${string}` | `attachments of ${string}`;

export const locationsOf = (site: string): ListName => `locations of ${site}`;
export const attachmentsOf = (id: TicketId): ListName => `attachments of ${id}`;

/** When a list was last fetched, in milliseconds since 1970; `null`: never. */
export function readFetchedAtMs(database: Reader, name: ListName): number | null {
  const row = database.first('SELECT fetched_at_ms AS ms FROM fetched_list WHERE name = ?', name);
  return row ? Number(row.ms) : null;
}

export function readSites(database: Reader): Site[] {
  return z.array(siteSchema).parse(database.all('SELECT * FROM site ORDER BY site'));
}

export function readLocations(database: Reader, site: string): Location[] {
  const sql = 'SELECT id, location, parent_id AS parentId FROM location WHERE site = ? ORDER BY position';
  return z.array(locationSchema).parse(database.all(sql, site));
}

/** The request types and categories as last fetched; `null` when they never were. */
export function readCatalogue(database: Reader): Catalogue | null {
  if (readFetchedAtMs(database, 'catalogue') === null) return null;
  const catalogue = new Map<string, string[]>();
  for (const row of database.all('SELECT request_type AS type, category FROM category ORDER BY position')) {
    const type = String(row.type);
    catalogue.set(type, [...(catalogue.get(type) ?? []), String(row.category)]);
  }
  return [...catalogue].map(([name, categories]) => ({ name, categories }));
}

export function readAttachments(database: Reader, id: TicketId): AttachmentList {
  const sql = `SELECT id, file_name AS fileName, created_by AS createdBy, created_on AS createdOn
    FROM attachment WHERE ticket_id = ? ORDER BY position`;
  return {
    attachments: z.array(attachmentSchema).parse(database.all(sql, id)),
    fetchedAtMs: readFetchedAtMs(database, attachmentsOf(id)),
  };
}

/*
 * Each of these writes a list as it was fetched in place of what there was, and answers whether that is news: the first
 * fetch always is.
 */

export function saveSites(database: Writer, sites: readonly Site[], nowMs: number): boolean {
  return replaceList(database, 'sites', nowMs, () => readSites(database), {
    clear: ['DELETE FROM site'],
    insert: 'INSERT OR REPLACE INTO site (site, address, city, metro, country) VALUES (?, ?, ?, ?, ?)',
    rows: sites.map(({ site, address, city, metro, country }) => [site, address, city, metro, country]),
  });
}

export function saveLocations(database: Writer, site: string, locations: readonly Location[], nowMs: number): boolean {
  return replaceList(database, locationsOf(site), nowMs, () => readLocations(database, site), {
    clear: ['DELETE FROM location WHERE site = ?', site],
    insert: 'INSERT INTO location (site, position, id, location, parent_id) VALUES (?, ?, ?, ?, ?)',
    rows: locations.map(({ id, location, parentId }, position) => [site, position, id, location, parentId]),
  });
}

export function saveCatalogue(database: Writer, catalogue: Catalogue, nowMs: number): boolean {
  const pairs = catalogue.flatMap(({ name, categories }) => categories.map((category) => [name, category] as const));
  return replaceList(database, 'catalogue', nowMs, () => readCatalogue(database), {
    clear: ['DELETE FROM category'],
    insert: 'INSERT INTO category (position, request_type, category) VALUES (?, ?, ?)',
    rows: pairs.map(([name, category], position) => [position, name, category]),
  });
}

export function saveAttachments(database: Writer, id: TicketId, files: readonly Attachment[], nowMs: number): boolean {
  return replaceList(database, attachmentsOf(id), nowMs, () => readAttachments(database, id).attachments, {
    clear: ['DELETE FROM attachment WHERE ticket_id = ?', id],
    insert: `INSERT INTO attachment (ticket_id, position, id, file_name, created_by, created_on)
      VALUES (?, ?, ?, ?, ?, ?)`,
    rows: files.map((file, position) => [id, position, file.id, file.fileName, file.createdBy, file.createdOn]),
  });
}

/** For a ticket that is no more. */
export function removeAttachments(database: Writer, id: TicketId): void {
  database.run('DELETE FROM attachment WHERE ticket_id = ?', id);
  database.run('DELETE FROM fetched_list WHERE name = ?', attachmentsOf(id));
}

type Replacement = { clear: [sql: string, ...values: SqlValue[]]; insert: string; rows: readonly SqlValue[][] };

function replaceList(
  database: Writer,
  name: ListName,
  nowMs: number,
  read: () => unknown,
  { clear, insert, rows }: Replacement,
): boolean {
  return database.transaction(() => {
    const isFirst = readFetchedAtMs(database, name) === null;
    const before = JSON.stringify(read());
    database.run(...clear);
    for (const values of rows) database.run(insert, ...values);
    database.run('INSERT OR REPLACE INTO fetched_list (name, fetched_at_ms) VALUES (?, ?)', name, nowMs);
    return isFirst || before !== JSON.stringify(read());
  });
}
