/* All different words in the tickets' texts, in memory, numbered from 0. */

import { wordsOf } from '../contract/search-text.ts';
import type { Reader, Writer } from './database.ts';

/** This many words are searched as one text. */
const wordsPerBlock = 8_192;

/**
 * A large account has a hundred thousand words and more, so each is kept once only, in a text of many, and not as a string of
 * its own: with a string and a place in a `Map` it would take three times as much.
 */
export class Vocabulary {
  readonly #database: Reader;
  #isRead = false;
  #count = 0;
  /** The words in blocks of `wordsPerBlock`, each word followed by a space. */
  readonly #texts: string[] = [];
  /** The words after the last block. */
  #latest: string[] = [];
  /** Where each word starts in the text of its block, and its hash. */
  #starts = new Int32Array(wordsPerBlock);
  #hashes = new Int32Array(wordsPerBlock);
  #latestLength = 0;
  /** A hash table: one more than a word's number, at its hash or the next free place after; 0 where there is none. */
  #table = new Int32Array(wordsPerBlock * 2);
  #unwritten: string[] = [];

  constructor(database: Reader) {
    this.#database = database;
  }

  /** Reads a chunk of the words from the disk. Returns whether any are left. */
  readChunk(): boolean {
    if (this.#isRead) return false;
    if (this.#count === 0) this.#makeRoom(Number(this.#database.first('SELECT max(number) + 1 AS n FROM word')?.n));
    const read = this.#database.first(
      `SELECT count(*) AS count, group_concat(word || ' ', '') AS words
       FROM (SELECT word FROM word WHERE number >= ? ORDER BY number LIMIT ?)`,
      this.#count,
      wordsPerBlock - this.#latest.length,
    );
    if (typeof read?.words !== 'string') this.#isRead = true;
    else if (read.count === wordsPerBlock) this.#appendBlock(read.words);
    else for (const word of read.words.trimEnd().split(' ')) this.#append(word, hashOf(word));
    return !this.#isRead;
  }

  /** Returns the numbers of a text's words. New words are given one, and have to be written with `writeNew`. */
  numbersOf(text: string): number[] {
    while (this.readChunk());
    return wordsOf(text).map((word) => {
      const hash = hashOf(word);
      const known = this.#find(word, hash);
      if (known !== undefined) return known;
      this.#unwritten.push(word);
      return this.#append(word, hash);
    });
  }

  /** Writes the words that were added since the last time, in one statement, since there are hundreds. */
  writeNew(database: Writer): void {
    if (this.#unwritten.length === 0) return;
    database.run(
      'INSERT INTO word (number, word) SELECT ? + key, value FROM json_each(?)',
      this.#count - this.#unwritten.length,
      JSON.stringify(this.#unwritten),
    );
    this.#unwritten = [];
  }

  /** Returns 1 for the number of each word that contains `part`, which has no white space; else 0. */
  wordsContaining(part: string): Uint8Array {
    while (this.readChunk());
    const contains = new Uint8Array(this.#count);
    const texts = [...this.#texts, textOf(this.#latest)];
    for (const [block, text] of texts.entries()) {
      let number = block * wordsPerBlock;
      const end = Math.min(number + wordsPerBlock, this.#count);
      for (let at = text.indexOf(part); at >= 0; ) {
        while (number + 1 < end && (this.#starts[number + 1] as number) <= at) number += 1;
        contains[number] = 1;
        number += 1;
        at = number < end ? text.indexOf(part, this.#starts[number]) : -1;
      }
    }
    return contains;
  }

  /** Takes over the text of a whole block: a pass over it takes half the time that its words take as strings of their own. */
  #appendBlock(text: string): void {
    for (let start = 0; start < text.length; ) {
      const end = text.indexOf(' ', start);
      this.#register(start, hashOf(text, start, end));
      start = end + 1;
    }
    this.#texts.push(text);
  }

  #append(word: string, hash: number): number {
    const number = this.#register(this.#latestLength, hash);
    this.#latestLength += word.length + 1;
    this.#latest.push(word);
    if (this.#latest.length === wordsPerBlock) {
      this.#texts.push(textOf(this.#latest));
      this.#latest = [];
      this.#latestLength = 0;
    }
    return number;
  }

  /** Gives the next number to the word that starts there in the text of its block. */
  #register(start: number, hash: number): number {
    const number = this.#count;
    if (number === this.#starts.length) this.#makeRoom(number + Math.max(wordsPerBlock, number >> 2));
    this.#starts[number] = start;
    this.#hashes[number] = hash;
    this.#table[this.#placeFor(hash)] = number + 1;
    this.#count += 1;
    return number;
  }

  #find(word: string, hash: number): number | undefined {
    const mask = this.#table.length - 1;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const number = (this.#table[place] as number) - 1;
      if (number < 0) return undefined;
      if (this.#hashes[number] === hash && this.#isAt(number, word)) return number;
    }
  }

  #isAt(number: number, word: string): boolean {
    const text = this.#texts[Math.floor(number / wordsPerBlock)];
    if (text === undefined) return this.#latest[number % wordsPerBlock] === word;
    const start = this.#starts[number] as number;
    return text.charCodeAt(start + word.length) === space && text.startsWith(word, start);
  }

  #placeFor(hash: number): number {
    const mask = this.#table.length - 1;
    let place = hash & mask;
    while (this.#table[place] !== 0) place = (place + 1) & mask;
    return place;
  }

  /** Makes room for so many words in all. Keeps a third of the table free, so that a word is found at once. */
  #makeRoom(count: number): void {
    if (count <= this.#starts.length) return;
    const [starts, hashes] = [this.#starts, this.#hashes];
    this.#starts = new Int32Array(count);
    this.#hashes = new Int32Array(count);
    this.#starts.set(starts);
    this.#hashes.set(hashes);
    let places = this.#table.length;
    while (places < count * 1.5) places *= 2;
    if (places === this.#table.length) return;
    this.#table = new Int32Array(places);
    // Without an iterator, which takes several times as long for a hundred thousand words.
    for (let number = 0; number < this.#count; number++) {
      this.#table[this.#placeFor(hashes[number] as number)] = number + 1;
    }
  }
}

const space = 32;

/** As one text that is not made of others, which would stay in memory with it. */
const textOf = (words: readonly string[]): string => [...words, ''].join(' ');

/** FNV-1a by code units, mixed once more, since a table uses the lowest bits only. */
function hashOf(text: string, start = 0, end = text.length): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}
