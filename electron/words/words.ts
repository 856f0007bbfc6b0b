/*
 * The words of the main process, in the user's language: menus, notifications, and what it writes into files.
 */

import { localeOf } from '../contract/language.ts';
import { type Language, type Translated, type Words, type WordsLocale, wordsFrom } from '../contract/translation.ts';
import { setSharedLanguage } from '../contract/words/words.ts';
import { english } from './en/index.ts';

type English = typeof english;

let current = wordsFrom(english, { language: 'en', region: 'en-GB' });
let currentLocale: WordsLocale = { language: 'en', region: 'en-GB' };
let changing = Promise.resolve();

/** The words in the user's language. Call it where a word is needed, since the language may change. */
export const words = (): Words<English> => current;

/** The language of the words, and the region whose dates and numbers go with them. */
export const wordsLocale = (): WordsLocale => currentLocale;

/** The locale for dates and times: the language of the words, as the user's region writes it. */
export const timesLocale = (): string => localeOf(currentLocale.language, currentLocale.region);

/** Sets the language of all words from now on. Changes happen one after another, so that the last one stays. */
export function setLanguage(locale: WordsLocale): Promise<void> {
  const changed = changing.then(async () => {
    const messages = await catalogues[locale.language]();
    await setSharedLanguage(locale);
    current = wordsFrom(messages as English, locale); // the compiler has checked that they have the same arguments' names
    currentLocale = locale;
  });
  changing = changed.catch(() => undefined); // the caller learns of it
  return changed;
}

/** Where each language's messages are. English is always there; the others are loaded when they are wanted. */
export const catalogues: Record<Language, () => Promise<Translated<English>>> = {
  en: async () => english,
  de: async () => (await import('./de/index.ts')).german,
  fr: async () => (await import('./fr/index.ts')).french,
  es: async () => (await import('./es/index.ts')).spanish,
  ja: async () => (await import('./ja/index.ts')).japanese,
};
