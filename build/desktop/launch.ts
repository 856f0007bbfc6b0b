import { type ElectronApplication, _electron as electron, type Page } from 'playwright';
import { projectFolder } from '../run.ts';

export type LaunchOptions = {
  /** The Electron program. */
  electronPath: string;
  /** The application's data: a folder of its own for each that runs. */
  userDataFolder: string;
  /** On top of this program's own environment. */
  env: Record<string, string>;
  args?: readonly string[];
};

export type RunningApp = { app: ElectronApplication; page: Page };

/** As root Chromium refuses to start with its sandbox; nowhere else is it switched off. */
export const sandboxSwitches: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Numbers and dates are looked for in the form that they have without a region, whatever the computer's own is. */
export const withoutRegion = { LC_ALL: 'C.UTF-8' };

/** Starts the built application as a person does, in a window that can be driven. */
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
