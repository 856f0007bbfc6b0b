import type { BrowserWindow } from 'electron';
import { openWindow } from './window.ts';

/** The application's one window. On macOS it is closed and opened again while the application lives on. */
export class MainWindow {
  readonly #preload: string;
  readonly #watchers: ((window: BrowserWindow) => void)[] = [];
  #opened: BrowserWindow | undefined;
  /** It closes, and nothing prevents that any more: touched from then on, Electron may crash. */
  #isGoing = false;

  constructor(preload: string) {
    this.#preload = preload;
  }

  /** The window, while there is one. */
  get current(): BrowserWindow | undefined {
    return this.#opened;
  }

  /** Opens the window, once the application is ready and none is there. */
  open(): void {
    const opened = openWindow(this.#preload);
    this.#opened = opened;
    this.#isGoing = false;
    opened.on('close', (event) => {
      queueMicrotask(() => {
        this.#isGoing = !event.defaultPrevented; // which whoever hears of it may do
      });
    });
    opened.once('closed', () => {
      this.#opened = undefined;
    });
    for (const watch of this.#watchers) watch(opened);
  }

  /** Hands the window to `watcher`, and each that is opened later. */
  watch(watcher: (window: BrowserWindow) => void): void {
    this.#watchers.push(watcher);
    if (this.current) watcher(this.current);
  }

  /** Shows the window in front of all others, or a new one where it was closed. */
  comeForward(): void {
    const opened = this.#opened;
    if (!opened) {
      this.open();
      return;
    }
    if (this.#isGoing) {
      opened.once('closed', () => setImmediate(() => this.comeForward()));
      return;
    }
    if (opened.isMinimized()) opened.restore();
    opened.show();
    opened.focus();
  }

  send(channel: string, payload: unknown): void {
    if (!this.#isGoing) this.#opened?.webContents.send(channel, payload);
  }
}
