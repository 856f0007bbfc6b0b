/*
 * `npm test`: every check a reviewer would ask for, the quick ones first. A check that is not made of tests counts as one.
 * All of them run even after a failure, so that one run shows everything. What failed is named once more at the end, where
 * it is found in a long output. The last line is `N passed, N failed`.
 */

import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { buildApp } from '../build-app.ts';
import { command } from '../command.ts';
import { packageApp } from '../package/package-app.ts';
import { print } from '../print.ts';
import { provideElectron } from '../provide/electron.ts';
import { provideSystem } from '../provide/system.ts';
import { projectFolder, run, tool } from '../run.ts';

/** How many tests or checks passed, and of each that failed its name and the reason. */
type Outcome = { passed: number; failures: string[] };

const reportFolder = join(projectFolder, 'out/test');
const reportSchema = z.object({
  numPassedTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});
const projects = ['electron', 'electron/tsconfig.preload.json', 'renderer', 'build', 'test'] as const;

await command(async () => {
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
  const passed = outcomes.reduce((total, outcome) => total + outcome.passed, 0);
  const failures = outcomes.flatMap((outcome) => outcome.failures);
  if (failures.length > 0) process.exitCode = 1;
  for (const failure of failures) print(`✗ ${failure}`);
  print(`${passed} passed, ${failures.length} failed`);
});

async function inOrder<T>(names: readonly T[], work: (name: T) => Promise<Outcome>): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const name of names) outcomes.push(await work(name));
  return outcomes;
}

/** Runs a program that passes or fails as a whole, and prints its output if it fails. */
async function check(name: string, program: string, ...args: string[]): Promise<Outcome> {
  const { code, output } = await run(process.execPath, [tool(program), ...args]);
  return outcome(name, code === 0, output);
}

function step(name: string, work: Promise<unknown>): Promise<Outcome> {
  return work.then(
    () => outcome(name, true, ''),
    (error: unknown) => outcome(name, false, String(error)),
  );
}

function outcome(name: string, isGood: boolean, output: string): Outcome {
  print(`${isGood ? '✓' : '✗'} ${name}`);
  if (!isGood) print(output.trimEnd());
  return { passed: Number(isGood), failures: isGood ? [] : [`${name}\n${output.trimEnd().slice(-3000)}`] };
}

/** Runs a project of the test runner, and those whose names begin like it. A run that ends badly without a failed test counts as one failure. */
async function tests(project: string): Promise<Outcome> {
  const reportFile = join(reportFolder, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const config = ['--config', 'build/vitest.config.ts', '--project', `${project}*`];
  const onOutput = (text: string) => void process.stdout.write(text);
  const args = [tool('vitest/vitest.mjs'), 'run', ...config, ...reporters];
  const { code, output } = await run(process.execPath, args, { onOutput });
  const report = await readFile(reportFile, 'utf8').then(
    (text) => reportSchema.safeParse(JSON.parse(text)).data,
    () => undefined,
  );
  const passed = report?.numPassedTests ?? 0;
  const failures = report?.testResults.flatMap(failuresOf) ?? [];
  const isBadEnd = code !== 0 || passed === 0;
  if (isBadEnd && failures.length === 0)
    failures.push(`${project} tests ended with code ${code}\n${output.slice(-3000)}`);
  return { passed, failures };
}

/** The tests of one file that failed, or the file itself where it failed outside of its tests. */
function failuresOf(file: z.infer<typeof reportSchema>['testResults'][number]): string[] {
  const path = relative(projectFolder, file.name);
  const failed = file.assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0 && file.status === 'failed') return [`${path}\n${file.message}`];
  return failed.map((test) => `${path}: ${test.fullName}\n${test.failureMessages.join('\n')}`);
}
