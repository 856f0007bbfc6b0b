/* Texts that are too long for their place. */

/**
 * Returns the first `length` UTF-16 units of a text; a character that they would split is left out, since half of one can neither be
 * shown nor stored.
 */
export const cut = (text: string, length: number): string => text.slice(0, length).replace(/\p{Surrogate}$/u, '');

/** Returns a text in one line of at most `longest` UTF-16 units; an ellipsis is the last of them where the text goes on. */
export function inOneLine(text: string, longest: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${cut(line, longest - 1).trimEnd()}…`;
}
