/*
 * `npm test`: every check a reviewer would ask for, the quick ones first. A check that is not made of tests counts as one.
 * All of them run even after a failure, so that one run shows everything. The last line is `N passed, N failed`.
 */

import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { buildApp } from '../build-app.ts';
import { command } from '../command.ts';
import { packageApp } from '../package/package-app.ts';
import { print } from '../print.ts';
import { provideElectron } from '../provide/electron.ts';
import { provideSystem } from '../provide/system.ts';
import { projectFolder, run, tool } from '../run.ts';

type Count = { passed: number; failed: number };

const reportFolder = join(projectFolder, 'out/test');
const reportSchema = z.object({ numPassedTests: z.int(), numFailedTests: z.int() });
const projects = ['electron', 'electron/tsconfig.preload.json', 'renderer', 'build', 'test'] as const;

await command(async () => {
  await provideSystem(true);
  await provideElectron();
  await rm(reportFolder, { recursive: true, force: true });
  await mkdir(reportFolder, { recursive: true });
  const counts = [
    await check('format and lint', '@biomejs/biome/bin/biome', 'ci', '--reporter=summary'),
    // TypeScript 7 checks the same in a third of the time, but tools that read the code still need the older one.
    ...(await inOrder(projects, (name) => check(`types of ${name}`, 'typescript-7/bin/tsc', '-p', name))),
    await check('unused code', 'knip/bin/knip.js', '--config', 'build/knip.json', '--no-progress'),
    await tests('unit'),
    await step('build', buildApp()),
    await step('package', provideElectron(() => undefined).then(packageApp)),
    await tests('end-to-end'),
  ];
  const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
  if (sum('failed') > 0) process.exitCode = 1;
  print(`${sum('passed')} passed, ${sum('failed')} failed`);
});

async function inOrder<T>(names: readonly T[], work: (name: T) => Promise<Count>): Promise<Count[]> {
  const counts: Count[] = [];
  for (const name of names) counts.push(await work(name));
  return counts;
}

/** Runs a program that passes or fails as a whole, and prints its output if it fails. */
async function check(name: string, program: string, ...args: string[]): Promise<Count> {
  const { code, output } = await run(process.execPath, [tool(program), ...args]);
  return outcome(name, code === 0, output);
}

function step(name: string, work: Promise<unknown>): Promise<Count> {
  return work.then(
    () => outcome(name, true, ''),
    (error: unknown) => outcome(name, false, String(error)),
  );
}

function outcome(name: string, isGood: boolean, output: string): Count {
  print(`${isGood ? '✓' : '✗'} ${name}`);
  if (!isGood) print(output.trimEnd());
  return { passed: Number(isGood), failed: Number(!isGood) };
}

/** Runs a project of the test runner, and those whose names begin like it. A run that ends badly without a failed test counts as one failure. */
async function tests(project: string): Promise<Count> {
  const report = join(reportFolder, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const config = ['--config', 'build/vitest.config.ts', '--project', `${project}*`];
  const onOutput = (text: string) => void process.stdout.write(text);
  const args = [tool('vitest/vitest.mjs'), 'run', ...config, ...reporters];
  const { code } = await run(process.execPath, args, { onOutput });
  const counted = await readFile(report, 'utf8').then(
    (text) => reportSchema.safeParse(JSON.parse(text)),
    () => undefined,
  );
  const passed = counted?.data?.numPassedTests ?? 0;
  const failed = counted?.data?.numFailedTests ?? 0;
  const isGood = code === 0 && passed > 0;
  return { passed, failed: isGood ? failed : Math.max(failed, 1) };
}
