import type { BrowserWindow } from 'electron';
import { openWindow } from './window.ts';

/** The application's one window. On macOS it is closed and opened again while the application lives on. */
export class MainWindow {
  readonly #preload: string;
  readonly #watchers: ((window: BrowserWindow) => void)[] = [];
  #opened: BrowserWindow | undefined;

  constructor(preload: string) {
    this.#preload = preload;
  }

  /** The window, while there is one. */
  get current(): BrowserWindow | undefined {
    return this.#opened?.isDestroyed() ? undefined : this.#opened;
  }

  /** Opens the window, once the application is ready. */
  open(): void {
    this.#opened = openWindow(this.#preload);
    for (const watch of this.#watchers) watch(this.#opened);
  }

  /** Hands the window to `watcher`, and each that is opened later. */
  watch(watcher: (window: BrowserWindow) => void): void {
    this.#watchers.push(watcher);
    if (this.current) watcher(this.current);
  }

  /** Shows the window in front of all others, or a new one where it was closed. */
  comeForward(): void {
    const { current } = this;
    if (!current) {
      this.open();
      return;
    }
    if (current.isMinimized()) current.restore();
    current.show();
    current.focus();
  }

  send(channel: string, payload: unknown): void {
    this.current?.webContents.send(channel, payload);
  }
}
