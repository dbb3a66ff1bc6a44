import fc from 'fast-check';
import { toString } from 'mdast-util-to-string';
import { parseFragment } from 'parse5';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../src/core/canonical.ts';
import { asHtml, asMarkdown, quotationAndLink, quotationAndLinkAsHtml } from '../../src/core/quoted-form.ts';

const link = 'https://example.org/a/?v=0123456&to=p2s1#p1s2:~:text=%E2%80%99s%20a';
const quoted = {
  words: 'The first “cap”.\nThe second.',
  language: 'en-GB',
  link,
  attribution: 'Writer, para. 1',
};

/** Text as it stands in a paragraph: canonical, not empty; with all that Markdown and HTML have signs for. */
const words = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        ...'*_[]<>`~#|$^&!-+=:\\{}()1. '.match(/./g)!,
        '&amp;',
        '](',
        '**',
        '<b>',
        '- ',
        '1. ',
        'https://a.example',
        'www.a.example',
        'a@b.example',
      ),
    ),
  )
  .map((parts) => canonical(parts.join('')))
  .filter((text) => /[\p{L}\p{N}]/u.test(text) && !/[\p{Cc}\p{Cs}]/u.test(text));

const parser = unified().use(remarkParse).use(remarkGfm);

describe('Words and a link', () => {
  test('stand in one line, the words between quotation marks', () => {
    expect(quotationAndLink(quoted)).toBe(`‘The first “cap”. The second.’ ${link}`);
  });

  test('have a link where rich text is taken', () => {
    expect(quotationAndLinkAsHtml({ words: 'a < b & c', link: 'https://example.org/?a&b' })).toBe(
      '“a &lt; b &amp; c” <a href="https://example.org/?a&amp;b">https://example.org/?a&amp;b</a>',
    );
  });
});

describe('Markdown', () => {
  test('is a block quotation that ends in its attribution', () => {
    expect(asMarkdown(quoted)).toBe(
      `> The first “cap”.\n>\n> The second.\n>\n> [Writer, para. 1](<${link}>)`,
    );
  });

  test('gives any words back letter for letter, and the link', () => {
    fc.assert(
      fc.property(words, words, (one, attribution) => {
        const tree = parser.parse(asMarkdown({ ...quoted, words: one, attribution }));
        const [quote] = tree.children;
        expect(tree.children).toHaveLength(1);
        if (quote?.type !== 'blockquote') throw new Error('no quotation');
        const [paragraph, source] = quote.children;
        expect(quote.children).toHaveLength(2);
        expect(paragraph?.type).toBe('paragraph');
        expect(canonical(toString(paragraph))).toBe(one);
        if (source?.type !== 'paragraph' || source.children[0]?.type !== 'link') throw new Error('no link');
        expect(source.children[0].url).toBe(link);
        expect(canonical(toString(source))).toBe(attribution);
      }),
    );
  });
});

describe('HTML', () => {
  test('is a quotation that names its source and its language, and gives any words back', () => {
    fc.assert(
      fc.property(words, (one) => {
        const { childNodes } = parseFragment(asHtml({ ...quoted, words: one }));
        const [quote] = childNodes;
        if (quote?.nodeName !== 'blockquote' || !('attrs' in quote)) throw new Error('no quotation');
        expect(quote.attrs).toEqual([
          { name: 'cite', value: link },
          { name: 'lang', value: 'en-GB' },
        ]);
        const [paragraph] = quote.childNodes;
        expect(quote.childNodes).toHaveLength(1);
        if (!paragraph || !('childNodes' in paragraph)) throw new Error('no paragraph');
        expect(paragraph.childNodes).toMatchObject([{ nodeName: '#text', value: one }]);
      }),
    );
  });
});
