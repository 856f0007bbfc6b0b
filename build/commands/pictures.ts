/*
 * `npm run pictures`: takes pictures of every step of the walk and of the screens beside it, in light and dark and in three
 * window sizes, in the system's forced colours and at a zoom of 200 %, to look at after a change, in `out/pictures/`. With
 * `--look forced`, for example, only those; with `--readme` it also renews the pictures in the README.
 */

import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { buildApp } from '../build-app.ts';
import { command } from '../command.ts';
import { clientBeside } from '../desktop/demo-service.ts';
import { startDisplay } from '../desktop/display.ts';
import { startKeyring } from '../desktop/keyring.ts';
import { launchApp } from '../desktop/launch.ts';
import { checkNames } from '../options.ts';
import { temporaryFolder } from '../outlive.ts';
import { print } from '../print.ts';
import { provideElectron } from '../provide/electron.ts';
import { provideSystem } from '../provide/system.ts';
import { projectFolder } from '../run.ts';
import { screens } from '../walk/screens.ts';
import type { Step } from '../walk/step.ts';
import { steps } from '../walk/steps.ts';

const medium = { width: 1280, height: 820 };

type Look = { viewport: { width: number; height: number }; colorScheme: 'light' | 'dark'; isForced?: boolean };

/** At a zoom of 200 % a window has half as many CSS pixels. */
const looks: Record<string, Look> = {
  'small-light': { viewport: { width: 720, height: 480 }, colorScheme: 'light' },
  'small-dark': { viewport: { width: 720, height: 480 }, colorScheme: 'dark' },
  'medium-light': { viewport: medium, colorScheme: 'light' },
  'medium-dark': { viewport: medium, colorScheme: 'dark' },
  'large-light': { viewport: { width: 1600, height: 1000 }, colorScheme: 'light' },
  'large-dark': { viewport: { width: 1600, height: 1000 }, colorScheme: 'dark' },
  forced: { viewport: medium, colorScheme: 'dark', isForced: true },
  'zoomed-1280': { viewport: { width: 640, height: 400 }, colorScheme: 'light' },
  'zoomed-720': { viewport: { width: 360, height: 240 }, colorScheme: 'light' },
};
type Options = { look: string[]; readme: boolean };

const readmePictures: Record<string, string> = {
  'inbox-medium-light': 'inbox',
  'ticket-medium-dark': 'ticket-dark',
  'reading-offline-medium-light': 'offline',
  'outbox-medium-light': 'outbox',
};

await command(async () => {
  const { values: options } = parseArgs({
    options: {
      look: { type: 'string', multiple: true, default: [] },
      readme: { type: 'boolean', default: false },
    },
  });
  const names = Object.keys(looks);
  checkNames(options.look, (wanted) => names.some((name) => name.startsWith(wanted)), names);
  await provideSystem(true);
  const { path } = await provideElectron();
  await buildApp();
  const folder = join(projectFolder, 'out/pictures');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const display = await startDisplay();
  const keyring = await startKeyring();
  const userDataFolder = await temporaryFolder(join(tmpdir(), 'colodesk-pictures-'));
  try {
    const { app, page } = await launchApp({
      electronPath: path,
      userDataFolder,
      env: { ...display.env, ...keyring.env },
    });
    for (const step of [...steps, ...screens]) {
      await step.take(page, () => clientBeside(userDataFolder));
      await takePictures(page, folder, step, options);
    }
    await app.close();
  } finally {
    await rm(userDataFolder, { recursive: true, force: true, maxRetries: 3 });
    await keyring.stop();
    await display.stop();
  }
  print(`Pictures are in ${folder}`);
});

async function takePictures(page: Page, folder: string, step: Step, options: Options): Promise<void> {
  const { picture: name, subject } = step;
  for (const [look, { viewport, colorScheme, isForced }] of Object.entries(looks)) {
    if (options.look.length > 0 && !options.look.some((wanted) => look.startsWith(wanted))) continue;
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce', forcedColors: isForced ? 'active' : 'none' });
    await subject?.(page).scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(folder, `${name}-${look}.png`) });
    const shown = readmePictures[`${name}-${look}`];
    if (shown && options.readme) await page.screenshot({ path: join(projectFolder, 'build/pictures', `${shown}.png`) });
  }
  await page.emulateMedia({ forcedColors: 'none' });
  await page.setViewportSize(medium);
}
