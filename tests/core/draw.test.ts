import { createProcessor, evaluate } from '@mdx-js/mdx';
import fc from 'fast-check';
import type { Element, Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { rehypeReading, remarkReading } from '../../src/core/draw.ts';
import { inlineNotes, isJsx, type Jsx } from '../../src/core/syntax.ts';

const READING = 'content/readings/frost/index.mdx';

function fileOf(
  mdx: string,
  path = READING,
  frontmatter: object = { title: 'The long frost', language: 'en' },
) {
  const file = new VFile({ path, value: mdx });
  file.data = { astro: { frontmatter } };
  return file;
}

const remarkPlugins = [remarkGfm, [inlineNotes, { inlineNotes: true }], remarkReading] as never;

/** Where in the view something comes from, in short: `b0`, `b0s1.id`, `b0.aliases`. */
const inShort = (source = '') =>
  source
    .replace('...', '')
    .replaceAll(/\["(\w+)"\]/g, '.$1')
    .replaceAll(/\[(\d+)\]/g, '$1')
    .replace('props.view.blocks', 'b')
    .replace('.sentences', 's')
    .replace('.attributes', '');

function attributesOf(node: Element | Jsx): string[] {
  if (!isJsx(node)) return Object.entries(node.properties).map(([name, value]) => `${name}=${String(value)}`);
  return node.attributes.flatMap((each) => {
    if (each.type === 'mdxJsxExpressionAttribute') return [inShort(each.value)];
    // Every passage and every mark has it, whole.
    if (each.name === 'view') return [];
    const { value } = each;
    return [typeof value === 'string' ? `${each.name}=${value}` : `${each.name}=${inShort(value?.value)}`];
  });
}

type Drawn = HastRoot | HastRoot['children'][number] | Jsx;

/** What is drawn, as tags in short; lines’ ends between tags are nothing. */
function write(node: Drawn): string {
  if (node.type === 'text') return /^\n+$/.test(node.value) ? '' : node.value;
  if (!('children' in node)) return '';
  const within = (node.children as Drawn[]).map(write).join('');
  if (node.type === 'root') return within;
  const name = isJsx(node) ? (node.name ?? '') : (node as Element).tagName;
  const tag = [name, ...attributesOf(node as Element | Jsx)].join(' ');
  if (name === 'Aliases') return `‹${tag.replace('Aliases of=', '').replace('.aliases', '')}›`;
  return within === '' ? `<${tag}/>` : `<${tag}>${within}</${name}>`;
}

function draw(mdx: string, path?: string, frontmatter?: object): string {
  let drawn = '';
  const look = () => (tree: HastRoot) => {
    drawn = write(tree);
  };
  createProcessor({ remarkPlugins, rehypePlugins: [rehypeReading, look] }).processSync(
    fileOf(mdx, path, frontmatter),
  );
  return drawn;
}

/** What is drawn of one paragraph that is one sentence. */
function line(mdx: string): string {
  const drawn = draw(mdx);
  const [head, foot] = ['<Passage blocks=0><p b0>‹b0›<span b0s0>‹b0s0›', '</span></p></Passage>'];
  expect(drawn.startsWith(head) && drawn.endsWith(foot), drawn).toBe(true);
  return drawn.slice(head.length, -foot.length);
}

/** The ranks that a text's headings are drawn with, in a reading of a title. */
function ranksIn(mdx: string): number[] {
  let ranks: number[] = [];
  const look = () => (tree: Root) => {
    ranks = tree.children.flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
  };
  createProcessor({ remarkPlugins: [remarkReading, look] }).processSync(fileOf(mdx));
  return ranks;
}

describe('The title is the page’s one heading of the first rank:', () => {
  test.each([
    ['those of lower ranks stay as they are', '## One\n\nA.\n\n### Two\n\n#### Three', [2, 3, 4]],
    ['one of the first rank, and all others, stand one lower', '# One\n\n## Two\n\n# Three', [2, 3, 2]],
    ['none stands lower than the sixth', '# One\n\n###### Two', [2, 6]],
    [
      'the title, repeated above the text, lowers no others',
      '# The long frost\n\n## One\n\n### Two',
      [2, 2, 3],
    ],
    ['the title further down is a heading as any other', '## One\n\n# The long frost', [3, 2]],
    ['others beside the repeated title are lowered', '# The long frost\n\n# One\n\n## Two', [2, 2, 3]],
    ['a title in another rank is no first one', '### The long frost\n\n## One', [3, 2]],
  ])('%s.', (_, mdx, ranks) => {
    expect(ranksIn(mdx)).toEqual(ranks);
  });
});

describe('Every block of the text has its place in the view:', () => {
  test.each<[what: string, mdx: string, drawn: string]>([
    [
      'a paragraph, with its sentences',
      'One. Two.',
      '<Passage blocks=0><p b0>‹b0›<span b0s0>‹b0s0›One. </span><span b0s1>‹b0s1›Two.</span></p></Passage>',
    ],
    [
      'the by-line',
      '<Byline>By A.</Byline>',
      '<Passage blocks=0><p b0>‹b0›<span b0s0>‹b0s0›By A.</span></p></Passage>',
    ],
    [
      'a heading, without sentences, that leads to itself',
      '## One. Two.',
      '<Passage blocks=0><h2 b0>‹b0›<a b0.link>One. Two.</a></h2></Passage>',
    ],
    [
      'a heading with a link, which leads where that says',
      '## One *two* [three](https://a.example/) four',
      '<Passage blocks=0><h2 b0>‹b0›<a b0.link>One <em>two</em> </a><a href=https://a.example/>three</a><a b0.link> four</a></h2></Passage>',
    ],
    [
      'a heading with a link within emphasis',
      '## One *[two](https://a.example/)*',
      '<Passage blocks=0><h2 b0>‹b0›<a b0.link>One </a><em><a href=https://a.example/>two</a></em></h2></Passage>',
    ],
    [
      'a heading with a mark',
      '## One <Claim id="a">two</Claim>',
      '<Passage blocks=0><h2 b0>‹b0›<a b0.link>One </a><Mark of=a part=whole><span className=w><span className=ld>two</span></span></Mark></h2></Passage>',
    ],
    [
      'items of a list, in one passage',
      '- One.\n- Two.',
      '<Passage blocks=0 1><ul><li><p b0>‹b0›<span b0s0>‹b0s0›One.</span></p></li><li><p b1>‹b1›<span b1s0>‹b1s0›Two.</span></p></li></ul></Passage>',
    ],
    [
      'a quotation',
      '> One.\n\nTwo.',
      '<Passage blocks=0><blockquote><p b0>‹b0›<span b0s0>‹b0s0›One.</span></p></blockquote></Passage><Passage blocks=1><p b1>‹b1›<span b1s0>‹b1s0›Two.</span></p></Passage>',
    ],
    [
      'rows of a table, whose columns are set by an attribute',
      '| a | b |\n| - | -: |\n| c | d |',
      '<Passage blocks=0 1><table><thead><tr b0><th>‹b0›a</th><th dataAlign=right>b</th></tr></thead><tbody><tr b1><td>‹b1›c</td><td dataAlign=right>d</td></tr></tbody></table></Passage>',
    ],
    [
      'a table without a head, which has none',
      '| | |\n| - | - |\n| c | d |',
      '<Passage blocks=0><table><tbody><tr b0><td>‹b0›c</td><td>d</td></tr></tbody></table></Passage>',
    ],
    [
      'a table with half a head',
      '| a | |\n| - | - |\n| c | d |',
      '<Passage blocks=0 1><table><thead><tr b0><th>‹b0›a</th><th/></tr></thead><tbody><tr b1><td>‹b1›c</td><td>d</td></tr></tbody></table></Passage>',
    ],
    ['code', '```\none. Two.\n```', '<Passage blocks=0><pre><code b0>‹b0›one. Two.\n</code></pre></Passage>'],
    [
      'but not a rule',
      'One.\n\n---\n',
      '<Passage blocks=0><p b0>‹b0›<span b0s0>‹b0s0›One.</span></p></Passage><hr/>',
    ],
  ])('%s.', (_, mdx, drawn) => {
    expect(draw(mdx)).toBe(drawn);
  });

  test('sentences end as they do in the text’s language.', () => {
    const sentences = (language?: unknown) =>
      [...draw('Το είπε; Ναι.', READING, { language }).matchAll(/<span b0s\d>/g)].length;
    expect(sentences('el')).toBe(2);
    // Nothing is known of it, or nonsense: it is taken for English.
    expect([sentences(undefined), sentences(7)]).toEqual([sentences('en'), sentences('en')]);
  });

  test('in every edition, wherever it lies; and in no other page.', () => {
    for (const path of [
      'content/readings/frost/editions/12.mdx',
      String.raw`C:\content\readings\frost\index.mdx`,
      '/a/readings/b/readings/frost/index.mdx',
    ])
      expect(draw('One.', path), path).toContain('<Passage');
    for (const path of [
      'content/pages/about.mdx',
      'content/readings/index.mdx',
      'content/readings/frost/notes.mdx',
      'content/readings/frost/more/index.mdx',
      'content/readings/frost/editions/one.mdx',
      'content/readings/frost/index.mdx.bak',
    ])
      expect(draw('# One.\n\nTwo. Three.', path), path).toBe('<h1>One.</h1><p>Two. Three.</p>');
  });
});

describe('No element is split where a sentence ends:', () => {
  const block = (inner: string) => `<Passage blocks=0><p b0>‹b0›${inner}</p></Passage>`;
  test.each<[what: string, mdx: string, drawn: string]>([
    [
      'emphasis over the end of one',
      'Some *em. Two em* rest.',
      '<span b0s0>‹b0s0›Some </span><em><span data-of=b0s0.id>em. </span><span b0s1>‹b0s1›Two em</span></em><span data-of=b0s1.id> rest.</span>',
    ],
    [
      'emphasis over the ends of two',
      'A *b. Cc. Dd* e.',
      '<span b0s0>‹b0s0›A </span><em><span data-of=b0s0.id>b. </span><span b0s1>‹b0s1›Cc. </span><span b0s2>‹b0s2›Dd</span></em><span data-of=b0s2.id> e.</span>',
    ],
    [
      'emphasis within emphasis',
      '*A **b. Cc** d.*',
      '<em><span b0s0>‹b0s0›A </span><strong><span data-of=b0s0.id>b. </span><span b0s1>‹b0s1›Cc</span></strong><span data-of=b0s1.id> d.</span></em>',
    ],
    [
      'emphasis that is one whole',
      'Aa. *Bb.* Cc.',
      '<span b0s0>‹b0s0›Aa. </span><span b0s1>‹b0s1›<em>Bb.</em> </span><span b0s2>‹b0s2›Cc.</span>',
    ],
    [
      'a mark over the end of one',
      '<Claim id="a">Aabb. Bb</Claim> c.',
      '<Mark of=a part=whole><span className=w><span b0s0>‹b0s0›<span className=ld>Aab</span></span><span className=rs><span data-of=b0s0.id>b. </span><span b0s1>‹b0s1›Bb</span></span></span></Mark><span data-of=b0s1.id> c.</span>',
    ],
    [
      'a line’s end, which is of the sentence before it',
      'Aa.\\\nBb.',
      '<span b0s0>‹b0s0›Aa.<br/></span><span b0s1>‹b0s1›Bb.</span>',
    ],
    [
      'a note’s number behind the last, which is of that',
      'Aa. Bb.[^1]\n\n[^1]: Foot.',
      '<span b0s0>‹b0s0›Aa. </span><span b0s1>‹b0s1›Bb.<sup>',
    ],
    [
      'a note’s number between two, which is of the one before it',
      'Aa.[^1] Bb.\n\n[^1]: Foot.',
      '<span b0s0>‹b0s0›Aa.<sup>',
    ],
    [
      'a note’s number before the first, which is of that',
      '[^1] Aa. Bb.\n\n[^1]: Foot.',
      '<span b0s0>‹b0s0›<sup>',
    ],
  ])('%s.', (_, mdx, drawn) => {
    const all = draw(mdx);
    if (drawn.endsWith('<sup>')) expect(all).toContain(drawn);
    else expect(all).toBe(block(drawn));
  });
});

/** A mark’s words: what it begins with, and the rest. */
const words = (lead: string, rest: string) =>
  `<span className=w>${lead && `<span className=ld>${lead}</span>`}${rest && `<span className=rs>${rest}</span>`}</span>`;
const mark = (of: string, part: string, inner = '', more = '') =>
  inner === ''
    ? `<Mark of=${of} part=${part}${more}/>`
    : `<Mark of=${of} part=${part}${more}>${inner}</Mark>`;

describe('A mark', () => {
  test.each<[what: string, mdx: string, drawn: string]>([
    [
      'has its first letters apart',
      'A <Claim id="a">whole</Claim> b.',
      `A ${mark('a', 'whole', words('who', 'le'))} b.`,
    ],
    [
      'has one first letter, if it is a remark',
      '<Remark id="a">whole</Remark>',
      mark('a', 'whole', words('w', 'hole')),
    ],
    [
      'of few letters has nothing but these',
      '<Claim id="a">who</Claim>',
      mark('a', 'whole', words('who', '')),
    ],
    [
      'counts letters, not signs',
      '<Claim id="a">“a b” cde</Claim>',
      mark('a', 'whole', words('“a b” c', 'de')),
    ],
    ['tears no ligature', '<Claim id="a">affix</Claim>', mark('a', 'whole', words('affi', 'x'))],
    [
      'tears no letter from its accents',
      '<Claim id="a">abe\u0301\u0302d</Claim>',
      mark('a', 'whole', words('abe\u0301\u0302', 'd')),
    ],
    [
      'begins with a whole word where letters are joined',
      '<Claim id="a">«السلام الآن</Claim>',
      mark('a', 'whole', words('«السلام', ' الآن')),
    ],
    [
      'that begins with emphasis has no first letters',
      '<Claim id="a">*One* two</Claim>',
      mark('a', 'whole', words('', '<em>One</em> two')),
    ],
    [
      'goes over emphasis',
      '<Claim id="a">One *two* three</Claim>',
      mark('a', 'whole', words('One', ' <em>two</em> three')),
    ],
    [
      'stands in emphasis',
      'A *<Claim id="a">two</Claim>* b.',
      `A <em>${mark('a', 'whole', words('two', ''))}</em> b.`,
    ],
    [
      'around another is in parts',
      '<Claim id="a">One <Remark id="b">two</Remark> three</Claim>.',
      `${mark('a', 'first', words('One', ' '))}${mark('b', 'whole', words('t', 'wo'))}${mark('a', 'last', words('', ' three'))}.`,
    ],
    [
      'around two others is in more',
      '<Claim id="a">One <Remark id="b">two</Remark> three <Remark id="c">four</Remark> five</Claim>.',
      `${mark('a', 'first', words('One', ' '))}${mark('b', 'whole', words('t', 'wo'))}${mark('a', 'middle', words('', ' three '))}${mark('c', 'whole', words('fo', 'ur'))}${mark('a', 'last', words('', ' five'))}.`,
    ],
    [
      'that begins with another begins behind it',
      '<Claim id="a"><Remark id="b">One</Remark> two</Claim>.',
      `${mark('b', 'whole', words('O', 'ne'))}${mark('a', 'whole', words(' two', ''))}.`,
    ],
    [
      'that ends with another has its number behind it, before the other’s',
      '<Claim id="a">One <Remark id="b">two</Remark></Claim>.',
      `${mark('a', 'first', words('One', ' '))}${mark('b', 'whole', words('t', 'wo'), ' numberless=')}${mark('a', 'number')}${mark('b', 'number')}.`,
    ],
    [
      'on the words of another has nothing but a number',
      '<Claim id="a"><Remark id="b">two</Remark></Claim>.',
      `${mark('b', 'whole', words('t', 'wo'), ' numberless=')}${mark('a', 'only number')}${mark('b', 'number')}.`,
    ],
    [
      'with two others that end with it has its number before theirs, the outer’s first',
      '<Claim id="a">One <Figure id="b">two <Remark id="c">three</Remark></Figure></Claim>.',
      `${mark('a', 'first', words('One', ' '))}${mark('b', 'first', words('two', ' '), ' numberless=')}${mark('c', 'whole', words('t', 'hree'), ' numberless=')}${mark('a', 'number')}${mark('b', 'number')}${mark('c', 'number')}.`,
    ],
    [
      'is in parts on both sides of emphasis that holds another',
      '<Claim id="a">O *n <Remark id="b">t</Remark> m* x</Claim>',
      `${mark('a', 'first', words('O ', ''))}<em>${mark('a', 'middle', words('', 'n '))}${mark('b', 'whole', words('t', ''))}${mark('a', 'middle', words('', ' m'))}</em>${mark('a', 'last', words('', ' x'))}`,
    ],
    [
      'ends within emphasis that ends with another',
      '<Claim id="a">One *two <Remark id="b">three</Remark>*</Claim>.',
      `${mark('a', 'first', words('One', ' '))}<em>${mark('a', 'middle', words('', 'two '))}${mark('b', 'whole', words('t', 'hree'), ' numberless=')}</em>${mark('a', 'number')}${mark('b', 'number')}.`,
    ],
    [
      'all of whose words are within emphasis begins there, once',
      '<Claim id="a">*One <Remark id="b">two</Remark>*</Claim>.',
      `<em>${mark('a', 'first', words('One', ' '))}${mark('b', 'whole', words('t', 'wo'), ' numberless=')}</em>${mark('a', 'number')}${mark('b', 'number')}.`,
    ],
    [
      'on the words of one on the words of another has nothing but a number',
      '<Claim id="a"><Figure id="b"><Remark id="c">two</Remark></Figure></Claim>.',
      `${mark('c', 'whole', words('t', 'wo'), ' numberless=')}${mark('a', 'only number')}${mark('b', 'only number')}${mark('c', 'number')}.`,
    ],
  ])('%s.', (_, mdx, drawn) => {
    expect(line(mdx)).toBe(drawn);
  });

  /** Words, emphasis and marks within one another. */
  const { tree } = fc.letrec<{ tree: string; inner: string }>((tie) => {
    const siblings = fc.array(tie('inner'), { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));
    return {
      tree: siblings,
      inner: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.constantFrom('one', 'two', 'three'),
        siblings.map((words) => `<Claim id="?">${words}</Claim>`),
        siblings.map((words) => (words.includes('*') ? words : `*${words}*`)),
      ),
    };
  });

  test('begins once and has one number, however it stands in others, in emphasis, and around them.', () => {
    fc.assert(
      fc.property(tree, (mdx) => {
        let count = 0;
        const drawn = line(`A ${mdx.replaceAll('?', () => `m${(count += 1)}`)} b.`);
        const parts = [...drawn.matchAll(/<Mark of=(m\d+) part=([a-z ]+?)( numberless=)?\/?>/g)];
        for (let id = 1; id <= count; id += 1) {
          const own = parts.filter(([, of]) => of === `m${id}`);
          const begins = own.filter(([, , part]) => /^(?:whole|first|only number)$/.test(part!));
          const numbers = own.filter(([, , part, none]) => !none && /^(?:whole|last|.*number)$/.test(part!));
          expect([begins.length, numbers.length], drawn).toEqual([1, 1]);
          expect(begins[0]![2] === 'only number' || own[0] === begins[0], drawn).toBe(true);
          expect(own.at(-1), drawn).toBe(numbers[0]);
        }
        const plain = (text: string) => text.replaceAll(/<[^>]*>|‹[^›]*›|\*/g, '');
        expect(plain(drawn)).toBe(plain(`A ${mdx} b.`));
      }),
      { numRuns: 200 },
    );
  });

  test('has its note nowhere in the text; other footnotes are below it, their numbers for the eye.', () => {
    const drawn = draw('<Claim id="a">One</Claim>[^1].\n\n[^a]: A finding.\n\n[^1]: Foot.');
    expect(drawn).not.toContain('A finding');
    expect(drawn).toContain('Foot.');
    expect(drawn).toMatch(/<a [^>]*dataFootnoteRef=true [^>]*dataN=1 ariaLabel=Footnote 1\/>/);
  });
});

describe('Code is refused, with its place,', () => {
  test.each([
    ['in a reading', READING],
    ['in another page', 'content/pages/about.mdx'],
  ])('%s.', (_, path) => {
    let thrown: unknown;
    try {
      draw('One.\n\nTwo {alert(1)}.', path);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ line: 3, column: 5, fatal: true });
  });
});

test('What is compiled takes everything from the view.', async () => {
  type Node = { type: string | ((props: object) => unknown); props: Record<string, unknown> };
  const jsx = (type: Node['type'], props: Node['props']) => ({ type, props });
  const { default: text } = await evaluate(
    fileOf(
      'Aa *b. <Claim id="a">Cc* d</Claim>.\n\n## One'.replace(
        '*b. <Claim id="a">Cc*',
        '*b. Cc* <Claim id="a">',
      ),
    ),
    { jsx, jsxs: jsx, Fragment: 'Fragment', remarkPlugins, rehypePlugins: [rehypeReading] },
  );
  const sentence = (id: string) => ({ attributes: { id, 'data-v': id }, aliases: [`was-${id}`] });
  const view = {
    blocks: [
      { attributes: { id: 'p1' }, aliases: ['was-p1'], sentences: [sentence('p1s1'), sentence('p1s2')] },
      { attributes: { id: 'one' }, aliases: [], link: { href: '#one' }, sentences: [] },
    ],
  };
  const found: Record<string, unknown>[] = [];
  const collect = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(collect);
    if (typeof node !== 'object' || node === null) return undefined;
    const { type, props } = node as Node;
    const { children, ...own } = props;
    if (Object.keys(own).length > 0)
      found.push({ type: typeof type === 'string' ? type : type.name, ...own });
    return collect(children);
  };
  const named = (name: string) => Object.defineProperty(() => undefined, 'name', { value: name });
  const components = Object.fromEntries(['Passage', 'Aliases', 'Mark'].map((name) => [name, named(name)]));
  const drawn = (text as unknown as (props: object) => Node)({ view, components });
  collect(drawn);
  expect(found.filter(({ className }) => className === undefined)).toEqual([
    { type: 'Passage', blocks: '0', view },
    { type: 'p', id: 'p1' },
    { type: 'Aliases', of: ['was-p1'] },
    { type: 'span', id: 'p1s1', 'data-v': 'p1s1' },
    { type: 'Aliases', of: ['was-p1s1'] },
    { type: 'span', 'data-of': 'p1s1' },
    { type: 'span', id: 'p1s2', 'data-v': 'p1s2' },
    { type: 'Aliases', of: ['was-p1s2'] },
    { type: 'span', 'data-of': 'p1s2' },
    { type: 'Mark', of: 'a', part: 'whole', view },
    { type: 'Passage', blocks: '1', view },
    { type: 'h2', id: 'one' },
    { type: 'Aliases', of: [] },
    { type: 'a', href: '#one' },
  ]);
});
