/*
 * `npm run bench`: measures the built application and what it is compared with in one run, prints a table and writes
 * `out/bench/bench.json`. Absolute times vary between computers; the ratios count. `-- first-sync` measures only first syncs,
 * `-- handed-on` the overview and the exports, `-- idle` a minute of doing nothing, `-- keyring` a start with a keyring that never
 * answers, and `-- million` an account of a million tickets, or of `--tickets`, beside one of 100,000.
 */

import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { noFilters } from '../../electron/contract/query.ts';
import { measureAsObserved } from '../bench/as-observed.ts';
import { largeAccount, measureLargeAccount, measureSlowLink, timeFirstSync } from '../bench/first-sync.ts';
import { measureHandedOn } from '../bench/handed-on.ts';
import { measureIdle } from '../bench/idle.ts';
import { measureSilentKeyring } from '../bench/keyring.ts';
import { measureLaunch } from '../bench/launch.ts';
import { memoryOf, memoryRow } from '../bench/memory.ts';
import { measureMillion } from '../bench/million.ts';
import { measurePalette } from '../bench/palette.ts';
import { measureQueries } from '../bench/queries.ts';
import { measureQuietRound } from '../bench/quiet-round.ts';
import type { Row } from '../bench/row.ts';
import { measureScrolling } from '../bench/scrolling.ts';
import { type BenchSetup, setUp } from '../bench/setup.ts';
import { measureTyping } from '../bench/typing.ts';
import { buildApp } from '../build-app.ts';
import { command } from '../command.ts';
import { parts as screen } from '../desktop/parts.ts';
import { checkNames, wholeNumber } from '../options.ts';
import { print, printProgress } from '../print.ts';
import { provideSystem } from '../provide/system.ts';
import { projectFolder } from '../run.ts';

const minuteMs = 60_000;
/** The demo service makes no more. */
const mostTickets = 1_000_000;

/** What can be measured by itself. */
const parts: Record<string, (setup: BenchSetup, tickets: number) => Promise<Row[]>> = {
  'first-sync': measureOnlyFirstSync,
  'handed-on': measureOnlyHandedOn,
  idle: (setup) => measureIdle(setup, largeAccount),
  keyring: measureOnlyKeyring,
  million: measureMillion,
};

await command(async () => {
  const { values, positionals: named } = parseArgs({
    allowPositionals: true,
    options: { tickets: { type: 'string', default: '1000000' } },
  });
  const tickets = wholeNumber('tickets', values.tickets, mostTickets);
  checkNames(named, (name) => name in parts, Object.keys(parts));
  await provideSystem(true);
  await buildApp();
  const setup = await setUp();
  try {
    const rows = named.length === 0 ? await measureAll(setup) : [];
    for (const name of named) rows.push(...((await parts[name]?.(setup, tickets)) ?? []));
    await report(rows, setup.electronVersion);
    if (rows.some((row) => !row.isMet)) process.exitCode = 1;
  } finally {
    await setup.close();
  }
});

async function measureOnlyFirstSync(setup: BenchSetup): Promise<Row[]> {
  const filling = await setup.openApp(await setup.folder());
  const large = await measureLargeAccount(setup, filling);
  await filling.app.close();
  return [...(await measureSlowLink(setup)), ...large];
}

async function measureOnlyHandedOn(setup: BenchSetup): Promise<Row[]> {
  const folder = await setup.folder();
  const { app, page } = await setup.openApp(folder);
  printProgress('First sync of 100,000 …');
  await measureLargeAccount(setup, { app, page, launchedAtMs: 0 });
  printProgress('Overview and exports …');
  const rows = await measureHandedOn(app, page, folder);
  await app.close();
  return rows;
}

async function measureOnlyKeyring(setup: BenchSetup): Promise<Row[]> {
  const service = await setup.startService({ tickets: 8_567 });
  const folder = await setup.folder();
  const { app, page } = await setup.openApp(folder);
  await timeFirstSync(page, service.baseUrl, 8_567);
  await app.close();
  const row = await measureSilentKeyring(setup, folder);
  await service.stop();
  return [row];
}

async function measureAll(setup: BenchSetup): Promise<Row[]> {
  const folder = await setup.folder();
  const filling = await setup.openApp(folder);
  printProgress('First sync of 100,000 …');
  const large = await measureLargeAccount(setup, filling);
  const rowsJson = await readRows(filling.page);
  await filling.app.close();

  printProgress('Launch …');
  const launch = await measureLaunch(setup, folder);
  const { app, page } = await setup.openApp(folder);
  const usedFromMs = performance.now();
  await screen(page).rows.first().waitFor();
  printProgress('Scrolling …');
  const hello = await setup.openHello();
  const scrolling = await measureScrolling(page, hello.page);
  await hello.app.close();
  printProgress('Queries …');
  const queries = await measureQueries(app, page);
  await page.waitForTimeout(Math.max(0, minuteMs - (performance.now() - usedFromMs)));
  const ownMb = await memoryOf(app);
  printProgress('Typing …');
  const typing = await measureTyping(app, page, rowsJson);
  printProgress('The palette …');
  const palette = await measurePalette(page);
  printProgress('Overview and exports …');
  const handedOn = await measureHandedOn(app, page, folder);
  await app.close();

  const idle = await setup.openHello();
  await idle.page.waitForTimeout(minuteMs);
  const memory = memoryRow(ownMb, await memoryOf(idle.app));
  await idle.app.close();

  printProgress('A slow link, and a round in which nothing changed …');
  const slowLink = await measureSlowLink(setup);
  const quiet = await measureQuietRound(setup);
  printProgress('A service at the operator’s speed …');
  const asObserved = await measureAsObserved(setup);
  const quick = [
    launch,
    memory,
    typing,
    palette,
    ...queries,
    ...handedOn,
    scrolling,
    ...slowLink,
    ...large.slice(0, 1),
    quiet,
  ];
  return [...quick, ...large.slice(1), ...asObserved];
}

/** Returns all rows of the list as JSON, for the plain scan. */
function readRows(page: Awaited<ReturnType<BenchSetup['openApp']>>['page']): Promise<string> {
  return page.evaluate(
    async ({ count, filters }) => {
      const rows: unknown[] = [];
      while (rows.length < count) {
        const outcome = await window.desk.tickets.page({
          view: 'all',
          filters,
          search: '',
          sort: { by: 'id', direction: 'ascending' },
          offset: rows.length,
          limit: 500,
        });
        if (!outcome.ok || outcome.value.rows.length === 0) throw new Error('the list cannot be read to its end');
        rows.push(...outcome.value.rows);
      }
      return JSON.stringify(rows);
    },
    { count: largeAccount, filters: noFilters },
  );
}

async function report(rows: readonly Row[], electron: string): Promise<void> {
  const [cpu] = cpus();
  const memoryGb = Math.round(totalmem() / 2 ** 30);
  const machine = `${cpus().length} × ${cpu?.model.trim()}, ${memoryGb} GB, ${process.platform}`;
  const load = `the machine’s load was ${loadavg()[1]?.toFixed(1)} over the last five minutes`;
  const versions = `Electron ${electron}, Node.js ${process.versions.node}`;
  print(`\nMeasured on ${machine}; ${versions}; ${load}.\n`);
  print('| what | compared to | target | measured | |');
  print('| --- | --- | --- | --- | --- |');
  for (const { what, against, target, measured, isMet, obstacle } of rows) {
    const outcome = target === '–' ? '–' : isMet ? 'reached' : `**not reached**: ${obstacle}`;
    print(`| ${what} | ${against} | ${target} | ${measured} | ${outcome} |`);
  }
  const folder = join(projectFolder, 'out/bench');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'bench.json'), `${JSON.stringify({ machine, versions, load, rows }, null, 2)}\n`);
}
