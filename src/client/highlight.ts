/** @returns whether words can be highlighted without touching the text */
export function canHighlight(): boolean {
  return typeof Highlight !== 'undefined' && 'highlights' in CSS;
}
