/* `npm run package`: builds and packs the application for this system and processor, unsigned, and prints its size. */

import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { buildApp } from '../build-app.ts';
import { command } from '../command.ts';
import { packageApp } from '../package/package-app.ts';
import { sizesOf } from '../package/sizes.ts';
import { print } from '../print.ts';
import { provideElectron } from '../provide/electron.ts';

await command(async () => {
  const electron = await provideElectron();
  await buildApp();
  const program = await packageApp(electron);
  await stat(program);
  for (const { name, bytes } of await sizesOf(program)) print(`${(bytes / 1e6).toFixed(1).padStart(7)} MB  ${name}`);
  print(`The packed application is ${dirname(program)}`);
});
