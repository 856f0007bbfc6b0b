/* The overview: charts over the cached tickets, in German. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/overview.ts';

export const overview: Translated<typeof english.overview> = {
  title: 'Überblick',
};
