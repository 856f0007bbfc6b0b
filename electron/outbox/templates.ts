import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Template, templateSchema } from '../contract/draft.ts';
import type { Writer } from '../store/database.ts';
import { keepTyped } from './keep-typed.ts';

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
