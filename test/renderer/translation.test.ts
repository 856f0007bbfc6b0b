import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { baseViews } from '../../electron/contract/query.ts';
import type { Language, Messages } from '../../electron/contract/translation.ts';
import { catalogues } from '../../electron/contract/words/words.ts';
import { german } from '../../renderer/words/de/index.ts';
import { english } from '../../renderer/words/en/index.ts';
import { spanish } from '../../renderer/words/es/index.ts';
import { french } from '../../renderer/words/fr/index.ts';
import { japanese } from '../../renderer/words/ja/index.ts';

const translations: readonly (readonly [Language, Messages])[] = [
  ['de', german],
  ['es', spanish],
  ['fr', french],
  ['ja', japanese],
];
const all: readonly (readonly [Language, Messages])[] = [['en', english], ...translations];

/** Messages that are the same in a language as in English, because the word is the same there. */
const sameAsEnglish: Partial<Record<Language, readonly string[]>> = {
  de: [
    'account.distinguished',
    'action.fileProblem',
    'environment.demo',
    'help.diagnosis.stepState',
    'overview.median',
  ],
  es: ['inbox.tickets', 'overview.tickets', 'status.tickets', 'views.counted', 'views.holds.all'],
  fr: [
    ...['environment.production', 'exports.format', 'filters.dates', 'handover.day', 'handover.sites', 'snooze.day'],
    ...['inbox.columns.note', 'keys.group.application', 'settings.notifications', 'settings.application'],
    ...['ticket.description', 'ticket.siteNotes.list', 'ticket.siteNotes.note', 'form.field.description'],
  ],
};

/** Words that are the same in several places. */
const sameWords =
  /^(ID|Name|Status|Ticket|Tickets|Text|Standard|Offline|Online\.|Details|Filter|Demo|CSV|Excel|Proxy)$/;

/** Messages that are the same in several languages: names, keys of the keyboard, and units behind their number. */
const sameInMany = /^(environment[.](playground|sandbox)|keys[.]name[.].+)$/;
const units = /^(\{\w+, number\} (ms|s|min|h|d) ?)+$/;

/** The texts of a catalogue by their path, such as `list.selection.selected`. */
const textsOf = (messages: Messages, path = ''): [string, string][] =>
  Object.entries(messages).flatMap(([key, message]) =>
    typeof message === 'string' ? [[`${path}${key}`, message]] : textsOf(message, `${path}${key}.`),
  );

type Element = ReturnType<IntlMessageFormat['getAst']>[number];
type Options = Record<string, { value: Element[] }>;
type Use = { name: string; kind: 'text' | 'number'; plural?: string[]; select?: string[] };

/** How a message uses its arguments, in the branches of its plurals and selects too. */
function usesIn(message: string, language: Language): Use[] {
  const uses: Use[] = [];
  const visit = (elements: readonly Element[]) => {
    for (const element of elements) {
      if (!('value' in element) || typeof element.value !== 'string' || element.type === 0) continue;
      const name = element.value;
      if (!('options' in element)) {
        uses.push({ name, kind: element.type === 2 ? 'number' : 'text' });
        continue;
      }
      const options = element.options as Options;
      const keys = Object.keys(options).toSorted();
      uses.push(
        'pluralType' in element ? { name, kind: 'number', plural: keys } : { name, kind: 'text', select: keys },
      );
      for (const { value } of Object.values(options)) visit(value);
    }
  };
  visit(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst());
  return uses;
}

const argumentsOf = (message: string, language: Language): string[] =>
  [...new Set(usesIn(message, language).map(({ name, kind }) => `${name}: ${kind}`))].toSorted();

const selectsOf = (message: string, language: Language): string[] =>
  usesIn(message, language).flatMap(({ name, select }) => (select ? [`${name}: ${select.join(' ')}`] : []));

describe.each(all)('in %s', (language, messages) => {
  const texts = textsOf(messages);

  it('every plural has the forms of the language, and no other', () => {
    // `many` of French and Spanish is for millions only, where it reads like `other`.
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const wanted = pluralCategories.filter((category) => category !== 'many').toSorted();
    for (const [path, text] of texts) {
      for (const { plural } of usesIn(text, language)) {
        if (plural)
          expect(
            plural.filter((form) => !form.startsWith('=') && form !== 'many'),
            path,
          ).toEqual(wanted);
      }
    }
  });

  it('apostrophes and quotation marks are the typographic ones', () => {
    expect(texts.filter(([, text]) => /['"]/.test(text))).toEqual([]);
  });

  it('a view has the name of the command that shows it', async () => {
    const shared = await catalogues[language]();
    if (language !== 'en' && shared === (await catalogues.en())) return; // not translated yet
    const commandOf = (view: string) => `view${view.slice(0, 1).toUpperCase()}${view.slice(1)}`;
    const titles = Object.fromEntries(textsOf(shared.commands));
    const names = Object.fromEntries(textsOf(messages));
    for (const view of baseViews) expect(names[`views.name.${view}`], view).toBe(titles[commandOf(view)]);
  });
});

describe.each(translations)('the translation into %s', (language, messages) => {
  const translated = new Map(textsOf(messages));
  const source = textsOf(english);

  it('has every message and no other', () => {
    expect([...translated.keys()].toSorted()).toEqual(source.map(([path]) => path).toSorted());
  });

  it('gives each message the arguments and the cases of the English one', () => {
    for (const [path, text] of source) {
      const other = translated.get(path) ?? '';
      expect(argumentsOf(other, language), path).toEqual(argumentsOf(text, 'en'));
      expect(new Set(selectsOf(other, language)), path).toEqual(new Set(selectsOf(text, 'en')));
    }
  });

  it('leaves nothing in English', () => {
    const left = source.filter(
      ([path, text]) =>
        translated.get(path) === text &&
        /\p{L}/u.test(text.replaceAll(/\{[^{}]*\}/g, '')) &&
        !sameWords.test(text) &&
        !sameInMany.test(path) &&
        !units.test(text) &&
        !(language === 'fr' && text === 'Site') &&
        !sameAsEnglish[language]?.includes(path),
    );
    expect(left).toEqual([]);
  });
});
