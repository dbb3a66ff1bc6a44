import { readContent } from '../build/content.ts';
import { plural } from '../build/report.ts';
import type { Searchable } from '../build/search-index.ts';
import { makeContent } from './synthetic.ts';

/** Content that is searched in the bench, and what it is called. */
export interface Subject {
  name: string;
  content: Searchable;
  /** Whether the built site is of it. */
  isPublished: boolean;
}

/** @returns what this site publishes */
export function published(): Subject {
  const content = readContent();
  return { name: nameOf('The published edition', content), content, isPublished: true };
}

/** @returns made-up content with so many annotations */
export function madeUp(annotations: number): Subject {
  const content = makeContent(annotations);
  return { name: nameOf('Made up', content), content, isPublished: false };
}

function nameOf(what: string, { readings }: Searchable): string {
  const annotations = readings.reduce((sum, reading) => sum + reading.annotations.length, 0);
  return `${what}: ${plural(readings.length, 'reading')}, ${annotations.toLocaleString('en-GB')} annotations`;
}
