import { Menu, Tray } from 'electron';
import { words } from '../words/words.ts';
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

  /** The language has changed. */
  renameItems(): void {
    this.#tray?.setContextMenu(this.#menu());
  }

  #create(): Tray {
    const { open } = this.#actions;
    const tray = new Tray(trayIcon(process.platform));
    tray.setToolTip('Colodesk');
    tray.setContextMenu(this.#menu());
    // On Windows the menu is on the other button; on macOS a click opens the menu.
    if (process.platform !== 'darwin') tray.on('click', open);
    return tray;
  }

  #menu(): Menu {
    const { open, newTicket, quit } = this.#actions;
    const texts = words().menus;
    return Menu.buildFromTemplate([
      { label: texts.open, click: open },
      { label: texts.newTicket, click: newTicket },
      { type: 'separator' },
      { label: texts.quit, click: quit },
    ]);
  }
}
