/**
 * Goes with the arrows from the field to the hits, from hit to hit, and back. Escape in the list leads back to the
 * field.
 *
 * @param area that holds the field and the hits
 */
export function enhanceArrows(area: HTMLElement, field: HTMLInputElement): void {
  area.addEventListener('keydown', (event) => {
    // Then the keys are those of the list that an input method shows.
    if (event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const links = [...area.querySelectorAll<HTMLElement>('.hits .hit a.loc')];
    const item = document.activeElement?.closest('.hits .hit');
    const at = item ? links.findIndex((link) => item.contains(link)) : -1;
    const to = target(event.key, at, links, field);
    if (!to) return;
    event.preventDefault();
    to.focus();
    to.scrollIntoView({ block: 'nearest' });
  });
}

/** @returns where a key leads from a hit, or from the field: -1; undefined where it is the browser’s */
function target(
  key: string,
  at: number,
  links: readonly HTMLElement[],
  field: HTMLInputElement,
): HTMLElement | undefined {
  const isInField = document.activeElement === field;
  if (at < 0 && !isInField) return undefined;
  if (key === 'ArrowDown') return links[at + 1];
  if (at < 0) return undefined;
  if (key === 'Escape') return field;
  return key === 'ArrowUp' ? (links[at - 1] ?? field) : undefined;
}
