import { describe, expect, test } from 'vitest';
import { toWikipedia } from '../../src/core/wikipedia.ts';
import { escapeWikiAddress, escapeWikitext, fillWikipedia } from '../../src/core/wikipedia-template.ts';

describe('A value of a template', () => {
  test.each([
    ['a | b', 'a {{!}} b'],
    ['[sic] {{x}} <ref>', '&#91;sic&#93; &#123;&#123;x&#125;&#125; &#60;ref&#62;'],
    ["it's ''italic'' ~~~~", "it's &#39;&#39;italic&#39;&#39; &#126;&#126;&#126;&#126;"],
    ['two\n lines & more', 'two lines &#38; more'],
    ['a = b', 'a = b'],
  ])('%j is %j.', (words, expected) => expect(escapeWikitext(words)).toBe(expected));

  test('has an address whose signs are encoded that would not be linked.', () => {
    expect(escapeWikiAddress(`https://example.org/a b?x=[1]|{2}'"<>#p1`)).toBe(
      'https://example.org/a%20b?x=%5b1%5d%7c%7b2%7d%27%22%3c%3e#p1',
    );
  });
});

describe('A template', () => {
  const template = toWikipedia(
    {
      item: {
        id: 'x',
        type: 'post-weblog',
        title: 'A | B',
        author: [
          { family: 'Leyen', given: 'Ursula', 'non-dropping-particle': 'von der' },
          { literal: 'The {Desk}' },
        ],
        publisher: 'P',
      },
      issued: '2025-11-24',
    },
    'Postil',
  );

  test('is filled, and leaves out what is not known with its name.', () => {
    expect(fillWikipedia(template, { link: 'https://example.org/', quote: 'so [it] was' })).toBe(
      '{{cite web |last1=von der Leyen |first1=Ursula |author2=The &#123;Desk&#125; |title=A {{!}} B |publisher=P |date=24 November 2025 |via=Postil |url=https://example.org/ |quote=so &#91;it&#93; was}}',
    );
    expect(
      fillWikipedia(template, { link: 'L', accessed: '2026-11-26', locator: 'para. 8', quote: '' }),
    ).toMatch(/\|url=L \|access-date=2026-11-26 \|at=para\. 8\}\}$/);
  });
});
