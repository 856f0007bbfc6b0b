import { useEffect, useRef, useState } from 'react';

/** What is wrong with fields, at most one sentence each. */
export type FieldErrors<F extends string> = { readonly [K in F]?: string };

/** Decides when the error of a field appears: when typing in it pauses, when it is left, or when the form is submitted. */
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
      // Moving through an empty form with Tab is no mistake.
      if (typedIn.current.has(field)) reveal(field);
    },
    showAll: () => setRevealed('all'),
  };
}

/** How long typing must pause before a field shows its error. */
const pauseMs = 600;

type ShownErrors<F extends string> = {
  /** The errors to show now. */
  readonly shown: FieldErrors<F>;
  /** Call it when the text of a field changes. */
  typed(field: F): void;
  /** Call it when a field loses the focus. */
  left(field: F): void;
  /** Shows every error from now on. */
  showAll(): void;
};
