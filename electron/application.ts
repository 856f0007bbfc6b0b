/*
 * Wiring only: creates the parts of the application behind the window and connects them.
 */

import { join } from 'node:path';
import { app, clipboard, powerMonitor } from 'electron';
import { EventSender } from './bridge/events.ts';
import { makeHandlers } from './bridge/handlers.ts';
import { registerCalls } from './bridge/ipc.ts';
import type { TicketId } from './contract/ids.ts';
import { problemOf } from './contract/problem.ts';
import { electronProbes } from './diagnostics/probes.ts';
import { osKeychain } from './keychain/os-keychain.ts';
import { ProxySignIn } from './network/proxy-sign-in.ts';
import { readingFetch, readingSession } from './network/read-sessions.ts';
import { WriteSessions } from './network/write-sessions.ts';
import { Session } from './session/session.ts';
import { isOurPage } from './shell/app-protocol.ts';
import { CloseGuard } from './shell/close-guard.ts';
import { DemoProcess } from './shell/demo-process.ts';
import { Dialogs } from './shell/dialogs.ts';
import { linkOfArguments, registerLinks, ticketOfLink, WantedTicket } from './shell/links.ts';
import { catchFaults, logLine, logProblem, setUpLog, watchPage } from './shell/log.ts';
import { setMenu } from './shell/menu.ts';
import { Notifier } from './shell/notifier.ts';
import { policyFile, readPolicy } from './shell/policy.ts';
import { watchQuietTimes, watchSystemEnd } from './shell/power.ts';
import { askProxyCredentials } from './shell/proxy-dialog.ts';
import { QuitSequence } from './shell/quit.ts';
import { makeUpdates } from './shell/updates.ts';
import type { MainWindow } from './shell/window.ts';

/** Given to the build, which puts it here. */
declare const updatePublicKey: string;

/** The application behind its window. */
export type Application = {
  /** Opens the account that was open last. */
  start(): void;
  /** Brings the window to the front and shows the ticket that a `colodesk:` link names. */
  openLink(link: string): void;
  /** As `openLink`, for the arguments of a second start of the program. */
  openArguments(args: readonly string[]): void;
};

/** Returns when the page may make calls; nothing is opened before `start`. */
export function makeApplication(window: MainWindow, outFolder: string): Application {
  const userDataFolder = app.getPath('userData');
  setUpLog(join(userDataFolder, 'logs'));
  catchFaults();

  // Only the installed application follows the computer's policy; in development a switch may name another file.
  const policy = readPolicy(app.isPackaged ? policyFile() : app.commandLine.getSwitchValue('policy'));
  if (policy.fault) logLine(`policy refused, the strict one applies: ${policy.fault}`);

  // In development the entries have another name, so that they never affect an installed application.
  const keychain = osKeychain(app.isPackaged ? 'Colodesk' : 'Colodesk (development)');
  const demo = new DemoProcess(join(outFolder, 'main', 'demo-process.js'));
  const events = new EventSender((channel, payload) => window.send(channel, payload));
  const dialogs = new Dialogs(window);
  const wantedTicket = new WantedTicket(() => events.ticketWanted());
  const notifier = new Notifier((ticketId) => showTicket(ticketId));
  const mayWork = window.firstPaint();

  const proxy = new ProxySignIn((asked) => askProxyCredentials(window.current, asked));
  const session = new Session({
    userDataFolder,
    vault: keychain,
    fetch: readingFetch(proxy),
    writes: new WriteSessions(proxy),
    demo,
    policy,
    mayWork,
    events: {
      onSession: (state) => events.session(state),
      onSyncStatus: (status) => events.syncStatus(status),
      onTicketsChanged: (ids, isFromWalk) => events.ticketsChanged(ids, isFromWalk),
      onOutbox: (outbox) => events.outbox(outbox),
      onReferenceData: (site) => events.referenceData(site),
      onNews: (news) => notifier.notify(news),
      onProblem: logProblem,
    },
  });

  const closeGuard = new CloseGuard({
    mustAskPage: () => session.state.phase === 'open',
    askPage: (mayAskUser) => events.closing(mayAskUser),
    proceed: (isQuitting) => (isQuitting ? app.quit() : window.current?.close()),
    onStay: () => quitSequence.stay(),
  });
  window.watch((opened) => {
    closeGuard.guard(opened);
    watchPage(opened.webContents);
  });

  const quitSequence = new QuitSequence({
    mayStart: () => closeGuard.requestQuit(window.current),
    savePage: () => closeGuard.save(window.current),
    closeAll() {
      closeGuard.letGo();
      return session.close();
    },
    quit: () => app.quit(),
    exit() {
      // Everything is closed. A call to a keychain that never answers would keep the process alive without a window.
      if (keychain.isHanging()) process.kill(process.pid, 'SIGKILL');
      app.quit();
    },
    relaunch,
  });
  app.on('before-quit', (event) => run(quitSequence.onBeforeQuit(event)));
  watchSystemEnd(window, {
    onAnnounced: () => run(closeGuard.save(window.current)),
    onEnd: () => run(quitSequence.endWithSystem()),
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('activate', () => {
    if (!window.current) quitSequence.showOrRelaunch(() => window.comeForward(), process.argv.slice(1));
  });

  registerCalls({
    handlers: makeHandlers({
      ...{ session, window, closeGuard, wantedTicket, clipboard, demo },
      dialogs,
      probes: electronProbes(readingSession),
    }),
    isTrusted: (event) => isOurPage(event, window.current?.webContents),
    openKey: () => session.workspace.key,
    onProblem: logProblem,
  });

  function showTicket(ticketId: TicketId | null): void {
    wantedTicket.want(ticketId);
    window.comeForward();
  }

  /** Shows the ticket of a link, or says that it names none; without a link, only the window. */
  function follow(link: string | null): void {
    const ticketId = link === null ? null : ticketOfLink(link);
    showTicket(ticketId);
    if (link !== null && ticketId === null) run(dialogs.tellBadLink());
  }

  async function openAccount(): Promise<void> {
    await session.start();
    if (app.commandLine.hasSwitch('demo') && session.state.phase === 'signed-out') await session.tryDemo(false);
    logLine(`started in ${Math.round(performance.now())} ms`);
  }

  /** Sets up what the first screen does not need. */
  async function setUpRest(): Promise<void> {
    await mayWork;
    registerLinks();
    const restart = {
      quitThen: (end: () => void) => quitSequence.quitThen(end),
      relaunch: () => relaunch(process.argv.slice(1)),
    };
    const updates = makeUpdates(policy, window, restart, updatePublicKey);
    updates?.start();
    setMenu((page) => events.help(page), updates && (() => run(updates.checkNow())));
    powerMonitor.on('resume', () => session.wake());
    window.watch(watchQuietTimes((isQuiet) => session.setQuiet(isQuiet)));
  }

  return {
    start() {
      const link = linkOfArguments(process.argv);
      if (link !== null) follow(link);
      run(openAccount());
      run(setUpRest());
    },
    openLink: (link) => quitSequence.showOrRelaunch(() => follow(link), [...process.argv.slice(1), link]),
    openArguments: (args) => quitSequence.showOrRelaunch(() => follow(linkOfArguments(args)), args.slice(1)),
  };
}

function relaunch(args: readonly string[]): void {
  const { APPIMAGE } = process.env; // the running program is in a mounted folder, which disappears when it ends
  app.relaunch({ args: [...args], ...(APPIMAGE && { execPath: APPIMAGE }) });
}

function run(work: Promise<void>): void {
  work.catch((error: unknown) => logProblem(problemOf(error), error));
}
