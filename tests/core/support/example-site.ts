import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readContent } from '../../../src/build/content.ts';
import { siteProblems } from '../../../src/build/site.ts';
import { collectText } from '../../../src/core/block.ts';
import { type Example, EXAMPLE_READING, examplesIn } from '../../../src/core/example.ts';
import { cutFrontMatter } from '../../../src/core/front-matter.ts';
import { serializeLedger } from '../../../src/core/ledger-file.ts';
import { hasSpot, type Problem, type ProblemId } from '../../../src/core/problem.ts';
import { publishFirst } from '../../../src/core/publish.ts';
import { readReading } from '../../../src/core/reading.ts';
import { parseMdx } from '../../../src/core/syntax.ts';
import { TODAY } from './reading.ts';

const INDEX = `${EXAMPLE_READING}/index.mdx`;
const ORIGINAL = `${EXAMPLE_READING}/original.txt`;
const LEDGER = `${EXAMPLE_READING}/anchors.json`;

/** What all examples begin from, as the handbook shows it. */
const GIVEN = examplesIn(readFileSync('src/handbook/problems/index.md', 'utf8')).filter(
  ({ state }) => state === 'given',
);

/** Files of a content folder, by their names from the project's root. */
type Files = Map<string, string>;

/** What the checker says of an example, wrong and mended. Paths are those of the example. */
export interface Judged {
  wrong: Problem[];
  right: Problem[];
  /** The files that are wrong, the reading's ledger among them. */
  blamed: string[];
}

/**
 * Lays an example over the site that all begin from, and has it checked, as it is wrong and as it is right. Its
 * original and its ledger are made of the right one, as they would have been published; where a command is what mends
 * it, they are of the site as it was, and the command's work is done here: both are made anew.
 *
 * @param id the problem
 * @param markdown its page
 */
export function judge(id: ProblemId, markdown: string): Judged {
  const examples = examplesIn(markdown);
  const parts = (state: Example['state']) => examples.filter((example) => example.state === state);
  const isMendedByCommand = parts('right').some(({ part }) => part === undefined);
  const mended = [...parts('given'), ...parts(isMendedByCommand ? 'wrong' : 'right')].filter(
    ({ part }) => part !== LEDGER || !isMendedByCommand,
  );
  const right = published(lay(mended));
  const before = isMendedByCommand ? published(lay([])) : right;
  const wrong = lay(
    [...parts('given'), ...parts('wrong')],
    [
      [ORIGINAL, right.get(ORIGINAL)!],
      [LEDGER, before.get(LEDGER)!],
    ],
  );
  const blamed = parts('wrong').map(({ part = '', isAbsent }) =>
    isAbsent || part === 'front' || part === 'body' ? INDEX : part,
  );
  return { wrong: check(withOthers(wrong), id), right: check(right, id), blamed: [...blamed, LEDGER] };
}

/** The files of the site with those of an example; what it says of a file counts before what was made. */
function lay(examples: readonly Example[], made: [string, string][] = []): Files {
  const files: Files = new Map([
    ...GIVEN.map(({ part, text }): [string, string] => [part!, `${text}\n`]),
    ...made,
  ]);
  for (const { part, text, isAbsent } of examples) {
    if (part === undefined) continue;
    if (isAbsent) files.delete(part);
    else if (part === 'front') files.set(INDEX, `---\n${text}\n---\n${bodyOf(files.get(INDEX)!)}`);
    else if (part === 'body') files.set(INDEX, `${headOf(files.get(INDEX)!)}\n\n${text}\n`);
    else files.set(part, `${text}\n`);
  }
  return files;
}

/** With original and ledger of every reading that has none. */
function published(files: Files): Files {
  const all = new Map(files);
  for (const index of [...files.keys()].filter((file) => file.endsWith('/index.mdx'))) {
    const folder = path.dirname(index);
    const mdx = files.get(index)!;
    const original = files.get(`${folder}/original.txt`) ?? textOf(mdx);
    all.set(`${folder}/original.txt`, original);
    if (!files.has(`${folder}/anchors.json`))
      all.set(`${folder}/anchors.json`, ledgerOf(folder, mdx, original));
  }
  return all;
}

/** With original and ledger of every other reading. */
function withOthers(files: Files): Files {
  const others = [...published(files)].filter(([file]) => !file.startsWith(`${EXAMPLE_READING}/`));
  return new Map([...files, ...others]);
}

function textOf(mdx: string): string {
  const { blocks } = collectText(parseMdx(cutFrontMatter(mdx).body));
  return `${blocks.map(({ text }) => text).join('\n\n')}\n`;
}

function ledgerOf(folder: string, mdx: string, text: string): string {
  const { reading } = readReading(
    {
      slug: path.basename(folder),
      path: 'index.mdx',
      mdx,
      original: { path: 'original.txt', text },
    },
    new Map(),
    TODAY,
  );
  return serializeLedger(publishFirst(reading!, TODAY).ledger);
}

/** What is told of the rest of the site is not looked at, unless the example is about that. */
const OF_THE_REST: readonly ProblemId[] = ['unused-source', 'unrecorded-annotation', 'withdrawn-annotation'];

function check(files: Files, id: ProblemId): Problem[] {
  const root = mkdtempSync(path.join(os.tmpdir(), 'postil-example-'));
  try {
    for (const [name, text] of files) {
      const file = path.join(root, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const { problems, publication } = readContent(path.join(root, 'content'), TODAY);
    const ofRelease = id === 'missing-publisher' ? siteProblems(publication) : [];
    return [...problems, ...ofRelease.filter((found) => found.id === id)]
      .filter((found) => found.id === id || !OF_THE_REST.includes(found.id))
      .map((found) => within(found, root));
  } finally {
    rmSync(root, { recursive: true });
  }
}

function within(found: Problem, root: string): Problem {
  if (found.position === 'unavailable') return found;
  const file = path.relative(root, found.position.path);
  return { ...found, position: hasSpot(found) ? { ...found.position, path: file } : { path: file } };
}

function headOf(mdx: string): string {
  return mdx.slice(0, mdx.indexOf('\n---\n') + '\n---'.length);
}

function bodyOf(mdx: string): string {
  return mdx.slice(headOf(mdx).length);
}
