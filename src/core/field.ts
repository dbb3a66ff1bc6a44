import { z } from 'zod';
import { isDay, isEdtf } from './date.ts';
import { isLanguageTag } from './language.ts';
import { faultOfWebAddress } from './web-address.ts';

/** What one date of EDTF looks like; which are on the calendar, `isEdtf` knows. */
const EDTF = '\\d{4}(?:-\\d{2}(?:-\\d{2})?)?[~?%]?';

const DAY = 'a day in quotation marks, as in "2026-11-22"';

/** A day, `YYYY-MM-DD`. */
export const dayField = z.string(DAY).refine(isDay, DAY).meta({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/**
 * @param should what it should be, in words that name the dates in question
 * @returns a date, EDTF; for other programs, what it looks like
 */
export function dateField(should: string) {
  return z
    .string(should)
    .refine(isEdtf, should)
    .meta({ pattern: `^${EDTF}(?:/${EDTF})?$` });
}

/** BCP 47 tag of a language. */
export const languageField = z
  .string()
  .refine(isLanguageTag, 'a language tag, as in en-GB, uk or ar')
  .meta({ pattern: '^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$' });

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
  .superRefine((value, context) => {
    const fault = faultOfWebAddress(value);
    if (fault !== undefined) context.addIssue({ code: 'custom', message: fault, input: value });
  })
  .meta({ pattern: '^[Hh][Tt][Tt][Pp][Ss]?://' });
