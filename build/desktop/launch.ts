import { type ElectronApplication, _electron as electron, type Page } from 'playwright';
import { projectFolder } from '../run.ts';

export type LaunchOptions = {
  /** The Electron program. */
  electronPath: string;
  /** The application's folder, with its `package.json`; Colodesk's where none is given. */
  appFolder?: string;
  /** The application's data; each running application needs its own folder. */
  userDataFolder: string;
  /** In addition to the environment of this process. */
  env?: Record<string, string>;
  args?: readonly string[];
};

export type RunningApp = { app: ElectronApplication; page: Page };

/** Chromium refuses to start its sandbox as root; only there is it switched off. */
export const sandboxSwitches: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Tests expect numbers and dates in the form without a region, so the computer's own region must not count. */
export const withoutRegion = { LC_ALL: 'C.UTF-8' };

/** Starts the built application in a window that Playwright controls. */
export async function launchApp(options: LaunchOptions): Promise<RunningApp> {
  const app = await launchElectron(options);
  return { app, page: await app.firstWindow() };
}

/** Starts an application that Playwright controls, whether it opens a window or not. */
export async function launchElectron(options: LaunchOptions): Promise<ElectronApplication> {
  const { electronPath, appFolder = projectFolder, userDataFolder, env, args = [] } = options;
  const app = await electron.launch({
    executablePath: electronPath,
    args: [appFolder, `--user-data-dir=${userDataFolder}`, ...sandboxSwitches, ...args],
    env: { ...definedEnvironment(), ...withoutRegion, ...env },
  });
  keepAnswers(app);
  return app;
}

/**
 * Lets `app.evaluate` answer in a later turn of the main process. V8 holds the promise that Playwright waits for only weakly: once
 * it is fulfilled, a garbage collection before the process comes to its microtasks takes the answer away, of a function that has
 * run, with “Resulting promise was garbage collected”. Until then a promise that waits for its turn holds it.
 */
function keepAnswers(app: ElectronApplication): void {
  const evaluate = app.evaluate.bind(app);
  const evaluateLater = (ask: unknown, given: unknown) =>
    evaluate(
      (electronModule, { source, given }) =>
        new Promise((resolve) => {
          // biome-ignore lint/security/noGlobalEval: Playwright, too, sends a function as its text
          setImmediate(() => resolve((async () => globalThis.eval(source)(electronModule, given))()));
        }),
      { source: `(${String(ask)})`, given },
    );
  Object.assign(app, { evaluate: evaluateLater });
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
