import { describe, expect, test } from 'vitest';
import { drawHandbook, pageLinkedTo } from '../../src/core/draw-handbook.ts';

const draw = (markdown: string, file = 'problems/text-differs') =>
  drawHandbook({ file, markdown }, '/handbook/');

describe('A link from one file of the handbook to another', () => {
  test.each([
    ['problems/text-differs', 'same-span.md', { name: 'problems/same-span', hash: '' }],
    ['problems/text-differs', '../anchors.md#numbers', { name: 'anchors', hash: '#numbers' }],
    ['problems/text-differs', 'index.md', { name: 'problems', hash: '' }],
    ['problems/text-differs', '../index.md', { name: '', hash: '' }],
    ['deploy', 'problems/index.md', { name: 'problems', hash: '' }],
    ['deploy', 'index.md#first', { name: '', hash: '#first' }],
    ['deploy', 'reindex.md', { name: 'reindex', hash: '' }],
    ['deploy', 'index-cards.md', { name: 'index-cards', hash: '' }],
    ['deploy', 'index/cards.md', { name: 'index/cards', hash: '' }],
  ])('from %s by %s leads to %j.', (from, url, expected) => {
    expect(pageLinkedTo(from, url)).toEqual(expected);
  });

  test.each([
    'https://example.org/a.md',
    'mailto:a@example.md',
    '/a.md',
    '#here',
    '#a.md',
    'a.md?b',
    'a.mdx',
    'a.mdx#here',
    'a?b.md',
    'picture.png',
    '.md',
  ])('is not %s.', (url) => {
    expect(pageLinkedTo('deploy', url)).toBeUndefined();
  });

  test.each([
    ['[A](anchors.md)', '<p><a href="/handbook/anchors/">A</a></p>'],
    ['[A](anchors.md#numbers)', '<p><a href="/handbook/anchors/#numbers">A</a></p>'],
    ['[A](index.md)', '<p><a href="/handbook/">A</a></p>'],
    ['[A](index.md#b)', '<p><a href="/handbook/#b">A</a></p>'],
    ['[A][a]\n\n[a]: anchors.md', '<p><a href="/handbook/anchors/">A</a></p>'],
    ['[A](https://example.org/a.md)', '<p><a href="https://example.org/a.md">A</a></p>'],
    ['![A](anchors.md)', '<p><img src="anchors.md" alt="A"></p>'],
  ])('in %j is drawn as %s', (markdown, html) => {
    expect(draw(markdown, 'deploy').html).toBe(html);
  });
});

describe('A block of code', () => {
  const pre = (words: string) => `<pre tabindex="0"><code>${words}\n</code></pre>`;

  test.each([
    [
      'has no words over it where it is no example',
      '```sh\na\n```',
      `<figure class="code">${pre('a')}</figure>`,
    ],
    [
      'that is an example has words over it that say of what',
      '```yaml file=a.yaml wrong\na: <b>\n```',
      `<figure class="code wrong"><figcaption>Wrong: a.yaml</figcaption>${pre('a: &#x3C;b>')}</figure>`,
    ],
    [
      'that stands for a file that is absent is not shown',
      '```text file=a.yaml right absent\nThere is none.\n```',
      '<figure class="code right"><figcaption>Right: a.yaml (there is no such file)</figcaption></figure>',
    ],
  ])('%s.', (_, markdown, html) => {
    expect(draw(markdown).html).toBe(html);
  });
});

describe('The parts of a page', () => {
  test('are its headings of the second rank, with the ids that are drawn.', () => {
    const { html, parts } = draw(
      '# Page\n\nText.\n\n## One\n\n### In one\n\n> ## Quoted\n\n## Two of *two*\n\n## One',
    );
    expect(parts).toEqual([
      { id: 'one', title: 'One' },
      { id: 'two-of-two', title: 'Two of two' },
      { id: 'one-1', title: 'One' },
    ]);
    for (const { id } of parts) expect(html).toContain(`<h2 id="${id}">`);
  });

  test('are none where it has no headings.', () => {
    expect(draw('Text.').parts).toEqual([]);
  });
});

describe('A page', () => {
  test('has tables, and nothing that runs.', () => {
    expect(draw('| a |\n| - |\n| b |').html).toContain('<td>b</td>');
    expect(draw('a <b>c</b>\n\n<script>alert(1)</script>').html).toBe('<p>a c</p>');
  });
});
