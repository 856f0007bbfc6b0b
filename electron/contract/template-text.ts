/*
 * Texts with variables: templates of tickets and of comments. `{today}` is replaced when the text is used, and `{{today}`
 * stands for `{today}` itself. Braces around anything that is no name stay as they are.
 */

import { foldText } from './search-text.ts';

/** The variables that Colodesk knows; any other name is the user's own and is asked for. */
export const knownVariables = ['today', 'week', 'site', 'name'] as const;
export type KnownVariable = (typeof knownVariables)[number];

/** The longest name of a variable, in characters. */
const longestName = 40;

/** A name begins with a letter, so that code and numbers in braces are none. */
const namePattern = `\\p{L}[\\p{L}\\p{M}\\p{N} _.’'/#&()-]{0,${longestName - 1}}`;
const variablePattern = new RegExp(`\\{\\{(?<escaped>${namePattern})\\}\\}?|\\{(?<name>${namePattern})\\}`, 'gu');

/** Names are the same variable whatever their case, accents and blanks at the end. */
const keyOf = (name: string): string => foldText(name.trim());

/** Values by the name of their variable. */
export type VariableValues = Readonly<Record<string, string>>;

/** Returns the names of the variables in some texts, each once, as it is written first. */
export function variablesIn(texts: readonly string[]): string[] {
  const names = new Map<string, string>();
  for (const text of texts) {
    for (const { groups } of text.matchAll(variablePattern)) {
      const name = groups?.name?.trim();
      if (name !== undefined && !names.has(keyOf(name))) names.set(keyOf(name), name);
    }
  }
  return [...names.values()];
}

/** Returns a text with its variables replaced. One without a value stays as it is. */
export function fillVariables(text: string, values: VariableValues): string {
  const byKey = new Map(Object.entries(values).map(([name, value]) => [keyOf(name), value]));
  return text.replaceAll(variablePattern, (whole, escaped: string | undefined, name: string | undefined) => {
    if (escaped !== undefined) return `{${escaped}}`;
    return byKey.get(keyOf(name ?? '')) ?? whole;
  });
}

/** Returns the number of the week in which a day lies, by ISO 8601: the week of the year's first Thursday is the first. */
export function weekOf(day: Date): number {
  const thursday = new Date(day.getFullYear(), day.getMonth(), day.getDate() + 4 - (day.getDay() || 7));
  const newYear = new Date(thursday.getFullYear(), 0, 1);
  return 1 + Math.floor(Math.round((thursday.getTime() - newYear.getTime()) / 86_400_000) / 7);
}

/** Returns the values that are known without asking. @param site the ticket's; `''` while it is open */
export function knownValuesAt(now: Date, { site, userName, locale }: KnownFrom): VariableValues {
  const known: Record<KnownVariable, string> = {
    today: now.toLocaleDateString(locale, { day: 'numeric', month: 'short', year: 'numeric' }),
    week: String(weekOf(now)),
    site,
    name: userName,
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== ''));
}

/** What the known variables stand for, apart from the day. `locale` writes the dates, such as `de-DE`. */
export type KnownFrom = { site: string; userName: string; locale: string };

const textFields = ['title', 'location', 'description', 'customerReference', 'notificationRecipients'] as const;

/** Returns a template's fields with the variables in their texts replaced. */
export function fillTemplate<Fields extends Record<(typeof textFields)[number], string>>(
  fields: Fields,
  values: VariableValues,
): Fields {
  const filled = textFields.map((field) => [field, fillVariables(fields[field], values)] as const);
  return { ...fields, ...Object.fromEntries(filled) };
}
