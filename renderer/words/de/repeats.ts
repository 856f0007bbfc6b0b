/* Requests that are prepared in a rhythm, and the dates of planned maintenance, in German. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/repeats.ts';

export const repeats: Translated<typeof english.repeats> = {};
