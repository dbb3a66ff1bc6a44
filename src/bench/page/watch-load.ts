/**
 * What the bench does in a page that is loaded. Playwright hands each function over as its text: none may use another,
 * or anything from outside.
 */

/** Begins to watch before anything of the page is there. */
export function watchLoad(): void {
  const watched = { largestPaint: 0, shift: 0, blocked: 0 };
  Object.assign(window, { watched });
  const watch = (type: string, note: (entry: PerformanceEntry) => void) => {
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  };
  watch('largest-contentful-paint', ({ startTime }) => (watched.largestPaint = startTime));
  watch('layout-shift', (entry) => {
    watched.shift += (entry as PerformanceEntry & { value: number }).value;
  });
  watch('longtask', ({ duration }) => (watched.blocked += duration - 50));
}

/** @returns what was seen until now; times in milliseconds since the page was asked for */
export function loadTimes() {
  const { watched } = window as unknown as {
    watched: { largestPaint: number; shift: number; blocked: number };
  };
  const blocking = performance
    .getEntriesByType('resource')
    .filter(
      (entry) =>
        (entry as PerformanceEntry & { renderBlockingStatus?: string }).renderBlockingStatus === 'blocking',
    );
  const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
  return { ...watched, firstPaint: painted, beforePaint: 1 + blocking.length };
}
