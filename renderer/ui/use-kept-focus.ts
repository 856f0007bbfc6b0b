import { type RefObject, useEffect } from 'react';

/**
 * Keeps the keyboard usable when the focused button disappears, as a row's `Discard` does together with the row. The focus
 * moves to the first button of the row that takes its place; if there is none, `fallback` is called, or the container is
 * focused. Otherwise the browser would focus the body, where no shortcut of the screen is heard (test/e2e/focus.test.ts).
 */
export function useKeptFocus(container: RefObject<HTMLElement | null>, fallback?: () => void): void {
  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let last: Position | null = null;
    const onFocus = ({ target }: FocusEvent) => {
      last = target instanceof Element ? positionOf(target) : null;
    };
    const observer = new MutationObserver(() => {
      if (!last || last.focused.isConnected || document.activeElement !== document.body) return;
      const next = nextButton(last) ?? (fallback ? null : element);
      if (next) next.focus();
      else fallback?.();
    });
    element.addEventListener('focusin', onFocus);
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener('focusin', onFocus);
      observer.disconnect();
    };
  }, [container, fallback]);
}

/** The focused element, and the list and index of the row it is in. */
type Position = { readonly focused: Element; readonly list: Element | null; readonly index: number };

function positionOf(focused: Element): Position {
  const row = focused.closest('li');
  const list = row?.parentElement ?? null;
  return { focused, list, index: row && list ? [...list.children].indexOf(row) : 0 };
}

function nextButton({ list, index }: Position): HTMLElement | null {
  if (!list?.isConnected) return null;
  return list.children[Math.min(index, list.children.length - 1)]?.querySelector('button') ?? null;
}
