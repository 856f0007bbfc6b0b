/** A whole number as people read it: `8,567`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en');
}

/** `1 ticket`, `8,567 tickets`. */
export function formatTickets(count: number): string {
  return countOf(count, 'ticket');
}

/** `1 file`, `3 files`: for words whose plural is an `s`. */
export function countOf(count: number, one: string): string {
  return `${formatCount(count)} ${count === 1 ? one : `${one}s`}`;
}
