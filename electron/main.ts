import { join } from 'node:path';
import { app, type BrowserWindow, clipboard, powerMonitor } from 'electron';
import { EventSender } from './bridge/events.ts';
import { makeHandlers } from './bridge/handlers.ts';
import { registerCalls } from './bridge/wrapper.ts';
import { problemOf } from './contract/problem.ts';
import { osKeychain } from './keychain/os-keychain.ts';
import { Session } from './session/session.ts';
import { watchAttention } from './shell/attention.ts';
import { Closing } from './shell/closing.ts';
import { DemoProcess } from './shell/demo-host.ts';
import { setUpUpdates } from './shell/electron-updater.ts';
import { catchFaults } from './shell/faults.ts';
import { askSavePath, chooseFiles } from './shell/file-dialogs.ts';
import { guardPages, isOurPage } from './shell/guards.ts';
import { logLine, logProblem, setUpLog } from './shell/log.ts';
import { setMenu } from './shell/menu.ts';
import { Notifier } from './shell/notifier.ts';
import { openOutside } from './shell/outside-links.ts';
import { declarePageScheme, servePage } from './shell/page.ts';
import { policyFile, readPolicy } from './shell/policy.ts';
import { describeProgram, probesOf } from './shell/probes.ts';
import { readingFetch, readingSession } from './shell/reading.ts';
import { shortenIds } from './shell/shorten-ids.ts';
import { registerLinks, TicketLinks, ticketOfArguments, ticketOfLink } from './shell/ticket-links.ts';
import { loadPage, openWindow, preloadFile, windowSession } from './shell/window.ts';
import { WriteLanes } from './shell/write-lanes.ts';

/*
 * Wiring only: what there is, and who knows whom.
 */

const outFolder = join(import.meta.dirname, '..');
const isDemoWanted = app.commandLine.hasSwitch('demo');

app.setName('Colodesk');
// Windows shows notifications only of an application that it knows by this; as in electron-builder.yml.
app.setAppUserModelId('com.colodesk.app');
// The page keeps no passwords and no cookies: Chromium must not ask the keyring on Linux on its own account.
app.commandLine.appendSwitch('password-store', 'basic');
// QUIC repeats a request over TCP when it fails, which a write must never meet (shell/write-lanes.ts).
app.commandLine.appendSwitch('disable-quic');
declarePageScheme();
guardPages();
catchFaults();

const userDataFolder = app.getPath('userData');
setUpLog(join(userDataFolder, 'logs'));

// Only what is installed stands under the computer's policy; what is developed may be given one.
const policy = readPolicy(app.isPackaged ? policyFile() : app.commandLine.getSwitchValue('policy'));
if (policy.fault) logLine(`policy refused, the strict one holds: ${policy.fault}`);

let window: BrowserWindow | undefined;
let watchWindow: ((window: BrowserWindow) => void) | undefined;
const events = new EventSender((channel, payload) => {
  if (window && !window.isDestroyed()) window.webContents.send(channel, payload);
});
const demo = new DemoProcess(join(outFolder, 'main', 'demo-process.js'));
// What is developed must not meddle with what is installed.
const keychain = osKeychain(app.isPackaged ? 'Colodesk' : 'Colodesk (development)');
const session = new Session({
  userDataFolder,
  vault: keychain,
  fetch: readingFetch(),
  writes: new WriteLanes(),
  demo,
  policy,
  events: {
    onState: (state) => events.state(state),
    onStatus: (status) => events.status(status),
    onStale: (ids) => events.stale(ids),
    onOutbox: (outbox) => events.outbox(outbox),
    onNews: (news) => notifier.tell(news),
    onChoices: (site) => events.places(site),
    onProblem: logProblem,
  },
});

const notifier = new Notifier((ticketId) => {
  comeForward();
  if (ticketId) events.open(ticketId);
});

const closing = new Closing({
  mustAsk: () => session.state.phase === 'open',
  ask: () => events.closing(),
  proceed: (isQuitting) => (isQuitting ? app.quit() : window?.close()),
});

const links = new TicketLinks(() => events.ticketWanted());
links.want(ticketOfArguments(process.argv));

registerCalls({
  handlers: makeHandlers(session, {
    policy,
    takeWantedTicket: () => links.take(),
    openLink: (url) => openOutside(url, window),
    probes: probesOf(readingSession),
    describe: () => ({ atMs: Date.now(), ...describeProgram() }),
    copyShortened: (text) => clipboard.writeText(shortenIds(text)),
    close: () => closing.agree(),
    awaitUser: () => closing.awaitUser(),
    keepOpen: () => closing.keepOpen(),
    copyText: (text) => clipboard.writeText(text),
    askSavePath: (suggestedName) => askSavePath(window, suggestedName),
    chooseFiles: () => chooseFiles(window),
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
  const updates = setUpUpdates(policy);
  setMenu((page) => events.help(page), updates && (() => run(updates.lookNow())));
  showWindow();
  // Beside the page's loading, not before it: the window does not wait for the keychain.
  await session.start();
  if (isDemoWanted && session.state.phase === 'signed-out') await session.tryDemo(false);
  logLine(`started in ${Math.round(performance.now())} ms`);
}

function showWindow(): void {
  window = openWindow(preloadFile(outFolder));
  closing.watch(window);
  watchWindow?.(window);
  run(loadPage(window));
}

/** Shows the window in front of all others, or a new one where it was closed. */
function comeForward(): void {
  if (!window) return; // the start shows it
  if (window.isDestroyed()) {
    showWindow(); // macOS: the application outlives its window
    return;
  }
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

if (!app.requestSingleInstanceLock()) {
  app.quit();
} else {
  registerLinks();
  app.on('second-instance', (_event, args) => {
    links.want(ticketOfArguments(args));
    comeForward();
  });
  app.on('open-url', (event, link) => {
    event.preventDefault();
    links.want(ticketOfLink(link));
    comeForward();
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
    if (!closing.mayQuit(window)) return;
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
      watchWindow = watchAttention((isQuiet) => session.setQuiet(isQuiet));
      return start();
    }),
  );
}
