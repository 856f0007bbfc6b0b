/*
 * Every word on the screen that is ours, in the language that the user chose: the messages of en/ or of their translation. A
 * translation is a script of its own, loaded before the words are made; English comes with the page.
 */

import { type Language, type Translated, wordsFrom } from '../../electron/contract/translation.ts';
import { setSharedLanguage } from '../../electron/contract/words/words.ts';
import { english } from './en/index.ts';
import { language } from './language.ts';
import { formatCount, locale } from './numbers.ts';

export { formatCount };

type English = typeof english;

/** Where each language's messages are. */
export const catalogues: Record<Language, () => Promise<Translated<English>>> = {
  en: async () => english,
  de: async () => (await import('./de/index.ts')).german,
  fr: async () => (await import('./fr/index.ts')).french,
  es: async () => (await import('./es/index.ts')).spanish,
  ja: async () => (await import('./ja/index.ts')).japanese,
};

const [messages] = await Promise.all([
  catalogues[language]().catch(() => english), // a page in English is better than none
  setSharedLanguage({ language, region: locale }).catch(() => undefined),
]);

// The compiler has checked that they are all there, and a test that they take the same arguments.
export const words = wordsFrom(messages as English, { language, region: locale }, english);
