import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortKeyOf } from '../../electron/contract/sort-key.ts';

const sorted = (texts: readonly string[]) =>
  texts.toSorted((one, other) => Buffer.compare(Buffer.from(sortKeyOf(one)), Buffer.from(sortKeyOf(other))));

describe('a sort key', () => {
  it.each([
    [['Anker', 'Äpfel', 'apricot', 'Birne']],
    [['Rack 2', 'Rack 10', 'Rack 100']],
    [['FRA2', 'fra10', 'FRA10a']],
    [['Cage 3.4', 'Cage 3.12', 'Cage 12.1']],
    [['Straka', 'Straße', 'Strasser']],
    [['Oslo', 'Østfold', 'Otto']],
    [['  leading blank', 'Leading C']],
    [['9', '10', 'a']],
    [['1', '123456789012345678901234567890', '1234567890123456789012345678901']],
  ])('sorts as people do: %j', (texts) => {
    expect(sorted(texts.toReversed())).toEqual(texts);
  });

  it('is the same for what people take for the same', () => {
    expect(new Set(['Rack 7', 'rack\u00a007', 'RACK  007 ', 'ｒａｃｋ 7'].map(sortKeyOf)).size).toBe(1);
  });

  it('is empty for a text that shows nothing', () => {
    expect(['', ' \t', '\u200b', '\0'].map(sortKeyOf)).toEqual(['', '', '', '']);
  });

  it('puts numbers in the order of their values', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 38n }), fc.bigInt({ min: 0n, max: 10n ** 38n }), (one, other) => {
        const [key, otherKey] = [sortKeyOf(`Rack ${one} left`), sortKeyOf(`Rack 0${other} left`)];
        expect(key < otherKey).toBe(one < other);
        expect(key === otherKey).toBe(one === other);
      }),
    );
  });

  it('is short, and can be stored as it is', () => {
    const character = fc
      .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
      .map((point) => String.fromCodePoint(point));
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 100 }), (text) => {
        const key = sortKeyOf(text);
        expect(key.length).toBeLessThanOrEqual(64);
        expect(Buffer.from(key).toString()).toBe(key);
        expect(key).not.toContain('\0');
      }),
    );
  });
});
