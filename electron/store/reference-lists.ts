import { z } from 'zod';
import { type Attachment, type AttachmentList, attachmentSchema } from '../contract/attachment.ts';
import type { TicketId } from '../contract/ids.ts';
import { type Catalogue, type Location, locationSchema, type Site, siteSchema } from '../contract/reference-data.ts';
import type { SqlValue, Writer } from './database.ts';

/** A list that the server gives as a whole. */
export type ListName = 'sites' | 'catalogue' | `locations of ${string}` | `attachments of ${string}`;

export const locationsOf = (site: string): ListName => `locations of ${site}`;
export const attachmentsOf = (id: TicketId): ListName => `attachments of ${id}`;

/**
 * The lists that are fetched as a whole: what forms choose from, and the files of each ticket, in the server's order. Each
 * `save…` replaces a list by what was fetched, and returns whether anything in it is new: the first fetch always is.
 */
export class ReferenceLists {
  readonly #database: Writer;
  readonly #onSites: () => void;

  /** `onSites` is called after the sites were written. */
  constructor(database: Writer, onSites: () => void) {
    this.#database = database;
    this.#onSites = onSites;
  }

  /** When a list was last fetched, in milliseconds since 1970; `null` if it never was. */
  fetchedAtMs(name: ListName): number | null {
    const row = this.#database.first('SELECT fetched_at_ms AS ms FROM fetched_list WHERE name = ?', name);
    return row ? Number(row.ms) : null;
  }

  sites(): Site[] {
    return z.array(siteSchema).parse(this.#database.all('SELECT * FROM site ORDER BY site'));
  }

  locations(site: string): Location[] {
    const sql = 'SELECT id, location, parent_id AS parentId FROM location WHERE site = ? ORDER BY position';
    return z.array(locationSchema).parse(this.#database.all(sql, site));
  }

  /** The request types and categories as last fetched; `null` if they never were. */
  catalogue(): Catalogue | null {
    if (this.fetchedAtMs('catalogue') === null) return null;
    const catalogue = new Map<string, Catalogue[number]>();
    for (const row of this.#database.all('SELECT request_type, category, refusal FROM category ORDER BY position')) {
      const name = String(row.request_type);
      const categories = catalogue.get(name)?.categories ?? [];
      if (row.category !== null) categories.push(String(row.category));
      catalogue.set(name, { name, categories, ...(row.refusal !== null && { refusal: String(row.refusal) }) });
    }
    return [...catalogue.values()];
  }

  attachments(id: TicketId): AttachmentList {
    const sql = `SELECT id, file_name AS fileName, created_by AS createdBy, created_on AS createdOn
      FROM attachment WHERE ticket_id = ? ORDER BY position`;
    return {
      attachments: z.array(attachmentSchema).parse(this.#database.all(sql, id)),
      fetchedAtMs: this.fetchedAtMs(attachmentsOf(id)),
    };
  }

  saveSites(sites: readonly Site[], nowMs: number): boolean {
    const isNew = this.#replace('sites', nowMs, () => this.sites(), {
      clear: ['DELETE FROM site'],
      insert: 'INSERT OR REPLACE INTO site (site, address, city, metro, country) VALUES (?, ?, ?, ?, ?)',
      rows: sites.map(({ site, address, city, metro, country }) => [site, address, city, metro, country]),
    });
    this.#onSites();
    return isNew;
  }

  saveLocations(site: string, locations: readonly Location[], nowMs: number): boolean {
    return this.#replace(locationsOf(site), nowMs, () => this.locations(site), {
      clear: ['DELETE FROM location WHERE site = ?', site],
      insert: 'INSERT INTO location (site, position, id, location, parent_id) VALUES (?, ?, ?, ?, ?)',
      rows: locations.map(({ id, location, parentId }, position) => [site, position, id, location, parentId]),
    });
  }

  saveCatalogue(catalogue: Catalogue, nowMs: number): boolean {
    const rows = catalogue.flatMap(({ name, categories, refusal }) =>
      refusal === undefined ? categories.map((category) => [name, category, null]) : [[name, null, refusal]],
    );
    return this.#replace('catalogue', nowMs, () => this.catalogue(), {
      clear: ['DELETE FROM category'],
      insert: 'INSERT INTO category (position, request_type, category, refusal) VALUES (?, ?, ?, ?)',
      rows: rows.map((values, position) => [position, ...values]),
    });
  }

  /** `onAdded` is called in the transaction with the files that an earlier list did not hold, if there are any. */
  saveAttachments(
    id: TicketId,
    files: readonly Attachment[],
    nowMs: number,
    onAdded: (added: Attachment[]) => void = () => undefined,
  ): boolean {
    const { attachments, fetchedAtMs } = this.attachments(id);
    const known = new Set(attachments.map((file) => file.id));
    const added = fetchedAtMs === null ? [] : files.filter((file) => !known.has(file.id));
    const list: Replacement = {
      clear: ['DELETE FROM attachment WHERE ticket_id = ?', id],
      insert: `INSERT INTO attachment (ticket_id, position, id, file_name, created_by, created_on)
        VALUES (?, ?, ?, ?, ?, ?)`,
      rows: files.map((file, position) => [id, position, file.id, file.fileName, file.createdBy, file.createdOn]),
      ...(added.length > 0 && { also: () => onAdded(added) }),
    };
    return this.#replace(attachmentsOf(id), nowMs, () => this.attachments(id).attachments, list);
  }

  #replace(name: ListName, nowMs: number, read: () => unknown, list: Replacement): boolean {
    const { clear, insert, rows, also } = list;
    return this.#database.transaction(() => {
      const isFirst = this.fetchedAtMs(name) === null;
      const before = JSON.stringify(read());
      this.#database.run(...clear);
      for (const values of rows) this.#database.run(insert, ...values);
      this.#database.run('INSERT OR REPLACE INTO fetched_list (name, fetched_at_ms) VALUES (?, ?)', name, nowMs);
      also?.();
      return isFirst || before !== JSON.stringify(read());
    });
  }
}

type Replacement = {
  clear: [sql: string, ...values: SqlValue[]];
  insert: string;
  rows: readonly SqlValue[][];
  /** What else belongs into the transaction. */
  also?: () => void;
};

/** Removes the list of a ticket's files, together with the ticket. */
export function removeAttachments(database: Writer, id: TicketId): void {
  database.run('DELETE FROM attachment WHERE ticket_id = ?', id);
  database.run('DELETE FROM fetched_list WHERE name = ?', attachmentsOf(id));
}
