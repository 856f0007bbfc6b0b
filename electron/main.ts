/*
 * The entry point: prepares Electron and opens the window. It imports little, so that the window appears early; the rest of
 * the application loads while the page's process starts, which takes as long.
 */

import { join } from 'node:path';
import { app, dialog, Menu } from 'electron';
import type { Application } from './application.ts';
import type { OsKeychain } from './keychain/os-keychain.ts';
import { declarePageScheme, guardPages, servePage } from './shell/app-protocol.ts';
import { FirstPicture } from './shell/first-picture.ts';
import { preferLittleMemory } from './shell/heap-flags.ts';
import { isHiddenStart } from './shell/hidden-start.ts';
import { readLanguage, setChromiumLanguage, speak, spokenLanguage, systemRegion } from './shell/language.ts';
import { policyFile } from './shell/policy-file.ts';
import { lacksSandbox } from './shell/sandbox.ts';
import { placeUserData } from './shell/user-data.ts';
import { MainWindow, preloadFile, windowSession } from './shell/window.ts';
import { start } from './words/en/start.ts';

const outFolder = join(import.meta.dirname, '..');

preferLittleMemory();
app.setName('Colodesk');
placeUserData();
// Windows shows notifications only from an application with a known id, the one in electron-builder.yml.
app.setAppUserModelId('com.colodesk.app');
// The page stores neither passwords nor cookies, so Chromium must not ask for the keyring on Linux.
app.commandLine.appendSwitch('password-store', 'basic');
// After a failure QUIC repeats a request over TCP, which must never happen to a write (network/write-sessions.ts).
app.commandLine.appendSwitch('disable-quic');
// The menu follows when the tickets are on the screen. Without this, Electron would create its own before the window.
Menu.setApplicationMenu(null);
// Chromium takes its language from the command line, before the settings are loaded.
setChromiumLanguage(speak(readLanguage(join(app.getPath('userData'), 'settings.json'))));
declarePageScheme();
guardPages();

if (lacksSandbox()) {
  app.whenReady().then(
    () => cannotStart('withoutSandbox'),
    () => app.exit(1),
  );
} else if (app.requestSingleInstanceLock()) {
  const window = new MainWindow(preloadFile(outFolder), join(app.getPath('userData'), 'window.json'));
  const loading: Promise<Application> = app.whenReady().then(async () => {
    const isHidden = isHiddenStart(process.argv);
    const folder = join(outFolder, 'renderer');
    const keychain = makeKeychain();
    const pageFile = join(folder, 'index.html');
    // Only the installed application follows the computer's policy; in development a switch may name another file.
    const policy = app.isPackaged ? policyFile() : app.commandLine.getSwitchValue('policy');
    const userDataFolder = app.getPath('userData');
    const picture = new FirstPicture({ window, userDataFolder, pageFile, policyFile: policy, keychain }, isHidden);
    servePage(windowSession(), { folder, ready: loading, language: spokenLanguage, picture });
    window.open(isHidden);
    await picture.shown;
    const [{ makeApplication }] = await Promise.all([import('./application.ts'), loadWords()]);
    return makeApplication(window, { outFolder, policyFile: policy, picture, keychain: await keychain() });
  });
  loading.then((application) => application.start()).catch(partMissing);
  // Both may happen before the application is loaded.
  app.on('second-instance', (_event, args) => void loading.then((application) => application.openArguments(args)));
  app.on('open-url', (event, link) => {
    event.preventDefault();
    void loading.then((application) => application.openLink(link));
  });
} else {
  app.quit();
}

/** Returns what makes the keychain when it is first needed. */
function makeKeychain(): () => Promise<OsKeychain> {
  let made: Promise<OsKeychain> | undefined;
  // In development the entries have another name, so that they never affect an installed application.
  const service = app.isPackaged ? 'Colodesk' : 'Colodesk (development)';
  return () => {
    made ??= import('./keychain/os-keychain.ts').then(({ osKeychain }) => osKeychain(service));
    return made;
  };
}

/** Loads the words in the language that is spoken. */
async function loadWords() {
  const { setLanguage, words } = await import('./words/words.ts');
  await setLanguage({ language: spokenLanguage(), region: systemRegion() });
  return words();
}

function partMissing(error: unknown): void {
  void cannotStart('withoutPart', error instanceof Error ? error.message : String(error));
}

/** Says why the application cannot start, in English if it cannot load the words either, and ends it. */
async function cannotStart(why: keyof typeof start, cause = ''): Promise<void> {
  const { title, text } = await loadWords().then(
    (words) => words.start[why],
    () => start[why],
  );
  dialog.showErrorBox(title, `${text}\n\n${cause}`.trim());
  app.exit(1);
}
