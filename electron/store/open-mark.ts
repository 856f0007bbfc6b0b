/*
 * An empty file beside a database's while that is in use, which tells the next process whether this one has closed it or died. The
 * log tells nothing of the sort: it may stay when the file is closed.
 */

import { existsSync, rmSync, writeFileSync } from 'node:fs';

/** The mark of one file; one in memory has none. */
export class OpenMark {
  readonly #path: string | null;
  /** Whether it was there when this was made: nobody has closed the file. */
  readonly wasSet: boolean;

  constructor(file: string) {
    this.#path = file === ':memory:' ? null : `${file}-open`;
    this.wasSet = this.#path !== null && existsSync(this.#path);
  }

  set(): void {
    this.#try((path) => writeFileSync(path, ''));
  }

  remove(): void {
    this.#try((path) => rmSync(path, { force: true }));
  }

  #try(work: (path: string) => void): void {
    try {
      if (this.#path !== null) work(this.#path);
    } catch {
      // A disk that refuses an empty file must not keep the database from being used.
    }
  }
}
