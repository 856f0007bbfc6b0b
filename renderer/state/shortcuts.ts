/*
 * Runs the commands that the keyboard and the menus ask for. A key counts by the letter that it types where that is Latin, and
 * otherwise by its place on the keyboard, so that the same keys work in Greek, Cyrillic or Arabic.
 */

import { flushSync } from 'react-dom';
import { type CommandId, commandIds, commands } from '../../electron/contract/commands.ts';
import { isMac } from '../words/keys.ts';
import { commandActions, runCommand } from './commands.ts';
import { closeDialog, useDialog } from './dialogs.ts';
import { useForm } from './form.ts';
import { takesText } from './screen.ts';
import { useSettings } from './settings.ts';

/** Starts listening to the keyboard and to the menus. Called once. */
export function listenToCommands(): void {
  window.addEventListener('keydown', onKeyDown);
  window.addEventListener('keyup', () => {
    heldCode = null;
  });
  window.desk.on('command', runFromMenu);
}

/** What of a key press decides which command it means. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing' | 'getModifierState'
>;

/** Returns the command that a key press means; `null` for none. */
export function commandOf(press: KeyPress, onMac: boolean): CommandId | null {
  // AltGr types characters, and so does Option; what an input method composes is text.
  if (press.isComposing || press.altKey || press.getModifierState('AltGraph')) return null;
  const [isMod, isOther] = onMac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  if (isOther) return null;
  const pressed = keysOf(press);
  return commandIds.find((id) => commands[id].keys.some((key) => isMeant(key, pressed, isMod, press.shiftKey))) ?? null;
}

function isMeant(shortcut: string, pressed: readonly string[], isMod: boolean, isShift: boolean): boolean {
  const parts = shortcut.split('+');
  const key = (parts.at(-1) ?? '').toLowerCase();
  if (!pressed.includes(key) || parts.includes('Mod') !== isMod) return false;
  // Many keyboards type `/` with Shift; a letter with Shift is another shortcut.
  return parts.includes('Shift') === isShift || (!isMod && /^[^a-z0-9]$/.test(key));
}

const latin = /^[\x21-\x7e]+$|^\p{Script=Latin}$/u;
const places: Record<string, string> = { Slash: '/', Comma: ',' };

/** Returns the keys of the list that a key press can stand for. */
function keysOf({ key, code }: KeyPress): string[] {
  const typed = key.toLowerCase();
  const [, letter, digit] = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(code) ?? [];
  if (digit !== undefined) return [typed, digit]; // French keyboards type digits with Shift only
  if (latin.test(key)) return [typed];
  const place = letter?.toLowerCase() ?? places[code];
  return place === undefined ? [] : [place];
}

/** The key whose command was run, while it is held: its repetitions would be typed into what the command opened. */
let heldCode: string | null = null;

function onKeyDown(event: KeyboardEvent): void {
  if (event.repeat) {
    if (event.code === heldCode) event.preventDefault();
    return;
  }
  heldCode = null;
  if (event.defaultPrevented) return;
  const id = commandOf(event, isMac);
  if (id === null || !isHeardFrom(event, id) || !isReachable(id)) return;
  event.preventDefault();
  heldCode = event.code;
  runOnce(id, 'key');
}

/** Whether a key is a shortcut where the keyboard is, not something typed there. */
function isHeardFrom({ target, ctrlKey, metaKey, key }: KeyboardEvent, id: CommandId): boolean {
  const isText = takesText(target);
  if (id === 'selectAll') return !isText;
  const isSingle = !ctrlKey && !metaKey && !/^F\d+$/.test(key);
  if (!isSingle) return true;
  if (isText || !useSettings.getState().usesSingleKeys) return false;
  if (target instanceof Element && target.closest('[role="menu"], [role="listbox"]')) return false;
  return useForm.getState().open === null || id === 'search';
}

/** Whether a command can be run now. A dialog must be answered first; only the palette makes way. */
function isReachable(id: CommandId): boolean {
  const isPaletteOpen = useDialog.getState().open?.name === 'commands';
  if (document.querySelector('dialog[open]') && !(isPaletteOpen && id === 'palette')) return false;
  return commandActions[id].isAvailable();
}

function runFromMenu(id: CommandId): void {
  if (useDialog.getState().open?.name === 'commands' && id !== 'palette') flushSync(closeDialog);
  if (isReachable(id)) runOnce(id, 'menu');
}

/** On macOS a shortcut may reach the page and the menu: the second of them comes within this time. */
const echoMs = 300;
let last: { readonly id: CommandId; readonly from: 'key' | 'menu'; readonly atMs: number } | null = null;

/** Runs a command, unless the same key press has run it already. */
export function runOnce(id: CommandId, from: 'key' | 'menu', atMs = performance.now()): void {
  const isEcho = last?.id === id && last.from !== from && atMs - last.atMs < echoMs;
  last = isEcho ? null : { id, from, atMs };
  if (!isEcho) runCommand(id);
}
