import { app, dialog } from 'electron';
import type { AppUpdater } from 'electron-updater';
import type { Policy } from '../contract/policy.ts';
import { type Problem, ProblemError, problemOf } from '../contract/problem.ts';
import { logProblem } from './log.ts';

/** Where newer versions come from; each step is taken only when it is asked for. */
interface Updater {
  /** The newest version, or `null` when this is it. */
  newest(): Promise<string | null>;
  /** Fetches it and proves its signature. */
  download(): Promise<void>;
  /** Ends the application, puts the new version in its place and starts it. */
  installAndRestart(): Promise<void>;
}

/** The questions to the user. */
interface UpdateQuestions {
  mayDownload(version: string): Promise<boolean>;
  mayRestart(version: string): Promise<boolean>;
  /** The answer to somebody who asked whether there is a newer version. */
  tellNewest(): Promise<void>;
  tellFailure(problem: Problem): Promise<void>;
}

type UpdatesOptions = {
  updater: Updater;
  questions: UpdateQuestions;
  onProblem: (problem: Problem, error: unknown) => void;
  firstAfterMs?: number;
  everyMs?: number;
};

/** Long enough after the start not to be in its way; then once a day. */
const defaultFirstAfterMs = 60_000;
const defaultEveryMs = 24 * 60 * 60 * 1000;

/** Looks for newer versions, and asks before each step: an update is offered and never forced. A version is offered once a run. */
export class Updates {
  readonly #options: UpdatesOptions;
  #offered: string | null = null;
  #isBusy = false;

  constructor(options: UpdatesOptions) {
    this.#options = options;
  }

  /** Begins to look, by itself and in silence about what fails: a computer without a network is no problem of updates. */
  start(): void {
    const { firstAfterMs = defaultFirstAfterMs, everyMs = defaultEveryMs } = this.#options;
    setTimeout(() => void this.#look(false), firstAfterMs).unref();
    setInterval(() => void this.#look(false), everyMs).unref();
  }

  /** The user asks: every outcome is said, and a version that was declined before is offered again. */
  lookNow(): Promise<void> {
    this.#offered = null;
    return this.#look(true);
  }

  async #look(isAsked: boolean): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      await this.#offer(isAsked);
    } catch (error) {
      const cause = problemOf(error);
      this.#options.onProblem(cause, error);
      if (isAsked) await this.#options.questions.tellFailure(cause);
    } finally {
      this.#isBusy = false;
    }
  }

  async #offer(isAsked: boolean): Promise<void> {
    const { updater, questions } = this.#options;
    const version = await updater.newest();
    if (version === null) {
      if (isAsked) await questions.tellNewest();
      return;
    }
    if (version === this.#offered) return;
    this.#offered = version;
    if (!(await questions.mayDownload(version))) return;
    await updater.download();
    if (await questions.mayRestart(version)) await updater.installAndRestart();
  }
}

/** The installed application's updates, or `null` where there are none: what is developed, or where the policy says so. */
export function makeUpdates(policy: Policy): Updates | null {
  if (!app.isPackaged || policy.updates === 'off') return null;
  return new Updates({ updater: signedUpdater(), questions, onProblem: logProblem });
}

/** electron-updater proves that an update is signed as this application is, and puts in place nothing else. */
function signedUpdater(): Updater {
  let loaded: Promise<AppUpdater> | undefined;
  const updater = () => {
    loaded ??= load();
    return loaded;
  };
  return {
    async newest() {
      const found = await failingAsProblem((await updater()).checkForUpdates());
      return found?.isUpdateAvailable ? found.updateInfo.version : null;
    },
    async download() {
      await failingAsProblem((await updater()).downloadUpdate());
    },
    async installAndRestart() {
      (await updater()).quitAndInstall();
    },
  };
}

/** Loaded when it is first needed: it is as large as all the rest, and no start has to wait for it. */
async function load(): Promise<AppUpdater> {
  const { autoUpdater } = (await import('electron-updater')).default;
  autoUpdater.autoDownload = false;
  autoUpdater.autoInstallOnAppQuit = false;
  autoUpdater.allowPrerelease = false;
  autoUpdater.allowDowngrade = false;
  autoUpdater.logger = null;
  autoUpdater.on('error', () => undefined); // the same error also ends the call that met it
  return autoUpdater;
}

async function failingAsProblem<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new ProblemError('update-failed', {}, error);
  }
}

const questions: UpdateQuestions = {
  mayDownload: (version) =>
    ask(
      `Colodesk ${version} is available.`,
      `This is ${app.getVersion()}. Nothing changes before you agree.`,
      'Download',
    ),
  mayRestart: (version) =>
    ask(`Colodesk ${version} is ready.`, 'What you typed and what waits in the outbox is kept.', 'Restart now'),
  async tellNewest() {
    await dialog.showMessageBox({ message: `Colodesk ${app.getVersion()} is the newest version.`, buttons: ['OK'] });
  },
  async tellFailure({ message, todo }) {
    await dialog.showMessageBox({ type: 'warning', message, detail: todo, buttons: ['OK'] });
  },
};

async function ask(message: string, detail: string, agreement: string): Promise<boolean> {
  const options = { message, detail, buttons: [agreement, 'Later'], defaultId: 0, cancelId: 1 };
  return (await dialog.showMessageBox(options)).response === 0;
}
