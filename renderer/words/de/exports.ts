/* Exporting tickets and tables to files, in German. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/exports.ts';

export const exports: Translated<typeof english.exports> = {};
