/*
 * How people sort texts: without regard to case and accents, and numbers by their value.
 */

import { cut } from './cut.ts';
import { foldText } from './search-text.ts';

const longestKey = 64;

/** Enough of a text for any key, since folding and leading zeros may shorten it. */
const longestLookedAt = 4 * longestKey;

/** The largest number of digits that a single character below the letters tells. */
const longestNumber = 40;

/**
 * Returns a key whose order, by its code points, is the one in which people look for a text: `Ä` beside `A`, 2 before 10. `''`
 * for a text that shows nothing. A key is made once, when a text is written, so that no query needs a collator.
 */
export function sortKeyOf(text: string): string {
  const key = foldText(text.slice(0, longestLookedAt))
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/\d+/g, numberKeyOf);
  return cut(key, longestKey);
}

/** A number with more digits is larger; the character that tells how many is sorted where digits are. */
function numberKeyOf(digits: string): string {
  const significant = digits.replace(/^0+/, '');
  return String.fromCharCode(48 + Math.min(significant.length, longestNumber)) + significant;
}
