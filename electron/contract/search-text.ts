/*
 * How searching compares texts. The search index, the search box and the highlighting all use this one folding.
 */

const plain = /^[\x20-\x7e\n]*$/;
const marks = /\p{M}/gu;

/** Returns a text in the form in which searching compares it: without case and accents. */
export function foldText(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(marks, '').toLowerCase();
}

/** Returns the distinct words of a text, folded. Words are separated by white space. */
export function wordsOf(text: string): string[] {
  // NUL separates words too, because SQLite cuts some texts off there.
  const words = new Set(foldText(text).split(/[\s\0]+/));
  words.delete('');
  return [...words];
}

/** Where a match begins and ends, as for `text.slice`. */
export type Match = readonly [start: number, end: number];

/**
 * Returns where the words of a search occur in one of a ticket's texts, for highlighting: in order, never touching or
 * overlapping. A matching ticket contains all words, but not each of its texts does.
 */
export function findMatches(text: string, search: string): Match[] {
  const { folded, starts } = foldWithPositions(text);
  const found = wordsOf(search).flatMap((word) => occurrencesOf(word, folded));
  found.sort(([one], [other]) => one - other);
  const merged: [number, number][] = [];
  for (const [start, end] of found) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged.map(([start, end]) => [starts[start] ?? 0, starts[end] ?? text.length]);
}

function occurrencesOf(word: string, folded: string): Match[] {
  const found: Match[] = [];
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) found.push([at, at + word.length]);
  return found;
}

/**
 * Folds a text. `starts` gives, for each character of the folded text and for its end, where that character begins in the
 * original; an accent belongs to its letter.
 */
function foldWithPositions(text: string): { folded: string; starts: number[] } {
  let folded = '';
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    const part = foldText(character);
    for (let unit = 0; unit < part.length; unit++) starts.push(at);
    folded += part;
    at += character.length;
  }
  return { folded, starts: [...starts, text.length] };
}
