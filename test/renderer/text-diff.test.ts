import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiffPart, diffWords, withoutLongSame } from '../../renderer/ticket/text-diff.ts';

const without = (kind: DiffPart['kind'], parts: readonly DiffPart[]) =>
  parts.flatMap((part) => (part.kind === kind ? [] : [part.text])).join('');

/** `[-old-]` and `{+new+}` in the text that stayed. */
const shown = (parts: readonly DiffPart[]) =>
  parts.map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`)).join('');

describe('the difference of two texts', () => {
  it.each([
    ['Cage 4 is open.', 'Cage 5 is open.', 'Cage [-4-]{+5+} is open.'],
    ['Same.', 'Same.', 'Same.'],
    ['', 'New text', '{+New text+}'],
    ['Old text', '', '[-Old text-]'],
    ['please swap the fan', 'please replace a fan', 'please [-swap the-]{+replace a+} fan'],
    ['one two', 'one two three', 'one two{+ three+}'],
    ['ラックの電源を確認', 'ラックの扉を確認', 'ラックの[-電源-]{+扉+}を確認'],
  ])('from %j to %j', (before, after, parts) => expect(shown(diffWords(before, after))).toBe(parts));

  it('holds both texts whole, whatever they are', () => {
    const word = fc.constantFrom('a', 'b', 'c', ' ', '\n', 'ä', '。', '🙂', 'שלום');
    const text = fc.oneof(
      fc.array(word, { maxLength: 30 }).map((words) => words.join('')),
      fc.string(),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffWords(before, after);
        expect([without('added', parts), without('removed', parts)]).toEqual([before, after]);
        expect(parts.every(({ text }) => text !== '')).toBe(true);
      }),
    );
  });

  it('takes the longest texts for rewritten, which is quick', () => {
    const words = (seed: number) => Array.from({ length: 20_000 }, (_, index) => `w${(index * seed) % 977}`).join(' ');
    const [before, after] = [words(7), words(11)];
    const parts = diffWords(before, after);
    expect(parts.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added']); // comparing all words takes long
    expect(without('added', parts)).toBe(before);
  });

  it('leaves out the middle of a long text that stayed, and nothing that changed', () => {
    const long = 'word '.repeat(100);
    const parts = withoutLongSame(diffWords(`${long}old ${long}end`, `${long}new ${long}end!`));
    expect(shown(parts)).toMatch(/^ … (?:word )+\[-old-\]\{\+new\+\} (?:word )+… (?:word )+end\{\+!\+\}$/);
    expect(shown(parts).length).toBeLessThan(300);
  });
});
