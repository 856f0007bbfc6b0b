import { z } from 'zod';
import { type Draft, type DraftContent, draftContentSchema, draftKeySchema } from '../contract/draft.ts';
import type { Writer } from '../store/database.ts';
import { keepTyped } from './keep-typed.ts';

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
