/*
 * Wiring only: creates the parts of the application behind the window and connects them.
 */

import { join } from 'node:path';
import { app, clipboard, powerMonitor } from 'electron';
import { EventSender } from './bridge/events.ts';
import { makeHandlers } from './bridge/handlers.ts';
import { registerCalls } from './bridge/ipc.ts';
import type { CommandId } from './contract/commands.ts';
import type { TicketId } from './contract/ids.ts';
import { problemOf } from './contract/problem.ts';
import type { Settings } from './contract/settings.ts';
import { electronProbes } from './diagnostics/probes.ts';
import { notePartialFilesIn, removeLeftovers } from './files/partial-files.ts';
import type { OsKeychain } from './keychain/os-keychain.ts';
import { ProxySignIn } from './network/proxy-sign-in.ts';
import { readingFetch, readingSession } from './network/read-sessions.ts';
import { WriteSessions } from './network/write-sessions.ts';
import { Session } from './session/session.ts';
import { isOurPage } from './shell/app-protocol.ts';
import { Badge, showOnIcon } from './shell/badge.ts';
import { CloseGuard } from './shell/close-guard.ts';
import { addContextMenu } from './shell/context-menu.ts';
import { DemoProcess } from './shell/demo-process.ts';
import { Dialogs } from './shell/dialogs.ts';
import type { FirstPicture } from './shell/first-picture.ts';
import { againInSight, hiddenSwitch, isHiddenStart } from './shell/hidden-start.ts';
import { speak, systemRegion } from './shell/language.ts';
import { linkOfArguments, registerLinks, ticketOfLink, WantedTicket } from './shell/links.ts';
import { catchFaults, logLine, logPageFault, logProblem, setUpLog } from './shell/log.ts';
import { setLoginItem } from './shell/login-item.ts';
import { setMenu } from './shell/menu.ts';
import { scopeOf } from './shell/notification-scope.ts';
import { Notifier } from './shell/notifier.ts';
import { watchPage } from './shell/page-watch.ts';
import { PaperWindow } from './shell/paper-window.ts';
import { readPolicy } from './shell/policy.ts';
import { watchQuietTimes, watchSystemEnd } from './shell/power.ts';
import { Presence } from './shell/presence.ts';
import { askProxyCredentials } from './shell/proxy-dialog.ts';
import { QuitSequence } from './shell/quit.ts';
import { richClipboard } from './shell/rich-clipboard.ts';
import { checkSpelling } from './shell/spelling.ts';
import { followZone } from './shell/time-zone.ts';
import { TrayIcon } from './shell/tray.ts';
import { makeUpdates } from './shell/updates.ts';
import { ViewerWindows } from './shell/viewer-window.ts';
import { type MainWindow, windowSession } from './shell/window.ts';
import { setLanguage } from './words/words.ts';

/** Given to the build, which puts it here. */
declare const updatePublicKey: string;

/** How long the keychain may take for what is asked of it at the end. */
const lastKeychainMs = 1_000;

/** The application behind its window. */
export type Application = {
  /** Opens the account that was open last. */
  start(): void;
  /** Brings the window to the front and shows the ticket that a `colodesk:` link names. */
  openLink(link: string): void;
  /** As `openLink`, for the arguments of a second start of the program. */
  openArguments(args: readonly string[]): void;
};

type ApplicationParts = {
  outFolder: string;
  policyFile: string;
  picture: FirstPicture;
  keychain: OsKeychain;
};

/** Returns when the page may make calls; nothing is opened before `start`. */
export async function makeApplication(
  window: MainWindow,
  { outFolder, policyFile, picture, keychain }: ApplicationParts,
): Promise<Application> {
  const userDataFolder = app.getPath('userData');
  setUpLog(join(userDataFolder, 'logs'));
  catchFaults();
  const notesFolder = join(userDataFolder, 'unfinished');
  run(removeLeftovers(notesFolder)); // now, while nothing can be saved yet
  notePartialFilesIn(notesFolder);

  const policy = await readPolicy(policyFile);
  if (policy.fault) logLine(`policy refused, the strict one applies: ${policy.fault}`);

  const demo = new DemoProcess(join(outFolder, 'main', 'demo-process.js'), () => session.wake());
  const events = new EventSender((channel, payload) => window.send(channel, payload));
  keychain.whenWaiting((isWaiting) => events.keychainWait(isWaiting));
  const dialogs = new Dialogs(window);
  const wantedTicket = new WantedTicket(() => events.ticketWanted());
  const notifier = new Notifier({
    settings: () => session.settings,
    isInScope: scopeOf({
      finds: (query, id) => session.workspace.queries.finds(query, id),
      isMine: (id) => session.workspace.outbox.isMine(id),
      savedViews: () => session.workspace.personal.views.list(),
    }),
    onClick: (ticketId) => showTicket(ticketId),
    onPreparedClick: () => runCommand('viewAttention'),
  });
  const mayWork = window.firstPaint();
  const badge = new Badge({
    count: attentionCount,
    show: (count) => showOnIcon(count, window.current, process.platform),
    mayCount: mayWork,
  });

  const proxy = new ProxySignIn((asked) => askProxyCredentials(window.current, asked));
  const session = new Session({
    userDataFolder,
    vault: keychain,
    fetch: readingFetch(proxy),
    writes: new WriteSessions(proxy),
    rasterizer: new ViewerWindows(outFolder),
    demo,
    policy,
    savePage: () => closeGuard.save(window.current),
    mayWork,
    events: {
      onSession(state) {
        picture.follow(state.phase === 'open' && !state.sessionOnly ? state.account.key : null);
        if (state.phase !== 'starting') notifier.follow(state.phase === 'open' ? state.account.key : null);
        events.session(state);
        badge.noteChange();
      },
      onSyncStatus: (status) => events.syncStatus(status),
      onTicketsChanged(ids, isFromWalk) {
        picture.noteChange();
        events.ticketsChanged(ids, isFromWalk);
        badge.noteChange();
      },
      onOutbox(outbox) {
        picture.noteChange();
        events.outbox(outbox);
        badge.noteChange();
      },
      onReferenceData: (site) => events.referenceData(site),
      onExportProgress: (progress) => events.exportProgress(progress),
      onNews: (news) => run(notifier.notifyOfNews(news)),
      onReminders: (tickets) => run(notifier.notifyOfReminders(tickets)),
      onPrepared: (names) => run(notifier.notifyOfPrepared(names)),
      onRepeatsChanged() {
        events.repeats();
        badge.noteChange();
      },
      onRefused: (tickets) => run(notifier.notifyOfRefusals(tickets)),
      onSettings: (settings) => followSettings(settings),
      onProblem: logProblem,
    },
  });

  const closeGuard = new CloseGuard({
    mustAskPage: () => session.state.phase === 'open',
    askPage: (saveNumber) => events.closing(saveNumber),
    proceed: (isQuitting) => (isQuitting ? app.quit() : window.current?.close()),
    onStay: () => quitSequence.stay(),
    hidesInstead: () => presence.hidesWindow,
    onQuestion: () => window.comeForward(),
  });
  const tray = new TrayIcon({
    open: () => window.comeForward(),
    newTicket: () => runCommand('newTicket'),
    quit: () => app.quit(),
  });
  const presence = new Presence({
    policy,
    platform: process.platform,
    tray,
    // Development must not start with the system.
    setLoginItem: (wanted) => app.isPackaged && run(setLoginItem(wanted)),
    onNoTray: () => isHiddenStart(process.argv) && window.comeForward(),
  });
  window.watch((opened) => {
    closeGuard.guard(opened);
    watchPage(opened);
    addContextMenu(opened.webContents);
    opened.on('show', () => badge.repeat()); // Windows makes a new button on the taskbar, without the dot
  });

  const quitSequence = new QuitSequence({
    mayStart: () => closeGuard.requestQuit(window.current),
    savePage: () => closeGuard.save(window.current),
    closeAll() {
      closeGuard.letGo();
      window.end();
      notifier.follow(null); // nobody can take them away once this process has ended
      setTimeout(() => keychain.close(), lastKeychainMs);
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
  app.on('activate', (_event, hasVisibleWindows) => {
    if (!hasVisibleWindows) quitSequence.showOrRelaunch(() => window.comeForward(), process.argv.slice(1));
  });

  registerCalls({
    handlers: makeHandlers({
      ...{ session, keychain, window, closeGuard, wantedTicket, clipboard, richClipboard, demo },
      dialogs,
      paper: new PaperWindow(systemRegion()),
      probes: electronProbes(readingSession),
      followZone,
      logPageFault,
      picture: {
        get state() {
          return picture.state;
        },
        keep: (state, pictures) => session.keepPicture((key) => picture.keep(state, pictures, key)),
      },
    }),
    isTrusted: (event) => isOurPage(event, window.current?.webContents),
    openKey: () => session.workspace.key,
    onProblem: logProblem,
  });

  function showTicket(ticketId: TicketId | null): void {
    wantedTicket.want(ticketId);
    window.comeForward();
  }

  /** Makes the page run a command, in front of other windows. */
  function runCommand(id: CommandId): void {
    window.comeForwardThen(() => events.command(id));
  }

  /** How many tickets need attention; none while no account is open, or while its cache is being replaced. */
  async function attentionCount(): Promise<number> {
    try {
      return await session.workspace.queries.attentionCount();
    } catch {
      return 0;
    }
  }

  let showMenu = () => {};
  let followed: Settings | null = null;
  function followSettings(settings: Settings): void {
    const isOther = (name: keyof Settings) => settings[name] !== followed?.[name];
    presence.follow(settings);
    picture.noteChange();
    if (isOther('usesSingleKeys')) showMenu();
    if (followed && isOther('language')) run(followLanguage(settings.language));
    // In the language that is spoken by now.
    if (isOther('checksSpelling') || isOther('language')) checkSpelling(windowSession(), settings.checksSpelling);
    if (isOther('quietDays')) badge.noteChange();
    followed = settings;
  }

  /** From now on the page is served in this language; what is on the screen already gets new words. */
  async function followLanguage(wanted: Settings['language']): Promise<void> {
    await setLanguage({ language: speak(wanted), region: systemRegion() });
    showMenu();
    tray.renameItems();
    if (session.state.phase === 'open') session.workspace.outbox.reword();
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
    const checkForUpdates = updates && (() => run(updates.checkNow()));
    showMenu = () => {
      const { usesSingleKeys } = session.settings;
      setMenu({ platform: process.platform, usesSingleKeys, run: runCommand, checkForUpdates });
    };
    showMenu();
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
    openArguments(args) {
      if (args.includes(hiddenSwitch)) return; // the system starts what runs already
      quitSequence.showOrRelaunch(() => follow(linkOfArguments(args)), args.slice(1));
    },
  };
}

function relaunch(args: readonly string[]): void {
  const { APPIMAGE } = process.env; // the running program is in a mounted folder, which disappears when it ends
  app.relaunch({ args: againInSight(args), ...(APPIMAGE && { execPath: APPIMAGE }) });
}

function run(work: Promise<void>): void {
  work.catch((error: unknown) => logProblem(problemOf(error), error));
}
