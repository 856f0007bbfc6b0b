/* Soak: what the running application holds, counted at rest. */

import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { readUsage } from '../bench/process-tree.ts';
import { countObjects } from '../desktop/count-objects.ts';

/** Counts that must end where they began. */
export type Footprint = Record<keyof typeof margins, number>;

/** By how much each may be larger at the end: a share of the beginning, and what is added to it. */
export const margins = {
  'memory of all processes, MB': { share: 0.1, plus: 20 },
  'heap of the main process, MB': { share: 0.1, plus: 2 },
  'buffers of the main process, MB': { share: 0.1, plus: 4 },
  /** Functions that are used often become machine code, for hours: up to 0.04 MB in a round. The next line is without them. */
  'heap of the page, MB': { share: 0.1, plus: 2 },
  'objects of the page': { share: 0.05, plus: 5_000 }, // the hand-over lists what happened in the shift: 25 in a round
  'listeners of the page': { share: 0.05, plus: 20 },
  /** Chromium keeps a thousand steps of typing to undo, each with a node or two. */
  'nodes of the page': { share: 0.1, plus: 1_500 },
  'documents of the page': { share: 0, plus: 1 },
  'listeners of the main process': { share: 0, plus: 4 },
  'timers, sockets and more of the main process': { share: 0, plus: 8 },
  windows: { share: 0, plus: 0 },
  'open files and sockets': { share: 0.05, plus: 10 },
  /** What was sent stays in the outbox for a year, and what changed on the server is written. */
  'files on the disk, MB': { share: 0.1, plus: 8 },
} as const;

/** The most that a count may be at the end. */
export const mostAllowed = (name: keyof Footprint, atBegin: number): number =>
  atBegin * (1 + margins[name].share) + margins[name].plus;

/** Collects garbage in main process and page, has Chromium drop what it may, and counts. */
export async function takeFootprint(app: ElectronApplication, page: Page, folder: string): Promise<Footprint> {
  const ofPage = await countPage(page);
  const ofMain = await app.evaluate(async (electron) => {
    const { setFlagsFromString } = process.getBuiltinModule('node:v8');
    const { runInNewContext } = process.getBuiltinModule('node:vm');
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    for (let time = 0; time < 3; time++) {
      collect();
      await new Promise((resolve) => setTimeout(resolve, 100)); // finalizers run in between
    }
    const windows = electron.BrowserWindow.getAllWindows();
    const emitters: NodeJS.EventEmitter[] = [
      process,
      electron.app,
      electron.powerMonitor,
      electron.nativeTheme,
      electron.ipcMain,
      ...windows,
      ...windows.map(({ webContents }) => webContents),
    ] as never;
    const listeners = emitters.flatMap((emitter) => emitter.eventNames().map((name) => emitter.listenerCount(name)));
    const { heapUsed, external } = process.memoryUsage();
    return {
      windows: windows.length,
      listeners: listeners.reduce((sum, count) => sum + count, 0),
      resources: process.getActiveResourcesInfo().length,
      heapUsed,
      external,
      kilobytes: electron.app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0),
    };
  });
  const { handles } = await readUsage(app.process().pid ?? 0);
  return {
    'memory of all processes, MB': ofMain.kilobytes / 1_024,
    'heap of the main process, MB': ofMain.heapUsed / 1e6,
    'buffers of the main process, MB': ofMain.external / 1e6,
    'heap of the page, MB': (ofPage.get('JSHeapUsedSize') ?? 0) / 1e6,
    'objects of the page': await countObjects(page),
    'listeners of the page': ofPage.get('JSEventListeners') ?? 0,
    'nodes of the page': ofPage.get('Nodes') ?? 0,
    'documents of the page': ofPage.get('Documents') ?? 0,
    'listeners of the main process': ofMain.listeners,
    'timers, sockets and more of the main process': ofMain.resources,
    windows: ofMain.windows,
    'open files and sockets': handles,
    'files on the disk, MB': (await bytesUnder(folder)) / 1e6,
  };
}

async function countPage(page: Page): Promise<Map<string, number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
  // Chromium keeps decoded pictures in shared memory until somebody needs the room: a hundred megabytes in some sixty rounds.
  await session.send('Memory.simulatePressureNotification', { level: 'critical' });
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

async function bytesUnder(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        stat(join(entry.parentPath, entry.name)).then(
          ({ size }) => size,
          () => 0,
        ),
      ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
