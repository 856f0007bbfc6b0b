import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMatches, foldText, wordsOf } from '../../electron/contract/search-text.ts';

const marked = (text: string, search: string) =>
  findMatches(text, search).map(([start, end]) => text.slice(start, end));

describe('what a search matches', () => {
  it.each([
    ['WO9334196', '4196', ['4196']],
    ['Kühlung fällt aus', 'kuhl FALLT', ['Kühl', 'fällt']],
    ['Ku\u0308hlung', 'kuhl', ['Ku\u0308hl']], // the accent as a separate character
    ['Cage 8.04, Cage 8.05', 'cage 8', ['Cage', '8', 'Cage', '8']],
    ['banana', 'ana', ['anana']],
    ['rack rack', 'rack ac', ['rack', 'rack']],
    ['İstanbul', 'istan', ['İstan']],
    ['Straße 7', 'strasse', ['Straße']],
    ['STRASSE', 'straße', ['STRASSE']],
    ['Fuß', 's', ['ß']], // a part of what the letter becomes
    ['Øresund', 'ore', ['Øre']],
    ['Łódź, Đakovo', 'lodz dako', ['Łódź', 'Đako']],
    ['Encyclopædia œuvre', 'paed oeu', ['pæd', 'œu']],
    ['ISPARTA ısı', 'isi', ['ısı']],
    ['Ｒａｃｋ　１４', 'rack 14', ['Ｒａｃｋ', '１４']],
    ['the „main“ gate’s key', '"main" gate\'s', ['„main“', 'gate’s']],
    ['FRA14–A − B', 'fra14-a -', ['FRA14–A', '−']],
    ['cage\u00a08.04', 'cage 8', ['cage', '8']],
    ['re\u00adfri\u200bge\u2060rant', 'refrigerant', ['re\u00adfri\u200bge\u2060rant']],
    ['\ufeff\u202bWO12\u202c', 'wo12', ['WO12\u202c']],
    ['ὈΔΟΣ', 'οδος', ['ὈΔΟΣ']],
    ['ﬁlter ⑴', '( fil )', ['ﬁl', '⑴']],
    ['a´b', "a'b", ['a´b']],
    ['🔥 alarm 🔥', '🔥', ['🔥', '🔥']],
    ['10.5 "a" (b)', '. " (', ['.', '"', '"', '(']],
    ['anything', '  ', []],
    ['', 'x', []],
  ])('%j by %j', (text, search, expected) => {
    expect(marked(text, search)).toEqual(expected);
  });

  const odd = fc.constantFrom(
    ...'aesxß æœøłđıİΣςﬁ⑴½“’´¨—−\u00a0\u200b\u00ad\u202e\u0308ｋ한ク゛ﷺ🔥'.split(/(?:)/u),
    ...'AO10-"\'( \n'.split(''),
  );
  const oddText = fc.string({ unit: odd, maxLength: 20 });

  it('holds what was searched for, whatever folding does to lengths', () => {
    fc.assert(
      fc.property(oddText, oddText, fc.nat(20), fc.integer({ min: 1, max: 4 }), (text, other, at, length) => {
        for (const search of [text.slice(at, at + length), other.slice(0, 2)]) {
          const found = marked(text, search).map(foldText);
          for (const word of wordsOf(search)) {
            const isHeld = foldText(text).includes(word);
            expect(found.some((highlighted) => highlighted.includes(word))).toBe(isHeld);
          }
          for (const highlighted of found) {
            expect(wordsOf(search).some((word) => highlighted.includes(word))).toBe(true);
          }
        }
      }),
    );
  });

  it('is found however the same text was typed', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        for (const typed of [text.normalize('NFD'), text.normalize('NFC'), foldText(text)]) {
          expect(wordsOf(typed)).toEqual(wordsOf(text));
        }
      }),
    );
  });

  it('is in order, apart, and within the text, whatever both are', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(text, text, (one, search) => {
        let last = -1;
        for (const [start, end] of findMatches(one, search)) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(one.length);
      }),
    );
  });

  it('is marked wherever the folded text holds a word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 30 }), fc.nat(30), fc.nat(5), (text, at, length) => {
        const search = text.slice(at, at + length);
        const isHeld = wordsOf(search).some((word) => foldText(text).includes(word));
        expect(findMatches(text, search).length > 0).toBe(isHeld);
      }),
    );
  });
});
