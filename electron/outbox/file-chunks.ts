import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { type ChangeId, changeIdSchema } from '../contract/ids.ts';
import { ProblemError } from '../contract/problem.ts';
import { maxAttachmentBytes } from '../contract/specification.ts';
import type { SqliteFile } from '../store/database.ts';
import { words } from '../words/words.ts';

/**
 * The copies of files that wait to be sent, in the outbox's file. A copy counts only once its change is written; `sweep`
 * removes all other chunks.
 */
export class FileChunks {
  readonly #file: SqliteFile;
  readonly #signal: AbortSignal;
  readonly #onError: (error: unknown) => void;
  /** Copies under way, which have no change yet and must not be swept. */
  readonly #copying = new Set<ChangeId>();

  /** @param signal aborts what is under way, before the file is closed */
  constructor(file: SqliteFile, signal: AbortSignal, onError: (error: unknown) => void) {
    this.#file = file;
    this.#signal = signal;
    this.#onError = onError;
  }

  /**
   * Copies what `source` yields, then calls `commit` with its length, which must write the change.
   * @throws ProblemError `file-unusable` when the file is too large, and what `source`, `commit` or the signal throw; the
   * chunks are then left to `sweep`
   */
  async copy(id: ChangeId, source: AsyncIterable<Uint8Array>, commit: (sizeBytes: number) => void): Promise<void> {
    this.#copying.add(id);
    let sizeBytes = 0;
    let number = 0;
    try {
      for await (const block of source) {
        for (let start = 0; start < block.byteLength; start += chunkBytes) {
          this.#signal.throwIfAborted();
          const chunk = block.subarray(start, start + chunkBytes);
          if (sizeBytes + chunk.byteLength > maxAttachmentBytes) throw fileTooLarge(); // it can grow while it is read
          this.#file.run('INSERT INTO file_piece (change_id, number, bytes) VALUES (?, ?, ?)', id, number, chunk);
          sizeBytes += chunk.byteLength;
          number += 1;
          await setImmediate();
        }
      }
      this.#signal.throwIfAborted();
      commit(sizeBytes);
    } finally {
      this.#copying.delete(id);
    }
  }

  /** Yields a copy chunk by chunk; it can be read any number of times. */
  async *read(id: ChangeId): AsyncGenerator<Uint8Array> {
    for (let number = 0; ; number++) {
      const bytes = this.#file.first(
        'SELECT bytes FROM file_piece WHERE change_id = ? AND number = ?',
        id,
        number,
      )?.bytes;
      if (bytes === undefined) return;
      yield new Uint8Array(z.instanceof(ArrayBuffer).parse(bytes));
    }
  }

  /** Removes, in the background, the copies that belong to no pending change, and gives their disk space back. */
  sweep(): void {
    void this.#sweep().catch((error: unknown) => this.#onError(error));
  }

  async #sweep(): Promise<void> {
    if (this.#signal.aborted) return;
    for (const id of this.#unneeded()) {
      while (!this.#signal.aborted && this.#removeChunk(id)) await setImmediate(); // one chunk at a time, so that nothing is held up
    }
  }

  #unneeded(): ChangeId[] {
    const rows = this.#file.all(
      `SELECT DISTINCT change_id AS id FROM file_piece
       WHERE change_id NOT IN (SELECT id FROM change WHERE state <> 'sent')`,
    );
    const ids = z.array(z.object({ id: changeIdSchema })).parse(rows);
    return ids.map(({ id }) => id).filter((id) => !this.#copying.has(id));
  }

  #removeChunk(id: ChangeId): boolean {
    const removed = this.#file.run(
      'DELETE FROM file_piece WHERE change_id = ? AND number = (SELECT max(number) FROM file_piece WHERE change_id = ?)',
      id,
      id,
    );
    this.#file.execute('PRAGMA incremental_vacuum(80)'); // one chunk and its overhead, in pages of 4 KiB
    return removed > 0;
  }
}

/** Small enough that reading or writing one chunk blocks the main process unnoticed. */
export const chunkBytes = 256 * 1024;

/** The problem of a file beyond `maxAttachmentBytes`. */
export function fileTooLarge(): ProblemError {
  const { tooLarge, unchanged } = words().attaching;
  const message = tooLarge.message({ megabytes: String(maxAttachmentBytes / 1_000_000) });
  return new ProblemError('file-unusable', { message, kept: unchanged, todo: tooLarge.todo });
}
