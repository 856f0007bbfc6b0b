import { Menu, type MenuItemConstructorOptions } from 'electron';
import { type CommandGroup, type CommandId, commandIds, commands, titleOfCommand } from '../contract/commands.ts';

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
  const quit: Template = [itemOf('settings'), separator, { role: 'quit' }];
  const file: Template = [...group('tickets'), separator, ...application.map(itemOf), separator];
  return [
    ...(isMac ? [{ role: 'appMenu' as const, submenu: [...aboutItems, itemOf('settings'), ...macItems] }] : []),
    { role: 'fileMenu', submenu: [...file, ...(isMac ? [{ role: 'close' as const }] : quit)] },
    { role: 'editMenu' },
    { label: 'View', submenu: [...group('views'), separator, ...group('list'), separator, ...zoomItems] },
    { label: 'Ticket', submenu: group('ticket') },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        ...inHelp.map(itemOf),
        ...(checkForUpdates ? [{ label: 'Check for updates', click: checkForUpdates }] : []),
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
const zoomItems: Template = [
  { role: 'resetZoom' },
  { role: 'zoomIn' },
  { role: 'zoomOut' },
  separator,
  { role: 'togglefullscreen' },
];
const aboutItems: Template = [{ role: 'about' }, separator];
const macItems: Template = [
  separator,
  { role: 'services' },
  separator,
  { role: 'hide' },
  { role: 'hideOthers' },
  { role: 'unhide' },
  separator,
  { role: 'quit' },
];
