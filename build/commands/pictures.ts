/*
 * `npm run pictures`: takes pictures of every step of the walk and of the screens beside it, in light and dark and in three
 * window sizes, to look at after a change, in `out/pictures/`. With `--readme` it also renews the pictures in the README.
 */

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { buildApp } from '../build-app.ts';
import { command } from '../command.ts';
import { clientBeside } from '../desktop/demo-service.ts';
import { startDisplay } from '../desktop/display.ts';
import { startKeyring } from '../desktop/keyring.ts';
import { launchApp } from '../desktop/launch.ts';
import { print } from '../print.ts';
import { provideElectron } from '../provide/electron.ts';
import { projectFolder } from '../run.ts';
import { screens } from '../walk/screens.ts';
import { steps } from '../walk/steps.ts';

const sizes = {
  small: { width: 720, height: 480 },
  medium: { width: 1280, height: 820 },
  large: { width: 1600, height: 1000 },
};
const readmePictures: Record<string, string> = {
  'inbox-medium-light': 'inbox',
  'ticket-medium-dark': 'ticket-dark',
  'reading-offline-medium-light': 'offline',
  'outbox-medium-light': 'outbox',
};

await command(async () => {
  const { path } = await provideElectron();
  await buildApp();
  const folder = join(projectFolder, 'out/pictures');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const display = await startDisplay();
  const keyring = await startKeyring();
  const userDataFolder = await mkdtemp(join(tmpdir(), 'colodesk-pictures-'));
  try {
    const { app, page } = await launchApp({
      electronPath: path,
      userDataFolder,
      env: { ...display.env, ...keyring.env },
    });
    for (const step of [...steps, ...screens]) {
      await step.take(page, () => clientBeside(userDataFolder));
      await takePictures(page, folder, step.picture);
    }
    await app.close();
  } finally {
    await rm(userDataFolder, { recursive: true, force: true, maxRetries: 3 });
    await keyring.stop();
    await display.stop();
  }
  print(`Pictures are in ${folder}`);
});

async function takePictures(page: Page, folder: string, name: string): Promise<void> {
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`) });
      const shown = readmePictures[`${name}-${size}-${colorScheme}`];
      if (shown && process.argv.includes('--readme')) {
        await page.screenshot({ path: join(projectFolder, 'build/pictures', `${shown}.png`) });
      }
    }
  }
  await page.setViewportSize(sizes.medium);
}
