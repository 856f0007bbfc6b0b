import type { ReactNode } from 'react';
import { counterOf } from './counter.ts';

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
