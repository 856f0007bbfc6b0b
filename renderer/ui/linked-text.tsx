import { attempt } from '../state/problems.ts';
import { Marked } from './marked.tsx';

/** A server's text with what was searched for marked, and its links to be followed. The main process asks first; the page itself goes nowhere. */
export function LinkedText({ text }: { text: string }) {
  return piecesOf(text).map((piece, index) =>
    piece.isLink ? (
      <a
        // biome-ignore lint/suspicious/noArrayIndexKey: a text's pieces have no other name
        key={index}
        className="outside-link"
        href={piece.text}
        onClick={(event) => {
          event.preventDefault();
          void attempt(window.desk.system.openLink({ url: piece.text }));
        }}
      >
        <Marked text={piece.text} />
      </a>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Marked key={index} text={piece.text} />
    ),
  );
}

/** A piece of a text: plain, or a link. */
type Piece = { text: string; isLink: boolean };

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
