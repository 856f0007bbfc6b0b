import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, type Session, session } from 'electron';
import { localeArgument } from '../contract/channels.ts';
import { pageOrigin } from './app-protocol.ts';

/** The colours behind the page, where it is not drawn yet: its own ground, `--ground` in renderer/tokens.css, so that nothing flashes. */
const background = { light: '#f5f6f8', dark: '#101216' };

/** The window's session lives in memory: the page leaves nothing on the disk, and no script is taken from there that is not the package's. */
export const windowSession = (): Session => session.fromPartition('window');

/** Opens the window and begins to load the page. It shows itself when that has painted, so that nobody sees an empty one. */
function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Colodesk',
    width: 1280,
    height: 820,
    minWidth: 720,
    minHeight: 480,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload,
      additionalArguments: [localeArgument + regionalLocale()],
      session: windowSession(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
      spellcheck: false, // its dictionaries would be fetched from elsewhere
    },
  });
  window.once('ready-to-show', () => window.show());
  window.loadURL(`${pageOrigin}/`).catch(() => undefined); // `did-fail-load` tells as well
  return window;
}

/** The system's regional form; what is none that a page could use (`C`, say) counts as English. */
function regionalLocale(): string {
  const system = app.getSystemLocale().replace('_', '-');
  try {
    return Intl.getCanonicalLocales(system)[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}

export const preloadFile = (outFolder: string) => join(outFolder, 'preload', 'preload.cjs');

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
