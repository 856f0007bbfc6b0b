/* When the window has been drawn. The main process holds other work back until it shows its first tickets. */

/** Waits until the next frame has been drawn. */
export function untilDrawn(): Promise<void> {
  // A task that is queued in a frame runs when that frame has been drawn.
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** Waits for the first contentful paint: after it, nothing can delay it any more. */
export function untilPainted(): Promise<void> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      if (list.getEntriesByName('first-contentful-paint').length === 0) return;
      observer.disconnect();
      resolve();
    });
    observer.observe({ type: 'paint', buffered: true });
  });
}

/** The mark in the page's timeline when the first tickets were on the screen; build/bench measures the start with it. */
export const ticketsPaintedMark = 'tickets-painted';

/** The mark when the page itself can be used. */
export const usableMark = 'page-usable';

/** Sets the mark when a picture of the first screen was painted, before this page's scripts ran. */
export function markPicture(): void {
  const observer = new PerformanceObserver((list) => {
    const [painted] = list.getEntries();
    if (!painted) return;
    observer.disconnect();
    performance.mark(ticketsPaintedMark, { startTime: painted.startTime });
  });
  observer.observe({ type: 'element', buffered: true });
}

/** Reports that the first screen is drawn, so that the main process may begin the work that it held back. */
export async function reportFirstPaint(): Promise<void> {
  await untilDrawn();
  await untilPainted();
  await window.desk.system.painted(); // without it, that work begins a little later
}
