/* The demo without a screen: takes every step of the main job and reports what it saw. */

import { mkdir, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright';
import { clientBeside } from '../desktop/demo-service.ts';
import { startDisplay } from '../desktop/display.ts';
import { startKeyring } from '../desktop/keyring.ts';
import { launchApp } from '../desktop/launch.ts';
import { temporaryFolder } from '../outlive.ts';
import { print } from '../print.ts';
import { projectFolder } from '../run.ts';
import { handingOnSteps } from './handing-on.ts';
import type { Step } from './step.ts';
import { steps } from './steps.ts';

const pictureFolder = join(projectFolder, 'out/demo');

/**
 * Walks through the main job in the built application on its own display and keyring. Prints a line with the time of each step,
 * takes a picture of each in `out/demo/`, and leaves there the files that it saved. @throws Error that names the step and the reason
 */
export async function walk(electronPath: string): Promise<void> {
  await rm(pictureFolder, { recursive: true, force: true });
  await mkdir(pictureFolder, { recursive: true });
  const ends: (() => Promise<void>)[] = [];
  try {
    const display = await startDisplay();
    ends.push(display.stop);
    const keyring = await startKeyring();
    ends.push(keyring.stop);
    const userDataFolder = await temporaryFolder(join(tmpdir(), 'colodesk-demo-'));
    ends.push(() => rm(userDataFolder, { recursive: true, force: true, maxRetries: 3 }));

    const startedAtMs = performance.now();
    const env = { ...display.env, ...keyring.env };
    const { app, page } = await launchApp({ electronPath, userDataFolder, env });
    ends.push(() => app.close());
    page.setDefaultTimeout(30_000);
    await saveEverythingIn(pictureFolder, app);
    for (const [index, step] of [...steps, ...handingOnSteps].entries())
      await take(step, index + 1, index === 0 ? startedAtMs : undefined);

    async function take(step: Step, number: number, beganAtMs = performance.now()): Promise<void> {
      const said = await step
        .take(page, () => clientBeside(userDataFolder))
        .catch(async (error: unknown) => {
          await page.screenshot({ path: pictureOf(number, 'failed') }).catch(() => undefined);
          throw new Error(`Step ${number}, ${step.name}, failed: ${error instanceof Error ? error.message : error}`);
        });
      const tookMs = performance.now() - beganAtMs;
      await page.screenshot({ path: pictureOf(number, step.picture) });
      print(`${(tookMs / 1000).toFixed(2).padStart(6)} s  ${step.name}: ${said}`);
    }
  } finally {
    for (const end of ends.toReversed()) await end();
  }
  print(`Pictures of all steps are in ${pictureFolder}, and the files that were saved:`);
  for (const name of (await readdir(pictureFolder)).sort()) if (!name.endsWith('.png')) print(`  ${name}`);
}

const pictureOf = (number: number, name: string) =>
  join(pictureFolder, `${String(number).padStart(2, '0')}-${name}.png`);

/** Answers the system's dialog for saving with the name that it suggests. */
const saveEverythingIn = (folder: string, app: ElectronApplication) =>
  app.evaluate(({ dialog }, to) => {
    dialog.showSaveDialog = (...args: unknown[]) => {
      const { defaultPath } = args.at(-1) as { defaultPath: string };
      return Promise.resolve({ canceled: false, filePath: `${to}/${defaultPath.split(/[\\/]/).at(-1)}` });
    };
  }, folder);
