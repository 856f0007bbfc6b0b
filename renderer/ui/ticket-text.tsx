import { type ReactNode, useMemo } from 'react';
import { findMatches } from '../../electron/contract/search-text.ts';
import { attempt } from '../state/feedback.ts';
import { useSlice } from '../state/ticket-list.ts';
import shared from './shared.module.css';

/**
 * A text from the server with its links, and with the words of the search marked. The page itself never navigates: a link
 * goes to the main process, which asks before it opens the browser.
 */
export function LinkedText({ text }: { text: string }) {
  return splitAtLinks(text).map((segment, index) =>
    segment.isLink ? (
      <a
        // biome-ignore lint/suspicious/noArrayIndexKey: a segment has no other identity than its position
        key={index}
        className={shared.link}
        href={segment.text}
        onClick={(event) => {
          event.preventDefault();
          void attempt(window.desk.system.openLink({ url: segment.text }));
        }}
      >
        <Marked text={segment.text} />
      </a>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Marked key={index} text={segment.text} />
    ),
  );
}

/** A text of a ticket in which the words of the search are marked. */
export function Marked({ text }: { text: string }) {
  // The search that the rows on the screen belong to, not the one being typed: marks and rows change together.
  const search = useSlice(({ query }) => query?.search ?? '');
  return useMemo(() => withMarks(text, search), [text, search]);
}

function withMarks(text: string, search: string): ReactNode {
  const matches = search === '' ? [] : findMatches(text, search);
  if (matches.length === 0) return text;
  const nodes: ReactNode[] = [];
  let end = 0;
  for (const [from, to] of matches) {
    nodes.push(text.slice(end, from), <mark key={from}>{text.slice(from, to)}</mark>);
    end = to;
  }
  return [...nodes, text.slice(end)];
}

/** A stretch of a text: either plain or a link. */
type Segment = { text: string; isLink: boolean };

/** Begins with `https://`, ends before white space, quotes and brackets, and before the sentence's own punctuation. */
const link = /https:\/\/[^\s<>"“”„«»]*[^\s<>"“”„«».,;:!?)\]}'’]/g;

/** Splits a text at its links. Joined together, the segments are the text. */
export function splitAtLinks(text: string): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const found of text.matchAll(link)) {
    if (found.index > end) segments.push({ text: text.slice(end, found.index), isLink: false });
    segments.push({ text: found[0], isLink: true });
    end = found.index + found[0].length;
  }
  if (end < text.length) segments.push({ text: text.slice(end), isLink: false });
  return segments;
}
