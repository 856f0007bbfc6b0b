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
import { ProblemError } from '../contract/problem.ts';
import type { Writer } from '../store/database.ts';

const draftRowSchema = z.object({
  key: draftKeySchema,
  content: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(draftContentSchema),
  savedAtMs: z.number(),
});

/** What stands in forms that were not sent. */
export class Drafts {
  readonly #file: Writer;
  readonly #nowMs: () => number;

  constructor(file: Writer, nowMs: () => number) {
    this.#file = file;
    this.#nowMs = nowMs;
  }

  /** The newest first. */
  list(): Draft[] {
    const rows = this.#file.all(
      'SELECT key, content, saved_at_ms AS savedAtMs FROM draft ORDER BY saved_at_ms DESC, key',
    );
    return z.array(draftRowSchema).parse(rows);
  }

  /** A draft of the same key is replaced. */
  save(key: string, content: DraftContent): void {
    const sql = 'INSERT OR REPLACE INTO draft (key, content, saved_at_ms) VALUES (?, ?, ?)';
    keepTyped(() => this.#file.run(sql, key, JSON.stringify(content), this.#nowMs()));
  }

  remove(key: string): void {
    this.#file.run('DELETE FROM draft WHERE key = ?', key);
  }
}

const templateRowSchema = templateSchema.extend({
  fields: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(templateSchema.shape.fields),
});

/** Filled forms that are kept under a name. */
export class Templates {
  readonly #file: Writer;

  constructor(file: Writer) {
    this.#file = file;
  }

  list(): Template[] {
    const rows = this.#file.all('SELECT id, name, fields FROM template ORDER BY name COLLATE NOCASE, name');
    return z.array(templateRowSchema).parse(rows);
  }

  /** A template of the same name is replaced. */
  save({ name, fields }: Omit<Template, 'id'>): void {
    const sql = `INSERT INTO template (id, name, fields) VALUES (?, ?, ?)
      ON CONFLICT (name) DO UPDATE SET fields = excluded.fields`;
    keepTyped(() => this.#file.run(sql, randomUUID(), name, JSON.stringify(fields)));
  }

  remove(id: string): void {
    this.#file.run('DELETE FROM template WHERE id = ?', id);
  }
}

/** Writes what the user typed. What cannot be written was not lost, and the failure says so: it still stands in the form. */
export function keepTyped(write: () => void): void {
  try {
    write();
  } catch (error) {
    if (!(error instanceof ProblemError) || !error.problem.kind.startsWith('disk-')) throw error;
    const message = 'The disk is full or cannot be written, so what you typed could not be kept.';
    const todo = 'Free some space, then try again.';
    throw new ProblemError(error.problem.kind, { message, todo, kept: 'It still stands in the form.' }, error);
  }
}
