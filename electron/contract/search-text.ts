/*
 * How searching compares texts. The search index, the search box and the highlighting all use this one folding.
 */

const plain = /^[\x20-\x7e\n]*$/;

/** Some of them would fall apart into blanks and accents, or into two, once normalized. */
const quotes = /[‘’‚‛′´ʹʻʼ‹›“”„‟″«»]/g;
const doubleQuotes = '“”„‟″«»';

/** Accents, and characters that show nothing: of zero width, soft hyphens, those that set the direction of writing. */
const unseen = /[\p{M}\p{Default_Ignorable_Code_Point}]/gu;

/** Letters and dashes that normalizing leaves as they are and people type differently. */
const variants = /[ßæœøđðþłħŧıς⁄−\p{Pd}]/gu;
const plainForms: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ŧ: 't', ı: 'i' },
  ς: 'σ', // a sigma's form depends on its place in the word
  '⁄': '/',
};

/**
 * Returns a text in the form in which searching compares it: without case and accents, and with the plain form of what people
 * write in several ways. It may be longer or shorter than the text.
 */
export function foldText(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return text
    .replace(quotes, (quote) => (doubleQuotes.includes(quote) ? '"' : "'"))
    .normalize('NFKD')
    .replace(unseen, '')
    .toLowerCase()
    .replace(variants, (variant) => plainForms[variant] ?? '-');
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
  for (const [foldedStart, foldedEnd] of found) {
    const start = starts[foldedStart] ?? 0;
    const end = endOf(foldedEnd, starts);
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

function occurrencesOf(word: string, folded: string): Match[] {
  const found: Match[] = [];
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) found.push([at, at + word.length]);
  return found;
}

/** Returns where the original character ends of which `foldedEnd - 1` is a part: it may have become several. */
function endOf(foldedEnd: number, starts: readonly number[]): number {
  const start = starts[foldedEnd - 1] ?? 0;
  let at = foldedEnd;
  while (at < starts.length - 1 && starts[at] === start) at += 1;
  return starts[at] ?? start;
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
