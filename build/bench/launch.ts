import { formatMs, formatRatio, median, type Row } from './row.ts';
import type { Opened, Stage } from './stage.ts';

const runs = 5;

/** Launch to tickets on the screen, against launch to the hello world's text on the screen; the two take turns. */
export async function measureLaunch(stage: Stage, filledFolder: string): Promise<Row> {
  const own: number[] = [];
  const hello: number[] = [];
  for (let run = 0; run < runs; run++) {
    own.push(await timeTo('tickets-painted', await stage.openApp(filledFolder)));
    hello.push(await timeTo('first-contentful-paint', await stage.openHello()));
  }
  const ratio = median(own) / median(hello);
  return {
    what: 'launch to tickets on the screen, 100,000 cached',
    against: `a hello-world window, ${formatMs(median(hello))}`,
    reach: 'at most 1.5 ×',
    measured: `${formatRatio(ratio)} (${formatMs(median(own))})`,
    isReached: ratio <= 1.5,
    heldBackBy: 'not found out yet',
    figures: { ratio, ownMs: median(own), helloMs: median(hello) },
  };
}

/** From the launch to an entry of the page's own timeline, by the wall clock. */
async function timeTo(entry: string, { app, page, launchedAtMs }: Opened): Promise<number> {
  const handle = await page.waitForFunction((name) => {
    const [found] = performance.getEntriesByName(name);
    return found ? performance.timeOrigin + found.startTime : null;
  }, entry);
  const atMs = await handle.jsonValue();
  await app.close();
  return (atMs ?? Number.NaN) - launchedAtMs;
}
