import { Menu, Tray } from 'electron';
import { trayIcon } from './drawn-icons.ts';

type TrayActions = { open: () => void; newTicket: () => void; quit: () => void };

/** Colodesk's icon in the tray, or in the menu bar of macOS, while the user wants it there. */
export class TrayIcon {
  readonly #actions: TrayActions;
  #tray: Tray | null = null;

  constructor(actions: TrayActions) {
    this.#actions = actions;
  }

  set(isWanted: boolean): void {
    if (isWanted) this.#tray ??= this.#create();
    else {
      this.#tray?.destroy();
      this.#tray = null;
    }
  }

  #create(): Tray {
    const { open, newTicket, quit } = this.#actions;
    const tray = new Tray(trayIcon(process.platform));
    tray.setToolTip('Colodesk');
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: 'Open', click: open },
        { label: 'New ticket', click: newTicket },
        { type: 'separator' },
        { label: 'Quit', click: quit },
      ]),
    );
    // On Windows the menu is on the other button; on macOS a click opens the menu.
    if (process.platform !== 'darwin') tray.on('click', open);
    return tray;
  }
}
