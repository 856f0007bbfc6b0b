import { useEffect, useRef, useState } from 'react';
import type { FieldErrors } from '../state/edit-merge.ts';

/** How long typing must pause before a field says what is wrong with it. */
const pauseMs = 600;

export type ShownErrors<F extends string> = {
  /** The errors that are to be seen now. */
  readonly shown: FieldErrors<F>;
  /** A key was pressed in a field. */
  typed(field: F): void;
  /** The keyboard left a field. */
  left(field: F): void;
  /** From now on every error is seen. */
  showAll(): void;
};

/** Decides when a field's error is seen: when typing in it pauses, when it is left, and when the form is to be sent. */
export function useShownErrors<F extends string>(errors: FieldErrors<F>): ShownErrors<F> {
  const [revealed, setRevealed] = useState<ReadonlySet<F> | 'all'>(new Set<F>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const typedIn = useRef(new Set<F>());
  useEffect(() => () => clearTimeout(timer.current), []);

  function reveal(field: F) {
    setRevealed((before) => (before === 'all' || before.has(field) ? before : new Set([...before, field])));
  }

  const shown: { [K in F]?: string } = {};
  for (const field of Object.keys(errors) as F[]) {
    const error = errors[field];
    if (error !== undefined && (revealed === 'all' || revealed.has(field))) shown[field] = error;
  }
  return {
    shown,
    typed(field) {
      typedIn.current.add(field);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => reveal(field), pauseMs);
    },
    left(field) {
      // Walking through an empty form with Tab is no mistake.
      if (typedIn.current.has(field)) reveal(field);
    },
    showAll: () => setRevealed('all'),
  };
}
