import { app, dialog } from 'electron';
import type { AppUpdater } from 'electron-updater';
import type { Policy } from '../contract/policy.ts';
import { ProblemError } from '../contract/problem.ts';
import { logProblem } from './log.ts';
import { type UpdateQuestions, type Updater, Updates } from './updates.ts';

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
