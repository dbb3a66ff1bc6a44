/** What a reader chose, kept in the browser where it allows that. */

/** @returns what was kept under a name; null where nothing was, or storage is refused */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keeps a value; where storage is refused or full, the choice holds for this page only. */
export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Nothing depends on it.
  }
}
