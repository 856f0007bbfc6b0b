/** The user's region, such as `de-DE`, for dates and numbers. The words themselves are English only. */
export const locale: string = globalThis.window?.desk?.locale ?? 'en-GB'; // there is no window in unit tests

const wholeNumber = new Intl.NumberFormat(locale);

/** Formats a whole number for the user's region: `8,567`, or `8.567` in Germany. */
export function formatCount(count: number): string {
  return wholeNumber.format(count);
}

/** `1 ticket`, `8,567 tickets`. */
export function formatTickets(count: number): string {
  return countOf(count, 'ticket');
}

/** `1 file`, `3 files`: for nouns whose plural ends in `s`. */
export function countOf(count: number, one: string): string {
  return `${formatCount(count)} ${count === 1 ? one : `${one}s`}`;
}
