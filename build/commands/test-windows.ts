/*
 * `npm run test:windows`: the unit tests with Windows' Node. On Windows itself they run as they are; on Linux under Wine, with the
 * real keytar against Wine's credential store and the real libsql. Wine's user has a folder with umlauts and a blank, and the
 * temporary files are on another drive. What Wine cannot show stands in build/docs/checklist.md.
 */

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { command } from '../command.ts';
import { printProgress } from '../print.ts';
import { providePackages, requirePrograms } from '../provide/system.ts';
import { projectFolder, type RunResult, run, tool } from '../run.ts';
import { readTestOutcome, tellTestOutcome } from '../test-report.ts';
import { openWine, type Wine } from '../wine/wine.ts';

const reportFile = join(projectFolder, 'out/test/windows.json');

await command(async () => {
  await mkdir(join(projectFolder, 'out/test'), { recursive: true });
  await rm(reportFile, { force: true });
  // Wine now and then fails to start a second worker. The test runner's flag would leave the project's own number.
  process.env.VITEST_MAX_WORKERS = '1';
  const result = process.platform === 'win32' ? await runNatively() : await runUnderWine();
  tellTestOutcome(await readTestOutcome(reportFile, result));
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
