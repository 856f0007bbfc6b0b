import { type ElectronApplication, _electron as electron, type Page } from 'playwright';
import { projectFolder } from '../run.ts';

export type LaunchOptions = {
  /** The Electron program. */
  electronPath: string;
  /** The application's data; each running application needs its own folder. */
  userDataFolder: string;
  /** In addition to the environment of this process. */
  env: Record<string, string>;
  args?: readonly string[];
};

export type RunningApp = { app: ElectronApplication; page: Page };

/** Chromium refuses to start its sandbox as root; only there is it switched off. */
export const sandboxSwitches: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Tests expect numbers and dates in the form without a region, so the computer's own region must not count. */
export const withoutRegion = { LC_ALL: 'C.UTF-8' };

/** Starts the built application in a window that Playwright controls. */
export async function launchApp({ electronPath, userDataFolder, env, args = [] }: LaunchOptions): Promise<RunningApp> {
  const app = await electron.launch({
    executablePath: electronPath,
    args: [projectFolder, `--user-data-dir=${userDataFolder}`, ...sandboxSwitches, ...args],
    env: { ...definedEnvironment(), ...withoutRegion, ...env },
  });
  return { app, page: await app.firstWindow() };
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
