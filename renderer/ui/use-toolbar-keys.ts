import { type RefObject, useEffect } from 'react';

/** Not what is in a menu that a button has opened. */
const control = 'button:not([disabled], [role="menuitem"])';

/**
 * Makes the buttons of a toolbar one stop for the Tab key: the arrow keys, Home and End move between them, and Tab comes back
 * to the one that was focused last.
 */
export function useToolbarKeys(toolbar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = toolbar.current;
    if (!element) return;
    let current: HTMLElement | null = null;
    const buttons = () => [...element.querySelectorAll<HTMLElement>(control)];
    const mark = () => {
      const all = buttons();
      const stop = current && all.includes(current) ? current : all[0];
      for (const button of all) button.tabIndex = button === stop ? 0 : -1;
    };
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target.matches(control)) current = target;
      mark();
    };
    const onKey = (event: KeyboardEvent) => {
      const all = buttons();
      const place = event.target instanceof HTMLElement ? all.indexOf(event.target) : -1;
      const next = place < 0 ? undefined : all[placeAfter(event.key, place, all.length)];
      if (!next || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      next.focus();
    };
    mark();
    const observer = new MutationObserver(mark); // a button may be replaced by another
    observer.observe(element, { childList: true, subtree: true });
    element.addEventListener('focusin', onFocus);
    element.addEventListener('keydown', onKey);
    return () => {
      observer.disconnect();
      element.removeEventListener('focusin', onFocus);
      element.removeEventListener('keydown', onKey);
    };
  }, [toolbar]);
}

/** The place that a key leads to; -1 for a key that leads nowhere. */
function placeAfter(key: string, place: number, count: number): number {
  switch (key) {
    case 'ArrowRight':
      return (place + 1) % count;
    case 'ArrowLeft':
      return (place + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}
