import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { type ChangeId, changeIdSchema } from '../contract/ids.ts';
import { ProblemError } from '../contract/problem.ts';
import { maxAttachmentBytes } from '../contract/specification.ts';
import type { SqliteFile } from '../store/database.ts';

/** Small enough that no single write or read is felt. */
export const chunkBytes = 256 * 1024;

/** What is said of a file beyond `maxAttachmentBytes`. */
export const fileTooLarge = () =>
  new ProblemError('file-unusable', {
    message: `The file is larger than ${maxAttachmentBytes / 1_000_000} MB.`,
    kept: 'The file itself was not touched.',
    todo: 'Attach it in parts, or pack it smaller.',
  });

/** The copies of files that wait to be sent. A copy counts only when the change that it belongs to is there. */
export class FileChunks {
  readonly #file: SqliteFile;
  /** Copies that are being made, which have no change yet. */
  readonly #inMaking = new Set<ChangeId>();

  constructor(file: SqliteFile) {
    this.#file = file;
  }

  /** Copies what `source` gives and answers its length; `commit` then writes the change. A copy that fails leaves nothing. */
  async copy(
    id: ChangeId,
    source: AsyncIterable<Uint8Array>,
    commit: (sizeBytes: number) => void,
    signal: AbortSignal,
  ): Promise<void> {
    this.#inMaking.add(id);
    let sizeBytes = 0;
    let number = 0;
    try {
      for await (const part of source) {
        for (let start = 0; start < part.byteLength; start += chunkBytes) {
          signal.throwIfAborted();
          const piece = part.subarray(start, start + chunkBytes);
          if (sizeBytes + piece.byteLength > maxAttachmentBytes) throw fileTooLarge(); // it grows while it is read
          this.#file.run('INSERT INTO file_piece (change_id, number, bytes) VALUES (?, ?, ?)', id, number, piece);
          sizeBytes += piece.byteLength;
          number += 1;
          await setImmediate();
        }
      }
      signal.throwIfAborted();
      commit(sizeBytes);
    } finally {
      this.#inMaking.delete(id);
    }
  }

  /** The copy piece by piece, as often as it is asked for. */
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

  /** Removes, a piece at a time, what belongs to no change that is still to be sent, and gives the room back. */
  async sweep(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    for (const id of this.#unneeded()) {
      while (!signal.aborted && this.#removePiece(id)) await setImmediate();
    }
  }

  #unneeded(): ChangeId[] {
    const rows = this.#file.all(
      `SELECT DISTINCT change_id AS id FROM file_piece
       WHERE change_id NOT IN (SELECT id FROM change WHERE state <> 'sent')`,
    );
    const ids = z.array(z.object({ id: changeIdSchema })).parse(rows);
    return ids.map(({ id }) => id).filter((id) => !this.#inMaking.has(id));
  }

  #removePiece(id: ChangeId): boolean {
    const removed = this.#file.run(
      'DELETE FROM file_piece WHERE change_id = ? AND number = (SELECT max(number) FROM file_piece WHERE change_id = ?)',
      id,
      id,
    );
    this.#file.execute('PRAGMA incremental_vacuum(80)'); // one piece and its overhead, in pages of 4 KiB
    return removed > 0;
  }
}
