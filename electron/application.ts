import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { app, clipboard, powerMonitor } from 'electron';
import { EventSender } from './bridge/events.ts';
import { makeHandlers } from './bridge/handlers.ts';
import { registerCalls } from './bridge/ipc.ts';
import type { TicketId } from './contract/ids.ts';
import { problemOf } from './contract/problem.ts';
import { describeProgram, probesOf } from './diagnostics/probes.ts';
import { osKeychain } from './keychain/os-keychain.ts';
import { readingFetch, readingSession } from './network/read-sessions.ts';
import { WriteSessions } from './network/write-sessions.ts';
import { Session } from './session/session.ts';
import { isOurPage } from './shell/app-protocol.ts';
import { DemoProcess } from './shell/demo-process.ts';
import { askSavePath, chooseFiles } from './shell/file-dialogs.ts';
import { openOutside, registerLinks, ticketOfArguments, ticketOfLink, WantedTicket } from './shell/links.ts';
import { catchFaults, logLine, logProblem, setUpLog, shortenIds, watchPage } from './shell/log.ts';
import { setMenu } from './shell/menu.ts';
import { Notifier } from './shell/notifier.ts';
import { policyFile, readPolicy } from './shell/policy.ts';
import { watchAttention } from './shell/power.ts';
import { CloseGuard, QuitSequence } from './shell/quit.ts';
import { makeUpdates } from './shell/updates.ts';
import type { MainWindow } from './shell/window.ts';

/** What waits for the first screen waits no longer; a page may fail to come. */
const longestPaintMs = 2_000;

/** The application behind its window. */
export type Application = {
  /** Opens the account that was open last. */
  start(): void;
  /** Shows the ticket that a `colodesk:` link names, in front of everything. */
  openLink(link: string): void;
  /** As `openLink`, for what was given to a second start of the program. */
  openArguments(args: readonly string[]): void;
};

/** Wiring only: what there is, and who knows whom. From here on the page may call. */
export function makeApplication(window: MainWindow, outFolder: string): Application {
  setUpLog(join(app.getPath('userData'), 'logs'));
  catchFaults();

  // Only what is installed stands under the computer's policy; what is developed may be given one.
  const policy = readPolicy(app.isPackaged ? policyFile() : app.commandLine.getSwitchValue('policy'));
  if (policy.fault) logLine(`policy refused, the strict one holds: ${policy.fault}`);

  const events = new EventSender((channel, payload) => window.send(channel, payload));
  const demo = new DemoProcess(join(outFolder, 'main', 'demo-process.js'));
  // What is developed must not meddle with what is installed.
  const keychain = osKeychain(app.isPackaged ? 'Colodesk' : 'Colodesk (development)');
  let notePainted = () => {};
  const painted = new Promise<void>((resolve) => {
    notePainted = resolve;
  });
  const mayWork = Promise.race([painted, wait(longestPaintMs)]);
  const session = new Session({
    userDataFolder: app.getPath('userData'),
    vault: keychain,
    fetch: readingFetch(),
    writes: new WriteSessions(),
    demo,
    policy,
    mayWork,
    events: {
      onSession: (state) => events.session(state),
      onSyncStatus: (status) => events.syncStatus(status),
      onTicketsChanged: (ids) => events.ticketsChanged(ids),
      onOutbox: (outbox) => events.outbox(outbox),
      onNews: (news) => notifier.tell(news),
      onReferenceData: (site) => events.referenceData(site),
      onProblem: logProblem,
    },
  });

  const closing = new CloseGuard({
    mustAsk: () => session.state.phase === 'open',
    ask: () => events.closing(),
    proceed: (isQuitting) => (isQuitting ? app.quit() : window.current?.close()),
  });

  const wanted = new WantedTicket(() => events.ticketWanted());
  wanted.want(ticketOfArguments(process.argv));
  const show = (ticketId: TicketId | null) => {
    wanted.want(ticketId);
    window.comeForward();
  };
  const notifier = new Notifier(show);

  registerCalls({
    handlers: makeHandlers(session, {
      policy,
      notePainted: () => notePainted(),
      takeWantedTicket: () => wanted.take(),
      openLink: (url) => openOutside(url, window.current),
      probes: probesOf(readingSession),
      describe: () => ({ atMs: Date.now(), ...describeProgram() }),
      copyShortened: (text) => clipboard.writeText(shortenIds(text)),
      close: () => closing.agree(),
      awaitUser: () => closing.awaitUser(),
      keepOpen: () => closing.keepOpen(),
      copyText: (text) => clipboard.writeText(text),
      askSavePath: (suggestedName) => askSavePath(window.current, suggestedName),
      chooseFiles: () => chooseFiles(window.current),
      setDemoNetwork: (isConnected) => demo.setNetwork(isConnected),
    }),
    isTrusted: (event) => isOurPage(event, window.current?.webContents),
    openKey: () => session.workspace.key,
    onProblem: logProblem,
  });

  window.watch((opened) => {
    closing.watch(opened);
    watchPage(opened.webContents);
  });
  const ending = new QuitSequence({
    mayBegin: () => closing.mayQuit(window.current),
    close: () => session.close(),
    end() {
      // Everything is closed; without this a keychain that never answers would leave a process without a window behind.
      if (keychain.isHanging()) process.kill(process.pid, 'SIGKILL');
      app.quit();
    },
    startAnew,
  });
  app.on('activate', () => {
    if (!window.current) ending.show(() => window.comeForward(), process.argv.slice(1));
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('before-quit', (event) => run(ending.onQuit(event)));

  async function openAccount(): Promise<void> {
    await session.start();
    if (app.commandLine.hasSwitch('demo') && session.state.phase === 'signed-out') await session.tryDemo(false);
    logLine(`started in ${Math.round(performance.now())} ms`);
  }

  /** None of this is on the screen. */
  async function beginTheRest(): Promise<void> {
    await mayWork;
    registerLinks();
    const updates = makeUpdates(policy);
    updates?.start();
    setMenu((page) => events.help(page), updates && (() => run(updates.lookNow())));
    powerMonitor.on('resume', () => session.wake());
    window.watch(watchAttention((isQuiet) => session.setQuiet(isQuiet)));
  }

  return {
    start() {
      run(openAccount());
      run(beginTheRest());
    },
    openLink: (link) => ending.show(() => show(ticketOfLink(link)), [...process.argv.slice(1), link]),
    openArguments: (args) => ending.show(() => show(ticketOfArguments(args)), args.slice(1)),
  };
}

function startAnew(args: readonly string[]): void {
  const { APPIMAGE } = process.env; // the program itself lies in a folder that is gone when it has ended
  app.relaunch({ args: [...args], ...(APPIMAGE && { execPath: APPIMAGE }) });
}

function run(work: Promise<void>): void {
  work.catch((error: unknown) => logProblem(problemOf(error), error));
}
