/* The named sets of tickets that the user made: filters, search, sort and columns. */

import { z } from 'zod';
import { ProblemError } from '../contract/problem.ts';
import { type SavedView, savedViewSchema } from '../contract/views.ts';
import type { Writer } from '../store/database.ts';
import { jsonColumn, readableRows } from '../store/json-column.ts';
import { saveTyped } from './save-typed.ts';

const rowSchema = z.object({ view: jsonColumn(savedViewSchema) });

/** The views that the user saved. */
export class SavedViews {
  readonly #file: Writer;

  constructor(file: Writer) {
    this.#file = file;
  }

  /** Returns all views in the user's order. */
  list(): SavedView[] {
    return readableRows(rowSchema, this.#rows()).map(({ view }) => view);
  }

  /** Replaces all views that can be read. @throws ProblemError `invalid-input` for two of one id, `disk-full`, `disk-error` */
  save(views: readonly SavedView[]): void {
    saveTyped(() => this.#file.transaction(() => this.replace(views)));
  }

  /** As `save`, within a transaction. */
  replace(views: readonly SavedView[]): void {
    if (new Set(views.map(({ id }) => id)).size < views.length) {
      throw new ProblemError('invalid-input', { field: 'views' });
    }
    const unread = this.#rows().filter((row) => !rowSchema.safeParse(row).success);
    const contents = [...views.map((view) => JSON.stringify(view)), ...unread.map(({ view }) => String(view))];
    this.#file.run('DELETE FROM saved_view');
    for (const [position, content] of contents.entries()) {
      this.#file.run('INSERT INTO saved_view (position, content) VALUES (?, ?)', position, content);
    }
  }

  #rows() {
    return this.#file.all('SELECT content AS view FROM saved_view ORDER BY position');
  }
}
