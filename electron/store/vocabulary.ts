import { wordsOf } from '../contract/search-text.ts';
import type { Reader, Writer } from './database.ts';

/** So many words are searched as one text. */
const wordsInBlock = 8_192;

/** All words that occur in the tickets' texts, each with a number of its own. */
export class Vocabulary {
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
