/** The row that a key leads to in a list of `count` rows, or `null` when the key is not about moving. */
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
