/* Files’ names as they are shown. */

import { visibleFileName } from '../../electron/contract/file-name.ts';
import { words } from './words.ts';

/** Returns a file's name as it is shown: without what could disguise it, and with words for a name of nothing else. */
export function shownFileName(fileName: string): string {
  return visibleFileName(fileName) || words.form.noName;
}
