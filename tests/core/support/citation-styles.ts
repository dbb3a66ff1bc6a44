import path from 'node:path';
import { readStyles } from '../../../src/build/styles.ts';
import type { Referencer } from '../../../src/core/reference.ts';

/** A content folder whose publisher has put a style of its own into it. */
const WITH_A_STYLE = path.join(import.meta.dirname, '../../fixtures/styles');

/** All styles that come with Postil, and the publisher’s: numbers in brackets, and the days in ordinals. */
export const STYLES: readonly Referencer[] = readStyles(WITH_A_STYLE).styles;

/** @throws when there is no such style */
export function styleOf(id: string): Referencer {
  const style = STYLES.find(({ forms }) => forms.id === id);
  if (!style) throw new Error(`There is no style \`${id}\`.`);
  return style;
}
