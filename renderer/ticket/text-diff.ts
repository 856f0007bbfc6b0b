/*
 * How a text became another, word by word: what stayed, what was removed and what was added, in reading order.
 */

export type DiffPart = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

/** Beyond so many comparisons of words the texts are taken for rewritten: looking further would take too long. */
const mostComparisons = 4_000_000;

/**
 * White space, a character of a writing without spaces, a word, or any other character. `Intl.Segmenter` finds words better, but
 * its memory grows with the square of a text's length.
 */
const token =
  /\s+|[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]|(?:(?![\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}])[\p{L}\p{N}\p{M}])+|[\s\S]/gu;

const segmentsOf = (text: string): string[] => text.match(token) ?? [];

/** Returns the difference of two texts. The parts without the added ones are the old text, without the removed the new one. */
export function diffWords(before: string, after: string): DiffPart[] {
  const old = segmentsOf(before);
  const now = segmentsOf(after);
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  return joined([
    ...old.slice(0, start).map((text) => part('same', text)),
    ...diffMiddle(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    ...old.slice(old.length - end).map((text) => part('same', text)),
  ]);
}

const part = (kind: DiffPart['kind'], text: string): DiffPart => ({ kind, text });

/** Finds the longest common subsequence of words. */
function diffMiddle(old: readonly string[], now: readonly string[]): DiffPart[] {
  if (old.length * now.length > mostComparisons) {
    return [...old.map((text) => part('removed', text)), ...now.map((text) => part('added', text))];
  }
  const width = now.length + 1;
  /** How many words the rests of both have in common, from word `i` of the old and `j` of the new one on, at `i * width + j`. */
  const common = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      common[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [was, is] = [old[i], now[j]];
    if (was !== undefined && was === is) {
      parts.push(part('same', was));
      i++;
      j++;
    } else if (was !== undefined && (is === undefined || at(i + 1, j) >= at(i, j + 1))) {
      parts.push(part('removed', was));
      i++;
    } else if (is !== undefined) {
      parts.push(part('added', is));
      j++;
    }
  }
  return parts;
}

const isSpace = ({ kind, text }: DiffPart): boolean => kind === 'same' && text.trim() === '';

/**
 * Joins words of the same kind. A space that stayed between two changed words belongs to the change, so that a rewritten
 * sentence is one removed and one added text instead of pairs of words.
 */
function joined(words: readonly DiffPart[]): DiffPart[] {
  const parts: DiffPart[] = [];
  let [removed, added] = ['', ''];
  const endChange = () => {
    if (removed !== '') parts.push(part('removed', removed));
    if (added !== '') parts.push(part('added', added));
    [removed, added] = ['', ''];
  };
  words.forEach((word, index) => {
    const next = words[index + 1];
    const isInChange = isSpace(word) && removed + added !== '' && next !== undefined && next.kind !== 'same';
    if (word.kind === 'removed' || isInChange) removed += word.text;
    if (word.kind === 'added' || isInChange) added += word.text;
    if (word.kind !== 'same' || isInChange) return;
    endChange();
    const last = parts.at(-1);
    if (last?.kind === 'same') parts[parts.length - 1] = part('same', last.text + word.text);
    else parts.push(word);
  });
  endChange();
  return parts;
}

/** What stays of a long unchanged text on each side of a change, in UTF-16 units. */
const contextLength = 60;

/** Leaves out the middle of each long text that stayed. */
export function withoutLongSame(parts: readonly DiffPart[]): DiffPart[] {
  return parts.map(({ kind, text }, index) => {
    const head = index === 0 ? '' : untilSpace(text, contextLength);
    const tail = index === parts.length - 1 ? '' : fromSpace(text, contextLength);
    const isLong = kind === 'same' && head.length + tail.length + contextLength < text.length;
    return isLong ? part('same', `${head} … ${tail}`) : part(kind, text);
  });
}

const untilSpace = (text: string, length: number): string => text.slice(0, length).replace(/\s*\S*$/, '');
const fromSpace = (text: string, length: number): string => text.slice(-length).replace(/^\S*\s*/, '');
