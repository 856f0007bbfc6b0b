import { LRUCache } from 'lru-cache';
import type { Reader, Writer } from './database.ts';
import { readNumbers } from './read-numbers.ts';
import { Vocabulary } from './vocabulary.ts';

/** The words of this many recurring texts are remembered while tickets are written. */
const maxRecurringTexts = 4_096;

/** The words of this many tickets are read in one chunk, which takes a few milliseconds. */
const rowsPerChunk = 2_500;

/** Room for so many word numbers is made at least. */
const minRoom = 1 << 12;

/** The text that a ticket is found by: its own, and texts that recur in many tickets (places, categories, people). */
export type TicketText = { row: number; own: string; recurring: readonly string[] };

/**
 * The words of each ticket's text, in memory.
 *
 * A word that is searched for contains no white space, so it occurs in a text exactly when one of the text's words
 * contains it. A search therefore looks through all different words once, and then through each ticket's list of word
 * numbers. There is no inverted index: merging one would block the window whenever tickets are written.
 */
export class SearchIndex {
  readonly #database: Reader;
  readonly #vocabulary: Vocabulary;
  /** The tickets' lists of word numbers, one after another; a row that is written again leaves a gap. */
  #pool = new Int32Array(1 << 16);
  #poolEnd = 0;
  #starts = new Int32Array(0);
  #lengths = new Int32Array(0);
  #readUpTo = 0;
  #isRead = false;
  readonly #recurring = new LRUCache<string, readonly number[]>({
    max: maxRecurringTexts,
    memoMethod: (text) => this.#vocabulary.numbersOf(text),
  });

  constructor(database: Reader) {
    this.#database = database;
    this.#vocabulary = new Vocabulary(database);
  }

  /** Whether all words are in memory. */
  get isRead(): boolean {
    return this.#isRead;
  }

  /** Reads a chunk of the words or lists from the disk, in a few milliseconds. Returns whether any are left. */
  readChunk(): boolean {
    if (this.#vocabulary.readChunk()) return true;
    if (this.#isRead) return false;
    const lists = readNumbers(
      this.#database,
      `SELECT group_concat(row || ',' || words, ' ') AS numbers
       FROM (SELECT row, words FROM ticket_words WHERE row > ? ORDER BY row LIMIT ?)`,
      this.#readUpTo,
      rowsPerChunk,
    );
    if (lists.length > 0) this.#takeLists(lists);
    else {
      this.#isRead = true;
      // An account that is complete grows little; but to copy much for little would hold up others.
      if (this.#poolEnd < this.#pool.length * 0.8) this.#pool = this.#pool.slice(0, this.#poolEnd);
    }
    return !this.#isRead;
  }

  /** Writes the texts of tickets. Returns their word numbers, to be given to `set` once they are on the disk. */
  write(database: Writer, texts: readonly TicketText[]): number[][] {
    const lists = texts.map((text) => ({ row: text.row, numbers: this.#numbersOf(text) }));
    this.#vocabulary.writeNew(database);
    const rows = lists.map(({ row, numbers }) => [row, `${numbers.length},${numbers.join()}`]);
    database.run(
      `INSERT OR REPLACE INTO ticket_words (row, words) SELECT value ->> 0, value ->> 1 FROM json_each(?)`,
      JSON.stringify(rows),
    );
    return lists.map(({ numbers }) => numbers);
  }

  /** Sets the word numbers of a row; none for a ticket that was removed. */
  set(row: number, numbers: readonly number[]): void {
    const start = this.#makePlace(numbers.length);
    for (let at = 0; at < numbers.length; at++) this.#pool[start + at] = numbers[at] as number;
    this.#setPlace(row, start, numbers.length);
  }

  /** Returns 1 for each row whose text contains a folded word, else 0; only rows that are 1 in `within` are looked at. */
  rowsContaining(word: string, within: Uint8Array | undefined, rowLimit: number): Uint8Array {
    while (this.readChunk());
    const isMatch = this.#vocabulary.wordsContaining(word);
    const [pool, starts, lengths] = [this.#pool, this.#starts, this.#lengths];
    const contains = new Uint8Array(rowLimit);
    if (!isMatch.includes(1)) return contains;
    for (let row = 0; row < rowLimit; row++) {
      if (within !== undefined && within[row] !== 1) continue;
      const start = starts[row] ?? 0;
      const end = start + (lengths[row] ?? 0);
      for (let at = start; at < end; at++) {
        if (isMatch[pool[at] as number] === 1) {
          contains[row] = 1;
          break;
        }
      }
    }
    return contains;
  }

  #numbersOf({ own, recurring }: TicketText): number[] {
    const numbers = this.#vocabulary.numbersOf(own);
    for (const text of recurring) {
      for (const number of this.#recurring.memo(text)) if (!numbers.includes(number)) numbers.push(number);
    }
    return numbers;
  }

  /**
   * Takes over lists from the disk: of each a row, how many words it has, and their numbers. Row and number stay in the pool as
   * gaps, since to copy everything in one go takes a tenth of the time.
   */
  #takeLists(lists: Int32Array): void {
    if (this.#poolEnd === 0) this.#pool = new Int32Array(this.#roomFor(lists));
    const start = this.#makePlace(lists.length);
    this.#pool.set(lists, start);
    for (let at = 0; at < lists.length; ) {
      const row = lists[at] as number;
      const length = lists[at + 1] as number;
      this.#setPlace(row, start + at + 2, length);
      this.#readUpTo = row;
      at += 2 + length;
    }
  }

  /** Makes a place for so many numbers at the end of the pool. Returns where it starts. */
  #makePlace(length: number): number {
    if (this.#poolEnd + length > this.#pool.length) this.#makeRoom(length);
    const start = this.#poolEnd;
    this.#poolEnd += length;
    return start;
  }

  #setPlace(row: number, start: number, length: number): void {
    if (row >= this.#starts.length) {
      this.#starts = grown(this.#starts, row + 1);
      this.#lengths = grown(this.#lengths, row + 1);
    }
    this.#starts[row] = start;
    this.#lengths[row] = length;
  }

  /**
   * The room for all lists, if the others take up to a tenth more than the first ones: to make room later is to copy what is
   * there.
   */
  #roomFor(firstLists: Int32Array): number {
    const rows = Number(this.#database.first('SELECT max(row) AS row FROM ticket_words')?.row);
    let lastRow = 1;
    for (let at = 0; at < firstLists.length; at += 2 + (firstLists[at + 1] as number))
      lastRow = firstLists[at] as number;
    return Math.max(minRoom, Math.ceil((1.1 * firstLists.length * rows) / lastRow));
  }

  /** Closes the gaps if they take up much of the pool, and enlarges the pool otherwise. */
  #makeRoom(wanted: number): void {
    const used = this.#lengths.reduce((sum, length) => sum + length, 0);
    const before = this.#pool;
    const pool = new Int32Array(Math.ceil((used + wanted) * (this.#isRead ? 1.25 : 1.5)) + minRoom);
    if (used > this.#poolEnd * 0.8) {
      pool.set(before); // in one go, which takes a tenth of the time
      this.#pool = pool;
      return;
    }
    let end = 0;
    for (let row = 0; row < this.#lengths.length; row++) {
      const start = this.#starts[row] ?? 0;
      const length = this.#lengths[row] ?? 0;
      this.#starts[row] = end;
      for (let at = start; at < start + length; at++) pool[end++] = before[at] as number;
    }
    this.#pool = pool;
    this.#poolEnd = end;
  }
}

function grown(array: Int32Array<ArrayBuffer>, minLength: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(minLength, array.length * 2, 1_024));
  larger.set(array);
  return larger;
}
