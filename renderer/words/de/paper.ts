/* Printing, and saving as PDF, in German. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/paper.ts';

export const paper: Translated<typeof english.paper> = {};
