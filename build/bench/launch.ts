import { formatMs, formatRatio, median, type Row } from './row.ts';
import type { BenchSetup, Launched } from './setup.ts';

const runs = 7;

/** The entries of the page's timeline when the list is on the screen. */
export const ticketsPainted = ['tickets-painted', 'first-contentful-paint'] as const;

/** Launch until tickets are on the screen, against launch until the text of the hello world is; the two alternate. */
export async function measureLaunch(setup: BenchSetup, filledFolder: string): Promise<Row> {
  const own: number[] = [];
  const hello: number[] = [];
  for (let run = 0; run < runs; run++) {
    own.push(await timeTo(ticketsPainted, await setup.openApp(filledFolder)));
    hello.push(await timeTo([firstPaint], await setup.openHello()));
  }
  const ratio = median(own) / median(hello);
  return {
    what: 'launch until tickets are on the screen, 100,000 cached',
    against: `a hello-world window, ${formatMs(median(hello))}`,
    target: 'at most 1.5 ×',
    measured: `${formatRatio(ratio)} (${formatMs(median(own))})`,
    isMet: ratio <= 1.5,
    obstacle:
      'the main process, page, graphics and network compete for two processors while starting; the page’s scripts are compiled at every start, because it stores nothing on the disk',
    figures: { ratio, ownMs: median(own), helloMs: median(hello) },
  };
}

const firstPaint = 'first-contentful-paint';

/** Returns the wall-clock time from the launch to the last of some entries in the page's timeline, in milliseconds. */
export async function timeTo(entries: readonly string[], { app, page, launchedAtMs }: Launched): Promise<number> {
  const handle = await page.waitForFunction((names) => {
    const found = names.flatMap((name) => performance.getEntriesByName(name).slice(0, 1));
    if (found.length < names.length) return null;
    return performance.timeOrigin + Math.max(...found.map(({ startTime }) => startTime));
  }, entries);
  const atMs = await handle.jsonValue();
  await app.close();
  return (atMs ?? Number.NaN) - launchedAtMs;
}
