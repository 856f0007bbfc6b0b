import { locale } from './locale.ts';

const wholeNumber = new Intl.NumberFormat(locale);

/** A whole number as people read it: `8,567`, or `8.567` where that is the custom. */
export function formatCount(count: number): string {
  return wholeNumber.format(count);
}

/** `1 ticket`, `8,567 tickets`. */
export function formatTickets(count: number): string {
  return countOf(count, 'ticket');
}

/** `1 file`, `3 files`: for words whose plural is an `s`. */
export function countOf(count: number, one: string): string {
  return `${formatCount(count)} ${count === 1 ? one : `${one}s`}`;
}
