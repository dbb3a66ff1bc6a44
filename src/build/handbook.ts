import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Chapter,
  type Explanation,
  type HandbookFile,
  readChapter,
  readExplanation,
} from '../core/handbook.ts';
import { PROBLEMS, type ProblemId } from '../core/problem.ts';

/** The handbook's files, from the project's root, as the content is. */
const HANDBOOK = path.join('src', 'handbook');

/** The chapter in whose folder the problems are explained, one file each. */
export const PROBLEMS_CHAPTER = 'problems';

/** @returns the chapters, in their order; that of the problems is `problems/index.md` */
export function chapters(): Chapter[] {
  const names = readdirSync(HANDBOOK)
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.slice(0, -'.md'.length));
  const all = [...names.map((name) => fileOf(name)), fileOf(PROBLEMS_CHAPTER, `${PROBLEMS_CHAPTER}/index`)];
  return all
    .filter((file) => file !== undefined)
    .map(readChapter)
    .sort((one, other) => one.order - other.order);
}

/** @returns the problems that are explained, in the order of their table */
export function explanations(): Explanation[] {
  return (Object.keys(PROBLEMS) as ProblemId[]).flatMap((id) => explanationOf(id) ?? []);
}

/** @returns what a problem means; undefined where nobody has written it yet */
export function explanationOf(id: ProblemId): Explanation | undefined {
  const file = fileOf(`${PROBLEMS_CHAPTER}/${id}`);
  return file && readExplanation(id, file);
}

/** @returns why there is the rule that a problem offends, in a sentence or two */
export function reasonFor(id: ProblemId): string | undefined {
  return explanationOf(id)?.why;
}

function fileOf(name: string, file = name): HandbookFile | undefined {
  const place = path.join(HANDBOOK, `${file}.md`);
  return existsSync(place) ? { name, file, markdown: readFileSync(place, 'utf8') } : undefined;
}
