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

describe('The encoding that a page declares', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  test.each<[html: string, charset: string | undefined]>([
    ['<meta charset="Windows-1251">', 'windows-1251'],
    ["<META http-equiv='Content-Type' content='text/html; charset=ISO-8859-8'>", 'iso-8859-8'],
    ['<meta charset=utf-16>', 'utf-8'],
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
