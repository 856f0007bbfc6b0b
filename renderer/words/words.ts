/*
 * Every word on the screen that is ours, in the language that the user chose: the messages of en/ or of their translation. A
 * translation is a script of its own, loaded before the words are made; English comes with the page.
 */

import { type Language, type Translated, wordsFrom } from '../../electron/contract/translation.ts';
import { english } from './en/index.ts';
import { formatCount, language, locale } from './numbers.ts';

export { formatCount };

type English = typeof english;

/** The languages besides English, by how they are loaded. */
const translations: { readonly [L in Language]?: () => Promise<Translated<English>> } = {
  de: async () => (await import('./de/index.ts')).german,
};

const load = translations[language];

/** A test checks that the messages of every language take the arguments of the English ones, which decide the types here. */
const messages = load ? ((await load()) as English) : english;

export const words = wordsFrom(messages, { language: load ? language : 'en', region: locale });
