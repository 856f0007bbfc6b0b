import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type CommandId, commandIds, commands } from '../../electron/contract/commands.ts';
import { useHelp } from '../../renderer/state/screen.ts';
import { commandOf, type KeyPress, runOnce } from '../../renderer/state/shortcuts.ts';
import { openInbox, shownHelp } from '../support/inbox.ts';

const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, isComposing: false };
const press = (key: string, code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  ...none,
  key,
  code,
  getModifierState: () => false,
  ...more,
});

it('no two commands share a key', () => {
  const all = commandIds.flatMap((id) => commands[id].keys.map((key) => key.toLowerCase()));
  expect(new Set(all).size).toBe(all.length);
});

describe('a key press', () => {
  it.each<[string, KeyPress, boolean, CommandId | null]>([
    ['N', press('n', 'KeyN'), false, 'newTicket'],
    ['N with Caps Lock', press('N', 'KeyN'), false, 'newTicket'],
    ['Shift+N', press('N', 'KeyN', { shiftKey: true }), false, null],
    ['Ctrl+N', press('n', 'KeyN', { ctrlKey: true }), false, null],
    ['Ctrl+F', press('f', 'KeyF', { ctrlKey: true }), false, 'search'],
    ['Ctrl+F with Caps Lock', press('F', 'KeyF', { ctrlKey: true }), false, 'search'],
    ['the Windows key and F', press('f', 'KeyF', { metaKey: true }), false, null],
    ['⌘F', press('f', 'KeyF', { metaKey: true }), true, 'search'],
    ['Ctrl+F on a Mac, which moves the cursor', press('f', 'KeyF', { ctrlKey: true }), true, null],
    ['⌃⌘F, which is full screen', press('f', 'KeyF', { ctrlKey: true, metaKey: true }), true, null],
    ['Ctrl+Shift+F', press('F', 'KeyF', { ctrlKey: true, shiftKey: true }), false, null],
    ['Ctrl+Shift+O', press('O', 'KeyO', { ctrlKey: true, shiftKey: true }), false, 'showOutbox'],
    ['/', press('/', 'Slash'), false, 'search'],
    ['/ on a German keyboard', press('/', 'Digit7', { shiftKey: true }), false, 'search'],
    ['Ctrl+1 on a French keyboard', press('&', 'Digit1', { ctrlKey: true }), false, 'viewAttention'],
    ['Ctrl+1 on the number pad', press('1', 'Numpad1', { ctrlKey: true }), false, 'viewAttention'],
    ['Ctrl+2 in Arabic', press('٢', 'Digit2', { ctrlKey: true }), false, 'viewOpen'],
    ['ν in Greek', press('ν', 'KeyN'), false, 'newTicket'],
    ['т in Russian', press('т', 'KeyN'), false, 'newTicket'],
    ['Ctrl+л in Russian', press('л', 'KeyK', { ctrlKey: true }), false, 'palette'],
    ['ى in Arabic', press('ى', 'KeyN'), false, 'newTicket'],
    ['two letters of one Arabic key', press('لا', 'KeyB', { ctrlKey: true }), false, 'toggleViews'],
    ['the place of / in Arabic', press('ظ', 'Slash'), false, 'search'],
    ['the letter of a Dvorak keyboard', press('n', 'KeyL'), false, 'newTicket'],
    ['the place of N on a Dvorak keyboard', press('b', 'KeyN'), false, null],
    ['a letter with an accent', press('ş', 'KeyS'), false, null],
    ['AltGr+E', press('€', 'KeyE', { getModifierState: (name) => name === 'AltGraph' }), false, null],
    ['AltGr as Windows reports it', press('e', 'KeyE', { ctrlKey: true, altKey: true }), false, null],
    ['Option+N', press('Dead', 'KeyN', { altKey: true }), true, null],
    ['what an input method composes', press('n', 'KeyN', { isComposing: true }), false, null],
    ['what an input method takes', press('Process', 'KeyN'), false, null],
    ['F1', press('F1', 'F1'), true, 'keys'],
    ['Shift+F1', press('F1', 'F1', { shiftKey: true }), false, null],
  ])('%s', (_name, event, onMac, id) => expect(commandOf(event, onMac)).toBe(id));

  /** What the letter keys type, in the order of the places A to Z; a space for none. */
  const layouts = {
    American: 'abcdefghijklmnopqrstuvwxyz',
    French: 'qbcdefghijkl,noparstuvzxyw',
    German: 'abcdefghijklmnopqrstuvwxzy',
    Dvorak: "axje.uidchtnmbrl'poygk,qf;",
    Turkish: 'abcdefghıjklmnopqrstuvwxyz',
    Greek: 'αβψδεφγηιξκλμνοπ;ρστθωςχυζ',
    Russian: 'фисвуапршолдьтщзйкыегмцчня',
    Hebrew: "שנבגקכעיןחלךצמםפ/רדאוה'סטז",
    Arabic: 'ش ؤيثبلاهتنمةىخحضقسفعرصءغئ',
    Thai: 'ฟิแกำดเ้รา่สทืนยๆพหะีอไปัผ',
    Korean: 'ㅁㅠㅊㅇㄷㄹㅎㅗㅑㅓㅏㅣㅡㅜㅐㅔㅂㄱㄴㅅㅕㅍㅈㅌㅛㅋ',
  };
  const places = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const isLatin = (letter: string) => /^[a-zı]$/.test(letter);

  it('means the same command on every layout, by its letter or by its place', () => {
    const letters = commandIds.flatMap((id) => commands[id].keys.map((key) => ({ id, parts: key.split('+') })));
    const withLetter = letters.filter(({ parts }) => /^[A-Z]$/.test(parts.at(-1) ?? ''));
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(layouts)),
        fc.constantFrom(...withLetter),
        fc.boolean(),
        fc.boolean(),
        (layout, { id, parts }, onMac, hasCapsLock) => {
          const letter = (parts.at(-1) ?? '').toLowerCase();
          const typed = [...layout];
          // Where the layout types the letter, there is its key; otherwise the key stands where it is on other keyboards.
          const index = typed.includes(letter) ? typed.indexOf(letter) : places.indexOf(letter.toUpperCase());
          const key = typed[index] ?? '';
          fc.pre(typed.includes(letter) || !isLatin(key));
          const isMod = parts.includes('Mod');
          const shiftKey = parts.includes('Shift');
          const event = press(shiftKey !== hasCapsLock ? key.toUpperCase() : key, `Key${places[index]}`, {
            shiftKey,
            ctrlKey: isMod && !onMac,
            metaKey: isMod && onMac,
          });
          expect(commandOf(event, onMac)).toBe(id);
        },
      ),
    );
  });

  it('never means a command with AltGr, Alt or the other system’s key', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(layouts)),
        fc.nat(25),
        fc.constantFrom('alt', 'altgr', 'other'),
        fc.boolean(),
        (layout, index, modifier, onMac) => {
          const event = press([...layout][index] ?? '', `Key${places[index]}`, {
            altKey: modifier === 'alt',
            getModifierState: (name) => modifier === 'altgr' && name === 'AltGraph',
            ...(modifier === 'other' && (onMac ? { ctrlKey: true } : { metaKey: true })),
          });
          expect(commandOf(event, onMac)).toBeNull();
        },
      ),
    );
  });
});

describe('a command', () => {
  beforeEach(() => {
    vi.stubGlobal('window', { desk: {} });
    useHelp.setState({ page: null });
    openInbox();
  });

  const runs = (...calls: [from: 'key' | 'menu', atMs: number][]) =>
    calls.map(([from, atMs]) => {
      useHelp.setState({ page: null });
      runOnce('keys', from, atMs);
      return shownHelp() === 'keys';
    });

  it('that the key and the menu ask for at once runs once', () => {
    expect(runs(['key', 1_000], ['menu', 1_040])).toEqual([true, false]);
    expect(runs(['menu', 2_000], ['key', 2_040])).toEqual([true, false]);
  });
  it('runs each time that the user asks for it', () => {
    expect(runs(['key', 3_000], ['key', 3_100], ['menu', 9_000], ['key', 9_900])).toEqual([true, true, true, true]);
    expect(runs(['key', 20_000], ['menu', 20_040], ['menu', 20_090])).toEqual([true, false, true]);
  });
});
