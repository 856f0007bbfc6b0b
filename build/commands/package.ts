import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { buildApp } from '../build-app.ts';
import { command } from '../command.ts';
import { packageApp } from '../package/package-app.ts';
import { sizesOf } from '../package/sizes.ts';
import { provideElectron } from '../provide/electron.ts';
import { say } from '../say.ts';

/*
 * Builds and packs the application for the system and processor that this runs on, unpacked and unsigned, and says what it weighs.
 */

await command(async () => {
  const electron = await provideElectron();
  await buildApp();
  const program = await packageApp(electron);
  await stat(program);
  for (const { name, bytes } of await sizesOf(program)) say(`${(bytes / 1e6).toFixed(1).padStart(7)} MB  ${name}`);
  say(`The packed application is ${dirname(program)}`);
});
