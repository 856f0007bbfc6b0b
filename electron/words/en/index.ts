/* Every message of the main process in English, the source of all translations: one file for each subject. */

import { exports } from './exports.ts';
import { handover } from './handover.ts';
import { paper } from './paper.ts';
import { repeats } from './repeats.ts';
import { start } from './start.ts';

export const english = { exports, handover, paper, repeats, start } as const;
