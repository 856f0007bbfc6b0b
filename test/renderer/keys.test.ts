import { expect, it } from 'vitest';
import { commandGroups, commandIds, commands, titleOfCommand } from '../../electron/contract/commands.ts';
import { rowsOf } from '../../renderer/help/help.tsx';
import { ariaKeysOf, shownKey, shownKeysOf } from '../../renderer/words/keys.ts';

it.each([
  ['N', 'N', 'N'],
  ['Mod+K', 'Ctrl+K', '⌘K'],
  ['Mod+Shift+O', 'Ctrl+Shift+O', '⇧⌘O'],
  ['Mod+,', 'Ctrl+,', '⌘,'],
  ['Mod++', 'Ctrl++', '⌘+'],
  ['Mod+Enter', 'Ctrl+Enter', '⌘Return'],
  ['F1', 'F1', 'F1'],
])('%s is written %s, on macOS %s', (key, elsewhere, onMac) => {
  expect([shownKey(key, false), shownKey(key, true)]).toEqual([elsewhere, onMac]);
});

it('tells assistive technology the keys of a command', () => {
  expect(ariaKeysOf('search', true, false)).toBe('/ Control+F');
  expect(ariaKeysOf('showOutbox', true, true)).toBe('Meta+Shift+O');
  expect(ariaKeysOf('attachFiles', true, false)).toBeUndefined();
});

it('tells of no single keys where they are no shortcuts', () => {
  expect(ariaKeysOf('search', false, false)).toBe('Control+F');
  expect(ariaKeysOf('newTicket', false, false)).toBeUndefined();
  expect(shownKeysOf('syncNow', false, false)).toEqual(['F5']);
});

it('the list of keys names each command with keys once', () => {
  const listed = commandGroups.flatMap((group) => rowsOf(group).map(([, meaning]) => meaning));
  const withKeys = commandIds.filter((id) => commands[id].keys.length > 0);
  expect(listed.toSorted()).toEqual(withKeys.map((id) => titleOfCommand(id).replace('…', '')).toSorted());
  expect(new Set(listed).size).toBe(listed.length);
});
