import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, type Session, session } from 'electron';
import { pageOrigin } from './page.ts';

/** The colours behind the page while it loads: those that its style sheet begins with. */
const background = { light: '#ffffff', dark: '#141517' };

/** The window's session lives in memory: the page leaves nothing on the disk. */
export const windowSession = (): Session => session.fromPartition('window');

/** Opens the window. It shows itself when the page has painted, so that nobody sees an empty one. */
export function openWindow(preload: string): BrowserWindow {
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
  return window;
}

/** Loads the page; apart from opening the window, so that all listeners stand before. */
export async function loadPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(`${pageOrigin}/`);
}

export const preloadFile = (outFolder: string) => join(outFolder, 'preload', 'preload.cjs');
