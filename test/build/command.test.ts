/* How the commands in build/commands end: their exit codes, and what they leave behind. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { projectFolder, run, tool } from '../../build/run.ts';

const urlOf = (file: string) => pathToFileURL(join(projectFolder, file)).href;
const commandUrl = urlOf('build/command.ts');

/** Each test starts a process, which takes seconds beside other work. */
const limitMs = 30_000;

/** A command in a process in which a library forces the exit code 0 at the end, as electron-builder does. */
function argumentsFor(work: string): string[] {
  const program = `
    import { spawn } from 'node:child_process';
    import { tmpdir } from 'node:os';
    import { join } from 'node:path';
    import { command } from '${commandUrl}';
    import { endWithThisProcess, temporaryFolder } from '${urlOf('build/outlive.ts')}';
    import { run } from '${urlOf('build/run.ts')}';
    process.on('beforeExit', () => process.exit(0));
    await command(async () => { ${work} });
  `;
  return [tool('tsx/dist/cli.mjs'), '--input-type=module', '--eval', program];
}

const runCommand = (work: string) => run(process.execPath, argumentsFor(work));

/** A program that runs until it is ended. */
const endless = `'setInterval(() => undefined, 1_000)'`;

/** Begins a program and a folder that nobody ends or removes, and says which they are. */
const startAndForget = `
  const child = spawn(process.execPath, ['--eval', ${endless}], { stdio: 'ignore' });
  endWithThisProcess(child);
  const folder = await temporaryFolder(join(tmpdir(), 'colodesk-test-'));
  process.stdout.write(JSON.stringify({ pid: child.pid, folder }) + '\\n');
`;

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

type Left = { pid: number; folder: string };

/** Waits until what a command had begun is gone. */
async function expectNothingLeft({ pid, folder }: Left): Promise<void> {
  await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);
  expect(await isThere(folder)).toBe(false);
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

test(
  'a command whose work fails ends, with all that it had begun',
  async () => {
    const { code, output } = await runCommand(`${startAndForget} throw new Error('no keyring')`);
    expect(code).toBe(1);
    const [begun = '', reason] = output.trim().split('\n');
    expect(reason).toBe('no keyring');
    await expectNothingLeft(JSON.parse(begun) as Left);
  },
  limitMs,
);

// Windows knows no signals: there a process is ended without a word.
test.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
  'a command that is ended by %s ends what it had begun, and a program whose end it waits for',
  async (signal) => {
    const waits = `
      ${startAndForget}
      await run(process.execPath, ['--eval', 'console.log(process.pid); ' + ${endless}], {
        onOutput: (text) => void process.stdout.write(text),
      });
    `;
    const started = spawn(process.execPath, argumentsFor(waits), { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    started.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    await expect.poll(() => output.trim().split('\n').length, { timeout: 20_000 }).toBe(2);
    started.kill(signal);
    await once(started, 'exit');
    const [begun = '', waitedFor = ''] = output.trim().split('\n');
    await expectNothingLeft(JSON.parse(begun) as Left);
    await expect.poll(() => isRunning(Number(waitedFor)), { timeout: 10_000 }).toBe(false);
  },
  60_000,
);
