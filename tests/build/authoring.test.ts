import { readFileSync } from 'node:fs';
import type { Element, Root } from 'hast';
import JSZip from 'jszip';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { beforeAll, describe, expect, test } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import type { Reading } from '../../src/core/reading.ts';
import { type Outcome, run } from '../support/command.ts';
import { author, emptyContent, EXAMPLES, TEXTS } from '../support/texts.ts';

const CONTENT = 'node_modules/.postil/authoring-content';
const SITE = 'node_modules/.postil/authoring-site';

/** What stands in a text's sections and is not the text. */
const APPARATUS = ['notes', 'note', 'fold', 'citing-here'];

let outcomes: Map<string, Outcome[]>;
let built: Outcome;
let read: ReturnType<typeof readContent>;
beforeAll(() => {
  emptyContent(CONTENT);
  outcomes = new Map(EXAMPLES.map((example) => [example.slug, author(CONTENT, example)]));
  run(['node', 'src/cli/anchors.ts'], { POSTIL_CONTENT: CONTENT });
  built = run(['astro', 'build', '--outDir', SITE], { POSTIL_CONTENT: CONTENT, POSTIL_BASE: '/texts/' });
  read = readContent(CONTENT);
}, 240_000);

const readingOf = (slug: string) => read.readings.find((reading) => reading.slug === slug)!;
const originalOf = (slug: string) => readFileSync(`${CONTENT}/readings/${slug}/original.txt`, 'utf8');
const pageOf = (path: string) =>
  unified()
    .use(rehypeParse)
    .parse(readFileSync(`${SITE}/${path}index.html`, 'utf8'));

describe('Texts of five kinds, made into readings by the commands alone,', () => {
  test('are made, annotated and built, and nothing is wrong with them.', () => {
    for (const [slug, ended] of outcomes)
      expect(
        ended.map(({ status, stderr }) => [status, stderr]),
        slug,
      ).toEqual(ended.map(() => [0, '']));
    expect(read.problems).toEqual([]);
    expect([built.status, built.stderr]).toEqual([0, '']);
  });

  test('can be searched, each in its language.', () => {
    let languages: unknown;
    visit(pageOf(''), 'element', ({ properties }) => {
      languages ??= properties.dataLanguages;
    });
    expect(String(languages).split(' ').sort()).toEqual(['ar', 'en', 'he', 'uk']);
  });
});

describe('A page of a text', () => {
  const html = () => readFileSync(`${SITE}/paper-kites/index.html`, 'utf8');

  test('has no link in a link, also where a heading has a footnote.', () => {
    let open = 0;
    let deepest = 0;
    for (const [tag] of html().matchAll(/<a\b|<\/a>/g))
      deepest = Math.max(deepest, (open += tag === '</a>' ? -1 : 1));
    expect(deepest).toBe(1);
  });

  test('has tables without a head where the text has none, and columns aligned by the style sheet.', () => {
    const page = pageOf('paper-kites/');
    const named = (name: string) => elementsIn(page).filter(({ tagName }) => tagName === name);
    expect([named('table').length, named('thead').length]).toEqual([2, 1]);
    expect(named('th').map(({ properties }) => properties.dataAlign)).toEqual([
      undefined,
      undefined,
      'right',
    ]);
    expect(html()).not.toMatch(/<t[hd][^>]* style=/);
  });
});

describe.each(EXAMPLES)('The reading of $file', ({ file, slug, language, annotations }) => {
  test('has every word of the file, in its order.', async () => {
    expect(letters(originalOf(slug))).toBe(letters(await wordsOf(`${TEXTS}/${file}`)));
  });

  test('is in its language and direction, and has the notes where they were put.', () => {
    const reading: Reading = readingOf(slug);
    expect([reading.language, reading.direction]).toEqual([
      language,
      isRightToLeft(language) ? 'rtl' : 'ltr',
    ]);
    expect(reading.annotations.map(({ quote }) => quote).sort()).toEqual(
      annotations.map(([words]) => words).sort(),
    );
  });

  test('shows the text to the letter, from its own side.', () => {
    const page = pageOf(`${slug}/`);
    expect(letters(textOf(page))).toBe(letters(originalOf(slug)));
    expect(desksOf(page)).toEqual([isRightToLeft(language) ? 'rtl' : 'ltr']);
  });

  test('shows its title once.', () => {
    const { blocks, title } = readingOf(slug);
    const repeated = blocks.filter(({ kind, text }) => kind === 'heading' && text === title);
    const page = pageOf(`${slug}/`);
    const seen = elementsIn(page).filter(
      (each) => /^h\d$/.test(each.tagName) && wordsIn(each) === title && !isOf(each, ['visually-hidden']),
    );
    expect(seen.map(({ tagName }) => tagName)).toEqual(['h1']);
    expect(elementsIn(page).filter((each) => each.tagName === 'h2' && wordsIn(each) === title)).toHaveLength(
      repeated.length,
    );
  });
});

function isRightToLeft(language: string): boolean {
  return ['ar', 'he'].includes(language);
}

/** Letters, digits and signs alone, as a reader takes them: ² is 2. */
function letters(words: string): string {
  return words.normalize('NFKC').replace(/[\s\p{Z}]/gu, '');
}

/** What a file says, found otherwise than the project does. */
async function wordsOf(path: string): Promise<string> {
  const bytes = readFileSync(path);
  const text = bytes.toString('utf8');
  if (path.endsWith('.txt')) return text;
  if (path.endsWith('.html')) return text.replace(/^[\s\S]*<body>/, '').replace(/<[^>]+>/g, ' ');
  if (path.endsWith('.docx')) {
    const archive = await JSZip.loadAsync(bytes);
    const xml = await archive.file('word/document.xml')!.async('string');
    return [...xml.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, words]) => words).join('');
  }
  return withoutMarkdown(text);
}

/** The marks of the one essay in Markdown, taken away by hand. */
function withoutMarkdown(text: string): string {
  return text
    .replace(/^---[\s\S]*?\n---\n/, '')
    .replace(/\[\^\w+\]:[\s\S]*$/, '')
    .replace(/\^\[[^\]]*\]|\[\^\w+\]/g, '')
    .replace(/^\|[ |:-]+\|$|^```$|^---$|^#+ |^ *\d\. |^ *- |^> /gm, '')
    .replace(/\]\([^)]*\)|\||\*+(?! sail)|<\/?\w+>/g, '')
    .replace(/\[(?=a meteorologist)/, '');
}

function elementsIn(page: Root | Element): Element[] {
  const elements: Element[] = [];
  visit(page, 'element', (element) => {
    elements.push(element);
  });
  return elements;
}

function isOf({ properties }: Element, classes: readonly string[]): boolean {
  return [properties.className ?? []].flat().some((name) => classes.includes(name));
}

/** The words in an element, without what is set beside the text. */
function wordsIn(node: Root | Element): string {
  return (node.children as (Element | { type: string; value?: string })[])
    .map((child) => {
      if (child.type !== 'element') return child.type === 'text' ? (child as { value: string }).value : '';
      return isOf(child as Element, APPARATUS) ? '' : wordsIn(child as Element);
    })
    .join('');
}

function textOf(page: Root): string {
  return elementsIn(page)
    .filter((element) => element.tagName === 'section' && isOf(element, ['para']))
    .map(wordsIn)
    .join('');
}

/** The directions of the text and of what stands beside it. */
function desksOf(page: Root): unknown[] {
  return elementsIn(page)
    .filter((element) => isOf(element, ['desk']))
    .map(({ properties }) => properties.dir);
}
