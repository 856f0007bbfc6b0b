/* Exit codes of the commands in build/commands. */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { projectFolder, run, tool } from '../../build/run.ts';

const commandUrl = pathToFileURL(join(projectFolder, 'build/command.ts')).href;

/** Each test starts a process, which takes seconds beside other work. */
const limitMs = 30_000;

/** Runs a command in a process in which a library forces the exit code 0 at the end, as electron-builder does. */
function runCommand(work: string) {
  const program = `
    import { command } from '${commandUrl}';
    process.on('beforeExit', () => process.exit(0));
    await command(async () => { ${work} });
  `;
  return run(process.execPath, [tool('tsx/dist/cli.mjs'), '--input-type=module', '--eval', program]);
}

test(
  'a command that counts failures ends with the exit code that it sets',
  async () => {
    expect((await runCommand('process.exitCode = 1')).code).toBe(1);
  },
  limitMs,
);

test(
  'a command whose work fails ends with 1 and says why',
  async () => {
    const { code, output } = await runCommand(`throw new Error('no room on the disk')`);
    expect(code).toBe(1);
    expect(output.trim()).toBe('no room on the disk');
  },
  limitMs,
);

test(
  'a command whose work is done ends with 0',
  async () => {
    expect((await runCommand('')).code).toBe(0);
  },
  limitMs,
);
