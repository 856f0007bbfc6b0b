import { describe, expect, it } from 'vitest';
import { languageFor, wordsFrom } from '../../electron/contract/translation.ts';

const messages = {
  plain: 'Tickets',
  group: {
    count: '{count, plural, one {# ticket} other {# tickets}}',
    named: 'Star {name}',
  },
} as const;

describe('words from messages', () => {
  const words = wordsFrom(messages, { language: 'en', region: 'de-DE' });

  it('are texts, and functions of what a message takes', () => {
    expect(words.plain).toBe('Tickets');
    expect(words.group.count({ count: 1 })).toBe('1 ticket');
    expect(words.group.named({ name: '<b>{x}</b>' })).toBe('Star <b>{x}</b>');
  });
  it('write numbers as the region does, and choose plurals as the language does', () => {
    expect(words.group.count({ count: 8_567 })).toBe('8.567 tickets');
    expect(wordsFrom(messages, { language: 'en', region: 'fr-FR' }).group.count({ count: 0 })).toBe('0 tickets');
  });
  it('isolate a name that is written from right to left', () => {
    expect(words.group.named({ name: 'דנה' })).toBe('Star \u2068דנה\u2069');
  });
});

describe('the language', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['pt-BR', 'ja-JP'], 'ja'],
    [['nl'], 'en'],
    [[], 'en'],
  ] as const)('for %j is %s', (preferred, language) => expect(languageFor(preferred)).toBe(language));
});
