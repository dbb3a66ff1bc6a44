import { z } from 'zod';
import { isAnchor } from './anchor.ts';
import { isDay } from './date.ts';
import { hash } from './fingerprint.ts';
import { problem, type Position, type Problem } from './problem.ts';
import { readYaml } from './yaml-document.ts';

/** The format this program writes. A newer one is refused, never rewritten. */
export const LEDGER_FORMAT = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits');

const editionSchema = z.strictObject({
  edition: z.int().positive(),
  /** Day it was published, `YYYY-MM-DD`. */
  date: z.string().refine(isDay, 'a day, as in 2026-11-22'),
  why: z.string().min(1),
  /** SHA-256 of the edition's `text.txt`. */
  text: sha256,
});

const anchorSchema = z.strictObject({
  anchor: z.string().refine(isAnchor, 'an anchor, as in p4s2, or a heading’s slug'),
  kind: z.enum(['byline', 'heading', 'paragraph', 'row', 'code', 'sentence']),
  /** The edition in which it got its present wording. */
  edition: z.int().positive(),
  hash: sha256,
  /** The canonical text; a paragraph that has sentences has its text there. */
  text: z.string().optional(),
});

/** A row that holds its text holds what its hash is of. */
const checkedAnchorSchema = anchorSchema.refine(
  ({ hash: digest, text }) => text === undefined || hash(text) === digest,
  {
    path: ['hash'],
    error: 'the SHA-256 of this row’s text',
  },
);

const annotationSchema = z.strictObject({ annotation: z.string().min(1), edition: z.int().positive() });

export const ledgerSchema = z
  .strictObject({
    format: z.literal(LEDGER_FORMAT),
    editions: z.array(editionSchema).min(1),
    /** Every passage, in the order of the text. */
    anchors: z.array(checkedAnchorSchema),
    /** Every annotation ever published. */
    annotations: z.array(annotationSchema),
  })
  .superRefine(({ anchors, annotations }, context) => {
    // One namespace a page: an anchor is never used twice, nor by an annotation.
    const seen = new Set<string>();
    const names = [
      ...anchors.map(({ anchor }, row) => ({ name: anchor, path: ['anchors', row, 'anchor'] })),
      ...annotations.map(({ annotation }, row) => ({
        name: annotation,
        path: ['annotations', row, 'annotation'],
      })),
    ];
    for (const { name, path } of names) {
      if (seen.has(name))
        context.addIssue({ code: 'custom', path, message: 'a name that nothing else in the ledger has' });
      seen.add(name);
    }
  });

export type Ledger = z.output<typeof ledgerSchema>;
export type Edition = z.output<typeof editionSchema>;

/** A passage without the anchor that the ledger gives it. */
export type Unanchored = Omit<z.output<typeof anchorSchema>, 'edition'>;

/**
 * @param file path for messages, and the ledger's text
 * @returns the ledger, if it is whole and of a format known here, and all problems
 */
export function parseLedger(file: { path: string; json: string }): { ledger?: Ledger; problems: Problem[] } {
  const restore =
    'Restore the last committed ledger: `git checkout -- ' + file.path + '`. It is never written by hand.';
  let data: unknown;
  try {
    data = JSON.parse(file.json);
  } catch (error) {
    const message = `The ledger is not well-formed JSON: ${(error as Error).message}.`;
    return { problems: [problem('malformed-ledger', placeInJson(file, error as Error), message, restore)] };
  }
  const format = (data as { format?: unknown } | null)?.format;
  if (typeof format === 'number' && format > LEDGER_FORMAT) {
    const message = `The ledger has format ${format}, and this program knows formats up to ${LEDGER_FORMAT}.`;
    return {
      problems: [
        problem('newer-ledger', { path: file.path }, message, 'Use the newer program that wrote it.'),
      ],
    };
  }
  const result = ledgerSchema.safeParse(data);
  // Of a key that stands twice, `JSON.parse` keeps one and says nothing; what this program wrote has none.
  if (result.success && serializeLedger(result.data) === file.json.replaceAll('\r\n', '\n')) {
    return { ledger: result.data, problems: [] };
  }
  // JSON is YAML: read again, slowly, for the places of the faults.
  const { problems } = readYaml({ path: file.path, yaml: file.json }, ledgerSchema, 'malformed-ledger');
  if (result.success && problems.length === 0) return { ledger: result.data, problems };
  return {
    problems: problems.map(({ message, position }) =>
      problem('malformed-ledger', position, message, restore),
    ),
  };
}

/**
 * @param ledger a ledger
 * @returns it as the file has it: one line for each edition, anchor and annotation, so that a diff reads
 */
export function serializeLedger(ledger: Ledger): string {
  const list = (rows: readonly object[]) => rows.map((row) => `\n    ${JSON.stringify(row)}`).join(',');
  return [
    `{`,
    `  "format": ${ledger.format},`,
    `  "editions": [${list(ledger.editions)}\n  ],`,
    `  "anchors": [${list(ledger.anchors)}\n  ],`,
    `  "annotations": [${list(ledger.annotations)}\n  ]`,
    `}\n`,
  ].join('\n');
}

/**
 * The ledger of a text that has never been published.
 *
 * @param passages the text's passages with the anchors of first publication
 * @param annotations ids
 * @param edition day, reason and the text's hash
 */
export function firstLedger(
  passages: readonly Unanchored[],
  annotations: readonly string[],
  edition: Omit<Edition, 'edition'>,
): Ledger {
  return {
    format: LEDGER_FORMAT,
    editions: [{ edition: 1, ...edition }],
    anchors: passages.map(({ anchor, kind, ...rest }) => ({ anchor, kind, edition: 1, ...rest })),
    annotations: annotations.map((annotation) => ({ annotation, edition: 1 })),
  };
}

/**
 * Gives a text the anchors of its ledger, if it is the text the ledger knows.
 *
 * @param passages the text's passages with the anchors of first publication
 * @param ledger its ledger
 * @returns the anchors in the order of the passages, or the first passage at which text and ledger part
 */
export function applyLedger(
  passages: readonly Unanchored[],
  ledger: Ledger,
): { anchors: string[]; edition: Edition; partsAt?: never } | { partsAt: number; anchors?: never } {
  const length = Math.max(passages.length, ledger.anchors.length);
  for (let index = 0; index < length; index += 1) {
    if (!agree(passages[index], ledger.anchors[index])) return { partsAt: index };
  }
  return { anchors: ledger.anchors.map(({ anchor }) => anchor), edition: ledger.editions.at(-1)! };
}

/** @returns whether two passages are of one kind and have the same words; nothing agrees with nothing only */
export function agree(here: Unanchored | undefined, there: Unanchored | undefined): boolean {
  return here?.hash === there?.hash && here?.kind === there?.kind;
}

/** V8 says where JSON breaks as `(line 3 column 5)`, or only by offset. */
function placeInJson(file: { path: string; json: string }, error: Error): Position {
  const place = /line (\d+) column (\d+)/.exec(error.message);
  if (place) return { path: file.path, line: Number(place[1]), column: Number(place[2]) };
  const lines = file.json.split('\n');
  return { path: file.path, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
