import { describe, expect, test } from 'vitest';
import { latexCitation, pandocCitation } from '../../src/core/cite-command.ts';

describe('LaTeX', () => {
  test.each([
    ['', '\\autocite{key}'],
    ['para. 8', '\\autocite[para.~8]{key}'],
    ['para. 8, sentences 2–3', '\\autocite[para.~8, sentences~2--3]{key}'],
    ['heading “50% & more [sic]”', '\\autocite[{heading “50\\% \\& more [sic]”}]{key}'],
    [
      'heading “a\\b_{c}~^#$”',
      '\\autocite[heading “a\\textbackslash{}b\\_\\{c\\}\\textasciitilde{}\\textasciicircum{}\\#\\$”]{key}',
    ],
  ])('cites %j as %s', (locator, expected) => {
    expect(latexCitation('key', locator)).toBe(expected);
  });
});

describe('Pandoc', () => {
  test.each([
    ['', '[@key]'],
    ['para. 8', '[@key, para. 8]'],
    ['para. 8, sentence 2', '[@key, {para. 8, sentence 2}]'],
    ['paras. 8–9', '[@key, paras. 8–9]'],
    ['by-line', '[@key, {by-line}]'],
    ['heading “{x}”', '[@key, {heading “\\{x\\}”}]'],
  ])('cites %j as %s', (locator, expected) => {
    expect(pandocCitation('key', locator)).toBe(expected);
  });
});
