import { Menu, type MenuItemConstructorOptions } from 'electron';
import { type CommandGroup, type CommandId, commandIds, commands, titleOfCommand } from '../contract/commands.ts';
import { words } from '../words/words.ts';

/** What the menu depends on. */
export type MenuOptions = {
  platform: string;
  /** Single letters are shortcuts. */
  usesSingleKeys: boolean;
  run: (command: CommandId) => void;
  /** `null` where there are no updates. */
  checkForUpdates: (() => void) | null;
};

/** Sets the application's menu, in the place of the one before. */
export function setMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)));
}

/**
 * The system's standard menus, and in them the commands that belong in a menu. Without the standard ones, copy, paste, close
 * and quit would have no shortcuts on macOS.
 */
export function menuTemplate({ platform, usesSingleKeys, run, checkForUpdates }: MenuOptions): Template {
  const isMac = platform === 'darwin';
  const texts = words().menus; // Electron's own labels are in English
  const itemOf = (id: CommandId): MenuItemConstructorOptions => {
    const accelerator = acceleratorOf(commands[id].keys, usesSingleKeys && !isMac);
    return {
      label: titleOfCommand(id),
      ...(accelerator !== null && { accelerator, registerAccelerator: false }),
      click(_item, window, event) {
        // On macOS a menu takes the key of its item too, but only after the page, which has run the command if it could.
        if (!event.triggeredByAccelerator || !window) run(id);
      },
    };
  };
  const group = (name: CommandGroup) => idsOf(name).map(itemOf);
  const application = idsOf('application').filter((id) => !inHelp.includes(id) && id !== 'settings');
  const quit: Template = [itemOf('settings'), separator, { role: 'quit', label: texts.quit }];
  const file: Template = [...group('tickets'), separator, ...application.map(itemOf), separator];
  return [
    ...(isMac ? [{ role: 'appMenu' as const, submenu: [...aboutItems(), itemOf('settings'), ...macItems()] }] : []),
    {
      role: 'fileMenu',
      label: texts.file,
      submenu: [...file, ...(isMac ? [{ role: 'close' as const, label: texts.closeWindow }] : quit)],
    },
    { role: 'editMenu', label: texts.edit, submenu: editItems(isMac) },
    { label: texts.view, submenu: [...group('views'), separator, ...group('list'), separator, ...zoomItems()] },
    { label: texts.ticket, submenu: group('ticket') },
    { role: 'windowMenu', label: texts.window, submenu: windowItems(isMac) },
    {
      role: 'help',
      label: texts.help,
      submenu: [
        ...inHelp.map(itemOf),
        ...(checkForUpdates ? [{ label: texts.checkForUpdates, click: checkForUpdates }] : []),
      ],
    },
  ];
}

type Template = MenuItemConstructorOptions[];

const inHelp: readonly CommandId[] = ['keys', 'diagnosis'];

const idsOf = (group: CommandGroup): CommandId[] =>
  commandIds.filter((id) => commands[id].group === group && commands[id].isInMenu);

/** The key to show beside a command, in Electron's form. One that needs no setting is preferred; `null`: none can be shown. */
function acceleratorOf(keys: readonly string[], mayBeSingle: boolean): string | null {
  const key = keys.find((each) => each.length > 1) ?? (mayBeSingle ? keys[0] : undefined);
  return key?.replace('Mod+', 'CommandOrControl+') ?? null;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

function editItems(isMac: boolean): Template {
  const texts = words().menus;
  return [
    { role: 'undo', label: texts.undo },
    { role: 'redo', label: texts.redo },
    separator,
    { role: 'cut', label: texts.cut },
    { role: 'copy', label: texts.copy },
    { role: 'paste', label: texts.paste },
    { role: 'delete', label: texts.delete },
    ...(isMac ? [] : [separator]),
    { role: 'selectAll', label: texts.selectAll },
  ];
}

/**
 * The words for each size, and its keys besides Electron's own, which wants Shift for larger. A German keyboard has its `+` without,
 * and on an American one nobody holds it for this.
 */
const sizes = [
  { role: 'resetZoom', name: 'actualSize', keys: ['num0'] },
  { role: 'zoomIn', name: 'zoomIn', keys: ['=', 'numadd'] },
  { role: 'zoomOut', name: 'zoomOut', keys: ['numsub'] },
] as const;

function zoomItems(): Template {
  const texts = words().menus;
  return [
    ...sizes.flatMap(({ role, name, keys }): Template => {
      const item = { role, label: texts[name] };
      return [item, ...keys.map((key) => ({ ...item, accelerator: `CommandOrControl+${key}`, visible: false }))];
    }),
    separator,
    { role: 'togglefullscreen', label: texts.fullScreen },
  ];
}

function windowItems(isMac: boolean): Template {
  const texts = words().menus;
  return [
    { role: 'minimize', label: texts.minimize },
    { role: 'zoom', label: texts.zoom },
    ...(isMac
      ? [separator, { role: 'front' as const, label: texts.bringToFront }]
      : [{ role: 'close' as const, label: texts.closeWindow }]),
  ];
}

const aboutItems = (): Template => [{ role: 'about', label: words().menus.about }, separator];

function macItems(): Template {
  const texts = words().menus;
  return [
    separator,
    { role: 'services', label: texts.services },
    separator,
    { role: 'hide', label: texts.hide },
    { role: 'hideOthers', label: texts.hideOthers },
    { role: 'unhide', label: texts.showAll },
    separator,
    { role: 'quit', label: texts.quitMac },
  ];
}
