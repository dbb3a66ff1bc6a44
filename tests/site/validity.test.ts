import { readdirSync } from 'node:fs';
import path from 'node:path';
import { HtmlValidate, type RuleConfig } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { EDITION, FIXTURE } from '../support/sites.ts';

/** Every built page is valid HTML, by html-validate: the standard's content models, the document, accessibility. */

/** What differs from the presets, and why. */
const RULES: RuleConfig = {
  // Ids of the page itself have a colon (`page:text`), which no editor's id may have; HTML allows all but white space.
  'valid-id': ['error', { relaxed: true }],
  // Our own files come with the page; nothing else may be loaded at all (core/policy.ts).
  'require-sri': ['error', { target: 'crossorigin' }],
  // A note's title says the text's words first: what a search engine cuts off is not a fault of the page.
  'long-title': 'off',
  // Boxes of one name are one choice of several.
  'form-dup-name': ['error', { shared: ['radio', 'button', 'reset', 'submit', 'checkbox'] }],
};

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  elements: ['html5'],
  rules: RULES,
});

describe.each([EDITION.dist, FIXTURE.dist])('in %s', (folder) => {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  );

  test('there are pages', () => expect(pages).toContain('index.html'));

  test('every page is valid', async () => {
    const said: string[] = [];
    for (const page of pages) said.push(...(await errorsIn(path.join(folder, page))));
    expect(said).toEqual([]);
  });
});

/** What is wrong with a page, one line each: file, line, column, rule, what. */
async function errorsIn(file: string): Promise<string[]> {
  const { results } = await validator.validateFile(file);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ line, column, ruleId, message, selector }) =>
        `${file}:${line}:${column} ${ruleId}: ${message} (${selector})`,
    ),
  );
}
