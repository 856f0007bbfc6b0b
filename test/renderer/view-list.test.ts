import { expect, it } from 'vitest';
import { indexAfterKey } from '../../renderer/views/view-list.tsx';

it.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 9, 9],
  ['ArrowUp', 0, 0],
  ['Home', 5, 0],
  ['End', 5, 9],
  ['a', 5, null],
])('%s leads from view %d of 10 to %s', (key, from, to) => expect(indexAfterKey(key, from, 10)).toBe(to));
