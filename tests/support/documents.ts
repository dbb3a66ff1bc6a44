import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { visit } from 'unist-util-visit';
import { fromMarkdown } from '../../src/core/markdown.ts';

/** A block of code in a document. */
export interface Block {
  /** What it is in: `sh`, `mdx`. */
  language: string;
  /** What the document says of it beside: `dev`, `push`. */
  about: string;
  value: string;
}

/** A document: the blocks of code in it, and the code within its lines, in order. */
export interface Document {
  file: string;
  blocks: Block[];
  spans: string[];
}

const HANDBOOK = 'src/handbook';

/** The README and the chapters of the handbook. */
export function documents(): Document[] {
  const chapters = readdirSync(HANDBOOK).filter((name) => name.endsWith('.md'));
  const files = [...chapters.map((name) => path.join(HANDBOOK, name)), `${HANDBOOK}/problems/index.md`];
  return ['README.md', ...files].map(readDocument);
}

/** @returns a document of the project's */
export function readDocument(file: string): Document {
  const [blocks, spans]: [Block[], string[]] = [[], []];
  visit(fromMarkdown(readFileSync(file, 'utf8')), (node) => {
    if (node.type === 'code')
      blocks.push({ language: node.lang ?? '', about: node.meta ?? '', value: node.value });
    if (node.type === 'inlineCode') spans.push(node.value);
  });
  return { file, blocks, spans };
}

/** @returns the lines of a document that are for a shell, those within sentences among them */
export function commandsIn({ blocks, spans }: Document): string[] {
  const inBlocks = blocks.filter(({ language, value }) => language === 'sh' || value.startsWith('npm '));
  return [...inBlocks.flatMap(({ value }) => value.split('\n')), ...spans].filter((line) =>
    /\bnpm \w/.test(line),
  );
}
