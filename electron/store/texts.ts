import type { Reader, Writer } from './database.ts';
import { readNumbers } from './packed.ts';
import { Recent } from './recent.ts';
import { Vocabulary } from './vocabulary.ts';

/** Of so many texts that recur the words are remembered. */
const recurringTexts = 4_096;

/** So many tickets' words are read in one go, which takes a few milliseconds. */
const rowsInOneGo = 2_500;

/** What one ticket is found by: its own words, and texts that recur in many tickets (places, categories, people). */
export type TicketText = { row: number; own: string; recurring: readonly string[] };

/**
 * Which words each ticket's text holds, in memory. What is searched for holds no white space, so it occurs in a text exactly
 * when one of the text's words holds it: the words are looked through once, then the tickets' lists of numbers. There
 * is no inverted index, whose merges would make the window stand still when tickets are written.
 */
export class Texts {
  readonly #database: Reader;
  readonly #vocabulary: Vocabulary;
  /** The lists one after another; those of rows written again leave a gap. */
  #pool = new Int32Array(1 << 16);
  #poolEnd = 0;
  #starts = new Int32Array(0);
  #lengths = new Int32Array(0);
  #readUpTo = 0;
  #isRead = false;
  readonly #recurring = new Recent<readonly number[]>(recurringTexts);

  constructor(database: Reader) {
    this.#database = database;
    this.#vocabulary = new Vocabulary(database);
  }

  /** Reads some of the words or lists from the disk. Answers whether any are left. */
  readSome(): boolean {
    if (this.#vocabulary.readSome()) return true;
    if (this.#isRead) return false;
    const lastRow = this.#database.first(
      'SELECT max(row) AS row FROM (SELECT row FROM ticket_words WHERE row > ? ORDER BY row LIMIT ?)',
      this.#readUpTo,
      rowsInOneGo,
    )?.row;
    if (typeof lastRow !== 'number') {
      this.#isRead = true;
      return false;
    }
    const packed = readNumbers(
      this.#database,
      `SELECT group_concat(row || ',' || words, ' ') AS numbers FROM ticket_words WHERE row > ? AND row <= ?`,
      this.#readUpTo,
      lastRow,
    );
    for (let at = 0; at < packed.length; ) {
      const length = packed[at + 1] ?? 0;
      this.#keep(packed[at] ?? 0, packed.subarray(at + 2, at + 2 + length));
      at += 2 + length;
    }
    this.#readUpTo = lastRow;
    return true;
  }

  /** Writes the texts of tickets. Answers their words' numbers, for `note` when they are on the disk. */
  write(database: Writer, texts: readonly TicketText[]): Int32Array[] {
    const lists = texts.map((text) => ({ row: text.row, numbers: this.#numbersOf(text) }));
    this.#vocabulary.writeNew(database);
    const rows = lists.map(({ row, numbers }) => [row, [numbers.length, ...numbers].join()]);
    database.run(
      `INSERT OR REPLACE INTO ticket_words (row, words) SELECT value ->> 0, value ->> 1 FROM json_each(?)`,
      JSON.stringify(rows),
    );
    return lists.map(({ numbers }) => numbers);
  }

  note(row: number, numbers: Int32Array): void {
    this.#keep(row, numbers);
  }

  /** By row: 1 for the tickets whose text holds a folded word; with `within`, of those that are 1 there. */
  rowsHolding(word: string, within: Uint8Array | undefined, rowLimit: number): Uint8Array {
    while (this.readSome());
    const isHolder = this.#vocabulary.holding(word);
    const [pool, starts, lengths] = [this.#pool, this.#starts, this.#lengths];
    const holds = new Uint8Array(rowLimit);
    for (let row = 0; row < rowLimit; row++) {
      if (within !== undefined && within[row] !== 1) continue;
      const start = starts[row] ?? 0;
      const end = start + (lengths[row] ?? 0);
      for (let at = start; at < end; at++) {
        if (isHolder[pool[at] as number] === 1) {
          holds[row] = 1;
          break;
        }
      }
    }
    return holds;
  }

  #numbersOf({ own, recurring }: TicketText): Int32Array {
    const numbers = this.#vocabulary.numbersOf(own);
    for (const text of recurring) {
      const known = this.#recurring.get(text, () => this.#vocabulary.numbersOf(text));
      for (const number of known) if (!numbers.includes(number)) numbers.push(number);
    }
    return new Int32Array(numbers);
  }

  #keep(row: number, numbers: Int32Array): void {
    if (row >= this.#starts.length) {
      this.#starts = grown(this.#starts, row + 1);
      this.#lengths = grown(this.#lengths, row + 1);
    }
    if (this.#poolEnd + numbers.length > this.#pool.length) this.#makeRoom(numbers.length);
    this.#pool.set(numbers, this.#poolEnd);
    this.#starts[row] = this.#poolEnd;
    this.#lengths[row] = numbers.length;
    this.#poolEnd += numbers.length;
  }

  /** Closes the gaps where there are many, and otherwise makes the pool larger. */
  #makeRoom(wanted: number): void {
    const used = this.#lengths.reduce((sum, length) => sum + length, 0);
    const before = this.#pool;
    const pool = new Int32Array(Math.max(before.length, Math.ceil((used + wanted) * 1.5)));
    if (used > this.#poolEnd * 0.75) {
      pool.set(before); // all at once, which takes a tenth of the time
      this.#pool = pool;
      return;
    }
    let end = 0;
    for (let row = 0; row < this.#lengths.length; row++) {
      const start = this.#starts[row] ?? 0;
      const length = this.#lengths[row] ?? 0;
      pool.set(before.subarray(start, start + length), end);
      this.#starts[row] = end;
      end += length;
    }
    this.#pool = pool;
    this.#poolEnd = end;
  }
}

function grown(array: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(least, array.length * 2, 1_024));
  larger.set(array);
  return larger;
}
