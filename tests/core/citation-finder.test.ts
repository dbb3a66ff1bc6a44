import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCitations } from '../../src/core/citation-finder.ts';
import type { Site } from '../../src/core/citation-link.ts';

const SITE: Site = { slugs: ['peace-deal'], base: '/', hosts: [], isAddressed: false };
const LINK = '/peace-deal/?v=245b083#p8s2';
const FULL = `https://example.org${LINK}`;

const links = (text: string) =>
  findCitations(text, SITE, { quotations: false, lines: false }).map(({ written }) => written);
const find = (text: string, lines = false) => findCitations(text, SITE, { quotations: true, lines });
const quotations = (text: string, lines = false) =>
  find(text, lines).flatMap(({ what, written }) => (what === 'quotation' ? [written] : []));

describe('A link is found', () => {
  test.each<[where: string, text: string, link?: string]>([
    ['alone', LINK],
    ['without its slash', 'peace-deal/?v=245b083#p8s2', 'peace-deal/?v=245b083#p8s2'],
    [
      'without its scheme',
      'example.org/peace-deal/?v=245b083#p8s2',
      'example.org/peace-deal/?v=245b083#p8s2',
    ],
    ['absolute', FULL, FULL],
    ['at the end of a sentence', `See ${LINK}.`],
    ['before a comma', `See ${LINK}, and more`],
    ['in parentheses', `(see ${LINK})`],
    ['in parentheses that end a sentence', `(see ${LINK}).`],
    ['in angle brackets', `<${FULL}>`, FULL],
    ['in angle brackets, broken over lines', '<https://example.org/peace-deal/\n  ?v=245b083#p8s2>', FULL],
    ['in quotation marks', `“${LINK}”`],
    ['in a Markdown link', `[¶8](${FULL})`, FULL],
    ['in a Markdown link with a title', `[¶8](${FULL} "the sentence")`, FULL],
    ['in a Markdown link in angle brackets', `[¶8](<${FULL}>)`, FULL],
    ['in a Markdown definition', `[1]: ${FULL}`, FULL],
    ['in strong letters', `**${LINK}**`],
    ['in an attribute', `<a href="${LINK}">¶8</a>`],
    [
      'in an attribute with entities',
      '<a href="/peace-deal/?utm_source=x&amp;v=245b083#p8s2">',
      '/peace-deal/?utm_source=x&v=245b083#p8s2',
    ],
    ['in an attribute with single quotes', `<a href='${LINK}'>`],
    ['in BibTeX', `  url = {${FULL}},`, FULL],
    [
      'in BibTeX with escapes',
      '  note = {\\url{https://example.org/peace-deal/?a\\_b=1\\&v=245b083\\#p8s2}},',
      'https://example.org/peace-deal/?a_b=1&v=245b083#p8s2',
    ],
    [
      'in BibTeX with braces',
      '  url = {https://example.org/peace{-}deal/?v=245b083{\\#}p8s2},',
      FULL.replace('-', '-'),
    ],
    ['in BibTeX with quotes', `  url = "${FULL}",`, FULL],
    ['in RIS', `UR  - ${FULL}`, FULL],
    ['in JSON', `{"URL": "${FULL}"}`, FULL],
    [
      'in escaped JSON',
      '{"URL":"https:\\/\\/example.org\\/peace-deal\\/?v=245b083\\u0026x=1#p8s2"}',
      'https://example.org/peace-deal/?v=245b083&x=1#p8s2',
    ],
    ['in quoted-printable mail', 'https://example.org/peace-deal/?v=3D245b083=\n#p8s2', FULL],
    ['broken before its parameters', 'https://example.org/peace-deal/\n    ?v=245b083#p8s2', FULL],
    ['broken after a sign', 'https://example.org/peace-deal/?v=\n245b083#p8s2', FULL],
    [
      'broken before its fragment, in a quoted mail',
      '> https://example.org/peace-deal/?v=245b083\n> #p8s2',
      FULL,
    ],
    ['before Chinese', `见${FULL}。`, FULL],
    ['in a reference', `Hadfield, A. (2025). Title, para. 8. ${FULL}`, FULL],
  ])('%s.', (_, text, link) => {
    expect(links(text)).toEqual([link ?? LINK]);
  });

  test('once, where its words are its own address.', () => {
    expect(links(`[${FULL}](${FULL})`)).toEqual([FULL]);
    expect(links(`<a href="${FULL}">${FULL}</a>`)).toEqual([FULL]);
  });

  test('and no path that is none of ours is taken for one.', () => {
    expect(links('and/or /usr/bin </p> 1/2 a/b.txt //x //cdn/y example.org/z src/core 24/7')).toEqual([]);
    expect(links('/peace-deal/\n/peace-deal/\n# A heading\n')).toEqual(['/peace-deal/', '/peace-deal/']);
    expect(links(`${LINK}\n${LINK}`)).toEqual([LINK, LINK]);
  });

  test('with its line and column, from 1, in code points, whatever ends the lines.', () => {
    const places = (text: string) => find(text).map(({ line, column }) => [line, column]);
    expect(places(`\uFEFF${LINK}`)).toEqual([[1, 1]]);
    expect(places(`\uFEFFone\r\n\r\n🕊🕊 ${LINK}\rx ${LINK}\n${LINK}`)).toEqual([
      [3, 4],
      [4, 3],
      [5, 1],
    ]);
  });
});

describe('A quotation is found', () => {
  test.each<[text: string, words: string]>([
    ['He said “we must not go” twice.', 'we must not go'],
    ['He said "we must not go" twice.', 'we must not go'],
    ['He said ‘we mustn’t go there’ twice.', 'we mustn’t go there'],
    ["He said 'we mustn't go there' twice.", "we mustn't go there"],
    ['Er sagte: „Wir gehen nicht hin“.', 'Wir gehen nicht hin'],
    ['Er sagte: »Wir gehen nicht hin«.', 'Wir gehen nicht hin'],
    ['Il disait « nous n’irons pas » hier.', 'nous n’irons pas'],
    ['Hon sade ”vi går inte dit” igen.', 'vi går inte dit'],
    ['Он сказал «мы не пойдём туда» вчера.', 'мы не пойдём туда'],
    ['他说「我们不会去那里」。', '我们不会去那里'],
    ['هو قال «لن نذهب إلى هناك» أمس', 'لن نذهب إلى هناك'],
    ['He said “we must\nnot go” twice.', 'we must not go'],
    ['He said “we ‘must’ not go” twice.', 'we ‘must’ not go'],
    ['# Head\n\n> We must\n> not go.\n>\n> — A. Person\n', 'We must not go.'],
    ['# Head\n\nHe said “we *must* [not](https://a.example) go[^1]” twice.', 'we must not go'],
    ['<p>He said &ldquo;we <b>must</b> not go&#8221;.</p>', 'we must not go'],
    ['<blockquote cite="x">We must <i>not</i> go.</blockquote>', 'We must not go.'],
    ['<p>He said <q>we must not go</q>.</p>', 'we must not go'],
    ["@misc{a,\n note = {He said ``we must not go''},\n}", 'we must not go'],
    ['@misc{a,\n note = "\\enquote{we must not go}",\n}', 'we must not go'],
    ['TY  - GEN\nN1  - He said “we must not go”\nER  - ', 'we must not go'],
    ['[{"note": "He said \\"we must not go\\" twice"}]', 'we must not go'],
    ['[{"note": "He said \\u201cwe must not go\\u201d twice"}]', 'we must not go'],
  ])('in %j.', (text, words) => {
    expect(quotations(text)).toEqual([words]);
  });

  test.each([
    'The “28-point” plan and the dogs’ bowls, in the ’90s and the ’80s.',
    'Nothing is quoted here at all, and it’s a fair bit of text.',
    'An “unclosed mark ends with its paragraph.\n\nAnd this ” is not quoted.',
    '<a title="an attribute is no quotation" href="x">y</a>',
    '@book{a,\n title = "The title of a book",\n}',
    '# Head\n\n```\nsay "this is a program" now\n```\n',
    '[{"title": "The title of a book"}]',
  ])('but not in %j.', (text) => {
    expect(quotations(text)).toEqual([]);
  });

  test('on each line of a list, with marks or without.', () => {
    const list =
      '“ceasefire”\n- we must not go\n2) “We must not go.”\nHe said “no” to it\n\n' + `see ${LINK}\n`;
    expect(quotations(list, true)).toEqual([
      'ceasefire',
      'we must not go',
      'We must not go.',
      'He said “no” to it',
    ]);
    expect(quotations('“We must\nnot go there”\n“an unclosed one\n“another one”', true)).toEqual([
      'We must not go there',
      '“an unclosed one',
      'another one',
    ]);
  });

  test('at its first word.', () => {
    const [found] = find('\r\nHe said “we must not go”.');
    expect(found).toMatchObject({ line: 2, column: 9 });
  });
});

describe('Nothing hangs or throws:', () => {
  const hundred = 100_000;
  test.each([
    '“',
    '"',
    "'",
    '„“”',
    '«»',
    '<',
    '<q>',
    '<blockquote>',
    '[',
    '](',
    '```\n',
    '> ',
    '>\n',
    '\\',
    '{',
    '{\\',
    '/',
    'https://',
    'a.',
    'a.a/',
    '(',
    '…',
    '[…]',
    '&',
    '&amp;',
    '*',
    '_',
    '`',
    '\n',
    '\r',
    ' ',
    '\\u0026',
    '@a{',
    '<!--',
    "'a ",
    '“a ',
    '/peace-deal/',
    '/peace-deal/?v=\n',
    '#p8',
    '=\n',
    '\u0000',
    '"a" ',
    '\\enquote{',
  ])('on %j again and again.', (bit) => {
    const started = performance.now();
    for (const before of ['', 'TY  - \n', '# A\n', '<p>', '@a{', '[{"']) {
      find(before + bit.repeat(Math.ceil(hundred / bit.length)), true);
    }
    expect(performance.now() - started).toBeLessThan(6000);
  });

  test('on anything.', () => {
    const bits = fc.constantFrom(
      '“',
      '”',
      '"',
      "'",
      LINK,
      FULL,
      '\n',
      '\n\n',
      '> ',
      '<q>',
      '</q>',
      '{',
      '}',
      '\\',
      '[',
      '](',
      ' word',
      '&ldquo;',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(bits, fc.string()), { maxLength: 20 }), (parts) => {
        for (const { line, column } of find(parts.join(''), true)) expect(line > 0 && column > 0).toBe(true);
      }),
    );
  });
});
