/* What the screens that take the list's place have in common: each takes the keyboard, and Escape leads back to the list. */

import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { focusGrid, showScreen } from '../state/screen.ts';

type ScreenFrame = {
  /** Shows the list, and gives it the keyboard. */
  readonly leave: () => void;
  /** What the screen's `main` needs besides its name. */
  readonly frame: {
    readonly ref: RefObject<HTMLElement | null>;
    readonly tabIndex: number;
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly 'data-work-area': true;
  };
};

/** @param open a selector of what is open on the screen, or may be: Escape in it closes that first */
export function useScreenFrame(open: string): ScreenFrame {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => ref.current?.focus(), []);

  function leave() {
    flushSync(() => showScreen('tickets'));
    focusGrid();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest(open)) return;
    event.preventDefault();
    leave();
  }

  return { leave, frame: { ref, tabIndex: -1, onKeyDown, 'data-work-area': true } };
}
