/*
 * The words of the main process, in the user's language: menus, notifications, and what it writes into files.
 */

import { type Words, type WordsLocale, wordsFrom } from '../contract/translation.ts';
import { english } from './en/index.ts';

let currentLocale: WordsLocale = { language: 'en', region: 'en-GB' };
let current = wordsFrom(english, currentLocale);

/** The words in the user's language. Call it where a word is needed, since the language may change. */
export const words = (): Words<typeof english> => current;

/** The language of the words, and the region by which numbers and times beside them are written. */
export const wordsLocale = (): WordsLocale => currentLocale;

/** Sets the language of all words from now on. */
export function useLanguage(locale: WordsLocale): void {
  currentLocale = locale;
  current = wordsFrom(english, locale);
}
