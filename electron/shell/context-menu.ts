/* The menu that a right click shows on a text, a field or a link. */

import { type ContextMenuParams, clipboard, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';
import { words } from '../words/words.ts';

type Asked = Pick<
  ContextMenuParams,
  'dictionarySuggestions' | 'editFlags' | 'isEditable' | 'linkURL' | 'misspelledWord' | 'selectionText'
>;

type ContextActions = {
  replaceWord: (word: string) => void;
  copyText: (text: string) => void;
};

/** Shows a menu where the user right-clicks on a text, a field or a link, unless the page shows one of its own there. */
export function addContextMenu(contents: WebContents): void {
  contents.on('context-menu', (_event, params) => {
    const items = contextMenuItems(params, {
      replaceWord: (word) => contents.replaceMisspelling(word),
      copyText: (text) => clipboard.writeText(text),
    });
    const { x, y, menuSourceType: sourceType } = params;
    // By itself it opens at the pointer, which has nothing to do with what a key or a finger means.
    if (items.length > 0) Menu.buildFromTemplate(items).popup(sourceType === 'mouse' ? {} : { x, y, sourceType });
  });
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** Returns what can be done where the user clicked; nothing beside texts, fields and links. */
export function contextMenuItems(asked: Asked, actions: ContextActions): MenuItemConstructorOptions[] {
  const { editFlags, isEditable, linkURL, misspelledWord, selectionText } = asked;
  const texts = words().menus;
  const parts: MenuItemConstructorOptions[][] = [];
  if (misspelledWord !== '') parts.push(spellingItems(asked, actions));
  if (linkURL !== '') parts.push([{ label: texts.copyLink, click: () => actions.copyText(linkURL) }]);
  if (isEditable) {
    parts.push(
      [
        { role: 'undo', label: texts.undo, enabled: editFlags.canUndo },
        { role: 'redo', label: texts.redo, enabled: editFlags.canRedo },
      ],
      [
        { role: 'cut', label: texts.cut, enabled: editFlags.canCut },
        { role: 'copy', label: texts.copy, enabled: editFlags.canCopy },
        { role: 'paste', label: texts.paste, enabled: editFlags.canPaste },
        { role: 'selectAll', label: texts.selectAll, enabled: editFlags.canSelectAll },
      ],
    );
  } else if (selectionText.trim() !== '') parts.push([{ role: 'copy', label: texts.copy, enabled: editFlags.canCopy }]);
  return parts.flatMap((items, index) => (index === 0 ? items : [separator, ...items]));
}

/** No word can be added to a dictionary: Electron adds none from a session that is in memory only, as the window's is. */
function spellingItems(
  { dictionarySuggestions }: Asked,
  { replaceWord }: ContextActions,
): MenuItemConstructorOptions[] {
  if (dictionarySuggestions.length === 0) return [{ label: words().menus.noSuggestions, enabled: false }];
  return dictionarySuggestions.map((word) => ({ label: escapeLabel(word), click: () => replaceWord(word) }));
}

/** In a label of a menu `&` marks the key of the item. */
const escapeLabel = (text: string) => text.replaceAll('&', '&&');
