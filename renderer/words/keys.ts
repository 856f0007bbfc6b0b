/*
 * How shortcuts are written: on the screen as each system writes them, and for `aria-keyshortcuts`.
 */

import { type CommandId, commands } from '../../electron/contract/commands.ts';
import { words } from './words.ts';

/** Whether the keyboard has ⌘. Unit tests run without a `navigator` on older systems. */
export const isMac: boolean = /Mac/.test(globalThis.navigator?.userAgent ?? '');

const names: Readonly<Record<string, string>> = { ...words.keys.name, Mod: words.keys.name.Ctrl };
const macNames: Readonly<Record<string, string>> = {
  ...words.keys.name,
  Mod: '⌘',
  Shift: '⇧',
  Enter: words.keys.name.Return,
};

/** Writes a shortcut of the list: `Ctrl+Shift+O`, on macOS `⇧⌘O`. */
export function shownKey(key: string, onMac = isMac): string {
  const parts = key.split(/\+(?=.)/);
  if (!onMac) return parts.map((part) => names[part] ?? part).join('+');
  const order = ['Shift', 'Mod'];
  const sorted = parts.toSorted((one, other) => rankOf(order, one) - rankOf(order, other));
  return sorted.map((part) => macNames[part] ?? part).join('');
}

const rankOf = (order: readonly string[], part: string): number =>
  order.includes(part) ? order.indexOf(part) : order.length;

/** The keys of a command, without single characters where those are no shortcuts. */
const keysOf = (id: CommandId, usesSingleKeys: boolean): readonly string[] =>
  commands[id].keys.filter((key) => usesSingleKeys || key.length > 1);

/** The keys of a command as the screen shows them; empty if it has none. */
export function shownKeysOf(id: CommandId, usesSingleKeys: boolean, onMac = isMac): string[] {
  return keysOf(id, usesSingleKeys).map((key) => shownKey(key, onMac));
}

/** The keys of a command for `aria-keyshortcuts`; `undefined` if it has none. */
export function ariaKeysOf(id: CommandId, usesSingleKeys: boolean, onMac = isMac): string | undefined {
  const keys = keysOf(id, usesSingleKeys).map((key) => key.replace('Mod', onMac ? 'Meta' : 'Control'));
  return keys.length === 0 ? undefined : keys.join(' ');
}
