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

/** How each language besides English is loaded. Until all are here, the others are shown in English. */
const translations: { readonly [L in Language]?: () => Promise<Translated<English>> } = {
  de: async () => (await import('./de/index.ts')).german,
};

async function messagesOf(wanted: Language): Promise<English> {
  const messages = (await translations[wanted]?.()) ?? english;
  return messages as English; // a test checks that they take the same arguments
}

const [messages] = await Promise.all([messagesOf(language), setSharedLanguage({ language, region: locale })]);

export const words = wordsFrom(messages, { language: messages === english ? 'en' : language, region: locale });
