/*
 * Drafts and templates: what the user typed into forms and has not sent. Both live in the outbox's file, so that a draft is
 * removed in the transaction that writes its change.
 */

import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  type Draft,
  type DraftContent,
  draftContentSchema,
  draftKeySchema,
  type Template,
  templateSchema,
} from '../contract/draft.ts';
import type { PreparedRequests } from '../personal/prepared-requests.ts';
import { saveTyped } from '../personal/save-typed.ts';
import type { Writer } from '../store/database.ts';
import { jsonColumn, readableRows } from '../store/json-column.ts';

const draftRowSchema = z.object({
  key: draftKeySchema,
  content: jsonColumn(draftContentSchema),
  savedAtMs: z.number(),
});

/** The contents of forms that were left or are being filled. */
export class Drafts {
  readonly #file: Writer;
  readonly #nowMs: () => number;
  readonly #prepared: PreparedRequests;

  /** @param prepared learns what becomes of the drafts that are its own */
  constructor(file: Writer, nowMs: () => number, prepared: PreparedRequests) {
    this.#file = file;
    this.#nowMs = nowMs;
    this.#prepared = prepared;
  }

  /** Returns all drafts, newest first. */
  list(): Draft[] {
    const rows = this.#file.all(
      'SELECT key, content, saved_at_ms AS savedAtMs FROM draft ORDER BY saved_at_ms DESC, key',
    );
    return readableRows(draftRowSchema, rows);
  }

  /** Saves a draft in place of one with the same key. @throws ProblemError `disk-full`, `disk-error` */
  save(key: string, content: DraftContent): void {
    const sql = 'INSERT OR REPLACE INTO draft (key, content, saved_at_ms) VALUES (?, ?, ?)';
    saveTyped(() =>
      this.#file.transaction(() => {
        this.#file.run(sql, key, JSON.stringify(content), this.#nowMs());
        this.#prepared.noteSaved(key);
      }),
    );
  }

  /** Removes a draft that the user discarded. */
  remove(key: string): void {
    this.#file.transaction(() => {
      this.#prepared.noteDiscarded(key);
      this.#remove(key);
    });
  }

  /** Removes a draft whose change is written to the outbox. To be called within that transaction. */
  removeSent(key: string): void {
    this.#prepared.noteSent(key);
    this.#remove(key);
  }

  #remove(key: string): void {
    this.#file.run('DELETE FROM draft WHERE key = ?', key);
  }
}

const templateRowSchema = templateSchema.extend({
  fields: jsonColumn(templateSchema.shape.fields),
});

/** Filled forms that the user keeps under a name, to begin new tickets from. */
export class Templates {
  readonly #file: Writer;

  constructor(file: Writer) {
    this.#file = file;
  }

  /** Returns all templates by name. */
  list(): Template[] {
    const rows = this.#file.all('SELECT id, name, fields FROM template ORDER BY name COLLATE NOCASE, name');
    return readableRows(templateRowSchema, rows);
  }

  /** Saves a template in place of one with the same name. @throws ProblemError `disk-full`, `disk-error` */
  save({ name, fields }: Omit<Template, 'id'>): void {
    const sql = `INSERT INTO template (id, name, fields) VALUES (?, ?, ?)
      ON CONFLICT (name) DO UPDATE SET fields = excluded.fields`;
    saveTyped(() => this.#file.run(sql, randomUUID(), name, JSON.stringify(fields)));
  }

  /** Removes a template, and with it its rhythm. */
  remove(id: string): void {
    this.#file.transaction(() => {
      this.#file.run('DELETE FROM template WHERE id = ?', id);
      this.#file.run('DELETE FROM rhythm WHERE template_id = ?', id);
    });
  }
}
