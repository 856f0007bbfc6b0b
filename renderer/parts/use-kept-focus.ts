import { type RefObject, useEffect } from 'react';

/**
 * Where a row leaves a list with the button in it that holds the keyboard, as after `Discard`, the keyboard goes on to the
 * row that comes into its place, and without one to the screen: otherwise no key would reach that any more.
 */
export function useKeptFocus(screen: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = screen.current;
    if (!element) return;
    let last: Place | null = null;
    const onFocus = ({ target }: FocusEvent) => {
      last = target instanceof Element ? placeOf(target) : null;
    };
    const observer = new MutationObserver(() => {
      if (!last || last.focused.isConnected || document.activeElement !== document.body) return;
      (nextButton(last) ?? element).focus();
    });
    element.addEventListener('focusin', onFocus);
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener('focusin', onFocus);
      observer.disconnect();
    };
  }, [screen]);
}

type Place = { readonly focused: Element; readonly list: Element | null; readonly index: number };

function placeOf(focused: Element): Place {
  const row = focused.closest('li');
  const list = row?.parentElement ?? null;
  return { focused, list, index: row && list ? [...list.children].indexOf(row) : 0 };
}

function nextButton({ list, index }: Place): HTMLElement | null {
  if (!list?.isConnected) return null;
  return list.children[Math.min(index, list.children.length - 1)]?.querySelector('button') ?? null;
}
