import { untilDrawn } from '../parts/painted.ts';

const mark = 'tickets-painted';

/** Notes in the page's timeline when the first tickets were drawn, for whoever measures the start. */
export function markFirstPaint(): void {
  if (performance.getEntriesByName(mark).length > 0) return;
  void untilDrawn().then(() => performance.mark(mark));
}
