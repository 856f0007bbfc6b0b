import type { ReactNode } from 'react';
import { formatCount } from '../words/numbers.ts';
import { words } from '../words/words.ts';

/** The id in the page of a form's field. */
export function fieldDomId(field: string): string {
  return `form-${field}`;
}

/** What stands under a field: a hint, or near the limit how much of it is used. Screen readers get it with the field. */
export function fieldNote(text: string, limit: number, hint?: string): ReactNode {
  const counter = counterOf(text, limit);
  if (!counter) return hint;
  return (
    <span className="field-counter tabular" data-over={counter.isOver || undefined}>
      {counter.text}
    </span>
  );
}

/** From this part of a limit on, a field says how much of it is used. */
const shownFrom = 0.8;

/** What stands under a field near its limit; `null` far from it. */
type Counter = { readonly text: string; readonly isOver: boolean };

/** How much of a limit a text uses, counted as the server counts: in UTF-16 units, so most emoji count as two. */
export function counterOf(text: string, limit: number): Counter | null {
  const used = text.length;
  if (used < limit * shownFrom) return null;
  return { text: words.form.counter(formatCount(used), formatCount(limit)), isOver: used > limit };
}
