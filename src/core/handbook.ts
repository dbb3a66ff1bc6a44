import { z } from 'zod';
import { cutFrontMatter } from './front-matter.ts';
import { PROBLEMS, type ProblemId } from './problem.ts';
import { readYaml } from './yaml-document.ts';

/** What stands at the head of a chapter of the handbook. */
const chapterSchema = z.strictObject({
  title: z.string().min(1),
  /** Its place among the chapters. */
  order: z.number(),
  /** What it is about, in a sentence. */
  summary: z.string().min(1),
});

/** What stands at the head of the page of a problem. */
const explanationSchema = z.strictObject({
  /** The problem, as a heading. */
  title: z.string().min(1),
  /** Why there is the rule, in a sentence or two. Reports quote it. */
  why: z.string().min(1),
});

/** A file of the handbook, decoded. */
export interface HandbookFile {
  /** Its page within the handbook: `deploy`, `problems`, `problems/text-differs`. */
  name: string;
  /** The file, without `.md`: as its page, but `problems/index` for `problems`. */
  file: string;
  markdown: string;
}

/** A chapter: its head, and its text in Markdown. */
export type Chapter = z.output<typeof chapterSchema> & HandbookFile;

/** What a problem means, how it is mended, and why there is the rule. */
export type Explanation = z.output<typeof explanationSchema> & HandbookFile & { id: ProblemId };

/**
 * @param file a chapter, with its front matter
 * @returns it, with the text alone
 * @throws where its head is not as it should be
 */
export function readChapter(file: HandbookFile): Chapter {
  return { ...file, ...read(file, chapterSchema) };
}

/**
 * @param id a problem
 * @param file its page, with its front matter
 * @returns it, with the text alone
 * @throws where its head is not as it should be
 */
export function readExplanation(id: ProblemId, file: HandbookFile): Explanation {
  return { id, ...file, ...read(file, explanationSchema) };
}

/** @returns whether there is a problem of that name */
export function isProblemId(name: string): name is ProblemId {
  return Object.hasOwn(PROBLEMS, name);
}

function read<Schema extends z.ZodType<object>>({ file, markdown }: HandbookFile, schema: Schema) {
  const path = `${file}.md`;
  const { yaml, body } = cutFrontMatter(markdown);
  const { value, problems } = readYaml(
    { path, yaml: yaml ?? '', firstLine: 2 },
    schema,
    'invalid-front-matter',
  );
  if (!value) throw new Error(problems.map(({ message }) => `${path}: ${message}`).join('\n'));
  return { ...value, markdown: body.trim() };
}
