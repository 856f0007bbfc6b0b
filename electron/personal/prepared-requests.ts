/*
 * The requests that were prepared from templates, and what became of each. Whether one still waits follows from its draft: the
 * draft that is sent ends it as sent, the one that is discarded as skipped, and restoring that one makes it wait again.
 */

import { z } from 'zod';
import { draftKeyOf, type PreparedRequest, preparedIdOf, preparedRequestSchema } from '../contract/repeats.ts';
import type { Writer } from '../store/database.ts';

/** How long it is kept what became of a request, in milliseconds. */
const keptMs = 366 * 86_400_000;

const columns = `id, template_id AS templateId, template_name AS templateName, day, days,
  prepared_at_ms AS preparedAtMs, state, ended_at_ms AS endedAtMs`;

export class PreparedRequests {
  readonly #file: Writer;
  readonly #nowMs: () => number;
  readonly #onChanged: () => void;

  constructor(file: Writer, nowMs: () => number, onChanged: () => void) {
    this.#file = file;
    this.#nowMs = nowMs;
    this.#onChanged = onChanged;
  }

  /** Returns those that wait for the user, oldest first. */
  waiting(): PreparedRequest[] {
    return this.#read("WHERE state = 'waiting' ORDER BY prepared_at_ms, id");
  }

  waitingCount(): number {
    const row = this.#file.first("SELECT count(*) AS count FROM prepared_request WHERE state = 'waiting'");
    return z.object({ count: z.number() }).parse(row).count;
  }

  /** Returns all of one template, newest first. */
  ofTemplate(templateId: string): PreparedRequest[] {
    return this.#read('WHERE template_id = ? ORDER BY day DESC', templateId);
  }

  /** The draft is now a change in the outbox. To be called within a transaction, before the draft is removed. */
  noteSent(draftKey: string): void {
    this.#end(draftKey, 'sent');
  }

  /** The draft is discarded. To be called within a transaction. */
  noteDiscarded(draftKey: string): void {
    this.#end(draftKey, 'skipped');
  }

  /** The draft is saved: if it was discarded before, that was taken back. To be called within a transaction. */
  noteSaved(draftKey: string): void {
    const id = preparedIdOf(draftKey);
    if (id === null) return;
    this.#file.run(
      "UPDATE prepared_request SET state = 'waiting', ended_at_ms = NULL WHERE id = ? AND state = 'skipped'",
      id,
    );
    this.#onChanged();
  }

  /** Removes the user's request from those that wait, with its draft. */
  skip(id: string): void {
    this.#file.transaction(() => {
      this.noteDiscarded(draftKeyOf(id));
      this.#file.run('DELETE FROM draft WHERE key = ?', draftKeyOf(id));
    });
  }

  /** Forgets what ended more than a year ago. */
  trim(): void {
    this.#file.run('DELETE FROM prepared_request WHERE ended_at_ms < ?', this.#nowMs() - keptMs);
  }

  #end(draftKey: string, state: 'sent' | 'skipped'): void {
    const id = preparedIdOf(draftKey);
    if (id === null) return;
    const sql = "UPDATE prepared_request SET state = ?, ended_at_ms = ? WHERE id = ? AND state = 'waiting'";
    this.#file.run(sql, state, this.#nowMs(), id);
    this.#onChanged();
  }

  #read(where: string, ...values: string[]): PreparedRequest[] {
    return z
      .array(preparedRequestSchema)
      .parse(this.#file.all(`SELECT ${columns} FROM prepared_request ${where}`, ...values));
  }
}
