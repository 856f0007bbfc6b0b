/* `npm run icons`: renders build/resources/icon.svg into the icon files of each system, beside it. */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { command } from '../command.ts';
import { iconFiles } from '../icons.ts';
import { takeNoOptions } from '../options.ts';
import { print } from '../print.ts';
import { projectFolder } from '../run.ts';

const folder = join(projectFolder, 'build/resources');

await command(async () => {
  takeNoOptions();
  const svg = await readFile(join(folder, 'icon.svg'), 'utf8');
  for (const [name, content] of iconFiles(svg)) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    print(`${name}: ${content.length.toLocaleString('en')} bytes`);
  }
});
