/* Bench: starts the application, the hello world and the demo service for the measurements, and cleans up after them. */

import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { startService } from '../desktop/demo-service.ts';
import { startDisplay } from '../desktop/display.ts';
import { type Keyring, startKeyring } from '../desktop/keyring.ts';
import { launchApp } from '../desktop/launch.ts';
import { temporaryFolder } from '../outlive.ts';
import { provideElectron } from '../provide/electron.ts';
import { projectFolder } from '../run.ts';

/** The environment of all measurements: one display, one keyring, and folders that `close` removes. */
export type BenchSetup = {
  electronVersion: string;
  folder(): Promise<string>;
  openApp(userDataFolder: string, args?: readonly string[]): Promise<Launched>;
  openHello(): Promise<Launched>;
  startService: typeof startService;
  keyring: Keyring;
  close(): Promise<void>;
};

/** A running application; `launchedAtMs` is the wall clock just before it was started. */
export type Launched = { app: ElectronApplication; page: Page; launchedAtMs: number };

const helloFolder = join(projectFolder, 'build/bench/hello');

export async function setUp(): Promise<BenchSetup> {
  const { path: electronPath, version: electronVersion } = await provideElectron();
  const display = await startDisplay();
  const keyring = await startKeyring();
  const env = { ...display.env, ...keyring.env };
  const folders: string[] = [];
  const folder = async () => {
    const made = await temporaryFolder(join(tmpdir(), 'colodesk-bench-'));
    folders.push(made);
    return made;
  };
  return {
    electronVersion,
    folder,
    async openApp(userDataFolder, args = []) {
      const launchedAtMs = Date.now();
      return { ...(await launchApp({ electronPath, userDataFolder, env, args })), launchedAtMs };
    },
    async openHello() {
      const options = { electronPath, appFolder: helloFolder, userDataFolder: await folder(), env };
      const launchedAtMs = Date.now();
      return { ...(await launchApp(options)), launchedAtMs };
    },
    startService,
    keyring,
    async close() {
      await keyring.stop();
      await display.stop();
      for (const made of folders) await rm(made, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
