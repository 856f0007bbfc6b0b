import { Menu, type MenuItemConstructorOptions } from 'electron';

/** The standard menus of each system; on macOS without them copy, paste and quit would have no keys. */
export function setMenu(): void {
  const mac: MenuItemConstructorOptions[] =
    process.platform === 'darwin' ? [{ role: 'appMenu' }] : [{ role: 'fileMenu' }];
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
  Menu.setApplicationMenu(Menu.buildFromTemplate([...mac, { role: 'editMenu' }, view, { role: 'windowMenu' }]));
}
