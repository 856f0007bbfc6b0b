import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { largeAccount, measureLargeAccount, measureSlowLink } from '../bench/first-sync.ts';
import { measureLaunch } from '../bench/launch.ts';
import { memoryOf, memoryRow } from '../bench/memory.ts';
import { measureQueries } from '../bench/queries.ts';
import { measureQuietRound } from '../bench/quiet-round.ts';
import type { Row } from '../bench/row.ts';
import { measureScrolling } from '../bench/scrolling.ts';
import { type Stage, setStage } from '../bench/stage.ts';
import { measureTyping } from '../bench/typing.ts';
import { buildApp } from '../build-app.ts';
import { command } from '../command.ts';
import { parts } from '../desktop/parts.ts';
import { provideSystem } from '../provide/system.ts';
import { projectFolder } from '../run.ts';
import { say, sayAside } from '../say.ts';

/*
 * Measures the built application, side by side with what it is compared to, in one run: prints a table and writes it to
 * `out/bench/bench.json`. Computers are noisy; the ratios count.
 */

const minuteMs = 60_000;

await command(async () => {
  await provideSystem(true);
  await buildApp();
  const stage = await setStage();
  try {
    const rows = await measureAll(stage);
    await report(rows, stage.electronVersion);
    if (rows.some((row) => !row.isReached)) process.exitCode = 1;
  } finally {
    await stage.close();
  }
});

async function measureAll(stage: Stage): Promise<Row[]> {
  const folder = await stage.folder();
  const filling = await stage.openApp(folder);
  sayAside('First sync of 100,000 …');
  const large = await measureLargeAccount(stage, filling);
  const rowsJson = await readRows(filling.page);
  await filling.app.close();

  sayAside('Launch …');
  const launch = await measureLaunch(stage, folder);
  const { app, page } = await stage.openApp(folder);
  const usedFromMs = performance.now();
  await parts(page).rows.first().waitFor();
  sayAside('Scrolling …');
  const hello = await stage.openHello();
  const scrolling = await measureScrolling(page, hello.page);
  await hello.app.close();
  sayAside('Queries …');
  const queries = await measureQueries(app, page);
  await page.waitForTimeout(Math.max(0, minuteMs - (performance.now() - usedFromMs)));
  const ownMb = await memoryOf(app);
  sayAside('Typing …');
  const typing = await measureTyping(app, page, rowsJson);
  await app.close();

  const idle = await stage.openHello();
  await idle.page.waitForTimeout(minuteMs);
  const memory = memoryRow(ownMb, await memoryOf(idle.app));
  await idle.app.close();

  sayAside('A slow link, and a round in which nothing changed …');
  const slowLink = await measureSlowLink(stage);
  const quiet = await measureQuietRound(stage);
  return [launch, memory, typing, queries, scrolling, ...slowLink, ...large.slice(0, 1), quiet, ...large.slice(1)];
}

/** All rows of the list, as JSON, for the plain scan to search in. */
function readRows(page: Awaited<ReturnType<Stage['openApp']>>['page']): Promise<string> {
  return page.evaluate(async (count) => {
    const rows: unknown[] = [];
    while (rows.length < count) {
      const outcome = await window.desk.tickets.page({
        filters: { status: [], site: [], requestType: [], category: [], createdBy: [] },
        search: '',
        sort: { by: 'id', direction: 'ascending' },
        offset: rows.length,
        limit: 500,
      });
      if (!outcome.ok || outcome.value.rows.length === 0) throw new Error('the list cannot be read to its end');
      rows.push(...outcome.value.rows);
    }
    return JSON.stringify(rows);
  }, largeAccount);
}

async function report(rows: readonly Row[], electron: string): Promise<void> {
  const [cpu] = cpus();
  const memoryGb = Math.round(totalmem() / 2 ** 30);
  const machine = `${cpus().length} × ${cpu?.model.trim()}, ${memoryGb} GB, ${process.platform}`;
  const load = `the machine’s load was ${loadavg()[1]?.toFixed(1)} over the last five minutes`;
  const versions = `Electron ${electron}, Node.js ${process.versions.node}`;
  say(`\nMeasured on ${machine}; ${versions}; ${load}.\n`);
  say('| what | against | to be reached | measured | |');
  say('| --- | --- | --- | --- | --- |');
  for (const { what, against, reach, measured, isReached, heldBackBy } of rows) {
    say(
      `| ${what} | ${against} | ${reach} | ${measured} | ${isReached ? 'reached' : `**not reached**: ${heldBackBy}`} |`,
    );
  }
  const folder = join(projectFolder, 'out/bench');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'bench.json'), `${JSON.stringify({ machine, versions, load, rows }, null, 2)}\n`);
}
