/** Until the next frame is drawn. */
export function untilDrawn(): Promise<void> {
  // A task that is queued in a frame runs when that has been drawn.
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** Until the page has first shown anything that is more than its ground: from then on nothing stands in the way of that. */
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
