/*
 * Bench: what the application uses while nobody touches it, against a hello world that runs at the same time. Counted by Linux,
 * so there only.
 */

import type { ElectronApplication } from 'playwright';
import { timeFirstSync } from './first-sync.ts';
import { readUsage, type Usage, usedBetween } from './process-tree.ts';
import { formatRatio, type Row } from './row.ts';
import type { BenchSetup } from './setup.ts';

const minuteMs = 60_000;
/** Longer than from one round of the sync to the next, so that each takes place as often as it does in a day. */
const minutesOf = { hidden: 11, visible: 3 };
/** Details, files and counts come after the list, for many minutes in a large account; then this much goes by with little work. */
const settlingMs = 30_000;
const littleWorkMs = 300;
/** After so many it counts as it is. */
const longestSettlings = 60;

/** Processor time, wakeups and bytes written in a minute: hidden, and visible but untouched. */
export async function measureIdle(setup: BenchSetup, tickets: number): Promise<Row[]> {
  if (process.platform !== 'linux') throw new Error('what processes use is read as Linux tells it');
  const service = await setup.startService({ tickets });
  const { app, page } = await setup.openApp(await setup.folder());
  await timeFirstSync(page, service.baseUrl, tickets);
  const hello = await setup.openHello();
  for (let time = 0; time < longestSettlings; time++) {
    const [used] = await usedMeanwhile([app], () => page.waitForTimeout(settlingMs));
    if (used && used.cpuMs <= littleWorkMs) break;
  }
  const rows: Row[] = [];
  for (const state of ['hidden', 'visible'] as const) {
    await Promise.all([setVisible(app, state === 'visible'), setVisible(hello.app, state === 'visible')]);
    await page.waitForTimeout(minuteMs / 4); // what hiding and showing cost
    const [own, plain] = await usedMeanwhile([app, hello.app], () => page.waitForTimeout(minutesOf[state] * minuteMs));
    if (own && plain) rows.push(row(state, own, plain));
  }
  await hello.app.close();
  await app.close();
  await service.stop();
  return rows;
}

/** The most processor time a minute, hidden: one percent of a processor. */
const mostHiddenMs = 600;

function row(state: 'hidden' | 'visible', own: Usage, plain: Usage): Row {
  const minutes = minutesOf[state];
  const aMinute = ({ cpuMs, wakeups, writtenBytes }: Usage) => ({
    cpuMs: cpuMs / minutes,
    wakeups: wakeups / minutes,
    writtenBytes: writtenBytes / minutes,
  });
  const ours = aMinute(own);
  const theirs = aMinute(plain);
  const inWords = ({ cpuMs, wakeups, writtenBytes }: typeof ours) =>
    `${Math.round(cpuMs)} ms, ${Math.round(wakeups)} wakeups, ${(writtenBytes / 1_000).toFixed(0)} KB written`;
  const busiest = Object.fromEntries(
    [...own.threads]
      .sort(([, one], [, other]) => other.cpuMs - one.cpuMs)
      .slice(0, 8)
      .flatMap(([name, used]) => [
        [`ms of ${name}`, used.cpuMs / minutes],
        [`wakeups of ${name}`, used.wakeups / minutes],
      ]),
  );
  return {
    what: `a minute of doing nothing, window ${state}, 100,000 cached: processor time, wakeups, bytes written`,
    against: `the same hello world beside it, ${inWords(theirs)}`,
    target: state === 'hidden' ? 'at most 1 % of a processor, 600 ms' : '–',
    measured: `${inWords(ours)}; ${formatRatio(ours.wakeups / theirs.wakeups)} the wakeups`,
    isMet: state === 'visible' || ours.cpuMs <= mostHiddenMs,
    obstacle: 'not explained yet',
    figures: {
      ...ours,
      helloCpuMs: theirs.cpuMs,
      helloWakeups: theirs.wakeups,
      helloBytes: theirs.writtenBytes,
      ...busiest,
    },
  };
}

async function setVisible(app: ElectronApplication, isVisible: boolean): Promise<void> {
  await app.evaluate(({ BrowserWindow }, wanted) => {
    const [window] = BrowserWindow.getAllWindows();
    if (wanted) window?.show();
    else window?.hide();
  }, isVisible);
}

async function usedMeanwhile(apps: readonly ElectronApplication[], wait: () => Promise<void>): Promise<Usage[]> {
  const read = () => Promise.all(apps.map((app) => readUsage(app.process().pid ?? 0)));
  const before = await read();
  await wait();
  const after = await read();
  return after.flatMap((usage, index) => (before[index] ? [usedBetween(before[index], usage)] : []));
}
