import { formatCount } from '../words/numbers.ts';
import { words } from '../words.ts';

/** From this part of a limit on, a field says how much of it is used. */
const shownFrom = 0.8;

/** What stands under a field near its limit; `null` far from it. */
export type Counter = { readonly text: string; readonly isOver: boolean };

/** How much of a limit a text uses, counted as the server counts: in UTF-16 units, so most emoji count as two. */
export function counterOf(text: string, limit: number): Counter | null {
  const used = text.length;
  if (used < limit * shownFrom) return null;
  return { text: words.form.counter(formatCount(used), formatCount(limit)), isOver: used > limit };
}
