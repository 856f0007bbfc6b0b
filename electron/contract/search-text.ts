const plain = /^[\x20-\x7e\n]*$/;
const marks = /\p{M}/gu;

/** A text as searching compares it: case and accents do not count. The one folding for the index, for what is typed and for the marks. */
export function foldText(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(marks, '').toLowerCase();
}

/** The different words of a text, folded: what stands between white space. */
export function wordsOf(text: string): string[] {
  // SQLite ends some texts at a NUL.
  const words = new Set(foldText(text).split(/[\s\0]+/));
  words.delete('');
  return [...words];
}

export type Match = readonly [start: number, end: number];

/**
 * Where the words of a search occur in one of a ticket's texts, to be marked there: pieces for `text.slice`, in order, none
 * touching another. A ticket holds all words, though not each of its texts does.
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

/** The folded text, and for each of its characters (and its end) where that one begins in the original. An accent belongs to its letter. */
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
