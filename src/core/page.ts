import { z } from 'zod';
import { refuseCodeInPage } from './data-only.ts';
import { cutFrontMatter, isHeadOpen, openHead } from './front-matter.ts';
import { refuseIllegible } from './legible.ts';
import { didYouMean } from './nearest.ts';
import { type Position, problem, type Problem } from './problem.ts';
import { readTree } from './tree.ts';
import { readYaml } from './yaml-document.ts';

/** What stands at the head of a page of `content/pages/`: about, colophon. */
const pageSchema = z.strictObject({
  title: z.string().min(1),
  /** Slugs of the readings that it tells of, by which it is noticed when one of them is gone. */
  readings: z.array(z.string().min(1)).optional(),
});

export type Page = z.output<typeof pageSchema> & { told: TellsOf[] };

/** A reading that a page tells of, and where it says so. */
interface TellsOf {
  slug: string;
  position: Position;
}

/**
 * Reads the head of a page, and judges the whole: it has a title, and is Markdown, with no element and nothing that
 * runs.
 *
 * @param file path for messages, and its MDX
 * @returns the head, where it is valid, and every problem of the page
 */
export function readPage({ path, mdx }: { path: string; mdx: string }): { page?: Page; problems: Problem[] } {
  const illegible = refuseIllegible({ path, text: mdx }, 'malformed-mdx');
  if (illegible) return { problems: [illegible] };
  if (isHeadOpen(mdx)) return { problems: [openHead(path)] };
  const { yaml, body } = cutFrontMatter(mdx);
  const { tree, problems } = readTree(path, body);
  const head = readHead(path, yaml);
  return {
    ...(head.value && { page: { ...head.value, told: toldIn(head) } }),
    problems: [...head.problems, ...problems, ...(tree ? refuseCodeInPage(tree, path) : [])],
  };
}

/**
 * @param pages pages of the site
 * @param slugs of all readings that there are, also of those that cannot be read
 * @returns a warning for each reading that a page tells of and that is not there
 */
export function readingsMissed(pages: Iterable<Page>, slugs: readonly string[]): Problem[] {
  return [...pages]
    .flatMap(({ told }) => told)
    .filter(({ slug }) => !slugs.includes(slug))
    .map(({ slug, position }) =>
      problem(
        'page-of-missing-reading',
        position,
        `This page tells of the reading \`${slug}\`, which is not there.${didYouMean(slug, slugs)}`,
        'Make the page tell of your own readings; then take the name out, or put theirs in its place.',
      ),
    );
}

function toldIn({ value, positionOf }: Pick<Head, 'value' | 'positionOf'>): TellsOf[] {
  return (value?.readings ?? []).map((slug, place) => ({ slug, position: positionOf(['readings', place]) }));
}

type Head = ReturnType<typeof readYaml<typeof pageSchema>>;

function readHead(path: string, yaml: string | undefined): Head {
  // The first line of the YAML is the second of the file: the opening fence is the first.
  if (yaml !== undefined) return readYaml({ path, yaml, firstLine: 2 }, pageSchema, 'invalid-front-matter');
  const start = { path, line: 1, column: 1 };
  const message = 'The file does not begin with front matter.';
  const hint = 'Begin it with a title between two lines of `---`.';
  return { problems: [problem('invalid-front-matter', start, message, hint)], positionOf: () => start };
}
