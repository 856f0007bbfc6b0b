/* How V8 weighs memory against speed, here and in the pages. */

import { setFlagsFromString } from 'node:v8';
import { app } from 'electron';

/**
 * Keeps the room for short-lived objects in this process at 1 MB, twice, where V8 would let it grow to 16 MB. Besides, an array is
 * freed only with the small object that stands for it, and a query leaves hundreds of kilobytes of arrays behind: the earlier V8
 * looks, the fewer of them wait, and the shorter each look takes. Pages look earlier for what nobody uses any more, elements that
 * were scrolled away among it, which otherwise wait until there are tens of megabytes. To be called before a page is opened.
 */
export function preferLittleMemory(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  app.commandLine.appendSwitch('js-flags', '--optimize-for-size');
}
