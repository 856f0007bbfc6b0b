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
    ['Straße', 'strasse', []],
    ['🔥 alarm 🔥', '🔥', ['🔥', '🔥']],
    ['10.5 "a" (b)', '. " (', ['.', '"', '"', '(']],
    ['anything', '  ', []],
    ['', 'x', []],
  ])('%j by %j', (text, search, expected) => {
    expect(marked(text, search)).toEqual(expected);
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
