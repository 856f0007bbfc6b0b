/*
 * `npm run demo`: shows Colodesk with the built-in demo service, in a window if there is a display, otherwise by walking
 * through the main job on a virtual display.
 */

import { join } from 'node:path';
import { buildApp } from '../build-app.ts';
import { command } from '../command.ts';
import { hasDisplay } from '../desktop/display.ts';
import { openApp } from '../desktop/open.ts';
import { takeNoOptions } from '../options.ts';
import { cacheFolder } from '../provide/cache-folder.ts';
import { provideElectron } from '../provide/electron.ts';
import { provideSystem } from '../provide/system.ts';
import { walk } from '../walk/walk.ts';

/** Separate from the data of an installed Colodesk. */
const demoDataFolder = join(cacheFolder(), 'demo-data');

await command(async () => {
  takeNoOptions();
  const canOpenWindow = hasDisplay();
  await provideSystem(!canOpenWindow);
  const { path } = await provideElectron();
  await buildApp();
  if (canOpenWindow) process.exitCode = await openApp(path, ['--demo', `--user-data-dir=${demoDataFolder}`]);
  else await walk(path);
});
