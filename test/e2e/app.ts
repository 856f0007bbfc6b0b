import { spawn } from 'node:child_process';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { inject, onTestFinished } from 'vitest';
import { answerLimitMs, frozenPage, isFrozenInChromium } from '../../build/desktop/frozen-page.ts';
import { type Keyring, startKeyring } from '../../build/desktop/keyring.ts';
import { launchApp, type RunningApp } from '../../build/desktop/launch.ts';
import { projectFolder } from '../../build/run.ts';

/** A keyring of the running test's own; on other systems than Linux the application uses the one that there is. */
export async function ownKeyring(state: Keyring['state'] = 'unlocked'): Promise<Keyring> {
  const keyring = await startKeyring(state);
  onTestFinished(() => keyring.stop());
  return keyring;
}

/** Starts the built application with its own user-data folder, and closes it when the test ends. */
export async function startApp(
  userDataFolder: string,
  keyring: Keyring,
  ...args: string[]
): Promise<RunningApp & { close(): Promise<void> }> {
  const running = await launchApp({ electronPath: inject('electronPath'), userDataFolder, env: keyring.env, args });
  let isClosed = false;
  const close = async () => {
    if (!isClosed) await running.app.close();
    isClosed = true;
  };
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail' && !isClosed) {
      await keepTraces(task.name, running.page, userDataFolder);
      if (await isFrozenInChromium(running)) {
        running.app.process().kill('SIGKILL'); // its page would not let it quit
        throw new Error(frozenPage);
      }
    }
    await close();
  });
  return { ...running, close };
}

/** Keeps, in `out/test/failed/`, what a failed test leaves on the screen, and the application's log. */
async function keepTraces(test: string, page: Page, userDataFolder: string): Promise<void> {
  const folder = join(projectFolder, 'out/test/failed', test.replaceAll(/[^\p{L}\d]+/gu, '-'));
  await mkdir(folder, { recursive: true });
  const text = await page.locator('body').ariaSnapshot({ timeout: answerLimitMs }).catch(String);
  process.stderr.write(`${test}\n${text.slice(0, 2_000)}\n`); // also for those who cannot open the folder
  await Promise.allSettled([
    page.screenshot({ path: join(folder, 'window.png'), timeout: 10_000 }),
    copyFile(join(userDataFolder, 'logs/main.log'), join(folder, 'main.log')),
  ]);
}

/** The names and secrets that the keyring holds for the application, asked in a process that sees that keyring. */
export async function readKeyring(keyring: Keyring): Promise<{ account: string; password: string }[]> {
  const script = `
    const keytar = await import('keytar');
    process.stdout.write(JSON.stringify(await keytar.default.findCredentials('Colodesk (development)')));`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: projectFolder,
    env: { ...process.env, ...keyring.env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  for await (const chunk of child.stdout) output += String(chunk);
  return JSON.parse(output) as { account: string; password: string }[];
}
