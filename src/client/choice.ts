/** What can be chosen; the names in the address, of the boxes, and of the root's data that the style sheet follows. */
export const NAMES = ['status', 'kind'] as const;
export type Name = (typeof NAMES)[number];

const root = document.documentElement;

/** @returns whether what has this status, or this kind, is among what the reader chose */
export function isShown(name: Name, value: string): boolean {
  const chosen = root.dataset[name];
  return chosen === undefined || chosen.split(' ').includes(value);
}

/** @returns whether a note, or its stroke on the map, is among what the reader chose */
export function isChosen({ classList }: Element): boolean {
  const named = (prefix: string) =>
    [...classList].find((name) => name.startsWith(prefix))!.slice(prefix.length);
  return isShown('status', named('st-')) && isShown('kind', named('k-'));
}
