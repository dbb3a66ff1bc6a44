import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import config from '../../astro.config.mjs';
import { collectText } from '../../src/core/block.ts';
import { readPlainText } from '../../src/core/draft/plain-text.ts';
import { writeDraft } from '../../src/core/draft/write-draft.ts';
import { parseMdx } from '../../src/core/syntax.ts';
import { NASTY_FRAGMENTS, NASTY_TEXTS } from '../core/support/nasty-texts.ts';

/** What compiled MDX makes elements with. */
const RUNTIME = `data:text/javascript,${encodeURIComponent(`
  export const Fragment = 'fragment';
  export const jsx = (type, props) => (typeof type === 'function' ? type(props) : { type, ...props });
  export const jsxs = jsx;
`)}`;

/** An element, words, or nothing. */
type Drawn = { type: string; block?: number; children?: Drawn | Drawn[] } | string | null | undefined;

let compile: (mdx: string) => Promise<string>;
beforeAll(async () => {
  const renderer = await config.markdown!.processor!.createMdxRenderer!({}, {} as never);
  compile = async (mdx) =>
    (await renderer.process(mdx, 'content/readings/x/index.mdx', { language: 'en' })).code;
});

/** The words of each block of a page, as the site’s own compiler draws them. */
async function draw(mdx: string): Promise<string[]> {
  const code = (await compile(mdx)).replace('"astro/jsx-runtime"', JSON.stringify(RUNTIME));
  const { default: Content } = (await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
  )) as { default: (props: object) => Drawn };
  const passages: string[] = [];
  const { blocks } = collectText(parseMdx(mdx));
  const Passage = ({ children }: { children: Drawn }) => void passages.push(wordsOf(children));
  const sentence = { attributes: {}, aliases: [] };
  const view = {
    blocks: blocks.map(() => ({
      attributes: {},
      aliases: [],
      link: {},
      sentences: new Proxy([], { get: () => sentence }),
    })),
  };
  Content({ components: { Passage, Aliases: () => null }, view });
  return passages;
}

function wordsOf(drawn: Drawn): string {
  if (drawn === null || drawn === undefined) return '';
  if (typeof drawn === 'string') return drawn;
  if (Array.isArray(drawn)) return drawn.map(wordsOf).join('');
  return [drawn.children ?? []].flat().map(wordsOf).join('');
}

async function expectDrawn(text: string) {
  const { body } = writeDraft(readPlainText(text), text);
  const words = collectText(parseMdx(body)).blocks.map((block) => block.text);
  expect(await draw(body)).toEqual(words);
}

const word = fc.oneof(
  fc.constantFrom(...NASTY_FRAGMENTS),
  fc.constantFrom('winter', 'The', 'and.', 'Coming!'),
);
const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
const texts = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\r\n')), { minLength: 1, maxLength: 6 })
  .map((lines) => lines.flat().join(''))
  .filter((text) => /\S/u.test(text));

describe('The page has the very words of a text that was imported,', () => {
  test.each(NASTY_TEXTS)('as of %j.', async (text) => {
    await expectDrawn(text);
  });

  test('whatever fragments it is made of.', async () => {
    await fc.assert(fc.asyncProperty(texts, expectDrawn), { numRuns: 300, seed: 9 });
  });
});
