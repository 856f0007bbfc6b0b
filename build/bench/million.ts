/* Bench: an account of a million tickets, beside one of 100,000 measured in the same run. */

import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { noFilters, sortColumns } from '../../electron/contract/query.ts';
import { DirectClient } from '../desktop/direct-client.ts';
import { parts } from '../desktop/parts.ts';
import { printProgress } from '../print.ts';
import { longestBlock, watchEventLoop } from './event-loop.ts';
import { timeFirstSync } from './first-sync.ts';
import { ticketsPainted, timeTo } from './launch.ts';
import { memoryOf } from './memory.ts';
import { ask, samplesOf, timeHandler } from './queries.ts';
import { formatMs, formatRatio, median, percentile, type Row } from './row.ts';
import type { BenchSetup } from './setup.ts';
import { typeAll } from './typing.ts';

const usualAccount = 100_000;
const launches = 3;
const searches = ['', 'a', '10', 'cooling', '4196', 'cage 3.03', 'zzz no such thing'];

type Figures = {
  servingMs: number;
  syncMs: number;
  diskMb: number;
  launchMs: number;
  memoryMb: number;
  firstSearchMs: number;
  blockMs: number;
  queryMs: number;
  worstQueryMs: number;
  keyMs: number;
};

/** Start, memory, key press to rows, queries, sync and disk of both. */
export async function measureMillion(setup: BenchSetup, tickets: number): Promise<Row[]> {
  const usual = await measureAccount(setup, usualAccount);
  const large = await measureAccount(setup, tickets);
  const ms = (name: keyof Figures, what: string, limit: number | null = 3, obstacle = '') =>
    row(what, name, formatMs, limit, obstacle);
  const mb = (name: keyof Figures, what: string, limit: number | null = 3) =>
    row(what, name, (value) => `${Math.round(value)} MB`, limit, '');
  function row(
    what: string,
    name: keyof Figures,
    format: (value: number) => string,
    limit: number | null,
    obstacle: string,
  ): Row {
    const ratio = large[name] / usual[name];
    return {
      what: `${tickets.toLocaleString('en')} tickets: ${what}`,
      against: `100,000 tickets, ${format(usual[name])}`,
      target: limit === null ? '–' : `at most ${limit} ×`,
      measured: `${formatRatio(ratio)} (${format(large[name])})`,
      isMet: limit === null || ratio <= limit,
      obstacle,
      figures: { ratio, large: large[name], usual: usual[name] },
    };
  }
  return [
    ms('launchMs', 'launch until tickets are on the screen'),
    mb('memoryMb', 'memory of all processes'),
    ms('keyMs', 'from a key press to painted rows, 95th percentile'),
    ms('firstSearchMs', 'the first search after a start', 3, 'the words of all tickets are read once, in turns'),
    ms('blockMs', 'longest block of the main process meanwhile', 3, 'the state of each ticket is looked at in one go'),
    ms('queryMs', 'query in the main process after that, 95th percentile', 3, 'a query passes over all tickets'),
    ms('worstQueryMs', 'the slowest query', 3, 'the first query in an order reads that of all tickets, in turns'),
    ms('syncMs', 'first sync, no latency', null),
    ms('servingMs', 'the demo service alone serving them', null),
    mb('diskMb', 'files on the disk', null),
  ];
}

async function measureAccount(setup: BenchSetup, tickets: number): Promise<Figures> {
  const named = `${tickets.toLocaleString('en')} tickets`;
  printProgress(`First sync of ${named} …`);
  const service = await setup.startService({ tickets });
  const servingMs = await (await DirectClient.signedIn(service.baseUrl)).timeWholeList(6);
  const folder = await setup.folder();
  const filling = await setup.openApp(folder);
  filling.page.setDefaultTimeout(0); // a million tickets take as long as they take
  const syncMs = await timeFirstSync(filling.page, service.baseUrl, tickets);
  await filling.app.close();
  await service.stop();
  const diskMb = (await bytesIn(folder)) / 1e6;

  printProgress(`Starts with ${named} …`);
  const own: number[] = [];
  for (let run = 0; run < launches; run++) own.push(await timeTo(ticketsPainted, await setup.openApp(folder)));
  const { app, page } = await setup.openApp(folder);
  await parts(page).rows.first().waitFor();
  printProgress(`Queries and keys with ${named} …`);
  const { firstSearchMs, blockMs } = await timeFirstSearch(app, page);
  const samples = await querySamples(app, page);
  const keys = await typeAll(page);
  await showEnd(page, tickets);
  await page.waitForTimeout(10_000); // what was freed goes back to the system
  const memoryMb = await memoryOf(app);
  await app.close();
  return {
    servingMs,
    syncMs,
    diskMb,
    launchMs: median(own),
    memoryMb,
    firstSearchMs,
    blockMs,
    queryMs: percentile(samples, 0.95),
    worstQueryMs: Math.max(...samples),
    keyMs: percentile(keys, 0.95),
  };
}

async function timeFirstSearch(app: ElectronApplication, page: Page) {
  await watchEventLoop(app);
  const beganMs = performance.now();
  const sort = { by: 'title', direction: 'ascending' } as const;
  await ask(page, { view: 'all', filters: noFilters, search: 'cooling', sort, offset: 0, limit: 100 });
  return { firstSearchMs: performance.now() - beganMs, blockMs: await longestBlock(app) };
}

async function querySamples(app: ElectronApplication, page: Page): Promise<number[]> {
  await timeHandler(app, 'tickets.page');
  for (const by of sortColumns) {
    for (const search of searches) {
      for (const direction of ['ascending', 'descending'] as const) {
        const query = { view: 'all', filters: noFilters, search, sort: { by, direction }, limit: 100 } as const;
        const matching = await ask(page, { ...query, offset: 0 });
        await ask(page, { ...query, offset: Math.floor(matching / 2) });
      }
    }
  }
  return await samplesOf(app, 'tickets.page');
}

/** The last row of the list can be reached, however long the list is. @throws Error if it cannot */
async function showEnd(page: Page, tickets: number): Promise<void> {
  const { grid, search } = parts(page);
  await search.fill('');
  await grid.focus();
  await page.keyboard.press('End');
  await grid.locator(`[aria-rowindex="${tickets + 1}"]`).waitFor();
  const isInSight = await grid.locator(`[aria-rowindex="${tickets + 1}"]`).evaluate((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  });
  if (!isInSight) throw new Error('the last ticket cannot be scrolled to');
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
