import { expect, it } from 'vitest';
import { cut, inOneLine } from '../../electron/contract/cut.ts';

it.each([
  ['Door', 4, 'Door'],
  ['Doors', 4, 'Door'],
  ['ab🚪', 3, 'ab'],
  ['ab🚪', 4, 'ab🚪'],
])('cuts %j to %i units', (text, length, kept) => expect(cut(text, length)).toBe(kept));

it.each([
  [' Door\r\n\tajar ', 9, 'Door ajar'],
  ['Door ajar', 8, 'Door aj…'],
  ['Door ajar', 6, 'Door…'],
  ['ab🚪de', 4, 'ab…'],
  [`${'\n'.repeat(20)}Door`, 4, 'Door'],
  ['', 4, ''],
])('quotes %j in a line of %i units', (text, longest, line) => expect(inOneLine(text, longest)).toBe(line));
