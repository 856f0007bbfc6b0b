/** A piece of a text: plain, or a link. */
export type Piece = { text: string; isLink: boolean };

/** Begins with `https://`, ends before white space, quotes and brackets, and before the sentence's own punctuation. */
const link = /https:\/\/[^\s<>"“”„«»]*[^\s<>"“”„«».,;:!?)\]}'’]/g;

/** Cuts a text at its links; put together again the pieces are the text. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const found of text.matchAll(link)) {
    if (found.index > end) pieces.push({ text: text.slice(end, found.index), isLink: false });
    pieces.push({ text: found[0], isLink: true });
    end = found.index + found[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isLink: false });
  return pieces;
}
