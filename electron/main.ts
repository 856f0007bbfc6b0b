import { join } from 'node:path';
import { app, dialog, Menu } from 'electron';
import type { Application } from './application.ts';
import { declarePageScheme, guardPages, servePage } from './shell/app-protocol.ts';
import { MainWindow, preloadFile, windowSession } from './shell/window.ts';

/*
 * What has to stand before the window, and the window. Everything else is loaded while the page's own process starts,
 * which takes as long: so this file imports little.
 */

const outFolder = join(import.meta.dirname, '..');

app.setName('Colodesk');
// Windows shows notifications only of an application that it knows by this; as in electron-builder.yml.
app.setAppUserModelId('com.colodesk.app');
// The page keeps no passwords and no cookies: Chromium must not ask the keyring on Linux on its own account.
app.commandLine.appendSwitch('password-store', 'basic');
// QUIC repeats a request over TCP when it fails, which a write must never meet (network/write-sessions.ts).
app.commandLine.appendSwitch('disable-quic');
// Ours comes when the tickets are on the screen; Electron would make one of its own before the window.
Menu.setApplicationMenu(null);
declarePageScheme();
guardPages();

if (app.requestSingleInstanceLock()) {
  const window = new MainWindow(preloadFile(outFolder));
  const loading: Promise<Application> = app.whenReady().then(async () => {
    servePage(windowSession(), join(outFolder, 'renderer'), loading);
    window.open();
    const { makeApplication } = await import('./application.ts');
    return makeApplication(window, outFolder);
  });
  loading.then((application) => application.start()).catch(cannotStart);
  // Both can come before there is anything to take them.
  app.on('second-instance', (_event, args) => void loading.then((application) => application.openArguments(args)));
  app.on('open-url', (event, link) => {
    event.preventDefault();
    void loading.then((application) => application.openLink(link));
  });
} else {
  app.quit();
}

function cannotStart(error: unknown): void {
  const cause = error instanceof Error ? error.message : String(error);
  dialog.showErrorBox(
    'Colodesk cannot start',
    `A part of the program is missing or damaged. Install Colodesk again: your tickets and what you typed stay on this computer.\n\n${cause}`,
  );
  app.exit(1);
}
