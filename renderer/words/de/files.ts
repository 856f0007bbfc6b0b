/* A ticket’s files: looking at them, and keeping them for offline, in German. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/files.ts';

export const files: Translated<typeof english.files> = {};
