import { z } from 'zod';
import { isDay } from './date.ts';
import { isLanguageTag } from './language.ts';

const DAY = 'a day in quotation marks, as in "2026-11-22"';

/** A day, `YYYY-MM-DD`. */
export const dayField = z.string(DAY).refine(isDay, DAY);

/** BCP 47 tag of a language. */
export const languageField = z.string().refine(isLanguageTag, 'a language tag, as in en-GB, uk or ar');

/** Ids of annotations, each named once. */
export const annotationsField = z.array(z.string().min(1)).superRefine((ids, context) => {
  for (const [place, id] of ids.entries()) {
    if (ids.indexOf(id) < place)
      context.addIssue({
        code: 'custom',
        path: [place],
        message: 'an annotation that is not named before',
        input: id,
      });
  }
});

/** An address of the web: nothing that a link could run. */
export const webAddressField = z
  .string()
  .refine(isWebAddress, 'an address that begins with http:// or https://');

/** @returns whether a value is a whole address of the web */
export function isWebAddress(value: string): boolean {
  return /^https?:\/\//i.test(value) && URL.canParse(value);
}
