import type { ReactNode } from 'react';
import { words } from '../words/words.ts';
import shared from './shared.module.css';

/**
 * The note under a field: a hint, or near the limit how much of the limit is used. Pass it as Mantine's `description`, so
 * that screen readers read it with the field.
 */
export function fieldNote(text: string, limit: number, hint?: string): ReactNode {
  const counter = counterOf(text, limit);
  if (!counter) return hint;
  return (
    <span className={`${shared.counter} ${shared.tabular}`} data-over={counter.isOver || undefined}>
      {counter.text}
    </span>
  );
}

/** The DOM id of a form's field. */
export function fieldDomId(field: string): string {
  return `form-${field}`;
}

/** The share of a limit from which on the counter is shown. */
const shownFrom = 0.8;

type Counter = { readonly text: string; readonly isOver: boolean };

/**
 * How much of a limit a text uses, or `null` far from the limit. Counted as the server counts, in UTF-16 units, so that most
 * emoji count as two.
 */
export function counterOf(text: string, limit: number): Counter | null {
  const used = text.length;
  if (used < limit * shownFrom) return null;
  return { text: words.form.counter({ used, limit }), isOver: used > limit };
}
