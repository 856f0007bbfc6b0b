import { type ReactNode, useMemo } from 'react';
import { findMatches } from '../../electron/contract/search-text.ts';
import { useSlice } from '../state/ticket-list.ts';

/** A text of a ticket in which what the list was searched for is marked. */
export function Marked({ text }: { text: string }) {
  // Of the rows on the screen, not of what is typed by now: marks and rows change together.
  const search = useSlice(({ query }) => query?.search ?? '');
  return useMemo(() => markedParts(text, search), [text, search]);
}

function markedParts(text: string, search: string): ReactNode {
  const matches = search === '' ? [] : findMatches(text, search);
  if (matches.length === 0) return text;
  const parts: ReactNode[] = [];
  let end = 0;
  for (const [from, to] of matches) {
    parts.push(text.slice(end, from), <mark key={from}>{text.slice(from, to)}</mark>);
    end = to;
  }
  return [...parts, text.slice(end)];
}
