/* The hand-over to the next shift, in German. */

import type { Translated } from '../../../electron/contract/translation.ts';
import type * as english from '../en/handover.ts';

export const handover: Translated<typeof english.handover> = {
  title: 'Übergabe',
};
