const mark = 'tickets-painted';

/** Notes in the page's timeline when the first tickets were on the screen, for whoever measures the start. */
export function markFirstPaint(): void {
  if (performance.getEntriesByName(mark).length > 0) return;
  // After the frame that shows them: a task that is queued in a frame runs when that has been painted.
  requestAnimationFrame(() => setTimeout(() => performance.mark(mark)));
}
