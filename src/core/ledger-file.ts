import { z } from 'zod';
import { isAnchor } from './anchor.ts';
import { isDay } from './date.ts';
import { hash } from './hash.ts';
import { findConflict } from './ledger-conflict.ts';
import { isDeeper } from './nesting.ts';
import { problem, type Position, type Problem } from './problem.ts';
import { readYaml } from './yaml-document.ts';

/**
 * The format this program writes. Format 1 knew one edition and no states of notes; it is read, and written as this
 * one. A newer one is refused, never rewritten.
 */
export const LEDGER_FORMAT = 2;

/** Levels of lists and fields, at most; a ledger has five. */
const DEEPEST = 10;

/** Who can have changed a text between two editions of it. */
export const CHANGED_BY = ['author', 'publisher', 'editors'] as const;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits');
const day = z.string().refine(isDay, 'a day, as in 2026-11-22');
const anchor = z.string().refine(isAnchor, 'an anchor, as in p4s2, or a heading’s slug');
const number = z.int().positive();

const editionSchema = z.strictObject({
  edition: number,
  date: day.describe('Day it was published.'),
  by: z
    .enum(CHANGED_BY)
    .optional()
    .describe('Who changed the text since the edition before; the first was changed by nobody.'),
  why: z.string().min(1).describe('Why, and on what evidence.'),
  text: sha256.describe('SHA-256 of the edition’s text.txt.'),
});

/** What is true of a passage from an edition on, until its next state: its words, or that it is not in the text. */
const stateFields = {
  edition: number.describe('The edition from which on it is so.'),
  hash: sha256.optional().describe('SHA-256 of the canonical text.'),
  text: z
    .string()
    .optional()
    .describe('The canonical text; the present text of a paragraph that has sentences stands there.'),
  gone: z.enum(['removed', 'merged']).optional().describe('That it is not in the text any more, and how.'),
  near: anchor
    .optional()
    .describe('The nearest passage that remained when this one was removed; none where nothing did.'),
  into: anchor.optional().describe('The passage whose words it is in now.'),
};

const stateSchema = z.strictObject(stateFields);

const anchorSchema = z.strictObject({
  anchor,
  kind: z.enum(['byline', 'heading', 'paragraph', 'row', 'code', 'sentence']),
  /** Its present state, in effect since `edition`. */
  ...stateFields,
  from: anchor.optional().describe('The passage it was divided from.'),
  moves: z
    .array(z.strictObject({ edition: number, from: anchor.optional() }))
    .optional()
    .describe(
      'Where it has stood before: until `edition` in the paragraph `from` (of a sentence), or after the paragraph `from` (of a paragraph; none at the beginning).',
    ),
  was: z.array(stateSchema).min(1).optional().describe('Its earlier states, the oldest first.'),
});

/** What holds its text holds what its hash is of; words have a hash, what is gone has none. */
const checkedAnchorSchema = anchorSchema.superRefine(({ was = [], ...row }, context) => {
  for (const [index, state] of [...was, row].entries()) {
    const path = index < was.length ? ['was', index] : [];
    const fault = faultOfState(state);
    if (fault) context.addIssue({ code: 'custom', path: [...path, fault.at], message: fault.message });
    const next = index < was.length - 1 ? was[index + 1] : row;
    if (index < was.length && next!.edition <= state.edition)
      context.addIssue({
        code: 'custom',
        path: [...path, 'edition'],
        message: 'an edition before that of the next state',
      });
  }
});

/** @returns why a state cannot be, as the field at fault and what that should be */
function faultOfState(state: z.output<typeof stateSchema>): { at: string; message: string } | undefined {
  const { hash: digest, text, gone, near, into } = state;
  if (gone === undefined) {
    if (digest === undefined) return { at: 'hash', message: 'the SHA-256 of its words' };
    if (text !== undefined && hash(text) !== digest)
      return { at: 'hash', message: 'the SHA-256 of this row’s text' };
    return (near ?? into) === undefined
      ? undefined
      : { at: 'edition', message: 'gone, where it says what remains' };
  }
  if ((digest ?? text) !== undefined) return { at: 'gone', message: 'absent, where there are words' };
  return (gone === 'merged') === (into !== undefined)
    ? undefined
    : { at: 'gone', message: 'merged where it says into what, else removed' };
}

const noteSchema = z.strictObject({
  date: day.describe('Day on which `npm run anchors` first saw it so.'),
  edition: number.describe('The edition of the text it was written to.'),
  hash: sha256.describe('SHA-256 of status, finding and body, joined by line feeds.'),
  status: z.string().optional(),
  checked: z.string().optional(),
  finding: z.string(),
  passage: anchor.describe('The passage that the marked words begin in.'),
  quote: z.string().describe('The marked words.'),
});

const annotationSchema = z.strictObject({
  annotation: z.string().min(1),
  edition: number.describe('The edition in which it was first published.'),
  notes: z
    .array(noteSchema)
    .describe('All it has said, the oldest first, the last of them now or, where it is withdrawn, last.'),
  withdrawn: z
    .strictObject({ edition: number, date: day, why: z.string().min(1) })
    .optional()
    .describe('It is no more in any edition since.'),
});

/** @returns lines of what is gone that have no words it had, or that lead nowhere or in a circle; by their place */
function faultsOfLines(lines: readonly z.output<typeof anchorSchema>[]): Map<number, string> {
  const byName = new Map(lines.map((line) => [line.anchor, line]));
  const faults = new Map<number, string>();
  for (const [index, line] of lines.entries()) {
    if (line.gone === undefined) continue;
    if (!line.was?.some((state) => state.hash !== undefined))
      faults.set(index, 'absent, where `was` does not say what the words were');
    const seen = new Set([line.anchor]);
    for (let next = line.into; next !== undefined; next = byName.get(next)?.into) {
      if (byName.has(next) && !seen.has(next)) seen.add(next);
      else {
        faults.set(index, 'merged into a passage of this ledger that has the words or went into another');
        break;
      }
    }
  }
  return faults;
}

/** A line's own fields that name something else of the ledger; `into` has to lead somewhere, and is looked at elsewhere. */
function faultOfNames(line: z.output<typeof anchorSchema>, names: ReadonlySet<string>, last: number) {
  const states = [
    ...(line.was ?? []).map((state, index) => ({ ...state, at: ['was', index] })),
    { ...line, at: [] },
  ];
  const moves = (line.moves ?? []).map((move, index) => ({ ...move, at: ['moves', index] }));
  const isStrange = (name: string | undefined) => name !== undefined && !names.has(name);
  const near = states.find((state) => isStrange(state.near));
  if (near) return { at: [...near.at, 'near'], message: 'an anchor of this ledger' };
  if (isStrange(line.from)) return { at: ['from'], message: 'an anchor of this ledger' };
  const move = moves.find(({ from }) => isStrange(from));
  if (move) return { at: [...move.at, 'from'], message: 'an anchor of this ledger' };
  const toCome = [...states, ...moves].find(({ edition }) => edition > last);
  return toCome && { at: [...toCome.at, 'edition'], message: 'an edition of this ledger' };
}

export const ledgerSchema = z
  .strictObject({
    format: z.literal(LEDGER_FORMAT),
    editions: z.array(editionSchema).min(1),
    anchors: z
      .array(checkedAnchorSchema)
      .describe(
        'Every passage ever published, in the order of the text; what is gone stands where it stood.',
      ),
    annotations: z.array(annotationSchema).describe('Every annotation ever published.'),
  })
  .superRefine(({ editions, anchors, annotations }, context) => {
    for (const [index, message] of faultsOfLines(anchors))
      context.addIssue({ code: 'custom', path: ['anchors', index, 'gone'], message });
    const anchorNames = new Set(anchors.map((line) => line.anchor));
    for (const [index, line] of anchors.entries()) {
      const fault = faultOfNames(line, anchorNames, editions.length);
      if (fault)
        context.addIssue({ code: 'custom', path: ['anchors', index, ...fault.at], message: fault.message });
    }
    for (const [index, { edition }] of editions.entries())
      if (edition !== index + 1)
        context.addIssue({
          code: 'custom',
          path: ['editions', index, 'edition'],
          message: `the number ${index + 1}: editions are numbered 1, 2, … in order`,
        });
    // One namespace a page: an anchor is never used twice, nor by an annotation.
    const seen = new Set<string>();
    const names = [
      ...anchors.map((row, index) => ({ name: row.anchor, path: ['anchors', index, 'anchor'] })),
      ...annotations.map(({ annotation }, index) => ({
        name: annotation,
        path: ['annotations', index, 'annotation'],
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
/** A line of the ledger: an anchor, its present state and its earlier ones. */
export type Row = z.output<typeof anchorSchema>;
export type State = z.output<typeof stateSchema>;
/** An annotation ever published, and what it has said. */
export type Recorded = z.output<typeof annotationSchema>;
export type RecordedNote = z.output<typeof noteSchema>;

/** Reads format 1 too. */
const anyLedgerSchema = z.preprocess(upgrade, ledgerSchema);

/**
 * @param file path for messages, and the ledger's text
 * @returns the ledger, if it is whole and of a format known here, and all problems
 */
export function parseLedger(file: { path: string; json: string }): { ledger?: Ledger; problems: Problem[] } {
  const restore =
    'Restore the last committed ledger: `git checkout -- ' + file.path + '`. It is never written by hand.';
  const conflict = findConflict(file);
  if (conflict) return { problems: [conflict] };
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
  const result = anyLedgerSchema.safeParse(data);
  // Of a key that stands twice, `JSON.parse` keeps one and says nothing; what this program wrote has none.
  if (result.success && serializeLedger(result.data) === file.json.replaceAll('\r\n', '\n')) {
    return { ledger: result.data, problems: [] };
  }
  if (isDeeper(data, DEEPEST)) {
    const message = `Lists and fields are within one another here more deeply than in any ledger.`;
    return { problems: [problem('malformed-ledger', { path: file.path }, message, restore)] };
  }
  // JSON is YAML: read again, slowly, for the places of the faults.
  const { problems } = readYaml({ path: file.path, yaml: file.json }, anyLedgerSchema, 'malformed-ledger');
  if (result.success && problems.length === 0) return { ledger: result.data, problems };
  return {
    problems: problems.map(({ message, position }) =>
      problem('malformed-ledger', position, message, restore),
    ),
  };
}

/** Format 1 did not record what notes said. */
function upgrade(data: unknown): unknown {
  const old = data as { format?: unknown; annotations?: unknown } | null;
  if (old?.format !== 1 || !Array.isArray(old.annotations)) return data;
  const annotations = old.annotations.map((row: unknown) => ({ ...(row as object), notes: [] }));
  return { ...old, format: LEDGER_FORMAT, annotations };
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

/** V8 says where JSON breaks as `(line 3 column 5)`, or only by offset. */
function placeInJson(file: { path: string; json: string }, error: Error): Position {
  const place = /line (\d+) column (\d+)/.exec(error.message);
  if (place) return { path: file.path, line: Number(place[1]), column: Number(place[2]) };
  const lines = file.json.split('\n');
  return { path: file.path, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
