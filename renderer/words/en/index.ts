/* Every message of the page in English, the source of all translations: one file for each part of the screen. */

import { exports } from './exports.ts';
import { files } from './files.ts';
import { handover } from './handover.ts';
import { overview } from './overview.ts';
import { paper } from './paper.ts';
import { repeats } from './repeats.ts';

export const english = { exports, files, handover, overview, paper, repeats } as const;
