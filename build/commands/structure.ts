/*
 * Counts the figures of the source tree: sizes of files, imports, and how many files one opens to follow two things through
 * the application. `npm run structure -- <folder>` counts another tree, such as a worktree of an older commit.
 */

import { resolve } from 'node:path';
import { command } from '../command.ts';
import { print } from '../print.ts';
import { projectFolder } from '../run.ts';
import { structureOf } from '../structure.ts';

await command(async () => {
  for (const { name, value, files = [] } of await structureOf(resolve(process.argv[2] ?? projectFolder))) {
    print(`${value.padStart(10)}  ${name}`);
    for (const file of files) print(`${''.padStart(14)}${file}`);
  }
});
