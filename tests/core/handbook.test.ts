import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { chapters, explanationOf, explanations, reasonFor } from '../../src/build/handbook.ts';
import { drawHandbook } from '../../src/core/draw-handbook.ts';
import { captionOf, examplesIn } from '../../src/core/example.ts';
import { readChapter } from '../../src/core/handbook.ts';
import { type Problem, type ProblemId, PROBLEMS } from '../../src/core/problem.ts';
import { judge } from './support/example-site.ts';

const IDS = Object.keys(PROBLEMS) as ProblemId[];

/** Problems whose examples need more than files, and where they are tested. */
const ELSEWHERE: Partial<Record<ProblemId, string>> = {
  'missing-site-address': 'it depends on the environment: tests/build/commands.test.ts',
  'unreadable-file': 'no page shows a byte that is no letter: the fixture “files that cannot be read”',
  'incomplete-edition': 'it takes two editions: the fixture “an edition of which a part is missing”',
};

/** Problems that come along, and why: the first cannot be had without them. */
const BESIDE: Partial<Record<ProblemId, ProblemId[]>> = {};

describe('Every problem is explained:', () => {
  test('it has a page, and no page is of a problem that there is not.', () => {
    const files = readdirSync('src/handbook/problems').map((name) => path.parse(name).name);
    expect(files.filter((name) => name !== 'index').sort()).toEqual([...IDS].sort());
    expect(explanations().map(({ id }) => id)).toEqual(IDS);
  });

  test.each(IDS)('%s has whole sentences, what is wrong and what is right.', (id) => {
    const { title, why, markdown } = explanationOf(id)!;
    expect(title).toMatch(/^\p{Lu}.*[^.]$/u);
    expect(why).toMatch(/^\p{Lu}.*\.$/u);
    expect(reasonFor(id)).toBe(why);
    expect(markdown).toMatch(/^[\p{Lu}`]/u);
    const states = new Set(examplesIn(markdown).map(({ state }) => state));
    expect(states.isSupersetOf(new Set(['right', 'wrong']))).toBe(true);
  });
});

describe('Every example is true:', () => {
  test.each(IDS.filter((id) => !(id in ELSEWHERE)))(
    '%s is told where it is wrong, and not where it is right.',
    (id) => {
      const { wrong, right, blamed } = judge(id, explanationOf(id)!.markdown);
      const told = wrong.filter((found) => found.id === id);
      expect(told.length, JSON.stringify(wrong)).toBeGreaterThan(0);
      for (const { position } of told)
        if (position !== 'unavailable') expect(blamed).toContain(position.path);
      expect(right.map(inWords)).toEqual([]);
      expect([...new Set(wrong.map((found) => found.id))].sort()).toEqual([id, ...(BESIDE[id] ?? [])].sort());
    },
  );
});

describe('The handbook', () => {
  test('has chapters in one order, and every link between its pages leads to one.', () => {
    const all = chapters();
    expect(new Set(all.map(({ order }) => order)).size).toBe(all.length);
    const pages = [...all, ...explanations()];
    const names = new Set(['', ...pages.map(({ name }) => name)]);
    for (const { file: from, markdown } of pages) {
      const { html } = drawHandbook({ file: from, markdown }, '/repo/handbook/');
      for (const [, href] of html.matchAll(/ href="([^"]*)"/g)) {
        if (/^(?:https?:|mailto:|#)/.test(href!)) continue;
        expect(href, from).toMatch(/^\/repo\/handbook\//);
        expect(names, `${from}: ${href!}`).toContain(
          href!.replace('/repo/handbook/', '').replace(/\/?(#.*)?$/, ''),
        );
      }
    }
  });

  test('names only files of its own project.', () => {
    for (const { name, markdown } of [...chapters(), ...explanations()])
      for (const [, file] of markdown.matchAll(/`((?:src|tests)\/[\w/.[\]-]+)`/g))
        expect(existsSync(file!), `${name}: ${file!}`).toBe(true);
  });

  test('refuses a chapter without its head.', () => {
    expect(() =>
      readChapter({ name: 'deploy', file: 'deploy', markdown: '---\ntitle: Deploy\n---\n\nText.' }),
    ).toThrow('deploy.md: `order` is missing.');
  });
});

test('An example says of a file that is absent that it is.', () => {
  const [example] = examplesIn('```text file=content/site.yaml wrong absent\nThere is no such file.\n```');
  expect(captionOf(example!)).toBe('Wrong: content/site.yaml (there is no such file)');
});

function inWords({ id, message, position }: Problem): string {
  return `${id}: ${message} ${JSON.stringify(position)}`;
}
