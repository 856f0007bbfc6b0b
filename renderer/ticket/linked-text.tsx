import { Marked } from '../inbox/marked.tsx';
import { attempt } from '../parts/attempt.ts';
import { piecesOf } from '../parts/links.ts';

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
