import fc from 'fast-check';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { collectText } from '../../src/core/block.ts';
import { type Draft, Refused } from '../../src/core/draft/draft.ts';
import { readHtml } from '../../src/core/draft/html-draft.ts';
import { readMarkdown } from '../../src/core/draft/markdown-draft.ts';
import { wordsIn } from '../../src/core/draft/telling.ts';
import { Unwritable, writeDraft } from '../../src/core/draft/write-draft.ts';
import { parseMdx } from '../../src/core/syntax.ts';

/** Pieces of Markdown, HTML and MDX, and what is none and looks like it. */
const WORDS =
  'word¦слово¦كلمة¦שלום¦字¦ ¦  ¦\n¦\n\n¦\n\n¦    ¦\t¦.¦,¦\u00AD¦\u200B¦\u00A0¦“¦\'¦"¦\u200F¦$¦&amp;¦&nbsp;¦\\';
const MARKDOWN =
  '1. ¦- ¦> ¦*¦**¦_¦~~¦`¦```\n¦# ¦### ¦^[¦[¦]¦(https://example.org/)¦![alt](x.png)¦| a | b |\n|---|---|\n| c | ¦{¦}¦{x}¦<Foo/>¦import x from "y"¦---¦www.example.org¦- [ ] ¦***¦:::¦<!-- c -->';
const HTML =
  '<b>¦</b>¦<i>¦</i>¦<br>¦<p>¦</p>¦<div>¦</div>¦<sup>2</sup>¦<q>¦</q>¦<hr>¦<ul><li>¦</ul>¦<table><tr><td>¦<td>¦</table>¦<h2>¦</h2>¦<a href="https://example.org/">¦</a>¦<blockquote>¦</blockquote>¦<pre>¦</pre>¦<code>¦</code>¦<img alt=x>¦<ol>¦<dl><dt>¦<script>x</script>';
const FOOTNOTES = '[^1]¦\n\n[^1]: ';
const LINKED = '<sup id="r1"><a href="#n1">1</a></sup>¦<p id="n1">note <a href="#r1">↩</a></p>';

const soupOf = (...pieces: readonly string[]) =>
  fc
    .array(fc.constantFrom(...pieces.join('¦').split('¦')), { minLength: 1, maxLength: 30 })
    .map((chosen) => chosen.join(''));

/** Letters and digits alone: what no reading of markup may lose, add or put in another order. */
const letters = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '');

/** The letters in order, ² being 2: to compare words that may stand in another order. */
const sorted = (words: string) =>
  Array.from(letters(words.normalize('NFKC')))
    .sort()
    .join('');

/** @returns a draft; undefined where there were no words */
function attempt(read: (text: string) => Draft, text: string): Draft | undefined {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

/** A draft is written so that it reads the same, or refused. */
function isFaithful(draft: Draft) {
  try {
    const { body, original } = writeDraft(draft);
    const blocks = collectText(parseMdx(body)).blocks.map(({ text }) => text);
    expect(letters(blocks.join(''))).toBe(letters(original));
  } catch (error) {
    if (!(error instanceof Unwritable)) throw error;
    throw new Error(`Unwritable: ${error.message}`, { cause: error });
  }
}

describe('Whatever markup there is,', () => {
  test('Markdown becomes a reading with its very words.', () => {
    fc.assert(
      fc.property(soupOf(WORDS, MARKDOWN, HTML, FOOTNOTES), (text) => {
        const draft = attempt(readMarkdown, text);
        if (draft) isFaithful(draft);
      }),
      { numRuns: 1500 },
    );
  });

  test('a page becomes a reading with its very words.', () => {
    fc.assert(
      fc.property(soupOf(WORDS, MARKDOWN, HTML, LINKED), (text) => {
        const draft = attempt(readHtml, text);
        if (draft) isFaithful(draft);
      }),
      { numRuns: 1500 },
    );
  });

  test('no word of a page is lost or added.', () => {
    fc.assert(
      fc.property(soupOf(WORDS, HTML), (text) => {
        const draft = attempt(readHtml, text);
        const page = unified()
          .use(rehypeParse)
          .parse(`<!doctype html>${text.replaceAll('<script>x</script>', '')}`);
        expect(sorted(wordsIn(draft?.tree ?? { type: 'root' }))).toBe(sorted(wordsIn(page)));
      }),
      { numRuns: 1500 },
    );
  });
});
