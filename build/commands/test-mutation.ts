/*
 * `npm run test:mutation`: changes the rules that carry the promises in every small way, and counts how often a test notices.
 * Groups of rules can be named: `-- backoff`. What an earlier run has found out is not run again while neither a rule nor its tests
 * have changed, so that the command can be stopped after any group, and continued. build/docs/mutation.md has the results.
 */

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { command } from '../command.ts';
import { type RuleGroup, ruleGroups } from '../mutation/rules.ts';
import { checkNames, wholeNumber } from '../options.ts';
import { print, printProgress } from '../print.ts';
import { projectFolder } from '../run.ts';

/** The share of the mutants that the tests have to notice, in percent. */
const leastScore = 85;

const folder = 'out/mutation';
const sandboxes = join(folder, 'sandboxes');

type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

await command(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { concurrency: { type: 'string', default: '2' } },
  });
  const concurrency = wholeNumber('concurrency', values.concurrency);
  const names = ruleGroups.map(({ name }) => name);
  checkNames(positionals, (name) => names.includes(name), names);
  process.chdir(projectFolder);
  await rm(sandboxes, { recursive: true, force: true }); // of a run that was stopped
  await mkdir(folder, { recursive: true });
  const found: Mutant[] = [];
  for (const group of ruleGroups) {
    if (positionals.length > 0 && !positionals.includes(group.name)) continue;
    printProgress(`Changing ${group.files.join(', ')} …`);
    const mutants = await mutate(group, concurrency);
    await writeFile(join(folder, `${group.name}.txt`), mutants.flatMap(survivorLines).join('\n'));
    found.push(...mutants);
    for (const file of group.files) {
      const ofFile = mutants.filter(({ fileName }) => fileName.endsWith(file));
      print(scoreLine(file, ofFile));
    }
  }
  print(scoreLine('all', found));
  if (scoreOf(found) < leastScore) throw new Error(`Less than ${leastScore} %: the survivors are in ${folder}.`);
});

async function mutate({ name, files, tests, patienceMs }: RuleGroup, concurrency: number): Promise<Mutant[]> {
  process.env.MUTATION_TESTS = tests.join('\n');
  if (patienceMs === undefined) delete process.env.MUTATION_PATIENCE_MS;
  else process.env.MUTATION_PATIENCE_MS = String(patienceMs);
  const incrementalFile = join(folder, `${name}.json`);
  await forgetLoadedSurvivors(incrementalFile);
  const stryker = new Stryker({
    configFile: 'build/mutation/stryker.json',
    mutate: [...files],
    concurrency,
    incrementalFile,
    tempDirName: sandboxes,
    ...(patienceMs !== undefined && { timeoutMS: patienceMs }),
  });
  return await stryker.runMutationTest();
}

type EarlierRun = { files: Record<string, { mutants: { status: string; static?: boolean }[] }> };

/**
 * Lets those survivors be run again that are computed while a file is loaded: no test is known to run them, so that Stryker
 * does not see that a test was added which notices them.
 */
async function forgetLoadedSurvivors(incrementalFile: string): Promise<void> {
  const text = await readFile(incrementalFile, 'utf8').catch(() => null);
  if (text === null) return;
  const earlier = JSON.parse(text) as EarlierRun;
  for (const file of Object.values(earlier.files)) {
    file.mutants = file.mutants.filter((mutant) => !(mutant.static && mutant.status === 'Survived'));
  }
  await writeFile(incrementalFile, JSON.stringify(earlier));
}

function isNoticed({ status }: Mutant): boolean {
  return status === 'Killed' || status === 'Timeout';
}

/** Not those that a comment in the source disables. */
function isCounted({ status }: Mutant): boolean {
  return status !== 'Ignored' && status !== 'CompileError';
}

function scoreOf(mutants: readonly Mutant[]): number {
  const valid = mutants.filter(isCounted);
  return valid.length === 0 ? 100 : (100 * valid.filter(isNoticed).length) / valid.length;
}

function scoreLine(name: string, mutants: readonly Mutant[]): string {
  const number = (status: Mutant['status']) => mutants.filter((mutant) => mutant.status === status).length;
  const numbers = [
    `${number('Killed')} killed`,
    `${number('Timeout')} timed out`,
    `${number('Survived')} survived`,
    `${number('NoCoverage')} never run`,
    `${number('Ignored')} disabled`,
    `${number('RuntimeError')} failed to run`,
  ];
  return `${scoreOf(mutants).toFixed(1).padStart(5)} % ${name}: ${numbers.join(', ')}`;
}

function survivorLines(mutant: Mutant): string[] {
  if (isNoticed(mutant) || !isCounted(mutant)) return [];
  const { fileName, location, mutatorName, replacement = '', status } = mutant;
  const { line, column } = location.start;
  return [`${fileName}:${line}:${column} ${status} ${mutatorName}: ${replacement.replace(/\s+/g, ' ')}`];
}
