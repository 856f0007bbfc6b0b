/* Sizes of files as they are shown. */

import { bytesIn } from '../../electron/contract/byte-sizes.ts';
import { locale } from './numbers.ts';

/** `2.4 MB`, `135 bytes`: in the user's region, with one decimal at most. */
export const formatBytes = (bytes: number): string => bytesIn(locale, bytes);
