/* Where the keys of the grid lead. */

/** The row that a key moves to in a list of `count` rows, or `null` if the key does not move. */
export function rowAfterKey(key: string, index: number, count: number, pageRows: number): number | null {
  const target = targetOf(key, index, count, Math.max(1, pageRows));
  return target === null || count === 0 ? null : Math.max(0, Math.min(count - 1, target));
}

function targetOf(key: string, index: number, count: number, pageRows: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'PageDown':
      return index + pageRows;
    case 'PageUp':
      return index - pageRows;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** Whether a key asked for a menu: the mouse asks with its right button or, on macOS, with Ctrl. */
export const isMenuKey = ({ button, ctrlKey }: Pick<MouseEvent, 'button' | 'ctrlKey'>): boolean =>
  button !== 2 && !ctrlKey;
