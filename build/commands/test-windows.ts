/*
 * `npm run test:windows`: the unit tests with Windows' Node. On Windows itself they run as they are; on Linux under Wine, with the
 * real keytar against Wine's credential store and the real libsql. Wine's user has a folder with umlauts and a blank, and the
 * temporary files are on another drive. What Wine cannot show stands in build/docs/checklist.md.
 */

import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { command } from '../command.ts';
import { print, printProgress } from '../print.ts';
import { providePackages, requirePrograms } from '../provide/system.ts';
import { projectFolder, type RunResult, run, tool } from '../run.ts';
import { openWine, type Wine } from '../wine/wine.ts';

const reportFile = join(projectFolder, 'out/test/windows.json');

/** What is read of the test runner's report. */
const reportSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).default([]) }),
      ),
    }),
  ),
});

await command(async () => {
  await mkdir(join(projectFolder, 'out/test'), { recursive: true });
  await rm(reportFile, { force: true });
  // Wine now and then fails to start a second worker. The test runner's flag would leave the project's own number.
  process.env.VITEST_MAX_WORKERS = '1';
  const { code, output } = process.platform === 'win32' ? await runNatively() : await runUnderWine();
  const report = await readFile(reportFile, 'utf8').catch(() => {
    throw new Error(`The tests did not run to their end:\n${output}`);
  });
  tell(reportSchema.parse(JSON.parse(report)), { code, output });
});

/** Without the simulation, which is long: it has its own network, threads, disk and time, so another system changes little. */
function vitest(path: (file: string) => string): string[] {
  return [
    path(tool('vitest/vitest.mjs')),
    'run',
    ...['--config', 'build/vitest.config.ts', '--project', 'unit', '--project', 'unit-shared'],
    ...['--reporter=json', `--outputFile=${path(reportFile)}`],
    ...process.argv.slice(2),
  ];
}

function runNatively(): Promise<RunResult> {
  return run(
    process.execPath,
    vitest((file) => file),
  );
}

async function runUnderWine(): Promise<RunResult> {
  await providePackages([['wine'], ['wine64']]);
  await requirePrograms(['wine', 'wineserver']);
  const wine: Wine = await openWine();
  try {
    printProgress('Running the unit tests under Wine, for some ten minutes …');
    return await wine.node(vitest(wine.path));
  } finally {
    await wine.close();
  }
}

/** A run that ends badly without a failed test, such as by a process that crashed, counts as one failure. */
function tell(report: z.infer<typeof reportSchema>, { code, output }: RunResult): void {
  const { numPassedTests, numFailedTests, testResults } = report;
  let failed = numFailedTests;
  for (const { name, status, message, assertionResults } of testResults) {
    const failures = assertionResults.filter((result) => result.status === 'failed');
    for (const { fullName, failureMessages } of failures)
      print(`✗ ${name}: ${fullName}\n${failureMessages.join('\n')}`);
    if (status === 'failed' && failures.length === 0) {
      failed += 1; // the file itself could not be run
      print(`✗ ${name}\n${message}`);
    }
  }
  if (failed === 0 && (code !== 0 || numPassedTests === 0)) {
    failed = 1;
    print(`✗ the test runner ended with ${code ?? 'a signal'}\n${output}`);
  }
  if (failed > 0) process.exitCode = 1;
  print(`${numPassedTests} passed, ${failed} failed`);
}
