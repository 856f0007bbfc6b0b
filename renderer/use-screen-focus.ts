import { useEffect, useRef } from 'react';
import { focusGrid, startTitleId } from './state/screen.ts';

/**
 * Where one screen takes another one's place, the button that was pressed is gone: the keyboard goes into the list, or to
 * the title of what comes before it. At the start nobody has pressed anything, and it stays where it is.
 */
export function useScreenFocus(screen: string): void {
  const isFirst = useRef(true);
  useEffect(() => {
    if (screen === 'starting') return;
    const wasFirst = isFirst.current;
    isFirst.current = false;
    if (wasFirst || document.activeElement !== document.body) return;
    const title = document.getElementById(startTitleId);
    if (title) title.focus();
    else focusGrid();
  }, [screen]);
}
