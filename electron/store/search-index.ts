import { wordsOf } from '../contract/search-text.ts';
import type { Reader, Writer } from './database.ts';
import { readNumbers } from './packed.ts';

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
export class SearchIndex {
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

/** So many words are searched as one text. */
const wordsInBlock = 8_192;

/** All words that occur in the tickets' texts, each with a number of its own. */
class Vocabulary {
  readonly #database: Reader;
  #isRead = false;
  readonly #numbers = new Map<string, number>();
  #unwritten: string[] = [];
  readonly #blocks: string[][] = [];
  readonly #texts: string[] = [];

  constructor(database: Reader) {
    this.#database = database;
  }

  /** Reads some of the known words from the disk. Answers whether any are left. */
  readSome(): boolean {
    if (this.#isRead) return false;
    const words = this.#database.first(
      `SELECT group_concat(word, ' ') AS words FROM (SELECT word FROM word WHERE number >= ? ORDER BY number LIMIT ?)`,
      this.#numbers.size,
      wordsInBlock,
    )?.words;
    if (typeof words === 'string') for (const word of words.split(' ')) this.#append(word);
    else this.#isRead = true;
    return !this.#isRead;
  }

  /** The numbers of a text's words; new words get one, and `writeNew` has to follow. */
  numbersOf(text: string): number[] {
    while (this.readSome());
    return wordsOf(text).map((word) => {
      const known = this.#numbers.get(word);
      if (known !== undefined) return known;
      this.#unwritten.push(word);
      return this.#append(word);
    });
  }

  /** Writes the words that are new since the last time: all at once, since there are hundreds. */
  writeNew(database: Writer): void {
    if (this.#unwritten.length === 0) return;
    database.run(
      'INSERT INTO word (number, word) SELECT ? + key, value FROM json_each(?)',
      this.#numbers.size - this.#unwritten.length,
      JSON.stringify(this.#unwritten),
    );
    this.#unwritten = [];
  }

  /** By number: 1 for the words that hold `part`, which has no white space. */
  holding(part: string): Uint8Array {
    while (this.readSome());
    const holds = new Uint8Array(this.#numbers.size);
    for (const [index, words] of this.#blocks.entries()) {
      const text = this.#textOf(index, words);
      let number = index * wordsInBlock;
      let wordStart = 0;
      for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, wordStart)) {
        // From where the last word was found on to the one that this occurrence is in.
        for (;;) {
          const wordEnd = wordStart + (words[number - index * wordsInBlock]?.length ?? 0);
          if (at < wordEnd) break;
          wordStart = wordEnd + 1;
          number += 1;
        }
        holds[number] = 1;
        wordStart += (words[number - index * wordsInBlock]?.length ?? 0) + 1;
        number += 1;
      }
    }
    return holds;
  }

  #append(word: string): number {
    const number = this.#numbers.size;
    this.#numbers.set(word, number);
    const block = this.#blocks[Math.floor(number / wordsInBlock)];
    if (block) block.push(word);
    else this.#blocks.push([word]);
    return number;
  }

  /** A block's words as one text, each followed by a space; the last block still grows. */
  #textOf(index: number, words: readonly string[]): string {
    if (words.length < wordsInBlock) return `${words.join(' ')} `;
    let text = this.#texts[index];
    if (text === undefined) {
      text = `${words.join(' ')} `;
      this.#texts[index] = text;
    }
    return text;
  }
}

/** The values that were asked for last, by name, at most so many. */
export class Recent<T> {
  readonly #values = new Map<string, T>();
  readonly #atMost: number;

  constructor(atMost: number) {
    this.#atMost = atMost;
  }

  /** The value of this name, made if need be. */
  get(name: string, make: () => T): T {
    const value = this.#values.get(name) ?? make();
    this.#values.delete(name);
    this.#values.set(name, value);
    const [oldest] = this.#values.keys();
    if (this.#values.size > this.#atMost && oldest !== undefined) this.#values.delete(oldest);
    return value;
  }

  peek(name: string): T | undefined {
    return this.#values.get(name);
  }

  clear(): void {
    this.#values.clear();
  }
}
