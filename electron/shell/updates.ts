/*
 * Updates of the installed application.
 */

import { app, type BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import type { AppUpdater } from 'electron-updater';
import type { Policy } from '../contract/policy.ts';
import { type Problem, ProblemError, problemOf } from '../contract/problem.ts';
import { words } from '../words/words.ts';
import { replacesItself } from './installation.ts';
import { logProblem } from './log.ts';
import { isListed, signedList, type UpdateList } from './update-signature.ts';

/** Late enough not to slow down the start. */
const defaultFirstCheckMs = 60_000;
const defaultIntervalMs = 24 * 60 * 60 * 1000;

/**
 * Checks for newer versions and asks the user before each step: an update is offered and never forced. Each version is
 * offered once while the application runs, and again if it could not be downloaded or installed.
 */
export class Updates {
  readonly #options: UpdatesOptions;
  #offered: string | null = null;
  #isBusy = false;
  /** The user asked for the check under way, or agreed to its download, and is told how it ends. */
  #isAwaited = false;

  constructor(options: UpdatesOptions) {
    this.#options = options;
  }

  /** Starts regular checks. Their failures only go to the log, since a computer is often without a network. */
  start(): void {
    const { firstCheckMs = defaultFirstCheckMs, intervalMs = defaultIntervalMs } = this.#options;
    setTimeout(() => void this.#check(), firstCheckMs).unref();
    setInterval(() => void this.#check(), intervalMs).unref();
  }

  /**
   * Checks because the user asked: shows every outcome, also of a check that is under way, and offers again a version that was
   * declined before.
   */
  checkNow(): Promise<void> {
    this.#isAwaited = true;
    return this.#check();
  }

  async #check(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      await this.#offer();
    } catch (error) {
      const problem = problemOf(error);
      this.#options.onProblem(problem, error);
      if (this.#isAwaited) await this.#options.dialogs.showFailure(problem);
    } finally {
      this.#isBusy = false;
      this.#isAwaited = false;
    }
  }

  async #offer(): Promise<void> {
    const { updater, dialogs } = this.#options;
    const version = await updater.newest();
    if (version === null) {
      if (this.#isAwaited) await dialogs.showUpToDate();
      return;
    }
    if (version === this.#offered && !this.#isAwaited) return;
    const isWanted = await dialogs.mayDownload(version);
    if (isWanted) {
      this.#isAwaited = true;
      await updater.download();
    }
    this.#offered = version;
    if (!isWanted || !(await dialogs.mayRestart(version))) return;
    this.#offered = null;
    await updater.installAndRestart();
  }
}

/**
 * Returns `null` where there are no updates: in development, when the policy switches them off, where others manage what is
 * installed, or without a key to verify them.
 * @param publicKey see `signedList`; `''` if the build was given none
 */
export function makeUpdates(policy: Policy, window: OpenWindow, restart: Restart, publicKey: string): Updates | null {
  if (!app.isPackaged || policy.updates === 'off' || publicKey === '' || !replacesItself()) return null;
  return new Updates({
    updater: signedUpdater(restart, publicKey),
    dialogs: systemDialogs(window),
    onProblem: logProblem,
  });
}

type UpdatesOptions = {
  updater: Updater;
  dialogs: UpdateDialogs;
  onProblem: (problem: Problem, error: unknown) => void;
  firstCheckMs?: number;
  intervalMs?: number;
};

/** The source of newer versions. Each step is taken only when it is called. */
interface Updater {
  /** Returns the newest version, or `null` when it is the running one. */
  newest(): Promise<string | null>;
  /** Downloads the newest version and verifies its signature. */
  download(): Promise<void>;
  /** Ends the application, installs the new version and starts it, unless its files are others by now. */
  installAndRestart(): Promise<void>;
}

interface UpdateDialogs {
  mayDownload(version: string): Promise<boolean>;
  mayRestart(version: string): Promise<boolean>;
  showUpToDate(): Promise<void>;
  showFailure(problem: Problem): Promise<void>;
}

/**
 * Finds and installs what carries our signature, and nothing else. Where the system itself signs programs, electron-updater
 * verifies that too.
 */
function signedUpdater(restart: Restart, publicKey: string): Updater {
  let loaded: Promise<AppUpdater> | undefined;
  const updater = () => {
    loaded ??= load();
    return loaded;
  };
  let list: UpdateList | null = null;
  let files: readonly string[] = [];
  const verify = async () => {
    for (const file of files) {
      if (!list || !(await failingAsProblem(isListed(file, list))))
        throw new ProblemError('update-failed', words().updates.isForged);
    }
  };
  return {
    async newest() {
      const found = await failingAsProblem((await updater()).checkForUpdates());
      if (!found?.isUpdateAvailable) return null;
      list = signedList(found.updateInfo, publicKey);
      if (!list) throw new ProblemError('update-failed', words().updates.isForged);
      return list.version;
    },
    async download() {
      files = await failingAsProblem((await updater()).downloadUpdate());
      await verify();
    },
    async installAndRestart() {
      const loaded = await updater();
      await verify(); // the question may have stood for days, beside a file that other programs can write
      restart.quitThen(() => install(loaded, restart));
    },
  };
}

/** Loads electron-updater when it is first needed: it is as large as the rest of the application and would slow down the start. */
async function load(): Promise<AppUpdater> {
  const { autoUpdater } = (await import('electron-updater')).default;
  autoUpdater.autoDownload = false;
  autoUpdater.autoInstallOnAppQuit = false;
  autoUpdater.allowPrerelease = false;
  autoUpdater.allowDowngrade = false;
  autoUpdater.disableWebInstaller = true; // it loads more than the list names
  autoUpdater.logger = null;
  autoUpdater.on('error', () => undefined); // the failing call rejects with the same error
  return autoUpdater;
}

/**
 * Installs the downloaded version, silently, and starts it. Everything is closed by now: Windows' installer ends what still
 * runs, and elsewhere the new version starts before this one has ended, so the lock for a single instance is released.
 */
function install(updater: AppUpdater, { relaunch }: Restart): void {
  app.releaseSingleInstanceLock();
  updater.once('error', () => {
    relaunch();
    app.quit();
  });
  updater.quitAndInstall(true, true);
}

async function failingAsProblem<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new ProblemError('update-failed', {}, error);
  }
}

/** How the application ends and starts again. */
type Restart = {
  /** Closes everything, unless the user decides to stay, and then calls `end`, which has to end the application. */
  quitThen(end: () => void): void;
  /** Starts this version again once it has ended. */
  relaunch(): void;
};

type OpenWindow = { readonly current: BrowserWindow | undefined };

/** Asks in front of the window while it is shown. */
function systemDialogs(window: OpenWindow): UpdateDialogs {
  const show = async (options: MessageBoxOptions) => {
    const current = window.current?.isVisible() ? window.current : undefined; // it may be in the tray
    const { response } = await (current ? dialog.showMessageBox(current, options) : dialog.showMessageBox(options));
    return response;
  };
  // It may come while the user types: Enter and the space bar must agree to nothing.
  const ask = async (message: string, detail: string, agreement: string) =>
    (await show({ message, detail, buttons: [agreement, words().updates.notNow], defaultId: 1, cancelId: 1 })) === 0;
  return {
    mayDownload: (version) =>
      ask(
        words().updates.isAvailable({ version }),
        words().updates.isAvailableDetail({ version: app.getVersion() }),
        words().updates.download,
      ),
    mayRestart: (version) =>
      ask(words().updates.isReady({ version }), words().updates.isReadyDetail, words().updates.restart),
    async showUpToDate() {
      const message = words().updates.isUpToDate({ version: app.getVersion() });
      await show({ message, buttons: [words().dialogs.ok] });
    },
    async showFailure({ message, todo }) {
      await show({ type: 'warning', message, detail: todo, buttons: [words().dialogs.ok] });
    },
  };
}
