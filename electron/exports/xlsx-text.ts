/* Texts as a cell of Excel takes them. */

import { cut } from '../contract/cut.ts';
import { words } from '../words/words.ts';
import { wellFormed } from './sheet.ts';

/** The longest text of a cell, in UTF-16 units: Excel calls a file with a longer one damaged. */
export const longestCell = 32_767;

/** Returns a text with line breaks as Excel has them; one that is too long is cut, and says so at its end. */
export function cellText(text: string): string {
  const normal = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (normal.length <= longestCell) return normal;
  const note = words().exports.cut({ count: normal.length });
  return cut(normal, longestCell - note.length) + note;
}

/** Characters that must not stand in XML as they are. */
const special = /[&<>\uFFFE\uFFFF]|(?![\t\n])\p{Cc}|_(?=x[0-9A-Fa-f]{4}_)/gu;
const needsCare = new RegExp(special.source, 'u');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Returns a text as XML. A control character that XML forbids becomes `_x0007_`, by which Excel means that character, and a text
 * that looks like that by itself is kept from being read so. Half a character becomes a replacement character.
 */
export function inXml(text: string): string {
  const whole = wellFormed(text);
  if (!needsCare.test(whole)) return whole;
  return whole.replace(
    special,
    (character) => entities[character] ?? `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}
