import { expect, it } from 'vitest';
import { isFindKey } from '../../renderer/inbox/use-shortcuts.ts';

const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

it.each([
  ['Ctrl+F', { key: 'f', ctrlKey: true }, false, true],
  ['Ctrl+F with caps lock', { key: 'F', ctrlKey: true }, false, true],
  ['the Windows key and F', { key: 'f', metaKey: true }, false, false],
  ['⌘F', { key: 'f', metaKey: true }, true, true],
  ['Ctrl+F on a Mac, which moves the cursor', { key: 'f', ctrlKey: true }, true, false],
  ['⌃⌘F, which is full screen', { key: 'f', ctrlKey: true, metaKey: true }, true, false],
  ['Ctrl+Shift+F', { key: 'f', ctrlKey: true, shiftKey: true }, false, false],
])('%s', (_name, keys, isMac, isFind) => {
  expect(isFindKey({ ...none, ...keys } as KeyboardEvent, isMac)).toBe(isFind);
});
