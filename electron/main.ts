import { join } from 'node:path';
import { app, type BrowserWindow, clipboard, powerMonitor, session as sessions } from 'electron';
import { EventSender } from './bridge/events.ts';
import { makeHandlers } from './bridge/handlers.ts';
import { registerCalls } from './bridge/wrapper.ts';
import { problemOf } from './contract/problem.ts';
import { osKeychain } from './keychain/os-keychain.ts';
import { Session } from './session/session.ts';
import { DemoProcess } from './shell/demo-host.ts';
import { guardPages, isOurPage } from './shell/guards.ts';
import { logLine, logProblem, setUpLog } from './shell/log.ts';
import { setMenu } from './shell/menu.ts';
import { declarePageScheme, servePage } from './shell/page.ts';
import { loadPage, openWindow, preloadFile, windowSession } from './shell/window.ts';

/*
 * Wiring only: what there is, and who knows whom.
 */

const outFolder = join(import.meta.dirname, '..');
const isDemoWanted = app.commandLine.hasSwitch('demo');

app.setName('Colodesk');
// The page keeps no passwords and no cookies: Chromium must not ask the keyring on Linux on its own account.
app.commandLine.appendSwitch('password-store', 'basic');
declarePageScheme();
guardPages();

const userDataFolder = app.getPath('userData');
setUpLog(join(userDataFolder, 'logs'));

let window: BrowserWindow | undefined;
const events = new EventSender((channel, payload) => {
  if (window && !window.isDestroyed()) window.webContents.send(channel, payload);
});
const demo = new DemoProcess(join(outFolder, 'main', 'demo-process.js'));
// What is developed must not meddle with what is installed.
const keychain = osKeychain(app.isPackaged ? 'Colodesk' : 'Colodesk (development)');
const session = new Session({
  userDataFolder,
  vault: keychain,
  // Chromium's network: the system's proxy and certificates count. In memory: no answer is ever cached on the disk.
  fetch: (input, init) => sessions.fromPartition('api', { cache: false }).fetch(input as string | Request, init),
  demo,
  events: {
    onState: (state) => events.state(state),
    onStatus: (status) => events.status(status),
    onStale: (ids) => events.stale(ids),
    onProblem: logProblem,
  },
});

registerCalls({
  handlers: makeHandlers(session, {
    copyText: (text) => clipboard.writeText(text),
    setDemoNetwork: (isConnected) => demo.setNetwork(isConnected),
  }),
  isTrusted: (event) => isOurPage(event, window?.webContents),
  onProblem: logProblem,
});

function run(work: Promise<void>): void {
  work.catch((error: unknown) => logProblem(problemOf(error), error));
}

async function start(): Promise<void> {
  servePage(windowSession(), join(outFolder, 'renderer'));
  setMenu();
  showWindow();
  // Beside the page's loading, not before it: the window does not wait for the keychain.
  await session.start();
  if (isDemoWanted && session.state.phase === 'signed-out') await session.tryDemo(false);
  logLine(`started in ${Math.round(performance.now())} ms`);
}

function showWindow(): void {
  window = openWindow(preloadFile(outFolder));
  run(loadPage(window));
}

if (!app.requestSingleInstanceLock()) {
  app.quit();
} else {
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('activate', () => {
    if (!window || window.isDestroyed()) showWindow();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  let isClosed = false;
  app.on('before-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    run(
      session.close().finally(() => {
        isClosed = true;
        // Everything is closed; without this a keychain that never answers would leave a process without a window behind.
        if (keychain.isHanging()) process.kill(process.pid, 'SIGKILL');
        app.quit();
      }),
    );
  });
  run(
    app.whenReady().then(() => {
      powerMonitor.on('resume', () => session.lookAgain());
      return start();
    }),
  );
}
