import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from 'playwright';
import { singleAccountCredentials } from '../../electron/demo/credentials.ts';
import { firstLine, startChild } from '../desktop/child.ts';
import { startDisplay } from '../desktop/display.ts';
import { startKeyring } from '../desktop/keyring.ts';
import { launchApp, sandboxSwitches } from '../desktop/launch.ts';
import { provideElectron } from '../provide/electron.ts';
import { projectFolder, tool } from '../run.ts';

/** Where the measurements take place: one display, one keyring, folders that are gone afterwards. */
export type Stage = {
  electronVersion: string;
  folder(): Promise<string>;
  openApp(userDataFolder: string): Promise<Opened>;
  openHello(): Promise<Opened>;
  /** The demo service in a process of its own, as a server is; answers its base URL. */
  startService(options: { tickets: number; latency?: number }): Promise<{ baseUrl: string; stop(): Promise<void> }>;
  close(): Promise<void>;
};

/** `launchedAtMs` is the wall clock just before the program was started. */
export type Opened = { app: ElectronApplication; page: Page; launchedAtMs: number };

export async function setStage(): Promise<Stage> {
  const { path: electronPath, version: electronVersion } = await provideElectron();
  const display = await startDisplay();
  const keyring = await startKeyring();
  const env = { ...display.env, ...keyring.env };
  const folders: string[] = [];
  const folder = async () => {
    const made = await mkdtemp(join(tmpdir(), 'colodesk-bench-'));
    folders.push(made);
    return made;
  };
  return {
    electronVersion,
    folder,
    async openApp(userDataFolder) {
      const launchedAtMs = Date.now();
      return { ...(await launchApp({ electronPath, userDataFolder, env })), launchedAtMs };
    },
    async openHello() {
      const userData = `--user-data-dir=${await folder()}`;
      const args = [join(projectFolder, 'build/bench/hello'), userData, ...sandboxSwitches];
      const launchedAtMs = Date.now();
      const app = await electron.launch({
        executablePath: electronPath,
        args,
        env: { ...process.env, ...env } as never,
      });
      return { app, page: await app.firstWindow(), launchedAtMs };
    },
    async startService({ tickets, latency = 0 }) {
      const args = [
        'electron/demo/command.ts',
        '--tickets',
        String(tickets),
        '--latency',
        String(latency),
        '--changes-every',
        '0',
      ];
      const service = startChild(process.execPath, [tool('tsx/dist/cli.mjs'), ...args], {
        cwd: projectFolder,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const line = await firstLine(service, 1, 60_000);
      return { baseUrl: line.split(' ')[0] ?? '', stop: service.stop };
    },
    async close() {
      await keyring.stop();
      await display.stop();
      for (const made of folders) await rm(made, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Fills in the first start's form for a service, as a person does; all that is left is the click. */
export async function fillSignIn(page: Page, baseUrl: string): Promise<void> {
  await page.getByRole('radio', { name: 'Custom' }).check();
  await page.getByRole('textbox', { name: 'API base URL' }).fill(baseUrl);
  await page.getByRole('textbox', { name: 'Client ID' }).fill(singleAccountCredentials.clientId);
  await page.getByLabel('Client secret').fill(singleAccountCredentials.clientSecret);
}

export async function signInTo(page: Page, baseUrl: string): Promise<void> {
  await fillSignIn(page, baseUrl);
  await clickSignIn(page);
}

export const clickSignIn = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Sign in', exact: true }).click();
