import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Page } from 'playwright';
import { type Child, startChild } from './child.ts';
import { type LaunchOptions, sandboxSwitches, withoutRegion } from './launch.ts';

const startLimitMs = 30_000;

/** A running packed application: `page` is its window, `ended` resolves to its exit code. */
export type PackedApp = { page: Page; ended: Promise<number | null>; kill(): Promise<void> };

/**
 * Starts a packed application and connects over Chromium's debugging port. Playwright's usual way, Node's inspector, is
 * switched off in it.
 */
export async function launchPacked(options: LaunchOptions): Promise<PackedApp> {
  const { electronPath, userDataFolder, env, args = [] } = options;
  const own = [`--user-data-dir=${userDataFolder}`, '--remote-debugging-port=0', ...sandboxSwitches];
  const child = startChild(electronPath, [...own, ...args], {
    env: { ...process.env, ...withoutRegion, ...env },
    stdio: 'ignore',
  });
  return await connectPacked(child, userDataFolder);
}

/** Connects to a packed application that was started with `--remote-debugging-port=0`; ends it if that fails. */
export async function connectPacked(child: Child, userDataFolder: string): Promise<PackedApp> {
  const ended = new Promise<number | null>((resolve) => child.process.once('exit', resolve));
  try {
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await debuggingPort(userDataFolder, ended)}`);
    const [context] = browser.contexts();
    if (!context) throw new Error('the packed application has no window');
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    return { page, ended, kill: child.stop };
  } catch (error) {
    await child.stop();
    throw error;
  }
}

/** Returns the port that Chromium has chosen, which it writes into a file of the user data folder. */
async function debuggingPort(userDataFolder: string, ended: Promise<number | null>): Promise<string> {
  let exitCode: number | null | undefined;
  void ended.then((code) => {
    exitCode = code;
  });
  const untilMs = Date.now() + startLimitMs;
  for (;;) {
    const text = await readFile(join(userDataFolder, 'DevToolsActivePort'), 'utf8').catch(() => '');
    const [port] = text.split('\n');
    if (port) return port;
    if (exitCode !== undefined) throw new Error(`the packed application ended with ${exitCode ?? 'a signal'}`);
    if (Date.now() > untilMs) throw new Error(`the packed application opens no port for ${startLimitMs / 1000} s`);
    await wait(20);
  }
}
