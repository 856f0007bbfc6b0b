import { expect, it } from 'vitest';
import { migrate } from '../../electron/store/migrate.ts';
import { cacheMigrations, firstCacheVersion } from '../../electron/store/schema.ts';
import { Vocabulary } from '../../electron/store/vocabulary.ts';
import { memoryDatabase } from '../support/cache.ts';

/** Whole blocks of 8,192 words, and a part of one. */
const words = Array.from({ length: 20_000 }, (_, number) => `${number % 7 === 0 ? 'место' : 'ref'}-${number * 31}`);

function ownFile() {
  const file = memoryDatabase();
  migrate(file, cacheMigrations, firstCacheVersion);
  return file;
}

it('knows after a start all words that were written, by the same numbers, and goes on from there', () => {
  const file = ownFile();
  const before = new Vocabulary(file);
  const numbers = before.numbersOf(words.join(' '));
  expect(numbers).toEqual(words.map((_, number) => number));
  before.writeNew(file);
  const after = new Vocabulary(file);
  expect(after.numbersOf(words.join(' '))).toEqual(numbers);
  expect(after.numbersOf('ref-31 new')).toEqual([1, words.length]);
  after.writeNew(file);
  expect(new Vocabulary(file).numbersOf('new')).toEqual([words.length]);
});

it.each(['место', 'ref-31', '-61', '9', 'nowhere'])('finds the words that contain “%s”, in each block', (part) => {
  const file = ownFile();
  const before = new Vocabulary(file);
  before.numbersOf(words.join(' '));
  before.writeNew(file);
  const expected = words.map((word) => Number(word.includes(part)));
  for (const vocabulary of [before, new Vocabulary(file)])
    expect([...vocabulary.wordsContaining(part)]).toEqual(expected);
});
