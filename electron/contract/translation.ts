/*
 * How words come from the messages of a language. A message is a text in ICU MessageFormat syntax:
 * `{count, plural, one {# ticket} other {# tickets}}`. English is the source: its messages decide which there are and which
 * arguments each takes, and the compiler refuses a translation that lacks one.
 */

import type { GetICUArgs } from '@schummar/icu-type-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import { z } from 'zod';
import { inSentence } from './isolate.ts';
import { type Language, languages } from './language.ts';

export { type Language, languageFor, languageNames } from './language.ts';
export const languageSchema = z.enum(languages);

/** Messages in groups, as they stand in a catalogue. */
export type Messages = { readonly [key: string]: string | Messages };

/** The same messages in another language. */
export type Translated<M> = { readonly [K in keyof M]: M[K] extends string ? string : Translated<M[K]> };

type ArgumentTypes = { ProvidedArgs: never; ICUNumberArgument: number; ICUDateArgument: never; ICUArgument: string };
type Arguments<Message extends string> = GetICUArgs<Message, ArgumentTypes>;

/** The words that messages give: a string, or a function of a message’s arguments where it has any. */
export type Words<M> = {
  readonly [K in keyof M]: M[K] extends string
    ? M[K] extends `${string}{${string}`
      ? (values: Arguments<M[K]>) => string
      : string
    : Words<M[K]>;
};

/** Which words to use, and how numbers in them are written. */
export type WordsLocale = {
  language: Language;
  /** The user’s region, such as `de-DE`, for the numbers. */
  region: string;
};

/**
 * Makes words from the messages of a language. Texts that are put into a message are isolated, so that a name from right to
 * left cannot turn it around. A message is parsed when it is first used, so the start does not wait for the others.
 * @param messages in that language
 * @param source the messages in English, for those that are missing
 */
export function wordsFrom<const M extends Messages>(messages: M, locale: WordsLocale, source?: Messages): Words<M>;
export function wordsFrom(messages: Messages, locale: WordsLocale, source = messages): unknown {
  return Object.fromEntries(
    Object.entries(source).map(([key, original]) => {
      const message = messages[key] ?? original;
      if (typeof message !== 'string') return [key, wordsFrom(message, locale, original as Messages)];
      return [key, message.includes('{') ? formatter(message, locale) : message];
    }),
  );
}

function formatter(message: string, { language, region }: WordsLocale) {
  let format: IntlMessageFormat | undefined;
  return (values: Record<string, string | number>): string => {
    format ??= new IntlMessageFormat(message, language, undefined, {
      ignoreTag: true,
      formatters: {
        getNumberFormat: (_, options) => numberFormat(region, options),
        getDateTimeFormat: (_, options) => new Intl.DateTimeFormat(region, options),
        getPluralRules: (_, options) => new Intl.PluralRules(language, options),
      },
    });
    const isolated = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? inSentence(value) : value,
    ]);
    try {
      return String(format.format(Object.fromEntries(isolated)));
    } catch {
      return message; // a value is missing: an odd sentence on the screen is better than no screen
    }
  };
}

const wholeNumbers = new Map<string, Intl.NumberFormat>();

/** Formats are kept: to make one takes longer than to use it a hundred times. */
function numberFormat(region: string, options?: Intl.NumberFormatOptions): Intl.NumberFormat {
  if (options && Object.keys(options).length > 0) return new Intl.NumberFormat(region, options);
  const kept = wholeNumbers.get(region) ?? new Intl.NumberFormat(region);
  wholeNumbers.set(region, kept);
  return kept;
}
