import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../electron/contract/language.ts';
import type { Messages } from '../../electron/contract/translation.ts';
import { catalogues as shared } from '../../electron/contract/words/words.ts';
import { catalogues as ofMain } from '../../electron/words/words.ts';

/** All messages of a language by their paths. */
async function messagesOf(language: Language): Promise<Map<string, string>> {
  return new Map([...flat(await shared[language](), 'shared'), ...flat(await ofMain[language](), 'main')]);
}

function flat(messages: Messages, path: string): [string, string][] {
  return Object.entries(messages).flatMap(([key, message]) => {
    const at = `${path}.${key}`;
    return typeof message === 'string' ? [[at, message] as [string, string]] : flat(message, at);
  });
}

type Elements = ReturnType<IntlMessageFormat['getAst']>;

/** The parser's numbers for the kinds of parts. */
const kinds = { literal: 0, plural: 6, pound: 7, tag: 8 };

/** What a message takes, each argument with its kind, and the categories of its plurals. */
function formOf(message: string) {
  const takes = new Set<string>();
  const plurals: string[][] = [];
  const visit = (elements: Elements) => {
    for (const element of elements) {
      if ([kinds.literal, kinds.pound, kinds.tag].includes(element.type) || !('value' in element)) continue;
      takes.add(`${element.value}: ${element.type}`);
      if (!('options' in element)) continue;
      if (element.type === kinds.plural) plurals.push(Object.keys(element.options).sort());
      else takes.add(`${element.value}: ${Object.keys(element.options).sort().join(', ')}`);
      for (const { value } of Object.values(element.options)) visit(value);
    }
  };
  visit(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst());
  return { takes: [...takes].sort(), plurals };
}

/** The same in English by chance or by nature. */
const mayBeEnglish =
  /^main\.(?:dialogs\.ok|menus\.(?:ticket|services|zoom)|proxy\.name|outbox\.sentences|notifications\.named|diagnosis\.between|attaching\.bytes|answers\..*)$/;

describe.each(languages)('the messages in %s', (language) => {
  it('are all there, and take what those in English take', async () => {
    const [english, own] = await Promise.all([messagesOf('en'), messagesOf(language)]);
    expect([...own.keys()]).toEqual([...english.keys()]);
    for (const [path, message] of own) {
      expect([path, formOf(message).takes]).toEqual([path, formOf(english.get(path) ?? '').takes]);
    }
  });

  it('have the plurals of the language', async () => {
    const categories = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();
    for (const [path, message] of await messagesOf(language)) {
      for (const plural of formOf(message).plurals) expect([path, plural]).toEqual([path, categories]);
    }
  });

  it.skipIf(language === 'en')('are translated', async () => {
    const [english, own] = await Promise.all([messagesOf('en'), messagesOf(language)]);
    const left = [...own].filter(([path, message]) => message === english.get(path) && !mayBeEnglish.test(path));
    expect(left).toEqual([]);
  });
});
