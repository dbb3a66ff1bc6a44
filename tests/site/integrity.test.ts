import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { faultsOfSite } from '../../src/build/integrity.ts';
import { EDITION, FIXTURE } from '../support/sites.ts';

/** Everything in a built site that leads somewhere leads to what is there, and every anchor ever published is there. */

test.each([EDITION, FIXTURE])('Nothing in $dist leads to nothing.', ({ dist, base }) => {
  expect(faultsOfSite(dist, base)).toEqual([]);
});

describe('What does not hold is told:', () => {
  let dist: string;
  beforeEach(() => {
    dist = mkdtempSync(path.join(os.tmpdir(), 'postil-integrity-'));
    write('index.html', '<main id="text"><p id="p1">Words.</p></main>');
  });
  afterEach(() => rmSync(dist, { recursive: true }));

  function write(file: string, text: string) {
    const place = path.join(dist, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
  }

  const whatOf = (file: string, origin?: string) =>
    faultsOfSite(dist, '/repo/', origin)
      .filter((fault) => fault.file === file)
      .map(({ what }) => what);

  test.each([
    ['<a href="nowhere/">x</a>', 'a href: `nowhere/` leads to nothing'],
    ['<a href="/repo/#p2">x</a>', 'a href: `/repo/#p2` leads to `p2`, which is not there'],
    ['<a href="#p9">x</a>', 'a href: `#p9` leads to `p9`, which is not there'],
    ['<a href="/other/">x</a>', 'a href: `/other/` leads out of the site'],
    ['<a href="http://[">x</a>', 'a href: `http://[` is no address'],
    ['<link rel="alternate" href="a.json">', 'link href: `a.json` leads to nothing'],
    ['<script src="a.js"></script>', 'script src: `a.js` leads to nothing'],
    ['<img src="a.png" alt="">', 'img src: `a.png` leads to nothing'],
    ['<form action="search/"></form>', 'form action: `search/` leads to nothing'],
    ['<svg><use href="#shape"/></svg>', 'use href: `#shape` leads to `shape`, which is not there'],
    ['<template><a href="gone/">x</a></template>', 'a href: `gone/` leads to nothing'],
    ['<p id="a"></p><p id="a"></p>', 'has the id `a` twice'],
    ['<p aria-labelledby="a b">x</p><p id="a"></p>', '`aria-labelledby` refers to `b`, which is not there'],
    ['<label for="field">x</label>', '`for` refers to `field`, which is not there'],
  ])('%s', (html, what) => {
    write('page/index.html', html);
    expect(whatOf('page/index.html')).toEqual([what]);
  });

  test('what leads to words in a page, to a place with a query, or to other sites is no fault.', () => {
    const links = [
      '/repo/?v=1#p1',
      '../#p1:~:text=Words',
      '..',
      'https://example.org/#x',
      'mailto:a@example.org',
    ];
    write('page/index.html', links.map((href) => `<a href="${href}">x</a>`).join(''));
    expect(whatOf('page/index.html')).toEqual([]);
  });

  test('a whole address of the site, in a page, a feed or a site map, counts as one of its own.', () => {
    const gone = 'https://example.org/repo/gone/';
    write(
      'page/index.html',
      `<link rel="canonical" href="${gone}"><meta property="og:image" content="${gone}a.png">`,
    );
    write('feed.xml', `<feed><id>https://example.org/repo/</id><link href="${gone}?a=1&amp;b=2"/></feed>`);
    write('sitemap-0.xml', `<urlset><url><loc>${gone}</loc></url></urlset>`);
    const faults = ['page/index.html', 'feed.xml', 'sitemap-0.xml'].map((file) =>
      whatOf(file, 'https://example.org'),
    );
    expect(faults.map(({ length }) => length)).toEqual([2, 1, 1]);
    expect(faultsOfSite(dist, '/repo/')).toEqual([]);
  });

  test('a name that another has but for capitals, and one that not every machine can have.', () => {
    write('reading/notes/Winter/index.html', '<p>Words.</p>');
    write('reading/notes/winter/index.html', '<p>Words.</p>');
    write('sources/nul.json', '{}');
    write('sources/what?.json', '{}');
    const told = faultsOfSite(dist, '/repo/').map(({ file, what }) => `${file} ${what}`);
    expect(told.sort()).toEqual([
      'reading/notes/Winter/index.html has the name of `reading/notes/winter/index.html`, but for capitals',
      'sources/nul.json has a name that Windows cannot have',
      'sources/what?.json has a name that Windows cannot have',
    ]);
  });

  test('an anchor or an annotation that was published, and is gone.', () => {
    const [page, ledger] = ['waterside-lamps/index.html', 'waterside-lamps/anchors.json'];
    const own = (file: string) => readFileSync(path.join(FIXTURE.dist, file), 'utf8');
    write(page, own(page).replace(/ id="?p2"?(?=[ >])/, ''));
    write(ledger, own(ledger));
    const { annotations } = JSON.parse(own(ledger)) as { annotations: { annotation: string }[] };
    expect(whatOf(ledger)).toEqual([
      'has given out `p2`, which is not there',
      ...annotations.map(({ annotation }) => `has the annotation \`${annotation}\`, which has no page`),
    ]);
  });
});
