import type { Reader } from './database.ts';
import { readNumbers } from './read-numbers.ts';
import type { Unread } from './ticket-state.ts';

/** Which tickets are unread, in memory, by row. */
export class UnreadRows {
  #flags = new Uint8Array(0);

  constructor(database: Reader) {
    const sql = `SELECT group_concat(row || ',' || (1 + is_answered), ' ') AS numbers FROM unread`;
    const packed = readNumbers(database, sql);
    for (let at = 0; at < packed.length; at += 2) this.set(packed[at] as number, packed[at + 1] === 2 ? 2 : 1);
  }

  of(row: number): Unread {
    const flag = this.#flags[row];
    return flag === 1 || flag === 2 ? flag : 0;
  }

  /** `undefined` leaves it as it is. */
  set(row: number, unread: Unread | undefined): void {
    if (unread === undefined || unread === this.of(row)) return;
    if (row >= this.#flags.length) {
      const larger = new Uint8Array(Math.max(row + 1, this.#flags.length * 2, 1_024));
      larger.set(this.#flags);
      this.#flags = larger;
    }
    this.#flags[row] = unread;
  }
}
