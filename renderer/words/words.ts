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

/** How each language besides English is loaded. */
const translations: { readonly [L in Exclude<Language, 'en'>]: () => Promise<Translated<English>> } = {
  de: async () => (await import('./de/index.ts')).german,
  es: async () => (await import('./es/index.ts')).spanish,
  fr: async () => (await import('./fr/index.ts')).french,
  ja: async () => (await import('./ja/index.ts')).japanese,
};

async function messagesOf(wanted: Language): Promise<English> {
  const messages = wanted === 'en' ? english : await translations[wanted]();
  return messages as English; // a test checks that they take the same arguments
}

const [messages] = await Promise.all([messagesOf(language), setSharedLanguage({ language, region: locale })]);

export const words = wordsFrom(messages, { language, region: locale });
