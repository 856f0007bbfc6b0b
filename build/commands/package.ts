/*
 * `npm run package`: builds and packs the application for this system and processor, unsigned, and prints its size. With
 * `-- --linux deb`, for example, makes packages that can be installed.
 */

import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { buildApp } from '../build-app.ts';
import { command } from '../command.ts';
import { packageApp } from '../package/package-app.ts';
import { packageTargets, wantedPackages } from '../package/package-targets.ts';
import { sizesOf } from '../package/sizes.ts';
import { print } from '../print.ts';
import { provideElectron } from '../provide/electron.ts';

await command(async () => {
  const wanted = wantedPackages(process.argv.slice(2));
  const electron = await provideElectron();
  await buildApp();
  if (wanted) {
    for (const file of await packageTargets(wanted, electron)) await printSize(file);
    return;
  }
  const program = await packageApp(electron);
  for (const { name, bytes } of await sizesOf(program)) printBytes(bytes, name);
  print(`The packed application is ${dirname(program)}`);
});

async function printSize(file: string): Promise<void> {
  printBytes((await stat(file)).size, file);
}

function printBytes(bytes: number, name: string): void {
  print(`${(bytes / 1e6).toFixed(1).padStart(7)} MB  ${name}`);
}
