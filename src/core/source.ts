import { z } from 'zod';
import { type AliasFault, faultsOfAliases } from './alias.ts';
import { faultOfFileName } from './anchor.ts';
import { READ } from './annotation.ts';
import { dateField, dayField, languageField, webAddressField } from './field.ts';
import { inFuture, isToCome } from './future.ts';
import { EDITORS_LANGUAGE, isLanguageTag } from './language.ts';
import { problem, type Problem } from './problem.ts';
import { readYaml } from './yaml-document.ts';

/** CSL item types that a record may have. @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types */
export const CSL_TYPES = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'bill',
  'book',
  'broadcast',
  'chapter',
  'document',
  'hearing',
  'interview',
  'legal_case',
  'legislation',
  'motion_picture',
  'pamphlet',
  'paper-conference',
  'personal_communication',
  'post',
  'post-weblog',
  'report',
  'song',
  'speech',
  'standard',
  'thesis',
  'treaty',
  'webpage',
] as const;

/** A person or a body, as CSL names them. */
export const nameSchema = z.union(
  [
    z.strictObject({
      family: z.string().min(1),
      given: z.string().min(1).optional(),
      'non-dropping-particle': z.string().min(1).optional(),
      suffix: z.string().min(1).optional(),
    }),
    z.strictObject({ literal: z.string().min(1) }),
  ],
  { error: 'a name, { family: …, given: … } or { literal: … }' },
);

const DATE = 'a date in quotation marks, as in "2025-11-24", "2025-11" or "2025-11/2025-12~"';

/** What was before an editor's eyes on one day: the address it bore, and the passages, letter for letter. */
const captureSchema = z.strictObject({
  on: dayField.describe('The day.'),
  copy: z.string().min(1).describe('What was opened, in words: “page”, “stored copy”, “print edition”.'),
  address: z
    .string()
    .min(1)
    .optional()
    .describe('The address that page or copy bore; shown as words, never as a link.'),
  title: z.string().min(1).optional().describe('The title as it stood there.'),
  date: z.string().min(1).optional().describe('The date as it stood there.'),
  passages: z.array(z.string().min(1)).min(1).describe('Verbatim, each a stretch without gaps.'),
});

/** A dated copy of the page at `URL`, which somebody keeps: the Internet Archive, say. */
const copySchema = z.strictObject({
  address: webAddressField.describe('Where the copy is.'),
  date: dayField.describe('The day on which it was taken.'),
});

const ALIASES_SHOULD_BE: Record<AliasFault, string> = {
  blank: 'a spelling with letters',
  repeated: 'a spelling that is not given before',
  idle: 'a spelling that the record does not have itself',
};

/** One bibliographic record: CSL-JSON's field names, and how the source was consulted. */
export const sourceSchema = z
  .strictObject({
    type: z.enum(CSL_TYPES, { error: `one of ${CSL_TYPES.join(', ')}` }).describe('CSL item type.'),
    title: z
      .string()
      .min(1)
      .optional()
      .describe(
        'As the source has it; in square brackets when the editors supplied it. Left out when none was shown.',
      ),
    author: z.array(nameSchema).min(1).optional().describe('Who wrote it, or what body.'),
    'container-title': z.string().min(1).optional().describe('The paper, site or series it appeared in.'),
    publisher: z.string().min(1).optional().describe('Who published it.'),
    issued: dateField(DATE).optional().describe('When it appeared, EDTF; left out when no date was shown.'),
    URL: webAddressField.optional().describe('Only an address at which the source itself can be expected.'),
    // CSL has a place for an archive, and none for its dates.
    copies: z
      .array(copySchema)
      .min(1)
      .optional()
      .describe('Copies of the page at `URL`, for when it has changed or gone.'),
    DOI: z.string().min(1).optional().describe('Without https://doi.org/: 10.1000/182.'),
    ISBN: z.string().min(1).optional(),
    page: z.string().min(1).optional().describe('Its pages in the paper, series or book: 12–15.'),
    language: languageField.optional().describe('BCP 47 tag of the language it was read in.'),
    accessed: dayField.optional().describe('The day it was consulted.'),
    read: z
      .enum(READ, { error: `one of ${READ.join(', ')}` })
      .optional()
      .describe('How much of it was read.'),
    strength: z
      .string()
      .min(1)
      .optional()
      .describe('What kind of witness it is, in plain words: “agency report in another paper”.'),
    via: z.string().min(1).optional().describe('How it was consulted, when not at its own address.'),
    consulted: z
      .boolean()
      .default(true)
      .describe('False for a source that the text names and nobody here has read.'),
    note: z.string().min(1).optional().describe('What else is to be known of it.'),
    aliases: z
      .array(z.string().min(1))
      .min(1)
      .optional()
      .describe(
        'Other spellings under which it is to be found: its title in its own script, say. Shown nowhere.',
      ),
    seen: z
      .array(captureSchema)
      .min(1)
      .optional()
      .describe('The record of what was seen, by which excerpts are checked.'),
  })
  .refine(({ consulted, accessed, read, seen }) => consulted || (accessed ?? read ?? seen) === undefined, {
    path: ['consulted'],
    error: 'true where `accessed`, `read` or `seen` says how it was consulted',
  })
  .refine(({ URL: original, copies }) => copies === undefined || original !== undefined, {
    path: ['copies'],
    error: 'left out where there is no `URL` that they are copies of',
  })
  .superRefine(({ URL: original, copies = [] }, context) => {
    for (const [place, { address }] of copies.entries()) {
      const isFirst = copies.findIndex((copy) => copy.address === address) === place;
      if (address === original || !isFirst)
        context.addIssue({
          code: 'custom',
          path: ['copies', place, 'address'],
          message: isFirst
            ? 'the address of a copy, not that of the page itself'
            : 'an address that is not given before',
          input: address,
        });
    }
  })
  .superRefine((record, context) => {
    const { aliases = [], language = '' } = record;
    // A tag that is none is told by its own field.
    const spoken = isLanguageTag(language) ? language : EDITORS_LANGUAGE;
    for (const [place, fault] of faultsOfAliases(aliases, textsOf(record), spoken).entries())
      if (fault !== undefined)
        context.addIssue({
          code: 'custom',
          path: ['aliases', place],
          message: ALIASES_SHOULD_BE[fault],
          input: aliases[place],
        });
  });

export type Name = z.output<typeof nameSchema>;
export type Copy = z.output<typeof copySchema>;
export type Source = z.output<typeof sourceSchema> & { key: string };

/** What a source is found by without aliases. */
function textsOf(record: z.input<typeof sourceSchema>): string[] {
  const { title, author = [], publisher } = record;
  return [title, ...author.map(nameInWords), record['container-title'], publisher].filter(
    (text) => text !== undefined,
  );
}

/** What a source's file may be called: it becomes part of an address. */
const KEY = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Names that its data may not have: a host would find two rules of headers for `/sources/references.bib`, one of them
 * that for the `references.bib` of a reading.
 */
export const RESERVED_KEYS: readonly string[] = ['anchors', 'citation', 'references'];

/** What the keys of Postil’s own records begin with, those of readings and their notes; no source’s does. */
export const OWN_KEYS = 'postil-';

/**
 * @param file path for messages; key, the file's name without `.yaml`; its text
 * @param today `YYYY-MM-DD`; nothing was issued, consulted or seen later
 * @returns the source, if its record is valid, and all problems
 */
export function readSource(
  file: { path: string; key: string; yaml: string },
  today: string,
): {
  source?: Source;
  problems: Problem[];
} {
  const { value, problems, positionOf } = readYaml(file, sourceSchema, 'invalid-source-record');
  problems.push(...problemsOfKey(file));
  for (const { what, at, date } of datesOf(value)) {
    if (!isToCome(date, today)) continue;
    const hint = 'Give the date that the source shows, and the day on which it was read.';
    problems.push(inFuture(what, date, positionOf(at), hint));
  }
  if (value === undefined) return { problems };
  const source = { key: file.key, ...value };
  // Advice is for a record that is right otherwise.
  if (problems.length === 0 && lacksTitle(source)) problems.push(untitled(file));
  return { source, problems };
}

/** What has no title by its nature: a message, a post. */
const UNTITLED: readonly Source['type'][] = ['post', 'personal_communication'];

/**
 * A title is missed where somebody has read the source, and nothing says that none was shown: that is said by a record
 * of what was `seen` in which no capture has one.
 */
function lacksTitle({ title, type, consulted, seen }: Source): boolean {
  if (title !== undefined || !consulted || UNTITLED.includes(type)) return false;
  return seen === undefined || seen.some((capture) => capture.title !== undefined);
}

function untitled({ path, key }: { path: string; key: string }): Problem {
  const message = `The source \`${key}\` has no title, and nothing says that none was shown.`;
  const hint = 'Give it as the source has it, or record what was `seen`, in which then no title stands.';
  return problem('untitled-source', { path }, message, hint);
}

/** @returns whether a source can have this key */
export function isSourceKey(key: string): boolean {
  return problemsOfKey({ path: '', key }).length === 0;
}

function problemsOfKey({ path, key }: { path: string; key: string }): Problem[] {
  const refuse = (message: string, hint: string) => [
    problem('invalid-source-record', { path }, message, hint),
  ];
  const inAddress = `A source's file name becomes part of an address, and \`${key}\` cannot.`;
  if (RESERVED_KEYS.includes(key))
    return refuse(
      inAddress,
      `Rename the file: every reading has files of its own that are called ${RESERVED_KEYS.join(', ')}.`,
    );
  if (!KEY.test(key))
    return refuse(inAddress, 'Rename the file in lower-case letters, digits and single hyphens.');
  const fault = faultOfFileName(key);
  if (fault !== undefined) return refuse(inAddress, `Rename the file: \`${key}\` ${fault}.`);
  if (key.startsWith(OWN_KEYS))
    return refuse(
      `A source's file name becomes its key in bibliographies, and \`${OWN_KEYS}…\` is a reading's.`,
      'Rename the file so that it begins with something else.',
    );
  return [];
}

/** The dates of a record: what each is of, and where it stands in it. */
function datesOf({ issued, accessed, copies = [], seen = [] }: Partial<z.output<typeof sourceSchema>> = {}) {
  return [
    ...(issued === undefined ? [] : [{ what: 'A publication', at: ['issued'], date: issued }]),
    ...(accessed === undefined ? [] : [{ what: 'A consultation', at: ['accessed'], date: accessed }]),
    ...copies.map(({ date }, index) => ({ what: 'A copy', at: ['copies', index, 'date'], date })),
    ...seen.map(({ on }, index) => ({ what: 'A capture', at: ['seen', index, 'on'], date: on })),
  ];
}

/**
 * @param name a CSL name
 * @returns it as it is read: “Amelia Hadfield”
 */
export function nameInWords(name: Name): string {
  if ('literal' in name) return name.literal;
  return [name.given, name['non-dropping-particle'], name.family, name.suffix].filter(Boolean).join(' ');
}

/**
 * @param source a record
 * @returns who says so, in a word or two: where it appeared, else who published or wrote it
 */
export function shortName(source: Source): string {
  return (
    source['container-title'] ??
    source.publisher ??
    source.author?.map(nameInWords).join(', ') ??
    source.title ??
    source.key
  );
}
