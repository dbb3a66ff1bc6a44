import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { listReadings, readFiles, readSources } from '../../src/build/content.ts';
import { report } from '../../src/build/report.ts';
import { decoded } from '../../src/client/pairs.ts';
import { addressOf, chosenValues, readQuestion } from '../../src/client/search-question.ts';
import { align } from '../../src/core/alignment.ts';
import { readBibliography } from '../../src/core/authoring/bibliography.ts';
import { toRecord } from '../../src/core/authoring/csl-record.ts';
import { readDoi } from '../../src/core/authoring/doi.ts';
import { readPage as readWebPage } from '../../src/core/authoring/web-page.ts';
import { answerInText } from '../../src/core/answer.ts';
import { canonical } from '../../src/core/canonical.ts';
import { citationChecker } from '../../src/core/check-citations.ts';
import { findCitations } from '../../src/core/citation-finder.ts';
import { readCorrections } from '../../src/core/correction.ts';
import { toAnnotationCollection } from '../../src/core/export/web-annotation.ts';
import { findWords } from '../../src/core/found-words.ts';
import { importInto } from '../../src/core/import/import.ts';
import { readAnnotations } from '../../src/core/import/read-file.ts';
import { parseLedger, serializeLedger } from '../../src/core/ledger-file.ts';
import { fromMarkdown } from '../../src/core/markdown.ts';
import { readPage } from '../../src/core/page.ts';
import { isError, type Problem } from '../../src/core/problem.ts';
import { readPublication, reportAddress } from '../../src/core/publication.ts';
import { asHtml, asMarkdown, quotationAndLinkAsHtml } from '../../src/core/quoted-form.ts';
import { readReading } from '../../src/core/reading.ts';
import { parseQuery } from '../../src/core/search-query.ts';
import { readSource, type Source } from '../../src/core/source.ts';
import { textDirective, widenToWords } from '../../src/core/text-fragment.ts';
import { readTimeline } from '../../src/core/timeline.ts';
import { judgeNote, judgePassage, judgeRange } from '../../src/core/verdict.ts';
import { isWebAddress } from '../../src/core/web-address.ts';
import { expectNotObeyed } from './support/told.ts';
import { expectSoundForms } from './support/forms.ts';
import { expectHarmlessHtml, wordsOfHtml } from './support/harmless-html.ts';
import { attempt } from './support/hostile-corpus.ts';
import { anything, mutated, mutatedData, token } from './support/mutations.ts';
import { HARBOUR } from './support/published.ts';
import { headOf, read, SOURCES, TODAY } from './support/reading.ts';

/**
 * Whatever is read: nothing is thrown but what is documented, no case takes a second, and nothing reaches a page as
 * HTML. `npm test` runs some thousands of cases, the same each time; `npm run fuzz` many more, others each time.
 */
const CASES = Number(process.env.POSTIL_FUZZ ?? 2500);
const SEED = Number(process.env.POSTIL_FUZZ_SEED ?? (process.env.POSTIL_FUZZ === undefined ? 1 : Date.now()));

/** Milliseconds after which a case has hung. */
const HANGING = 1000;

/** Milliseconds for all cases of one law. */
const PATIENCE = 120_000 + CASES * 100;

/** Real files, which cases are made of by edits. */
const FIXTURES = 'tests/fixtures/site/content';
const READINGS = listReadings(FIXTURES).map(readFiles);
const PROBLEMS = path.join('tests', 'fixtures', 'problems');
const WRONG = readdirSync(PROBLEMS)
  .map((name) => path.join(PROBLEMS, name, 'readings/winter/index.mdx'))
  .flatMap((file) => {
    try {
      return [readFileSync(file, 'utf8')];
    } catch {
      return [];
    }
  });
const RECORDS = readdirSync(path.join(FIXTURES, 'sources')).map((name) =>
  readFileSync(path.join(FIXTURES, 'sources', name), 'utf8'),
);
const KNOWN: ReadonlyMap<string, Source> = new Map([
  ...SOURCES,
  ...readSources(FIXTURES, TODAY).sources,
  ['winter-post', { key: 'winter-post', type: 'post-weblog', consulted: true }],
]);
const LEDGERS = READINGS.flatMap(({ ledger }) => (ledger ? [ledger.json] : []));

beforeAll(() => {
  console.info(`${CASES} cases, POSTIL_FUZZ_SEED=${SEED}`);
});

/** @param share of all cases, in hundredths */
function always<Input>(share: number, input: fc.Arbitrary<Input>, law: (input: Input) => void): void {
  fc.assert(
    fc.property(input, (each) => {
      const start = performance.now();
      law(each);
      // Another program may have had the machine: what hangs does so again.
      if (performance.now() - start < HANGING) return;
      const again = performance.now();
      law(each);
      expect(performance.now() - again).toBeLessThan(HANGING);
    }),
    { numRuns: Math.ceil((CASES * share) / 100), seed: SEED },
  );
}

/** What is told of a reading that is not yet published. */
const isNew = ({ id }: Problem) => id === 'missing-ledger' || id === 'missing-original';

/** Problems have places and words, and a terminal obeys none of them. */
function expectTold(problems: readonly Problem[], text: string) {
  const told = report(problems, { textOf: () => text });
  expectNotObeyed(told);
}

describe('Whatever is written in', () => {
  test(
    'a reading, its problems are told, or all that is published of it is sound.',
    { timeout: PATIENCE },
    () => {
      always(26, mutated([...READINGS.map(({ mdx }) => mdx), ...WRONG]), (mdx) => {
        const { reading, problems } = readReading({ slug: 'test', path: 'index.mdx', mdx }, KNOWN, TODAY);
        expectTold(problems, mdx);
        if (reading && !problems.some((found) => isError(found) && !isNew(found)))
          expectSoundForms(reading, mdx, KNOWN);
      });
    },
  );

  test('a paragraph and its note, likewise.', { timeout: PATIENCE }, () => {
    always(12, fc.tuple(anything, anything), ([text, note]) => {
      const mdx = `${headOf()}${text}\n\nA <Claim id="x" status="opinion" checked="${TODAY}">cold</Claim> day.\n\n[^x]: ${note}\n`;
      const { reading, problems } = readReading({ slug: 'test', path: 'index.mdx', mdx }, KNOWN, TODAY);
      expectTold(problems, mdx);
      if (!reading || problems.some((found) => isError(found) && !isNew(found))) return;
      for (const { body } of reading.annotations) for (const { html } of body) expectHarmlessHtml(html);
    });
  });

  test('any field as words, they are shown as they are.', { timeout: PATIENCE }, () => {
    always(8, fc.oneof(token, anything), (input) => {
      const { problems, published, words } = attempt({ place: 'words', input });
      if (!published || problems.some(isError)) return;
      const { reading, mdx, sources } = published;
      expectSoundForms(reading, mdx, sources);
      const [annotation] = reading.annotations;
      expect(canonical(annotation!.finding)).toBe(canonical(words!));
      for (const { html } of annotation!.body) expect(canonical(wordsOfHtml(html))).toBe(canonical(words!));
    });
  });

  test('the record of a source, its problems are told, or its data is sound.', { timeout: PATIENCE }, () => {
    always(10, mutated(RECORDS), (yaml) => {
      const { source, problems } = readSource({ path: 'a.yaml', key: 'a', yaml }, TODAY);
      expectTold(problems, yaml);
      if (source?.URL !== undefined) expect(isWebAddress(source.URL)).toBe(true);
      const { published } = attempt({ place: 'record', input: yaml });
      if (published) expectSoundForms(published.reading, published.mdx, published.sources);
    });
  });

  test('other files of content, their problems are told.', { timeout: PATIENCE }, () => {
    const texts = (name: string) =>
      READINGS.flatMap((files) => {
        const file = files[name as 'timeline' | 'corrections'];
        return file ? [file.yaml] : [];
      });
    const ids = { sources: KNOWN, annotations: ['x'], published: [], today: TODAY };
    always(2, mutated(texts('timeline')), (yaml) => {
      expectTold(readTimeline({ path: 'a.yaml', yaml }, ids).problems, yaml);
    });
    always(2, mutated(texts('corrections')), (yaml) => {
      expectTold(readCorrections({ path: 'a.yaml', yaml }, ['x'], TODAY).problems, yaml);
    });
    always(2, mutated([readFileSync(path.join(FIXTURES, 'site.yaml'), 'utf8')]), (yaml) => {
      const { publication, problems } = readPublication({ path: 'a.yaml', yaml });
      expectTold(problems, yaml);
      const address = reportAddress(publication, 'x');
      expect(address === undefined || /^(?:mailto:[^@]+@[^?@]+\?subject=|https?:)/i.test(address)).toBe(true);
    });
    always(3, mutated([readFileSync(path.join(FIXTURES, 'pages/about.mdx'), 'utf8')]), (mdx) => {
      expectTold(readPage({ path: 'a.mdx', mdx }).problems, mdx);
    });
  });

  test('a ledger, its problems are told, or it is read as it is written.', { timeout: PATIENCE }, () => {
    always(6, fc.tuple(mutated(LEDGERS), token, token), ([json, anchor, fingerprint]) => {
      const { ledger, problems } = parseLedger({ path: 'anchors.json', json });
      expectTold(problems, json);
      if (!ledger) return;
      expect(parseLedger({ path: 'anchors.json', json: serializeLedger(ledger) }).ledger).toEqual(ledger);
      judgePassage(ledger, { anchor, fingerprint });
      judgeNote(ledger, anchor, fingerprint);
    });
  });
});

test('Whatever the sentences of two editions are, they are aligned.', { timeout: PATIENCE }, () => {
  const block = fc.record({ isHeading: fc.boolean(), sentences: fc.array(token, { maxLength: 4 }) });
  const blocks = fc.array(block, { maxLength: 5 });
  always(4, fc.tuple(blocks, blocks), ([before, after]) => {
    const count = before.reduce((sum, { sentences }) => sum + sentences.length, 0);
    expect(align(before, after)).toHaveLength(count);
  });
});

describe('Whatever strangers send', () => {
  const body = 'One two three, “four five” six.\n\nSeven eight.\n';
  const { reading } = read(body);
  const mdx = headOf() + body;
  const example = read(
    `A <Claim id="x" status="opinion" checked="${TODAY}">cold</Claim> day.\n\n[^x]: A note.\n`,
  );
  const files = [
    toAnnotationCollection(
      { reading: example.reading },
      { root: 'https://example.org/', sources: KNOWN, publication: {} },
    ),
    JSON.parse(readFileSync('tests/fixtures/import/hypothesis-search.json', 'utf8')) as unknown,
    [
      {
        id: 'a',
        uri: 'https://example.org/',
        user: 'acct:a@b.org',
        text: 'Words',
        tags: ['b'],
        target: [{ source: 'x', selector: [{ type: 'TextQuoteSelector', exact: 'two' }] }],
      },
    ],
  ];

  test('as annotations, it is refused, or stands in a note as words.', { timeout: PATIENCE }, () => {
    always(7, mutatedData(files), (data) => {
      let incoming;
      try {
        ({ incoming } = readAnnotations(data));
      } catch (error) {
        expect((error as Error).constructor).toBe(Error);
        return;
      }
      const imported = importInto(incoming, { reading, mdx, sources: KNOWN, today: TODAY });
      const after = readReading({ slug: 'test', path: 'index.mdx', mdx: imported.mdx }, KNOWN, TODAY);
      expect(after.reading?.text).toBe(reading.text);
      for (const { body: paragraphs } of after.reading!.annotations)
        for (const { html } of paragraphs) expectHarmlessHtml(html);
    });
  });

  test('as bibliographic data, nothing of it but words is taken.', { timeout: PATIENCE }, () => {
    const bib =
      '@book{a,\n title = {A {B} \\"o},\n author = {C, D and {E F}},\n year = 2020,\n doi = {10.1/a},\n}\n';
    const ris =
      'TY  - BOOK\r\nTI  - A\r\nAU  - B, C\r\nPY  - 2020\r\nUR  - https://example.org\r\nER  - \r\n';
    const json = JSON.stringify([{ id: 'a', type: 'book', title: 'A', issued: { 'date-parts': [[2020]] } }]);
    const ending = { bib, ris, json };
    for (const [name, text] of Object.entries(ending))
      always(1, mutated([text]), (given) => {
        let records;
        try {
          ({ records } = readBibliography(given, name));
        } catch (error) {
          expect((error as Error).name, String((error as Error).stack)).not.toMatch(
            /^(?:Type|Range|Reference)Error$/,
          );
          return;
        }
        for (const { item } of records) toRecord(item, TODAY);
      });
  });

  test('as a page of the web, nothing of it but words is taken.', { timeout: PATIENCE }, () => {
    const html =
      '<html lang="en"><head><title>A</title><meta name="citation_title" content="A"><meta name="citation_author" content="B, C"><link rel="canonical" href="https://example.org/a"><script type="application/ld+json">{"@type":"NewsArticle","headline":"A","author":{"name":"B"},"datePublished":"2020-01-01"}</script></head><body>c</body></html>';
    always(4, mutated([html]), (page) => {
      const item = readWebPage(page, 'https://example.org/a');
      const { record } = toRecord(item, TODAY) as { record?: { URL?: string } };
      if (record?.URL !== undefined) expect(isWebAddress(record.URL)).toBe(true);
      readDoi(page.slice(0, 200));
    });
  });
});

describe('Whatever a reader brings', () => {
  const site = { slugs: ['harbour'], base: '/', hosts: ['example.org'], isAddressed: true };
  const check = citationChecker([HARBOUR]);
  const link = fc
    .tuple(token, token, token, fc.constantFrom('', '&to=', ':~:text=', '&q='))
    .map(([v, anchor, more, between]) => `https://example.org/harbour/?v=${v}#${anchor}${between}${more}`);

  test('to be checked, it is answered in words.', { timeout: PATIENCE }, () => {
    const real = 'See https://example.org/harbour/?v=abcdef0#p1s1 and “the lamps were lit”.';
    always(8, fc.oneof(mutated([real]), anything, link), (text) => {
      for (const found of findCitations(text, site, { quotations: true, lines: true }))
        expect(answerInText(check(found))).not.toMatch(/undefined|\[object|function /);
    });
    always(2, fc.tuple(token, token, token), ([anchor, to, fingerprint]) => {
      judgePassage(HARBOUR.ledger, { anchor, fingerprint });
      judgeRange([HARBOUR.ledger], { anchor, to, fingerprint });
      judgeNote(HARBOUR.ledger, anchor, fingerprint);
    });
  });

  test('in an address, it asks nothing but what can be asked.', { timeout: PATIENCE }, () => {
    always(
      3,
      fc.tuple(fc.constantFrom('q', 'kind', 'status', 'sort', '__proto__'), anything),
      ([name, value]) => {
        const question = readQuestion(new URLSearchParams([[name, value]]));
        expect(Object.getPrototypeOf(question.chosen)).toBe(Object.prototype);
        const address = new URL(addressOf('https://example.org/search/', question));
        expect(address.origin + address.pathname).toBe('https://example.org/search/');
        expect(chosenValues(readQuestion(address.searchParams))).toEqual(chosenValues(question));
        expect(decoded(`#${value}`)).toBeTypeOf('string');
      },
    );
  });

  test('as a question of the search, it is found or not.', { timeout: PATIENCE }, () => {
    always(4, fc.tuple(anything, anything), ([words, text]) => {
      for (const { start, end } of findWords(text, parseQuery(words, 'en'), 'en'))
        expect(start < end && end <= text.length).toBe(true);
    });
  });

  test('away by copying, it is words wherever it is put.', { timeout: PATIENCE }, () => {
    always(4, fc.tuple(anything, token), ([words, attribution]) => {
      const quoted = { words, language: 'en', link: 'https://example.org/a/?v=1#p1', attribution };
      expectHarmlessHtml(asHtml(quoted));
      expectHarmlessHtml(quotationAndLinkAsHtml(quoted));
      expect(JSON.stringify(fromMarkdown(asMarkdown(quoted)))).not.toContain('"type":"html"');
      // In a page there are no halves of pairs: what reads HTML or UTF-8 makes none.
      const text = words.toWellFormed().replace(/[\t\n\0]/g, ' ');
      const run = widenToWords(text, { start: 0, end: text.length }, 'en');
      const directive = run && textDirective(text, [run], 'en');
      if (directive !== undefined) expect(directive).toMatch(/^[\w.~,%&=-]*$/);
    });
  });
});
