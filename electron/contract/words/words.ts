/*
 * The words that both processes use: titles of commands, sentences about problems and about fields. Each process sets its
 * language once at the start, before it makes words; only the main process may change it afterwards, since the page is loaded
 * anew.
 */

import { type Language, type Translated, type Words, type WordsLocale, wordsFrom } from '../translation.ts';
import { english } from './en/index.ts';

type English = typeof english;

let current = wordsFrom(english, { language: 'en', region: 'en-GB' });

/** The words in the language of the moment. Call it where a word is needed, not when a file is loaded. */
export const sharedWords = (): Words<English> => current;

/** Sets the language of these words, and of all problems made from now on. Another one than English is loaded first. */
export async function setSharedLanguage(locale: WordsLocale): Promise<void> {
  const messages = await catalogues[locale.language]();
  current = wordsFrom(messages as English, locale); // the compiler has checked that they have the same arguments' names
}

/** Where each language's messages are. English is always there; the others are loaded when they are wanted. */
export const catalogues: Record<Language, () => Promise<Translated<English>>> = {
  en: async () => english,
  de: async () => (await import('./de/index.ts')).german,
  fr: async () => (await import('./fr/index.ts')).french,
  es: async () => (await import('./es/index.ts')).spanish,
  ja: async () => (await import('./ja/index.ts')).japanese,
};
