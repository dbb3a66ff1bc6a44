import type { CslDate } from '../../../src/core/date.ts';

/** @returns a date of CSL-JSON in EDTF */
export function toEdtf({ 'date-parts': ends }: CslDate): string {
  return ends
    .map((parts) => parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-'))
    .join('/');
}
