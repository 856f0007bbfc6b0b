import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { HelpPage } from '../contract/calls.ts';

/**
 * Sets the system's standard menus with the settings where each system has them, and Help. Without them, copy, paste, close and
 * quit would have no shortcuts on macOS.
 * @param checkForUpdates `null` where there are no updates
 */
export function setMenu(openHelp: (page: HelpPage) => void, checkForUpdates: (() => void) | null): void {
  const settings: MenuItemConstructorOptions = {
    label: 'Settings…',
    accelerator: 'CommandOrControl+,',
    click: () => openHelp('settings'),
  };
  const fileMenus: MenuItemConstructorOptions[] =
    process.platform === 'darwin'
      ? [{ role: 'appMenu', submenu: [...aboutItems, settings, ...macItems] }, { role: 'fileMenu' }]
      : [{ role: 'fileMenu', submenu: [settings, { type: 'separator' }, { role: 'quit' }] }];
  const view: MenuItemConstructorOptions = {
    label: 'View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
    ],
  };
  const help: MenuItemConstructorOptions = {
    role: 'help',
    submenu: [
      { label: 'Keyboard shortcuts', accelerator: 'F1', click: () => openHelp('keys') },
      { label: 'Diagnostics', click: () => openHelp('diagnosis') },
      ...(checkForUpdates ? [{ label: 'Check for updates', click: checkForUpdates }] : []),
    ],
  };
  const menus = [...fileMenus, { role: 'editMenu' as const }, view, { role: 'windowMenu' as const }, help];
  Menu.setApplicationMenu(Menu.buildFromTemplate(menus));
}

const aboutItems: MenuItemConstructorOptions[] = [{ role: 'about' }, { type: 'separator' }];
const macItems: MenuItemConstructorOptions[] = [
  { type: 'separator' },
  { role: 'services' },
  { type: 'separator' },
  { role: 'hide' },
  { role: 'hideOthers' },
  { role: 'unhide' },
  { type: 'separator' },
  { role: 'quit' },
];
