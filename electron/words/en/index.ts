/* Every message of the main process in English, the source of all translations: one file for each subject. */

import { exports } from './exports.ts';
import { files } from './files.ts';
import { handover } from './handover.ts';
import { paper } from './paper.ts';
import { repeats } from './repeats.ts';

export const english = { exports, files, handover, paper, repeats } as const;
