/* Bench: how long the event loop of the main process is blocked. */

import type { ElectronApplication } from 'playwright';

const resolutionMs = 5;

/** Begins to watch; an earlier watch is forgotten. */
export async function watchEventLoop(app: ElectronApplication): Promise<void> {
  await app.evaluate((_electron, resolution) => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const histogram = monitorEventLoopDelay({ resolution });
    histogram.enable();
    Object.assign(globalThis, { eventLoop: histogram });
  }, resolutionMs);
}

/** Returns the longest block since the watch began, in milliseconds. */
export async function longestBlock(app: ElectronApplication): Promise<number> {
  const longestNs = await app.evaluate(() => (globalThis as unknown as { eventLoop: { max: number } }).eventLoop.max);
  return longestNs / 1e6 - resolutionMs;
}
