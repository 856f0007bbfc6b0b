/* What the options of a command may hold, beyond what `parseArgs` of Node judges. */

import { parseArgs } from 'node:util';

/** For a command without any: a wrong one is not left out in silence. @throws Error that names it */
export function takeNoOptions(): void {
  parseArgs();
}

/** Returns the number of an option. @throws Error if its text is not a whole number from 1 on */
export function wholeNumber(option: string, text: string, most: number = Number.MAX_SAFE_INTEGER): number {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  const limit = most === Number.MAX_SAFE_INTEGER ? 'from 1 on' : `from 1 to ${most.toLocaleString('en')}`;
  throw new Error(`--${option} takes a whole number ${limit}, not “${text}”.`);
}

/** Checks names that were typed. @throws Error that says which of them nothing has, and what can be named */
export function checkNames(given: readonly string[], isKnown: (name: string) => boolean, all: readonly string[]): void {
  const unknown = given.filter((name) => !isKnown(name));
  if (unknown.length > 0) throw new Error(`Nothing is named ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
}
