import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { expect, it, vi } from 'vitest';
import { addContextMenu, contextMenuItems } from '../../electron/shell/context-menu.ts';

const popup = vi.hoisted(() => vi.fn());
vi.mock('electron', () => ({ Menu: { buildFromTemplate: () => ({ popup }) } }));

type Asked = Parameters<typeof contextMenuItems>[0];

const allFlags = {
  canUndo: true,
  canRedo: false,
  canCut: true,
  canCopy: true,
  canPaste: true,
  canDelete: true,
  canSelectAll: true,
  canEditRichly: false,
};
const asked: Asked = {
  dictionarySuggestions: [],
  editFlags: allFlags,
  isEditable: false,
  linkURL: '',
  misspelledWord: '',
  selectionText: '',
};

function itemsOf(fields: Partial<Asked>) {
  const actions = { replaceWord: vi.fn(), copyText: vi.fn() };
  const items = contextMenuItems({ ...asked, ...fields }, actions);
  const names = items.map(({ type, role, label }) => type ?? role ?? label);
  const click = (label: string) =>
    items.find((item) => item.label === label)?.click?.({} as never, undefined, {} as never);
  return { items, names, click, actions };
}

it('shows nothing where there is no text', () => {
  expect(itemsOf({}).names).toEqual([]);
  expect(itemsOf({ selectionText: ' \n' }).names).toEqual([]);
});

it('a selected text can be copied', () => {
  expect(itemsOf({ selectionText: 'cage' }).names).toEqual(['copy']);
});

it('a field can be edited as far as its state allows', () => {
  const { names, items } = itemsOf({ isEditable: true, selectionText: 'cage' });
  expect(names).toEqual(['undo', 'redo', 'separator', 'cut', 'copy', 'paste', 'selectAll']);
  expect(items.filter(({ enabled }) => enabled === false).map(({ role }) => role)).toEqual(['redo']);
});

it('a link can be copied', () => {
  const { names, click, actions } = itemsOf({ linkURL: 'https://tickets.example/a', selectionText: 'a' });
  expect(names).toEqual(['Copy link', 'separator', 'copy']);
  click('Copy link');
  expect(actions.copyText).toHaveBeenCalledExactlyOnceWith('https://tickets.example/a');
});

it('a misspelled word can be replaced; none is offered to a dictionary, since a session in memory adds nothing to any', () => {
  const word = { isEditable: true, misspelledWord: 'cagge', dictionarySuggestions: ['cage', 'R&D'] };
  const { names, click, actions } = itemsOf(word);
  expect(names.slice(0, 5)).toEqual(['cage', 'R&&D', 'separator', 'undo', 'redo']);
  click('R&&D');
  expect(actions.replaceWord).toHaveBeenCalledExactlyOnceWith('R&D');
  expect(itemsOf({ ...word, dictionarySuggestions: [] }).items[0]).toEqual({ label: 'No suggestions', enabled: false });
});

it('offers neither tools for developers nor to load the page again', () => {
  const everything = { isEditable: true, misspelledWord: 'x', linkURL: 'https://a.example', selectionText: 'x' };
  expect(JSON.stringify(itemsOf(everything).items)).not.toMatch(/devtools|reload|inspect/i);
});

it.each([
  ['mouse', {}],
  ['keyboard', { x: 120, y: 40, sourceType: 'keyboard' }],
  ['longPress', { x: 120, y: 40, sourceType: 'longPress' }],
])('opens where it was asked for, which is where the pointer is only with a mouse: %s', (menuSourceType, place) => {
  const contents = new EventEmitter();
  addContextMenu(contents as WebContents);
  popup.mockClear();
  contents.emit('context-menu', {}, { ...asked, isEditable: true, x: 120, y: 40, menuSourceType });
  expect(popup).toHaveBeenCalledExactlyOnceWith(place);
});
