import { z } from 'zod';
import { annotationsField, dateField, languageField } from './field.ts';
import { isLanguageTag } from './language.ts';
import { nameSchema } from './source.ts';
import { problem, type Problem } from './problem.ts';
import { readYaml } from './yaml-document.ts';

const DATE = 'a date in quotation marks, as in "2025-11-24" or "2025-11/2025-12-03~"';

/** What a text is, where it is more than its record's type says. */
const GENRES = ['analysis', 'background', 'opinion', 'reportage', 'review'] as const;
export type Genre = (typeof GENRES)[number];

/** What stands at the head of a reading. */
export const frontMatterSchema = z.strictObject({
  title: z.string().min(1).describe('The text’s title; in square brackets when the editors supplied it.'),
  author: z.array(nameSchema).min(1).describe('Who wrote the text.'),
  language: languageField.describe('BCP 47 tag of the text’s language.'),
  source: z.string().min(1).describe('Key of the record of the text itself, in content/sources/.'),
  genre: z
    .enum(GENRES, { error: `one of ${GENRES.join(', ')}` })
    .optional()
    .describe('What the text is, where it is more than its record’s type says.'),
  written: dateField(DATE)
    .optional()
    .describe('When the text was written, EDTF, where that is known more closely than its record’s date.'),
  strict: z
    .boolean()
    .default(false)
    .describe(
      'Holds the notes to record and reckoning: each excerpt’s source has `seen`, each number its evidence.',
    ),
  disputes: z
    .array(
      z.strictObject({
        about: z.string().min(1).describe('The question.'),
        annotations: annotationsField.min(2).describe('Ids of annotations.'),
      }),
    )
    .default([])
    .describe('Annotations that are about one and the same question, so that nobody counts it as several.'),
  limits: z
    .array(z.strictObject({ name: z.string().min(1), text: z.string().min(1) }))
    .default([])
    .describe('What this edition does not know, for its front page.'),
});

export type FrontMatter = z.output<typeof frontMatterSchema>;

/** The fences of front matter and what is between them, at the very start of a file. */
const FRONT_MATTER = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---(?=\r?\n|$)/;

/**
 * Cuts a file into front matter and body. The body keeps its lines and offsets: the front matter's letters are
 * replaced by spaces, so that every position in it is a position in the file.
 *
 * @param text a file
 * @returns the YAML, or undefined when the file has none, and the body
 */
export function cutFrontMatter(text: string): { yaml?: string; body: string } {
  const match = FRONT_MATTER.exec(text);
  if (!match) return { body: text };
  const blank = match[0].replace(/[^\r\n]/g, ' ');
  return { yaml: match[1] ?? '', body: blank + text.slice(match[0].length) };
}

/**
 * @param text a file
 * @returns whether front matter begins in it and does not end: then nothing of the file can be told from it
 */
export function isHeadOpen(text: string): boolean {
  return /^\uFEFF?---[ \t]*\r?\n/.test(text) && !FRONT_MATTER.test(text);
}

/** @returns what is told of a file whose front matter does not end */
export function openHead(path: string): Problem {
  const message = 'The front matter begins here, and no second line of `---` ends it.';
  const hint = 'Put `---` on a line of its own behind it. The rest of this file was not checked.';
  return problem(
    'invalid-front-matter',
    { path, line: 1, column: 1, end: { line: 1, column: 4 } },
    message,
    hint,
  );
}

/**
 * @param yaml front matter, well formed or not
 * @returns the language that it says, so that the text can be judged also where the rest of it cannot be read
 */
export function languageIn(yaml: string): string | undefined {
  const said = /^language: *["']?(?<tag>[\w-]+)["']?\s*$/m.exec(yaml)?.groups?.tag;
  return said !== undefined && isLanguageTag(said) ? said : undefined;
}

/**
 * @param file path for messages, and the YAML between the fences
 * @returns the front matter, if valid, and all problems
 */
export function readFrontMatter(file: { path: string; yaml: string }) {
  // The first line of the YAML is the second of the file: the opening fence is the first.
  return readYaml({ ...file, firstLine: 2 }, frontMatterSchema, 'invalid-front-matter');
}
