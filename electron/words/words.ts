/*
 * The words of the main process, in the user's language: menus, notifications, and what it writes into files.
 */

import { type Words, type WordsLocale, wordsFrom } from '../contract/translation.ts';
import { english } from './en/index.ts';

let locale: WordsLocale = { language: 'en', region: 'en-GB' };
let current = wordsFrom(english, locale);

/** The words in the user's language. Call it where a word is needed, since the language may change. */
export const words = (): Words<typeof english> => current;

/** The language of the words, and the region whose dates and numbers go with them. */
export const wordsLocale = (): WordsLocale => locale;

/** Sets the language of all words from now on. */
export function useLanguage(other: WordsLocale): void {
  locale = other;
  current = wordsFrom(english, other);
}
