import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type CommentTextTemplate, commentTextTemplateSchema } from '../contract/draft.ts';
import type { Writer } from '../store/database.ts';
import { saveTyped, storable } from './save-typed.ts';

/** Texts for comments that the user keeps under a name. */
export class CommentTexts {
  readonly #file: Writer;

  constructor(file: Writer) {
    this.#file = file;
  }

  /** Returns all texts by name. */
  list(): CommentTextTemplate[] {
    const rows = this.#file.all('SELECT id, name, text FROM comment_text ORDER BY name COLLATE NOCASE, name');
    return z.array(commentTextTemplateSchema).parse(rows);
  }

  /** Saves a text in place of one with the same name. @throws ProblemError `disk-full`, `disk-error` */
  save({ name, text }: Omit<CommentTextTemplate, 'id'>): void {
    const sql = `INSERT INTO comment_text (id, name, text) VALUES (?, ?, ?)
      ON CONFLICT (name) DO UPDATE SET text = excluded.text`;
    saveTyped(() => this.#file.run(sql, randomUUID(), name, storable(text)));
  }

  remove(id: string): void {
    this.#file.run('DELETE FROM comment_text WHERE id = ?', id);
  }
}
