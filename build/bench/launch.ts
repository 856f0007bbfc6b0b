import { formatMs, formatRatio, median, percentile, type Row } from './row.ts';
import type { BenchSetup, Launched } from './setup.ts';

const runs = 30;
const targets = { median: 1.25, slow: 1.4 };

/** The entry of the page's timeline when tickets are on the screen. */
export const ticketsPainted = 'tickets-painted';

/** Launch until tickets are on the screen, against launch until the text of the hello world is; the two alternate. */
export async function measureLaunch(setup: BenchSetup, filledFolder: string): Promise<Row> {
  await keepPicture(setup, filledFolder);
  const own: number[] = [];
  const hello: number[] = [];
  for (let run = 0; run < runs; run++) {
    own.push(await timeTo(ticketsPainted, await setup.openApp(filledFolder)));
    hello.push(await timeTo('first-contentful-paint', await setup.openHello()));
  }
  const slow = (samples: readonly number[]) => percentile(samples, 0.95);
  const ratio = median(own) / median(hello);
  const slowRatio = slow(own) / slow(hello);
  return {
    what: `launch until tickets are on the screen, 100,000 cached, median and 95th percentile of ${runs}`,
    against: `a hello-world window, ${formatMs(median(hello))} and ${formatMs(slow(hello))}`,
    target: `at most ${targets.median} × and ${targets.slow} ×`,
    measured: `${formatRatio(ratio)} (${formatMs(median(own))}) and ${formatRatio(slowRatio)} (${formatMs(slow(own))})`,
    isMet: ratio <= targets.median && slowRatio <= targets.slow,
    obstacle:
      'the main process, page, graphics and network compete for two processors while starting; `npm run trace:start` draws where the time goes',
    figures: { ratio, slowRatio, ownMs: median(own), helloMs: median(hello) },
  };
}

/** Uses the application as long as it takes to keep the picture that the next start shows, as any use before does. */
async function keepPicture(setup: BenchSetup, filledFolder: string): Promise<void> {
  const { app, page } = await setup.openApp(filledFolder);
  await page.waitForFunction(() => performance.getEntriesByName('picture-kept').length > 0);
  await app.close();
}

/**
 * Returns the wall-clock time from the launch to an entry in the page's timeline, or to what else is wanted, in milliseconds.
 * @param momentOf returns in the page when that was; `null` while it is still to come
 */
export async function timeTo(
  wanted: string,
  { app, page, launchedAtMs }: Launched,
  momentOf: (wanted: string) => number | null = (entry) => {
    const [found] = performance.getEntriesByName(entry);
    return found ? performance.timeOrigin + found.startTime : null;
  },
): Promise<number> {
  const handle = await page.waitForFunction(momentOf, wanted);
  const atMs = await handle.jsonValue();
  await app.close();
  return (atMs ?? Number.NaN) - launchedAtMs;
}
