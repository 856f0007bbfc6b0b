import { type RefObject, useEffect } from 'react';

/**
 * Where a part leaves the screen with the button in it that holds the keyboard, as a row does after `Discard`, the keyboard
 * goes on to the row that comes into its place, and without one to the screen, or to where `elsewhere` puts it: otherwise
 * no key would reach that any more.
 */
export function useKeptFocus(screen: RefObject<HTMLElement | null>, elsewhere?: () => void): void {
  useEffect(() => {
    const element = screen.current;
    if (!element) return;
    let last: Place | null = null;
    const onFocus = ({ target }: FocusEvent) => {
      last = target instanceof Element ? placeOf(target) : null;
    };
    const observer = new MutationObserver(() => {
      if (!last || last.focused.isConnected || document.activeElement !== document.body) return;
      const next = nextButton(last) ?? (elsewhere ? null : element);
      if (next) next.focus();
      else elsewhere?.();
    });
    element.addEventListener('focusin', onFocus);
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener('focusin', onFocus);
      observer.disconnect();
    };
  }, [screen, elsewhere]);
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
