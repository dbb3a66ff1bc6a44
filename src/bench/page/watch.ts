/**
 * What the bench does in a page. Playwright hands each function over as its text: none may use another, or anything
 * from outside.
 */

/**
 * Asks by the page’s own field, and waits until the answer is laid out.
 *
 * @returns milliseconds from the keystroke
 * @throws when there is none for two minutes: the page has failed
 */
export function ask({ words, isEntered }: { words: string; isEntered: boolean }): Promise<number> {
  const field = document.querySelector<HTMLInputElement>('form.q input[name="q"]')!;
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`“${words}” was not answered.`)), 120_000);
    const observer = new MutationObserver((changes) => {
      const hits = changes.map(({ target }) => target as HTMLElement);
      const answer = hits.find(({ dataset }) => dataset.asked?.includes(JSON.stringify(words)));
      if (!answer) return;
      observer.disconnect();
      answer.getBoundingClientRect();
      resolve(performance.now() - began);
    });
    observer.observe(document, { attributes: true, attributeFilter: ['data-asked'], subtree: true });
    const began = performance.now();
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    if (isEntered) field.form!.requestSubmit();
  });
}

/** Begins to watch how long the page does not answer. The browser tells of 50 ms and more, a timer of less. */
export function watchTasks(): void {
  const LEAST_PAUSE = 4;
  const watched = window as unknown as { longestTask: number };
  watched.longestTask = 0;
  const note = (length: number) => {
    watched.longestTask = Math.max(watched.longestTask, length);
  };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) note(duration);
  }).observe({ type: 'longtask' });
  let before = performance.now();
  const tick = () => {
    const now = performance.now();
    note(now - before - LEAST_PAUSE);
    before = now;
    setTimeout(tick);
  };
  tick();
}

/** @returns the longest task since this was last asked, in milliseconds */
export function longestTask(): Promise<number> {
  return new Promise((resolve) => {
    // The observer is told a moment later.
    setTimeout(() => {
      const watched = window as unknown as { longestTask: number };
      resolve(watched.longestTask);
      watched.longestTask = 0;
    }, 100);
  });
}

/** Takes all texts into memory, folded: what a page without an index would look through. */
export async function takeTexts(address: string): Promise<void> {
  const texts = (await (await fetch(address)).json()) as string[];
  const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  Object.assign(window, { texts, folded: texts.map(fold) });
}

/** Looks through all texts and lays the first twenty hits out. @returns milliseconds */
export function scan(words: string): number {
  // The clock of a page has no finer step: a floor of nothing would have no multiples.
  const STEP = 0.1;
  const { texts, folded } = window as unknown as { texts: string[]; folded: string[] };
  const began = performance.now();
  const parts = words.split(' ');
  const found = texts.filter((_, at) => parts.every((part) => folded[at]!.includes(part)));
  const list = document.createElement('ol');
  for (const text of found.slice(0, 20)) list.appendChild(document.createElement('li')).textContent = text;
  document.body.append(list);
  list.getBoundingClientRect();
  const length = performance.now() - began;
  list.remove();
  return Math.max(STEP, length);
}
