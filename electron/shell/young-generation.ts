/* How much room V8 takes for objects that live briefly, before it looks which of them are still wanted. */

import { setFlagsFromString } from 'node:v8';
import { app } from 'electron';

/**
 * Keeps it at 1 MB in this process and at 2 MB in the page's, twice each, where V8 would let it grow to 16 MB in both. Besides,
 * an array is freed only with the small object that stands for it, and a query leaves hundreds of kilobytes of arrays behind: the
 * earlier V8 looks, the fewer of them wait.
 */
export function keepYoungGenerationSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  app.commandLine.appendSwitch('js-flags', '--max-semi-space-size=2');
}
