/* Files’ names as they are shown. */

import { words } from './words.ts';

/** Characters that show nothing themselves; not the joiners, which emoji and some scripts are written with. */
const invisible = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/gu;

/**
 * Returns a file's name as it is shown: without the invisible characters that can disguise its extension, and with words for
 * a name of nothing else.
 */
export function shownFileName(fileName: string): string {
  return fileName.replace(invisible, '').trim() || words.form.noName;
}
