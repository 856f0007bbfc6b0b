/* Exports of 100,000 tickets in a process of their own: how much memory they take, and what a kill leaves behind. */

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder, run } from '../../build/run.ts';
import { ownFolder } from '../support/folder.ts';

const program = join(projectFolder, 'test/support/export-process.ts');
const typescript = ['--import', 'tsx'];
const mostBytes = 80_000_000;

it.each(['csv', 'xlsx'])(
  'a %s file of 100,000 tickets takes little memory',
  async (format) => {
    const folder = await ownFolder();
    const { code, output } = await run(process.execPath, [...typescript, program, folder, format, '100000']);
    expect({ code, files: await readdir(folder) }).toEqual({ code: 0, files: [`all.${format}`] });
    expect(Number(output)).toBeGreaterThan(0);
    expect(Number(output)).toBeLessThan(mostBytes);
  },
  120_000,
);

it.each(['csv', 'xlsx'])(
  'a kill in the middle of a %s file leaves the old one as it was',
  async (format) => {
    const folder = await ownFolder();
    const path = join(folder, `all.${format}`);
    await writeFile(path, 'the old one');
    const child = fork(program, [folder, format, '100000'], { execArgv: typescript });
    await once(child, 'message');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await readFile(path, 'utf8')).toBe('the old one');
    const others = (await readdir(folder)).filter((name) => name !== `all.${format}`);
    for (const name of others) expect(name).toMatch(/^\.colodesk-.*\.part$/);
  },
  60_000,
);
