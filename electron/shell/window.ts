import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, type Rectangle, type Session, screen, session } from 'electron';
import { localeArgument } from '../contract/channels.ts';
import { pageOrigin } from './app-protocol.ts';
import { systemRegion } from './language.ts';
import { placementOf, readWindowState, type WindowState, writeWindowState } from './window-state.ts';

/** Upper limit for holding back background work until the first paint, in case the page never loads. */
const firstPaintLimitMs = 2_000;

/** The application's one window. On macOS it may be closed and opened again while the application runs on. */
export class MainWindow {
  readonly #preload: string;
  readonly #stateFile: string;
  readonly #watchers: ((window: BrowserWindow) => void)[] = [];
  #opened: BrowserWindow | undefined;
  /** The window is closing and nothing can prevent it any more. Electron may crash when it is touched after this. */
  #isClosing = false;
  /** The application ends. */
  #isEnding = false;
  /** The page of the current window has drawn its first screen. */
  #isPainted = false;
  /** It is to be maximized when it is shown. */
  #isToMaximize = false;
  #resolvePainted = () => {};
  readonly #painted = new Promise<void>((resolve) => {
    this.#resolvePainted = resolve;
  });
  readonly #afterPaint: (() => void)[] = [];
  #resolveFirstPaint = () => {};
  readonly #firstPaint = new Promise<void>((resolve) => {
    this.#resolveFirstPaint = resolve;
  });

  /** @param stateFile keeps the window's place, size and zoom */
  constructor(preload: string, stateFile: string) {
    this.#preload = preload;
    this.#stateFile = stateFile;
  }

  /** The window, while there is one. */
  get current(): BrowserWindow | undefined {
    return this.#opened;
  }

  /**
   * Opens the window. The application must be ready, and there must be no window.
   * @param isHidden it is not shown before `comeForward`
   */
  open(isHidden = false): void {
    const state = readWindowState(this.#stateFile);
    const opened = openWindow(this.#preload, state, isHidden);
    keepState(opened, this.#stateFile, state);
    this.#opened = opened;
    this.#isClosing = false;
    this.#isPainted = false;
    this.#isToMaximize = state.isMaximized;
    opened.webContents.once('did-navigate', () => void untilPainted(opened).then(() => this.#resolvePainted()));
    const forgetPage = () => {
      this.#isPainted = false;
    };
    opened.webContents.on('render-process-gone', forgetPage);
    opened.webContents.on('did-navigate', forgetPage); // the page loads itself anew for another language
    opened.once('show', () => {
      this.#isToMaximize = false;
    });
    opened.on('close', (event) => {
      queueMicrotask(() => {
        this.#isClosing = !event.defaultPrevented; // after all listeners, since each of them may prevent it
      });
    });
    opened.once('closed', () => {
      this.#opened = undefined;
    });
    for (const watch of this.#watchers) watch(opened);
  }

  /** Resolves when a window has painted something for the first time, be it a picture of its first screen. */
  painted(): Promise<void> {
    return this.#painted;
  }

  /** What room the window gives to the page once it is shown, as a text to compare. */
  room(): string {
    const opened = this.#opened;
    if (!opened) return '';
    const zoomFactor = opened.webContents.getZoomFactor();
    const isMaximized = this.#isToMaximize || opened.isMaximized();
    const { width, height } = isMaximized ? screen.getPrimaryDisplay().workArea : opened.getContentBounds();
    return JSON.stringify({ width, height, isMaximized, zoomFactor });
  }

  /** Calls `watcher` with the current window, and with each that is opened later. */
  watch(watcher: (window: BrowserWindow) => void): void {
    this.#watchers.push(watcher);
    if (this.current) watcher(this.current);
  }

  /** Shows the window in front of all others, and opens a new one if it was closed; neither while the application ends. */
  comeForward(): void {
    if (this.#isEnding) return;
    const opened = this.#opened;
    if (!opened) {
      this.open();
      return;
    }
    if (this.#isClosing) {
      opened.once('closed', () => setImmediate(() => this.comeForward()));
      return;
    }
    if (opened.isMinimized()) opened.restore();
    opened.show();
    opened.focus();
  }

  /** Shows the window and, as soon as its page has drawn its first screen, calls `work`. */
  comeForwardThen(work: () => void): void {
    this.comeForward();
    if (this.#isPainted && !this.#isClosing) work();
    else this.#afterPaint.push(work);
  }

  /** Closes the window for good, since nothing that is typed while the application ends could be kept. */
  end(): void {
    this.#isEnding = true;
    if (!this.#isClosing) this.#opened?.close();
  }

  send(channel: string, payload: unknown): void {
    if (!this.#isClosing) this.#opened?.webContents.send(channel, payload);
  }

  /** The page has drawn its first screen. */
  markPainted(): void {
    this.#resolveFirstPaint();
    this.#isPainted = true;
    for (const work of this.#afterPaint.splice(0)) work();
  }

  /** Resolves when the first screen is drawn, or two seconds after this call. */
  firstPaint(): Promise<void> {
    setTimeout(this.#resolveFirstPaint, firstPaintLimitMs);
    return this.#firstPaint;
  }
}

/**
 * Waits until something of the page is on the screen. `ready-to-show` comes a twentieth of a second before that, and whatever
 * runs in between competes with the painting.
 */
async function untilPainted({ webContents }: BrowserWindow): Promise<void> {
  const isPainted = `list.getEntriesByName('first-contentful-paint').length > 0`;
  const observer = `new PerformanceObserver((list) => ${isPainted} && resolve())`;
  const wait = `new Promise((resolve) => ${observer}.observe({ type: 'paint', buffered: true }))`;
  await webContents.mainFrame.executeJavaScript(wait).catch(() => undefined); // the page went away
}

/** The window's session is in memory only: the page leaves nothing on the disk, and no script is loaded from a cache there. */
export const windowSession = (): Session => session.fromPartition('window');

export const preloadFile = (outFolder: string) => join(outFolder, 'preload', 'preload.cjs');

/** The colours behind a page that is not drawn yet. They equal `--ground` in renderer/tokens.css, so that nothing flashes. */
const background = { light: '#f5f6f8', dark: '#101216' };

/** Creates the window and loads the page. The window stays hidden until the page has painted, so that it is never empty. */
function openWindow(
  preload: string,
  { bounds, isMaximized, zoomFactor }: WindowState,
  isHidden: boolean,
): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Colodesk',
    ...placementOf(bounds, workAreas()),
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload,
      additionalArguments: [localeArgument + systemRegion()],
      session: windowSession(),
      zoomFactor,
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
      spellcheck: true, // as far as the session checks: see spelling.ts
    },
  });
  if (isHidden) {
    window.once('show', () => isMaximized && window.maximize()); // which would show it
  } else {
    window.once('ready-to-show', () => {
      if (isMaximized) window.maximize();
      window.show();
    });
  }
  window.loadURL(`${pageOrigin}/`).catch(() => undefined); // `did-fail-load` reports the same
  return window;
}

function workAreas(): [Rectangle, ...Rectangle[]] {
  const first = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== first.id);
  return [first.workArea, ...others.map(({ workArea }) => workArea)];
}

/** How long after the last move the place is written, for an application that is ended before its window closes. */
const writeStateAfterMs = 1_000;

function keepState(window: BrowserWindow, file: string, before: WindowState): void {
  let timer: NodeJS.Timeout | undefined;
  let wasShown = false;
  window.once('show', () => {
    wasShown = true;
  });
  const write = () => {
    clearTimeout(timer);
    if (window.isDestroyed()) return;
    const zoomFactor = window.webContents.getZoomFactor();
    const isMaximized = wasShown ? window.isMaximized() : before.isMaximized;
    writeWindowState(file, { bounds: window.getNormalBounds(), isMaximized, zoomFactor });
  };
  const writeSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(write, writeStateAfterMs);
  };
  window.on('resize', writeSoon).on('move', writeSoon).on('close', write);
}
