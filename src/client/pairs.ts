/** A note and its mark. */
export interface Pair {
  /** The annotation's id. */
  id: string;
  note: HTMLDetailsElement;
  summary: HTMLElement;
  /** What opens: the note without its summary. */
  body: HTMLElement;
  /** The paragraph with all its notes. */
  para: HTMLElement;
  /** The first part of the mark, and all of them. */
  mark: HTMLAnchorElement;
  parts: HTMLAnchorElement[];
}

/** @returns the notes of a reading with their marks, in order */
export function findPairs(reading: HTMLElement): Pair[] {
  const parts = new Map<string, HTMLAnchorElement[]>();
  for (const part of reading.querySelectorAll<HTMLAnchorElement>('.para .mark')) {
    const id = decoded(part.hash);
    parts.set(id, [...(parts.get(id) ?? []), part]);
  }
  return [...reading.querySelectorAll<HTMLDetailsElement>('.note')].flatMap((note) => {
    const body = note.querySelector<HTMLElement>('.body')!;
    const { id } = body;
    const mark = document.getElementById(`m-${id}`);
    if (!(mark instanceof HTMLAnchorElement)) return [];
    return [
      {
        id,
        note,
        summary: note.querySelector('summary')!,
        body,
        para: note.closest<HTMLElement>('.para')!,
        mark,
        parts: parts.get(id)!,
      },
    ];
  });
}

/** @returns the id that a fragment means; none where it is malformed, as `#100%` is */
export function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}

/** @returns whether a click or a key asks the browser for something of its own: a new tab, a window, a download */
export function isModified({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent | KeyboardEvent): boolean {
  return ctrlKey || metaKey || shiftKey || altKey;
}
