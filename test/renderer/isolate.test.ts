import { describe, expect, it } from 'vitest';
import { inSentence } from '../../electron/contract/isolate.ts';
import { shownFileName } from '../../renderer/words/file-names.ts';
import { words } from '../../renderer/words/words.ts';

describe('a text in a sentence of ours', () => {
  it.each(['Jane Doe', 'Zoë – 10 °C 🔥', ''])('stays as it is: %j', (text) => expect(inSentence(text)).toBe(text));
  it.each(['דנה', 'محمد', 'evil\u202Egpj', 'a\u2067b', '\u200F'])(
    'is isolated where it could reorder it: %j',
    (text) => {
      expect(inSentence(text)).toMatch(/^\u2068.*\u2069$/);
    },
  );
  it('cannot end its isolation itself', () => {
    expect(inSentence('x\u2069\u202Ey')).toBe('\u2068xy\u2069');
    expect(inSentence(`${inSentence('דנה')}, ${inSentence('a\u202Eb')}`)).toBe(
      '\u2068\u2068דנה\u2069, \u2068ab\u2069\u2069',
    );
    expect(words.action.by({ who: '\u202Eenod' })).toBe('by \u2068enod\u2069');
  });
});

describe('the name of a file', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['photo\u202Egpj.exe', 'photogpj.exe'],
    ['a\u200B\u0000\n.txt', 'a.txt'],
    ['👩‍🔧.png', '👩‍🔧.png'],
    ['می‌خواهم.txt', 'می‌خواهم.txt'],
    ['', '(no name)'],
    [' \u202E ', '(no name)'],
  ])('%j is shown as %j', (name, shown) => expect(shownFileName(name)).toBe(shown));
});
