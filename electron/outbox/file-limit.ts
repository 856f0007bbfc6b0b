import { bytesIn } from '../contract/byte-sizes.ts';
import type { Problem } from '../contract/problem.ts';
import { problem } from '../contract/problem.ts';
import type { Writer } from '../store/database.ts';
import { timesLocale, words } from '../words/words.ts';

/**
 * Remembers the smallest file that the operator refused as too large, which no call of the API tells. A file of that size or
 * more is taken into the outbox, but put before the user instead of being uploaded for minutes in vain: the limit is only
 * presumed, since it may have been raised meanwhile, so that the user can send the file all the same.
 */
export class FileLimit {
  readonly #file: Writer;

  constructor(file: Writer) {
    this.#file = file;
  }

  /** Returns why a file is probably too large; `null` if nothing speaks against it. */
  problemOf(sizeBytes: number): Problem | null {
    const limitBytes = this.#limitBytes();
    if (limitBytes === null || sizeBytes < limitBytes) return null;
    const { message, todo } = words().attaching.refusedBefore;
    return problem('file-too-large', { message: message({ size: bytesIn(timesLocale(), limitBytes) }), todo });
  }

  noteRefused(sizeBytes: number): void {
    const limitBytes = this.#limitBytes();
    if (limitBytes !== null && limitBytes <= sizeBytes) return;
    this.#file.transaction(() => {
      this.#file.run('DELETE FROM file_limit');
      this.#file.run('INSERT INTO file_limit (size_bytes) VALUES (?)', sizeBytes);
    });
  }

  /** What was refused before may be taken now. */
  noteTaken(sizeBytes: number): void {
    this.#file.run('DELETE FROM file_limit WHERE size_bytes <= ?', sizeBytes);
  }

  #limitBytes(): number | null {
    const row = this.#file.first('SELECT size_bytes AS bytes FROM file_limit');
    return row ? Number(row.bytes) : null;
  }
}
