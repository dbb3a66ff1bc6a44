import { isEdtf } from '../date.ts';

/** `2025/11/4`, `2025.11`, `2025-11-04T10:00:00Z`: days as pages and programs write them, the year first. */
const YEAR_FIRST = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ]\d{2}:.*)?\/?$/;

/**
 * @param date of CSL-JSON, or as a page states it
 * @returns it in EDTF; undefined where it is no date that a record can have
 * @see https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#date-fields
 */
export function toEdtf(date: unknown): string | undefined {
  const written = typeof date === 'object' && date !== null ? ofCsl(date) : ofWords(date);
  return written !== undefined && isEdtf(written) ? written : undefined;
}

function ofCsl(date: object): string | undefined {
  const { 'date-parts': ends, circa, raw, literal } = date as Record<string, unknown>;
  if (!Array.isArray(ends)) return ofWords(raw ?? literal);
  const written = ends.map((parts) => (Array.isArray(parts) ? ofParts(parts) : '')).join('/');
  return isTrue(circa) ? `${written}~` : written;
}

function isTrue(circa: unknown): boolean {
  return circa !== undefined && circa !== false && circa !== 0 && circa !== '' && circa !== 'false';
}

function ofParts(parts: readonly unknown[]): string {
  const stated = parts.filter((part) => part !== null && part !== undefined && part !== '');
  return stated.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}

function ofWords(words: unknown): string | undefined {
  if (typeof words !== 'string') return undefined;
  const match = YEAR_FIRST.exec(words.trim());
  return match ? ofParts(match.slice(1)) : words.trim();
}
