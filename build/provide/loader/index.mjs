/*
 * What Electron's own default application does, for an Electron without it: starts the application whose folder is on the
 * command line, as `electron [-r module]… [switches] <folder> [switches]`.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const { folder, preloads } = readArguments(process.argv.slice(1));
const { name, productName, version, main } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));

process.defaultApp = true; // so that `app.isPackaged` and the single-instance lock behave as with the official program
app.setAppPath(folder);
app.setName(productName ?? name);
app.setVersion(version);
for (const preload of preloads) createRequire(import.meta.url)(resolve(preload));
// Awaited: Electron emits `ready` when this module has been evaluated, and the application must be listening by then.
await import(pathToFileURL(join(folder, main)).href);

function readArguments(given) {
  const preloads = [];
  for (let index = 0; index < given.length; index += 1) {
    const argument = given[index];
    if (argument === '-r' || argument === '--require') {
      index += 1;
      preloads.push(given[index]);
    } else if (!argument.startsWith('-')) return { folder: resolve(argument), preloads };
  }
  process.stderr.write('Name the folder of the application to start.\n');
  process.exit(1);
}
