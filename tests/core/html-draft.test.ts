import { describe, expect, test } from 'vitest';
import { charsetOf } from '../../src/core/draft/charset.ts';
import { Refused } from '../../src/core/draft/draft.ts';
import { readHtml } from '../../src/core/draft/html-draft.ts';
import { written } from './support/drafts.ts';

const write = (html: string) => written(readHtml(html));
const said = (html: string) => readHtml(html).said;

describe('A page on its way to become a reading', () => {
  test('gives its one article, and says what stood outside.', () => {
    const html =
      '<nav>Menu</nav><main><p>Before</p><article><p>Text.</p></article></main><footer>End</footer>';
    expect(write(html)).toBe('Text.');
    expect(said(html)).toEqual([
      'The text was taken from the page’s <article>; what stands outside it was left out: “MenuBefore End”.',
    ]);
  });

  test('gives its main part where it has several articles, else its body without what stands beside the text.', () => {
    expect(write('<aside>x</aside><main><article>One</article><article>Two</article></main>')).toBe(
      'One\n\nTwo',
    );
    const html =
      '<header><nav>Menu</nav></header><header><h2>Preamble</h2></header><p>Text.</p><aside>Beside</aside><footer>Foot</footer>';
    expect(write(html)).toBe('## Preamble\n\nText.');
    expect(said(html)).toEqual([
      'Left out, since it stands beside the text: “Menu”.',
      'Left out, since it stands beside the text: “Beside”.',
      'Left out, since it stands beside the text: “Foot”.',
    ]);
  });

  test('leaves out what is no text, and says so.', () => {
    const html = `<p>Text.<script>x</script><style>y</style><button>Share</button><img alt="A kite" src="k.png">
      <video></video><!-- c --><span hidden>unseen</span><span style="display: none">nor this</span></p>`;
    expect(write(html)).toBe('Text.');
    expect(said(html)).toEqual([
      'One picture (“A kite”) was left out: a picture is no part of the text.',
      'One film, sound or frame was left out.',
      'One form or control was left out.',
      'Two scripts or styles were left out.',
      'One comment in the HTML was left out.',
      'Left out, since a browser does not show it: “unseen”.',
      'Left out, since a browser does not show it: “nor this”.',
    ]);
  });

  test('keeps a form that is around all of a page.', () => {
    expect(write('<form><input><p>Text.</p></form>')).toBe('Text.');
  });

  test('suggests what the page says of itself.', () => {
    const suggestions = (html: string) => {
      const { tree: _, said: __, ...rest } = readHtml(html);
      return rest;
    };
    expect(
      suggestions(
        '<html lang="de"><title>Site</title><meta name="citation_author" content="Muster, Max"><meta name="citation_author" content="Amt"><h1>Titel</h1><p>Text.',
      ),
    ).toEqual({
      title: 'Titel',
      author: [{ family: 'Muster', given: 'Max' }, { literal: 'Amt' }],
      language: 'de',
    });
    expect(
      suggestions(
        '<script type="application/ld+json">{"@graph":[{"author":[{"name":"Ann Example"},"B"]}]}</script><title>Only title</title><article lang="fr">Texte.</article>',
      ),
    ).toEqual({
      title: 'Only title',
      author: [{ literal: 'Ann Example' }, { literal: 'B' }],
      language: 'fr',
    });
    expect(
      suggestions(
        '<script type="application/ld+json">{broken</script><meta name="author" content="C"><p>Text.',
      ),
    ).toEqual({
      author: [{ literal: 'C' }],
    });
    expect(suggestions('<html lang="not a tag"><p>Text.')).toEqual({});
  });

  test('has white space as a browser sets it.', () => {
    expect(
      write('<p> one\n  two <b> three </b>four&nbsp;five<br> six<wbr>seven</p>\n\n<pre>a\n  b</pre>'),
    ).toBe('one two **three** four\u00a0five\\\nsixseven\n\n```\na\n  b\n```');
  });

  test('takes two breaks for the end of a paragraph, and touching halves for one.', () => {
    expect(write('<p>one<br><br>two<br></p><p><b>ha</b><b>lves</b> <i></i></p>')).toBe(
      'one\n\ntwo\n\n**halves**',
    );
    expect(write('<p><code>ha</code><code>lves</code>')).toBe('`halves`');
  });

  test('puts marks around <q>, and says so.', () => {
    expect(write('<p>He said <q>she said <q>no</q></q>.</p>')).toBe('He said “she said ‘no’”.');
    expect(said('<p><q>x</q></p>')[0]).toMatch(/^One quotation in <q> got the marks/);
  });

  test('keeps raised and lowered numbers apart from those on the line.', () => {
    expect(write('<p>10<sup>−6</sup> H<sub>2</sub>O, the 1<sup>st</sup></p>')).toBe('10⁻⁶ H₂O, the 1st');
  });

  test('keeps a table of data, whose cells are lines, and undoes one of layout.', () => {
    expect(
      write('<table><caption>Kites</caption><tr><th>a<th>b<tr><td><p>c</p><p>d</p><td>e<br>f</table>'),
    ).toBe('Kites\n\n| a   | b   |\n| --- | --- |\n| c d | e f |');
    expect(write('<table><tr><td><h2>Head</h2><p>Text.</p></td><td>More</td></tr></table>')).toBe(
      '## Head\n\nText.\n\nMore',
    );
  });

  test('sets a table free of a link around it.', () => {
    expect(write('<a href="https://example.org/"><table><tr><th>a<th>b<tr><td><td>c</table></a>')).toBe(
      '| a | b |\n| - | - |\n|   | c |',
    );
  });

  test.each([
    [
      'GitHub',
      '<p>A<sup><a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref>1</a></sup>.</p><section data-footnotes class="footnotes"><h2 id="footnote-label">Footnotes</h2><ol><li id="user-content-fn-1"><p>Note. <a href="#user-content-fnref-1" data-footnote-backref>↩</a></p></li></ol></section>',
    ],
    [
      'WordPress',
      '<p>A<sup id="fnref1"><a href="#fn1">1</a></sup>.</p><hr><ol><li id="fn1">Note. <a href="#fnref1">↩︎</a></li></ol>',
    ],
    [
      'Wikipedia',
      '<p>A<sup id="cite_ref-1" class="reference"><a href="#cite_note-1"><span>[</span>1<span>]</span></a></sup>.</p><h2>References</h2><ol><li id="cite_note-1"><span class="mw-cite-backlink">^ <a href="#cite_ref-1">^</a></span> <span>Note.</span></li></ol>',
    ],
    [
      'Word',
      '<p>A<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>.</p><div><hr><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1"><sup>[1]</sup></a> Note.</p></div></div>',
    ],
    [
      'DPUB-ARIA',
      '<p>A<a role="doc-noteref" href="#n1" id="r1">see note</a>.</p><aside id="n1" role="doc-footnote"><p>Note. <a role="doc-backlink" href="#r1">back</a></p></aside>',
    ],
  ])('recognizes footnotes as %s writes them.', (_, html) => {
    expect(write(`<article>${html}</article>`)).toBe('A[^1].\n\n[^1]: Note.');
  });

  test('takes links that do not lead to and fro for no footnotes.', () => {
    expect(write('<p><a href="#c1">1</a></p><h2 id="c1">One</h2><p>Text.</p>')).toBe('1\n\n## One\n\nText.');
    expect(
      write(
        '<ol><li id="toc1"><a href="#c1">Chapter</a></li></ol><h2 id="c1"><a href="#toc1">Chapter</a></h2><p>Text.</p>',
      ),
    ).toBe('1. Chapter\n\n## Chapter\n\nText.');
  });

  test('resolves links against its base, and keeps the words of others.', () => {
    expect(write('<base href="https://example.org/a/"><p><a href="b">c</a></p>')).toBe(
      '[c](https://example.org/a/b)',
    );
    expect(write('<p><a href="b">c</a> <a href="javascript:d">e</a> <a>f</a></p>')).toBe('c e f');
  });

  test.each(['', '<p> </p>', '<img src=x>', '<script>x</script>', '<p hidden>x</p>'])(
    'is refused without words: %j.',
    (html) => {
      expect(() => readHtml(html)).toThrow(Refused);
    },
  );
});

describe('What a page says of itself', () => {
  const of = (html: string) => {
    const { title, author, language } = readHtml(html);
    return { title, author, language };
  };
  const titles = (html: string) => of(html).title;
  const authors = (html: string) => of(`${html}<p>Text.`).author;
  const linked = (author: unknown) =>
    `<script type="application/ld+json">${JSON.stringify({ author })}</script>`;

  test.each<[html: string, title: string | undefined]>([
    ['<title> A\n  kite </title><p>Text.', 'A kite'],
    ['<title>Site</title><h1>Kites</h1><article><p>Text.</article>', 'Kites'],
    ['<title>Site</title><h1>Site</h1><article><h1>Kites</h1><p>Text.</article>', 'Kites'],
    ['<title>Site</title><article><h1>One</h1><h1>Two</h1><p>Text.</article>', 'Site'],
    ['<title>Site</title><h1>One</h1><h1>Two</h1><article><p>Text.</article>', 'Site'],
    ['<title>Site</title><h1> </h1><p>Text.', 'Site'],
    ['<title> </title><p>Text.', undefined],
    ['<meta name="citation_title" content=" Kites "><h1>Other</h1><p>Text.', 'Kites'],
    ['<meta property="DC.Title" content="Kites"><h1>Other</h1><p>Text.', 'Kites'],
    ['<meta name="citation_title" content=" "><meta name="citation_title"><h1>Kites</h1><p>Text.', 'Kites'],
    ['<meta name="description" content="Other"><h1>Kites</h1><p>Text.', 'Kites'],
    ['<link name="citation_title" content="Other"><h1>Kites</h1><p>Text.', 'Kites'],
  ])('is its title, the nearest to the text: %s', (html, title) => {
    expect(titles(html)).toBe(title);
  });

  test.each<[html: string, author: object[] | undefined]>([
    ['<meta name="author" content="C"><meta name="dc.creator" content="B">', [{ literal: 'B' }]],
    ['<meta name="dc.creator" content="B"><meta name="citation_author" content="A">', [{ literal: 'A' }]],
    [`<meta name="author" content="C">${linked('D')}`, [{ literal: 'D' }]],
    [`<meta name="dcterms.creator" content="B">${linked('D')}`, [{ literal: 'B' }]],
    ['<meta name="author" content="Muster, Max, Dr.">', [{ literal: 'Muster, Max, Dr.' }]],
    ['<meta name="author" content="Muster,">', [{ literal: 'Muster,' }]],
    ['<meta name="author" content=", Max">', [{ literal: ', Max' }]],
    [
      linked({ familyName: ' Muster', givenName: 'Max ', name: 'M. M.' }),
      [{ family: 'Muster', given: 'Max' }],
    ],
    [linked({ familyName: 'Muster', name: ' M. M. ' }), [{ literal: 'M. M.' }]],
    [linked({ givenName: 'Max', name: 'M. M.' }), [{ literal: 'M. M.' }]],
    [linked({ familyName: '', givenName: '', name: 'M. M.' }), [{ literal: 'M. M.' }]],
    [linked([' A ', '', ' ', 7, null, ['B'], {}, { name: ' ' }, { name: 7 }]), [{ literal: 'A' }]],
    [linked(null), undefined],
    [linked(''), undefined],
    ['<script type="application/ld+json">[null, 7, "A", {"author": "B"}]</script>', [{ literal: 'B' }]],
    ['<script type="application/ld+json">{"@graph": {"author": "B"}}</script>', [{ literal: 'B' }]],
    ['<script type="application/ld+json">{"@graph": ["A", null]}</script>', undefined],
    ['<script type="application/json">{"author": "B"}</script>', undefined],
  ])('is who wrote it, and nobody without a name: %s', (html, author) => {
    expect(authors(html)).toEqual(author);
  });

  test.each<[html: string, language: string | undefined]>([
    ['<html lang="de"><article lang="fr">Text.</article>', 'fr'],
    ['<html lang="de"><article lang="not a tag">Text.</article>', 'de'],
    ['<html lang=""><p lang="fr">Text.', undefined],
  ])('is its language: %s', (html, language) => {
    expect(of(html).language).toBe(language);
  });
});

describe('Of a page is left out', () => {
  test.each<[part: string, told: string]>([
    [
      '<svg aria-label="A map"></svg>',
      'One picture (“A map”) was left out: a picture is no part of the text.',
    ],
    ['<svg></svg>', 'One picture was left out: a picture is no part of the text.'],
    [
      '<picture><source srcset="k"><img alt="A kite" src="k"></picture><img alt=" " src="l"><img src="m">',
      'Three pictures (“A kite”) were left out: a picture is no part of the text.',
    ],
    ['<video></video><iframe></iframe>', 'Two films, sounds or frames were left out.'],
    ['<button>Share</button><form><input></form>', 'Two forms or controls were left out.'],
    ['<!-- a --><!-- b -->', 'Two comments in the HTML were left out.'],
    ['<span aria-hidden="true"> un \n seen</span>', 'Left out, since a browser does not show it: “un seen”.'],
    [
      '<span style="color: red; VISIBILITY : hidden">x</span>',
      'Left out, since a browser does not show it: “x”.',
    ],
    ['<nav>Menu</nav>', 'Left out, since it stands beside the text: “Menu”.'],
    ['<span role="navigation">Menu</span>', 'Left out, since it stands beside the text: “Menu”.'],
    ['<span hidden><b> </b></span><nav> </nav>', ''],
  ])('%s, and told.', (part, told) => {
    const html = `<article><p>Text.</p><div>${part}</div></article>`;
    expect(write(html)).toBe('Text.');
    expect(said(html)).toEqual(['The text was taken from the page’s <article>.', told].filter(Boolean));
  });

  test.each(['<form>Find <input></form>', 'Find <input>', '<nav>Find</nav>'])(
    'a header of its body with %s, and not one with words alone.',
    (inner) => {
      expect(write(`<header>${inner}</header><p>Text.</p>`)).toBe('Text.');
      expect(write(`<header>Find</header><p>Text.</p>`)).toBe('Find\n\nText.');
      expect(write(`<article><header>By <nav></nav>A</header><footer>End</footer></article>`)).toBe(
        'By A\n\nEnd',
      );
    },
  );

  test.each(['p', 'article', 'h1', 'h2', 'h3'])('no form that holds <%s>.', (name) => {
    expect(write(`<main><form><${name}>Words</${name}></form></main>`)).toContain('Words');
  });
});

describe('Of the layout of a page', () => {
  test.each<[what: string, html: string, markdown: string]>([
    [
      'a table that says that it is of layout is undone',
      '<table role="presentation"><tr><td>a<td>b</table><table role="none"><tr><td>c</table>',
      'a\n\nb\n\nc',
    ],
    [
      'one that holds another is undone, whose own stays',
      '<table><tr><td>a<td><table><tr><th>b<tr><td>c</table></table>',
      'a\n\n| b |\n| - |\n| c |',
    ],
    [
      'captions stand before their tables',
      '<table><caption>A</caption><tr><th>a</table><table><caption>B</caption><tr><th>b<tr><td><p>c<p>d</table>',
      'A\n\n| a |\n| - |\n\nB\n\n| b   |\n| --- |\n| c d |',
    ],
    [
      'markup in cells is kept, and blocks are parted by spaces',
      '<table><tr><th>a<tr><td>b<div><b>c</b></div>d<i>e</i></table>',
      '| a            |\n| ------------ |\n| b **c** d*e* |',
    ],
    [
      'what is raised and has letters stays on the line',
      '<p>a<sup></sup> 10<sup>2x</sup> 5<sup>(-2)</sup>',
      'a 102x 5⁽⁻²⁾',
    ],
    [
      'a page of before 1999 is read by today’s rule',
      '\uFEFF <!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2//EN"><p>a<table><tr><th>b</table>',
      'a\n\n| b |\n| - |',
    ],
    [
      'only its first base counts',
      '<base href="https://example.org/a/"><base href="https://example.com/"><p><a href="b">c</a>',
      '[c](https://example.org/a/b)',
    ],
  ])('%s.', (_, html, markdown) => {
    expect(write(html)).toBe(markdown);
  });
});

describe('Words and blocks of a page stand where a reading has them:', () => {
  test.each<[what: string, html: string, markdown: string]>([
    ['code without words is nothing', '<p>a <code> </code> b', 'a b'],
    ['emphasis without words is the space in it', '<p>a<b> </b>b', 'a b'],
    ['emphasis within the same is one', '<p><b>a <i>b</i> <b>c</b></b>', '**a *b* c**'],
    ['spaces at its ends stand outside', '<p>a<b> b </b>c', 'a **b** c'],
    ['breaks at its ends stand outside', '<p>a<b><br>b<br></b>c', 'a\\\n**b**\\\nc'],
    ['touching emphasis of another kind stays two', '<p><b>a</b><i>b</i>', '**a**_b_'],
    [
      'touching links to one place are one, and others two',
      '<p><a href="https://a.org/">a</a><a href="https://a.org/">b</a><a href="https://b.org/">c</a>',
      '[ab](https://a.org/)[c](https://b.org/)',
    ],
    ['a heading has no space or break at its ends', '<h2> <br> Head <br> </h2><p>Text.', '## Head\n\nText.'],
    ['breaks at the ends of a paragraph are nothing', '<p><br> a <br></p><p><br></p><p>b', 'a\n\nb'],
    ['three breaks end a paragraph', '<p>a<br><br><br>b<br>c', 'a\n\nb\\\nc'],
    ['what holds no words is nothing', '<h2> </h2><ul><li> <li></ul><blockquote></blockquote><p>a', 'a'],
    ['a heading that holds blocks has their words', '<h2><ul><li>a<li>b</ul></h2><p>c', '## a b\n\nc'],
    [
      'a heading that holds lines of code has them in its line',
      '<h2>a<pre>b</pre></h2><p>c',
      '## a `b`\n\nc',
    ],
    ['a heading that holds a line has a space', '<h2>a<hr>b</h2><p>c', '## a b\n\nc'],
    [
      'words beside blocks are paragraphs',
      '<blockquote>a<p>b</p>c <b>d</b></blockquote>',
      '> a\n>\n> b\n>\n> c **d**',
    ],
    ['emphasis around blocks has their words', '<article><i><p>a</p><p>b</p></i></article>', '*a b*'],
  ])('%s.', (_, html, markdown) => {
    expect(write(html)).toBe(markdown);
  });
});

describe('A footnote', () => {
  /** A reference and its note, which leads back. */
  const reference = '<a id="r" href="#n">1</a>';
  const note = '<p id="n">Note. <a href="#r">↩</a></p>';

  test.each<[what: string, html: string, markdown: string]>([
    [
      'is referred to by a number in brackets',
      '<p>A[<a id="r" href="#n">1</a>].</p>' + note,
      'A\\[[^1]].\n\n[^1]: Note.',
    ],
    ['is referred to by a sign', '<p>A<a id="r" href="#n">†</a>.</p>' + note, 'A[^1].\n\n[^1]: Note.'],
    [
      'is found by an address in escapes',
      `<p>A<a id="ü" href="#n%C3%BC">1</a>.</p><p id="nü">Note. <a href="#%C3%BC">↩</a></p>`,
      'A[^1].\n\n[^1]: Note.',
    ],
    [
      'is found by an address that is malformed',
      `<p>A<a id="r" href="#n%">1</a>.</p><p id="n%">Note. <a href="#r">↩</a></p>`,
      'A[^1].\n\n[^1]: Note.',
    ],
    [
      'that is referred to twice is one',
      '<p>A<sup><a id="r1" href="#n">1</a></sup> b<sup><a id="r2" href="#n">1</a></sup>.</p><ol><li id="n"><span>^ <a href="#r1">a</a>, <a href="#r2">b</a></span> Note.</li></ol>',
      'A[^1] b[^1].\n\n[^1]: Note.',
    ],
    [
      'loses its number before its words',
      `<p>A<sup>${reference}</sup>.</p><div id="n"> <sup>1</sup> Note. <a href="#r">↩</a></div>`,
      'A[^1].\n\n[^1]: Note.',
    ],
    [
      'keeps another number',
      `<p>A<sup>${reference}</sup>.</p><div id="n"><sup>2</sup> Note. <a href="#r">↩</a></div>`,
      'A[^1].\n\n[^1]: ² Note.',
    ],
    [
      'keeps a number behind its first words',
      `<p>A<sup>${reference}</sup>.</p><div id="n">See <sup>1</sup> Note. <a href="#r">↩</a></div>`,
      'A[^1].\n\n[^1]: See ¹ Note.',
    ],
    [
      'loses what is called a link back, wherever it leads, and keeps others',
      `<p>A${reference}.</p><p id="n">Note <a href="https://a.org/">a</a>. <a href="#r">↩</a> <a role="doc-backlink" href="#x">back</a></p>`,
      'A[^1].\n\n[^1]: Note [a](https://a.org/).',
    ],
    [
      'is taken out with the list and the part that held it',
      `<p>A${reference}.</p><section role="doc-endnotes"><h2>Notes</h2><hr><ol><li id="n">Note. <a href="#r">↩</a></ol></section><p>End.</p>`,
      'A[^1].\n\nEnd.\n\n[^1]: Note.',
    ],
    [
      'is taken out of what holds more, which stays',
      `<p>A${reference}.</p><section><h2>Notes</h2>${note}<p>More.</p></section><p>End.</p>`,
      'A[^1].\n\n## Notes\n\nMore.\n\nEnd.\n\n[^1]: Note.',
    ],
    [
      'leaves a heading that is followed by more than notes',
      `<p>A${reference}.</p><h2>Notes</h2>${note}More.`,
      'A[^1].\n\n## Notes\n\nMore.\n\n[^1]: Note.',
    ],
    [
      'leaves no heading that stood above it last',
      `<p>A${reference}.</p><h2>Notes</h2><hr> ${note} `,
      'A[^1].\n\n[^1]: Note.',
    ],
    [
      'keeps no part of its list, and the words that its list holds',
      `<p>A${reference}.</p><div><p>B</p><div><ol><li id="n">Note. <a href="#r">↩</a></ol></div></div><p>End.</p>`,
      'A[^1].\n\nB\n\nEnd.\n\n[^1]: Note.',
    ],
    [
      'leaves words above it, which are no heading',
      `<p>A${reference}.</p><section class="footnotes"><p>Words</p>${note}</section>`,
      'A[^1].\n\nWords\n\n[^1]: Note.',
    ],
    [
      'leaves words in a part of notes that are more than a heading',
      `<p>A${reference}.</p><section class="footnotes">Words <h2>Notes</h2>${note}</section><p>End.</p>`,
      'A[^1].\n\nWords\n\n## Notes\n\nEnd.\n\n[^1]: Note.',
    ],
    [
      'that is one of several keeps the number of another',
      '<p>A<a id="r1" href="#n1">1</a> b<a id="r2" href="#n2">2</a>.</p><div id="n1"><sup>2</sup> One. <a href="#r1">↩</a></div><div id="n2"><sup>2</sup> Two. <a href="#r2">↩</a></div>',
      'A[^1] b[^2].\n\n[^1]: ² One.\n\n[^2]: Two.',
    ],
    [
      'loses its letter before its words',
      '<p>A<a id="r" href="#n">[a]</a>.</p><div id="n"><sup> a </sup> Note. <a href="#r">↩</a></div>',
      'A[^1].\n\n[^1]: Note.',
    ],
    [
      'keeps its number where that is not raised',
      `<p>A${reference}.</p><div id="n"><b>1</b> Note. <a href="#r">↩</a></div>`,
      'A[^1].\n\n[^1]: **1** Note.',
    ],
    [
      'is referred to within emphasis, which stays',
      `<p><b>A<sup>${reference}</sup></b> b.</p>${note}`,
      '**A[^1]** b.\n\n[^1]: Note.',
    ],
    [
      'is the block around the place to which it leads',
      `<p>A${reference}.</p><p><b><a name="n">Note</a></b>. <a href="#r">↩</a></p>`,
      'A[^1].\n\n[^1]: **Note**.',
    ],
    [
      'is at the first of two places with a name',
      `<p>A${reference}.</p>${note}<p id="n">Another.</p>`,
      'A[^1].\n\nAnother.\n\n[^1]: Note.',
    ],
  ])('%s.', (_, html, markdown) => {
    expect(write(`<article>${html}</article>`)).toBe(markdown);
  });

  test.each<[what: string, html: string, markdown: string]>([
    [
      'words that lead to and fro',
      '<p><a id="r" href="#n">below</a></p><p id="n">Text. <a href="#r">up</a></p>',
      'below\n\nText. up',
    ],
    [
      'a number whose block leads elsewhere',
      `<p>${reference}</p><p id="n">Text. <a href="#x">up</a></p><p id="x">X`,
      '1\n\nText. up\n\nX',
    ],
    ['a number that leads nowhere', `<p>${reference}</p><h2>End</h2>`, '1\n\n## End'],
    [
      'a number that leads to another page',
      '<p><a id="r" href="xn">1</a></p><p id="n">Text. <a href="#r">up</a></p>',
      '1\n\nText. up',
    ],
    [
      'a number that leads to its own paragraph',
      '<p id="n"><a id="r" href="#n">1</a> Text. <a href="#r">2</a></p>',
      '1 Text. 2',
    ],
  ])('is not %s.', (_, html, markdown) => {
    expect(write(`<article>${html}</article>`)).toBe(markdown);
  });

  test('is not a text that leads to itself.', () => {
    expect(write('<article id="n"><p><a id="r" href="#n">1</a> Text. <a href="#r">2</a></p></article>')).toBe(
      '1 Text. 2',
    );
  });
});

describe('The encoding that a page declares', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  test.each<[html: string, charset: string | undefined]>([
    ['<meta charset="Windows-1251">', 'windows-1251'],
    ["<META http-equiv='Content-Type' content='text/html; charset=ISO-8859-8'>", 'iso-8859-8'],
    ['<meta charset=utf-16>', 'utf-8'],
    ['<meta charset=" UTF-16LE ">', 'utf-8'],
    ['<meta charset="x-utf-16">', 'x-utf-16'],
    ['<link charset="koi8-r"><meta charset="utf-8">', 'utf-8'],
    ['<meta charset="koi8-r"><meta charset="utf-8">', 'koi8-r'],
    ['<meta http-equiv="content-type" content="text/html; CHARSET = \'koi8-r\'; x">', 'koi8-r'],
    ['<meta http-equiv="content-type" content="text/html"><meta charset="koi8-r">', 'koi8-r'],
    ['<meta name="description" content="charset=koi8-r">', undefined],
    ['<!-- <meta charset="koi8-r"> --><p>x', undefined],
    ['\uFEFF<meta charset="koi8-r">', 'utf-8'],
    [`<!--${' '.repeat(2000)}--><meta charset="koi8-r">`, undefined],
  ])('is found in a start of %#', (html, charset) => {
    expect(charsetOf(bytes(html))).toBe(charset);
  });

  test('is told by the order of bytes in UTF-16.', () => {
    expect(charsetOf(Uint8Array.of(0xff, 0xfe, 0x3c, 0))).toBe('utf-16le');
    expect(charsetOf(Uint8Array.of(0xfe, 0xff, 0, 0x3c))).toBe('utf-16be');
  });
});
