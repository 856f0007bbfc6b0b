/*
 * `npm test`: every check a reviewer would ask for, the quick ones first. A check that is not made of tests counts as one.
 * All of them run even after a failure, so that one run shows everything. What failed is named once more at the end, where
 * it is found in a long output. The last line is `N passed, N failed`.
 */

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildApp } from '../build-app.ts';
import { command } from '../command.ts';
import { takeNoOptions } from '../options.ts';
import { packageApp } from '../package/package-app.ts';
import { print } from '../print.ts';
import { provideElectron } from '../provide/electron.ts';
import { provideSystem } from '../provide/system.ts';
import { projectFolder, run, tool } from '../run.ts';
import { readTestOutcome, type TestOutcome, tellTestOutcome } from '../test-report.ts';

const reportFolder = join(projectFolder, 'out/test');
const projects = ['electron', 'electron/tsconfig.preload.json', 'renderer', 'build', 'test'] as const;

await command(async () => {
  takeNoOptions();
  await provideSystem(true);
  await provideElectron();
  await rm(reportFolder, { recursive: true, force: true });
  await mkdir(reportFolder, { recursive: true });
  const outcomes = [
    await check('format and lint', '@biomejs/biome/bin/biome', 'ci', '--reporter=summary'),
    // TypeScript 7 checks the same in a third of the time, but tools that read the code still need the older one.
    ...(await inOrder(projects, (name) => check(`types of ${name}`, 'typescript-7/bin/tsc', '-p', name))),
    await check('unused code', 'knip/bin/knip.js', '--config', 'build/knip.json', '--no-progress'),
    await tests('unit'),
    await step('build', buildApp()),
    await step('package', provideElectron(() => undefined).then(packageApp)),
    await tests('end-to-end'),
  ];
  tellTestOutcome({
    passed: outcomes.reduce((total, { passed }) => total + passed, 0),
    failures: outcomes.flatMap(({ failures }) => failures),
  });
});

async function inOrder<T>(names: readonly T[], work: (name: T) => Promise<TestOutcome>): Promise<TestOutcome[]> {
  const outcomes: TestOutcome[] = [];
  for (const name of names) outcomes.push(await work(name));
  return outcomes;
}

/** Runs a program that passes or fails as a whole, and prints its output if it fails. */
async function check(name: string, program: string, ...args: string[]): Promise<TestOutcome> {
  const { code, output } = await run(process.execPath, [tool(program), ...args]);
  return outcome(name, code === 0, output);
}

function step(name: string, work: Promise<unknown>): Promise<TestOutcome> {
  return work.then(
    () => outcome(name, true, ''),
    (error: unknown) => outcome(name, false, String(error)),
  );
}

function outcome(name: string, isGood: boolean, output: string): TestOutcome {
  print(`${isGood ? '✓' : '✗'} ${name}`);
  if (!isGood) print(output.trimEnd());
  return { passed: Number(isGood), failures: isGood ? [] : [`${name}\n${output.trimEnd().slice(-3000)}`] };
}

/** Runs a project of the test runner, and those whose names begin like it. */
async function tests(project: string): Promise<TestOutcome> {
  const reportFile = join(reportFolder, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const config = ['--config', 'build/vitest.config.ts', '--project', `${project}*`];
  const onOutput = (text: string) => void process.stdout.write(text);
  const args = [tool('vitest/vitest.mjs'), 'run', ...config, ...reporters];
  return await readTestOutcome(reportFile, await run(process.execPath, args, { onOutput }));
}
