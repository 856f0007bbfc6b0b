/* How numbers and lists are written, and the places that decide it: the language of the words and the user's region. */

import { localeOf } from '../../electron/contract/language.ts';
import { language } from './language.ts';

/** The user's region, such as `de-DE`, for numbers. */
export const locale: string = globalThis.window?.desk?.locale ?? 'en-GB'; // there is no window in unit tests

/** The locale for whatever holds words, such as the names of months: the language of the words, as the user's region writes it. */
export const wordsLocale: string = localeOf(language, locale);

const wholeNumber = new Intl.NumberFormat(locale);

/** Formats a whole number for the user's region: `8,567`, or `8.567` in Germany. */
export function formatCount(count: number): string {
  return wholeNumber.format(count);
}

const enumeration = new Intl.ListFormat(wordsLocale, { type: 'conjunction', style: 'narrow' });

/** Joins parts of a sentence: `New, In Progress`, in German `New und In Progress`. */
export function formatList(parts: Iterable<string>): string {
  return enumeration.format(parts);
}
