/*
 * What was handed over, kept for a year, and the sentence that is being written for the next time. Nothing else has them, so they
 * are in the outbox's file.
 */

import { z } from 'zod';
import {
  type Handover,
  type HandoverScope,
  handoverKeptDays,
  handoverSchema,
  handoverScopeSchema,
  type KeptHandover,
  keptHandoverSchema,
} from '../contract/handover.ts';
import { saveTyped, storable } from '../personal/save-typed.ts';
import type { Writer } from '../store/database.ts';
import { jsonColumn, readableRows } from '../store/json-column.ts';

const scopeColumn = jsonColumn(handoverScopeSchema);
const listRow = keptHandoverSchema.extend({ scope: scopeColumn });
const foundRow = z.object({ handover: jsonColumn(handoverSchema), keptAtMs: z.number() });

/** So many are listed; the others are there until their year is over. */
const mostListed = 400;

/** Reads and writes them. */
export class KeptHandovers {
  readonly #file: Writer;
  readonly #nowMs: () => number;

  constructor(file: Writer, nowMs: () => number) {
    this.#file = file;
    this.#nowMs = nowMs;
  }

  /** Returns what was handed over, newest first. */
  list(): KeptHandover[] {
    const rows = this.#file.all(
      `SELECT id, kept_at_ms AS keptAtMs, sentence, scope FROM handover
       ORDER BY kept_at_ms DESC, rowid DESC LIMIT ${mostListed}`,
    );
    return readableRows(listRow, rows);
  }

  /** What the last one covered; `null` when there is none, or it cannot be read. */
  lastScope(): HandoverScope | null {
    const row = this.#file.first('SELECT scope FROM handover ORDER BY kept_at_ms DESC, rowid DESC LIMIT 1');
    return scopeColumn.safeParse(row?.scope).data ?? null;
  }

  /** Returns one that was handed over, and when; `null` when its year is over. */
  find(id: string): { handover: Handover; keptAtMs: number } | null {
    const row = this.#file.first('SELECT content AS handover, kept_at_ms AS keptAtMs FROM handover WHERE id = ?', id);
    return row ? foundRow.parse(row) : null;
  }

  /**
   * Keeps what was handed over, once also if it is copied and then saved. Removes those whose year is over, and the sentence that
   * was being written: it belongs to this one now. @throws ProblemError `disk-full`, `disk-error`
   * @param written the sentence as it was when handing over began; what was typed since belongs to the next one
   */
  keep(handover: Handover, scope: HandoverScope, written: string): void {
    const nowMs = this.#nowMs();
    const row = [handover.id, nowMs, handover.sentence, JSON.stringify(scope), JSON.stringify(handover)];
    saveTyped(() =>
      this.#file.transaction(() => {
        this.#file.run('DELETE FROM handover WHERE kept_at_ms < ?', nowMs - handoverKeptDays * 86_400_000);
        this.#file.run(
          'INSERT OR REPLACE INTO handover (id, kept_at_ms, sentence, scope, content) VALUES (?, ?, ?, ?, ?)',
          ...row,
        );
        this.#file.run('DELETE FROM handover_draft WHERE sentence = ?', written);
      }),
    );
  }

  /** Returns the sentence that was written and not handed over yet. */
  sentence(): string {
    return z.string().parse(this.#file.first('SELECT sentence FROM handover_draft')?.sentence ?? '');
  }

  /** Keeps the sentence while it is written. @throws ProblemError `disk-full`, `disk-error` */
  saveSentence(sentence: string): void {
    saveTyped(() =>
      this.#file.transaction(() => {
        this.#file.run('DELETE FROM handover_draft');
        if (sentence !== '') this.#file.run('INSERT INTO handover_draft (sentence) VALUES (?)', storable(sentence));
      }),
    );
  }
}
