import { expect, it } from 'vitest';
import { formatBytes } from '../../renderer/words/byte-sizes.ts';

it.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [21, '21 bytes'],
  [2_450, '2.5 kB'],
  [4_000_000, '4 MB'],
  [1_250_000_000, '1,250 MB'],
])('%i bytes are shown as %s', (bytes, shown) => {
  expect(formatBytes(bytes)).toBe(shown);
});
