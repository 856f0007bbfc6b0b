/* Every language has every message, with the arguments of the English one and the plurals of its own. */

import { validateMessage } from 'messageformat-validator';
import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../electron/contract/language.ts';
import { baseViews } from '../../electron/contract/query.ts';
import type { Messages } from '../../electron/contract/translation.ts';
import { catalogues as shared } from '../../electron/contract/words/words.ts';
import { catalogues as main } from '../../electron/words/words.ts';
import { catalogues as page } from '../../renderer/words/words.ts';
import { sameAsEnglish, sameInAll } from './same-as-english.ts';

/** All messages of a language by their paths, such as `page.list.selection.selected`. */
async function messagesOf(language: Language): Promise<Map<string, string>> {
  const ofRooms = { shared: shared[language](), main: main[language](), page: page[language]() };
  const rooms = await Promise.all(Object.entries(ofRooms).map(async ([room, messages]) => flat(await messages, room)));
  return new Map(rooms.flat());
}

function flat(messages: Messages, path: string): [string, string][] {
  return Object.entries(messages).flatMap(([key, message]): [string, string][] =>
    typeof message === 'string' ? [[`${path}.${key}`, message]] : flat(message, `${path}.${key}`),
  );
}

/** A number and a plural take the same: a word may change with the number in one language and not in another. */
const withPlurals = (message: string, language: Language): string => {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  const forms = pluralCategories.map((category) => `${category} {#}`).join(' ');
  return message.replace(/\{(\w+), number\}/g, (_, name: string) => `{${name}, plural, ${forms}}`);
};

/** What the library finds wrong with a message. */
function faultsOf(path: string, message: string, language: Language, english: string): string[] {
  const faults: string[] = [];
  const note = (type: string, text: string) => {
    // The rest of a sentence may stand outside of a plural: it is the same for all numbers.
    if (type !== 'split') faults.push(`${path}: ${type}, ${text}: ${message}`);
  };
  const mayStay = sameInAll.includes(message) || (sameAsEnglish[language] ?? []).includes(message);
  validateMessage(
    {
      targetMessage: withPlurals(message, language),
      targetLocale: language,
      sourceMessage: withPlurals(english, 'en'),
      sourceLocale: 'en',
      overrides: mayStay ? ['translated'] : [],
    },
    { error: note, warning: note },
  );
  return faults;
}

describe.each(languages)('the messages in %s', (language) => {
  it('are all there', async () => {
    const [english, own] = await Promise.all([messagesOf('en'), messagesOf(language)]);
    expect([...own.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  it('are translated, with their arguments and cases, and with the plurals of the language', async () => {
    const english = await messagesOf('en');
    const own = [...(await messagesOf(language))];
    expect(own.flatMap(([path, message]) => faultsOf(path, message, language, english.get(path) ?? ''))).toEqual([]);
  });

  it('have typographic apostrophes and quotation marks', async () => {
    expect([...(await messagesOf(language))].filter(([, message]) => /['"]/.test(message))).toEqual([]);
  });

  it('call a view as the command does that shows it', async () => {
    const messages = await messagesOf(language);
    const commandOf = (view: string) => `view${view.slice(0, 1).toUpperCase()}${view.slice(1)}`;
    for (const view of baseViews) {
      expect(messages.get(`page.views.name.${view}`)).toBe(messages.get(`shared.commands.${commandOf(view)}`));
    }
  });
});

it.each([
  ['an argument that is not there', 'Von {wer}', 'By {who}'],
  ['a plural that the language lacks', '{count, plural, few {#} other {#}}', '{count, plural, one {#} other {#}}'],
  ['a plural that is missing', '{count, plural, other {#}}', '{count, plural, one {#} other {#}}'],
  ['a message in English', 'Save the file', 'Save the file'],
])('finds %s', (_, message, english) => {
  expect(faultsOf('page.any', message, 'de', english)).not.toEqual([]);
});
