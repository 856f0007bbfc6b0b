/*
 * The words of the main process, in the user's language: menus, notifications, and what it writes into files.
 */

import { type Words, type WordsLocale, wordsFrom } from '../contract/translation.ts';
import { english } from './en/index.ts';

let current = wordsFrom(english, { language: 'en', region: 'en-GB' });

/** The words in the user's language. Call it where a word is needed, since the language may change. */
export const words = (): Words<typeof english> => current;

/** Sets the language of all words from now on. */
export function useLanguage(locale: WordsLocale): void {
  current = wordsFrom(english, locale);
}
