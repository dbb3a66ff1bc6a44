import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { askForDoi } from '../../src/build/ask-source.ts';
import { readSources } from '../../src/build/content.ts';
import { environmentOf, type Outcome } from '../support/command.ts';

/** `npm run source`, with a server of the test's own in the place of doi.org and of the web. */
let server: Server;
let home: string;
let content: string;
let asked: IncomingMessage['headers'][];

const ITEM = {
  type: 'journal-article',
  title: ['On <i>ice</i> &amp; lamps'],
  author: [
    { family: 'Writer', given: 'Anna', sequence: 'first' },
    { name: 'The Lamp Office', sequence: 'additional' },
  ],
  'container-title': 'Journal of Lamps',
  issued: { 'date-parts': [[2019, 5]] },
  DOI: '10.1000/182',
  volume: '12',
  ISSN: ['1234-5678'],
  'reference-count': 3,
};

const PAGE = `<!doctype html><html lang="uk"><head><meta charset="utf-8"><title>Лід – Новини</title>
<meta property="og:title" content="Лід на річці"><meta property="og:site_name" content="Новини">
<meta name="author" content="Olena Pysar"><meta property="article:published_time" content="2025-11-24T23:30:00+02:00">
<link rel="canonical" href="/ice"><script type="application/ld+json">{ broken</script></head>
<body><h1>Something else</h1></body></html>`;

type Answer = (response: ServerResponse) => void;
const html =
  (body: string | Buffer, type = 'text/html; charset=utf-8'): Answer =>
  (response) =>
    response.writeHead(200, { 'Content-Type': type }).end(body);
const to =
  (location: string): Answer =>
  (response) =>
    response.writeHead(302, { Location: location }).end();
const failing =
  (status: number): Answer =>
  (response) =>
    response.writeHead(status).end('no');

const ROUTES: Record<string, Answer> = {
  '/10.1000/182': to('/works/182'),
  '/works/182': html(JSON.stringify(ITEM), 'application/vnd.citationstyles.csl+json'),
  '/10.1000/none': failing(404),
  '/10.1000/406': failing(406),
  '/10.1000/page': html('<p>A page</p>'),
  '/page': html(PAGE),
  '/old': html(
    Buffer.from(
      '<html><head><meta charset="windows-1251"><title>\xcb\xb3\xe4</title></head></html>',
      'latin1',
    ),
    'text/html',
  ),
  '/bare': html('<p>Words</p>'),
  '/moved': to('/page'),
  '/out': to('ftp://example.org/'),
  '/round': to('/round'),
  '/picture': html('x', 'image/png'),
  '/refused': failing(403),
  '/broken': failing(500),
  '/large': html('x'.repeat(10_000_001)),
};

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.headers);
    if (request.url === '/silent') return;
    (ROUTES[request.url!] ?? failing(404))(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  content = mkdtempSync(path.join(os.tmpdir(), 'postil-source-'));
});
afterEach(() => rmSync(content, { recursive: true }));

/** Runs the command while the server answers. */
function making(...given: string[]): Promise<Outcome> {
  const command = spawn('node', ['src/cli/source.ts', ...given], {
    env: environmentOf({ POSTIL_CONTENT: content }),
  });
  const outcome: Outcome = { status: null, stdout: '', stderr: '' };
  command.stdout.on('data', (data: Buffer) => (outcome.stdout += data.toString()));
  command.stderr.on('data', (data: Buffer) => (outcome.stderr += data.toString()));
  return new Promise((resolve) =>
    command.on('close', (status) => {
      resolve({ ...outcome, status });
    }),
  );
}

const doi = (words: string, ...options: string[]) => making(words, '--resolver', `${home}/`, ...options);
const files = () => (existsSync(folder()) ? readdirSync(folder()).toSorted() : []);
const folder = () => path.join(content, 'sources');
const yaml = (key: string) => readFileSync(path.join(folder(), `${key}.yaml`), 'utf8');

/** The records as everything else reads them. */
function records() {
  const { sources, problems } = readSources(content, '2026-12-01');
  expect(problems).toEqual([]);
  return Object.fromEntries([...sources].map(([key, { path: _, ...source }]) => [key, source]));
}

function given(name: string, text: string | Buffer): string {
  const file = path.join(content, name);
  writeFileSync(file, text);
  return file;
}

describe('A DOI', () => {
  test.each(['10.1000/182', 'doi:10.1000/182.', 'https://doi.org/10.1000/182', 'DOI: 10.1000/182,'])(
    'given as %s becomes a record of what its agency says.',
    async (words) => {
      const { status, stdout, stderr } = await doi(words);
      expect(stderr).toBe('');
      expect(status).toBe(0);
      expect(records()).toEqual({
        'writer-2019': {
          key: 'writer-2019',
          type: 'article-journal',
          title: 'On ice & lamps',
          author: [{ family: 'Writer', given: 'Anna' }, { literal: 'The Lamp Office' }],
          'container-title': 'Journal of Lamps',
          issued: '2019-05',
          DOI: '10.1000/182',
          consulted: false,
        },
      });
      expect(stdout).toContain('volume: 12');
      expect(yaml('writer-2019')).toContain('# volume: 12\n# ISSN: 1234-5678\n');
      expect(asked[0]).toMatchObject({ accept: 'application/vnd.citationstyles.csl+json' });
      expect(asked[0]!['user-agent']).toMatch(/^Postil \(/);
    },
  );

  test('has a file that begins with its schema, and says what to put in when it has been read.', async () => {
    await doi('10.1000/182');
    const [first, second] = yaml('writer-2019').split('\n');
    const schema = /^# yaml-language-server: \$schema=(.*)$/.exec(first!)![1]!;
    expect(path.resolve(folder(), schema)).toBe(path.resolve('public/schemas/source.json'));
    expect(second).toMatch(/^# Made from doi:10\.1000\/182, asked on \d{4}-\d\d-\d\d\.$/);
    const read = yaml('writer-2019')
      .replace('consulted: false\n', '')
      .replace(/^# (?=consulted|accessed|read|seen| {2,})/gm, '')
      .replaceAll('YYYY-MM-DD', '2026-01-02');
    writeFileSync(path.join(folder(), 'writer-2019.yaml'), read);
    expect(records()['writer-2019']).toMatchObject({
      consulted: true,
      read: 'whole',
      seen: [{ on: '2026-01-02' }],
    });
  });

  test.each<[words: string, said: string]>([
    ['10.1000/none', 'There is no DOI `10.1000/none`'],
    ['10.1000/406', 'gives no data'],
    ['10.1000/page', 'with something else'],
  ])('%s of which there are no data ends with 2.', async (words, said) => {
    const { status, stderr } = await doi(words);
    expect(stderr).toContain(said);
    expect(status).toBe(2);
    expect(files()).toEqual([]);
  });

  test('is asked for where the function is told to.', async () => {
    const item = await askForDoi('10.1000/182', `${home}/`, { userAgent: 'Postil', timeout: 20_000 });
    expect(item).toEqual(ITEM);
  });
});

describe('A page', () => {
  test('becomes a record of what it states of itself, and of nothing else.', async () => {
    const { status, stdout } = await making(`${home}/moved`);
    expect(stdout).toContain('1 record made');
    expect(status).toBe(0);
    expect(Object.values(records())).toEqual([
      {
        key: 'novini-2025-11-24',
        type: 'webpage',
        title: 'Лід на річці',
        author: [{ literal: 'Olena Pysar' }],
        'container-title': 'Новини',
        issued: '2025-11-24',
        URL: `${home}/ice`,
        language: 'uk',
        consulted: false,
      },
    ]);
  });

  test('is read in the encoding that it states; one that states nothing has its address.', async () => {
    await making(`${home}/old`);
    await making(`${home}/bare`);
    expect(Object.values(records())).toMatchObject([
      { title: 'Лід', URL: `${home}/old` },
      { URL: `${home}/bare` },
    ]);
  });

  test.each<[address: string, said: string]>([
    ['/nowhere', 'There is no page'],
    ['/refused', 'turns programs away (403)'],
    ['/broken', 'answered with 500'],
    ['/picture', 'is no page of HTML, but image/png'],
    ['/large', 'larger than 10 MB'],
    ['/out', 'leads to `ftp://example.org/`, which is no address of the web'],
    ['/round', 'sent on and on'],
    ['/silent', 'no answer in time'],
  ])('%s ends with 2.', async (address, said) => {
    const { status, stderr } = await making(home + address, '--timeout', '2000');
    expect(stderr).toContain(said);
    expect(status).toBe(2);
    expect(files()).toEqual([]);
  });

  test('on a host that cannot be (RFC 2606) ends with 2.', async () => {
    const { status, stderr } = await making('http://lamps.invalid/page', '--timeout', '2000');
    expect(stderr).toContain('http://lamps.invalid/page cannot be reached');
    expect(status).toBe(2);
  });
});

const BIB = `@article{ice, author = {Writer, Anna and {Lamp Office} and de la Rue, Jean}, title = {On {Ice}: it's},
  journal = {Lamps}, date = {2019~}, volume = 3, langid = {ukrainian}, doi = {10.1000/ICE}, editor = {Doe, John},
  titleaddon = {A \\emph{second} title}, file = {/home/anna/ice.pdf}}
@book{book, title = {The \\emph{Book}}, year = 2020, publisher = {P \\& Q}, isbn = {978-3-16-148410-0}}
`;

describe('A file', () => {
  test('of BibTeX becomes several records; what they have no field for is told and kept in a comment.', async () => {
    const { status, stdout } = await making(given('refs.bib', BIB));
    expect(stdout).toContain('2 records made, 0 not.');
    expect(stdout).toContain('editor: John Doe');
    expect(status).toBe(0);
    expect(records()).toMatchObject({
      'writer-2019': {
        author: [
          { family: 'Writer', given: 'Anna' },
          { literal: 'Lamp Office' },
          { family: 'Rue', given: 'Jean', 'non-dropping-particle': 'de la' },
        ],
        title: "On Ice: it's",
        issued: '2019~',
        language: 'uk',
        DOI: '10.1000/ICE',
      },
      'p-q-2020': { type: 'book', title: 'The Book', publisher: 'P & Q', ISBN: '978-3-16-148410-0' },
    });
    expect(yaml('writer-2019')).toContain('# Made from refs.bib, record ice.\n');
    expect(yaml('writer-2019')).toContain('# titleaddon: A \\emph{second} title\n');
    expect(yaml('writer-2019')).not.toContain('ice.pdf');
  });

  test('of RIS does, also with lines of CR LF and a BOM.', async () => {
    const ris = '\uFEFFTY  - NEWS\nTI  - Лід\nT2  - Новини\nDA  - 2025/11/24/\nLA  - ukr\nER  - \n';
    expect((await making(given('refs.ris', ris.replaceAll('\n', '\r\n')))).status).toBe(0);
    expect(records()).toMatchObject({
      'novini-2025-11-24': { type: 'article-newspaper', title: 'Лід', issued: '2025-11-24', language: 'uk' },
    });
  });

  test('of CSL-JSON does.', async () => {
    const json = [
      { ...ITEM, id: 'one', DOI: undefined },
      { type: 'book', title: '书', id: 'two' },
    ];
    expect((await making(given('refs.json', JSON.stringify(json)))).status).toBe(0);
    expect(Object.keys(records())).toEqual(['source', 'writer-2019']);
  });

  test('of which a record is there already makes the others, says which one it is, and ends with 1.', async () => {
    await making(given('refs.bib', BIB));
    const before = yaml('writer-2019');
    const again = BIB.replace('ICE}', 'ice}').replace('978-3-16-148410-0', '9783161484100');
    const more = `${again}@book{new, title = {New}, year = 2021, publisher = {N}}`;
    const { status, stdout } = await making(given('more.bib', more));
    expect(stdout).toContain('The record `writer-2019` has its DOI already');
    expect(stdout).toContain('The record `p-q-2020` has its ISBN already');
    expect(stdout).toContain('1 record made, 2 not.');
    expect(status).toBe(1);
    expect(files()).toEqual(['n-2021.yaml', 'p-q-2020.yaml', 'writer-2019.yaml']);
    expect(yaml('writer-2019')).toBe(before);
  });

  test('of which a record is broken makes the others, says which one it is, and ends with 1.', async () => {
    const { status, stdout } = await making(given('refs.bib', `@book{open, title = {O\n}\n${BIB}`));
    expect(stdout).toContain('refs.bib, `@book{open`, which begins on line 1\n  ');
    expect(stdout).toContain('2 records made, 1 not.');
    expect(status).toBe(1);
    expect(files()).toEqual(['p-q-2020.yaml', 'writer-2019.yaml']);
  });

  test('with a field that BibTeX does not have tells which is near.', async () => {
    const { stdout } = await making(given('refs.bib', '@book{a, titel = {The lamps}, publisher = {P}}'));
    expect(stdout).toContain('`titel` is no field of BibTeX. Did you mean `title`?');
    expect(stdout).toContain('titel: The lamps');
  });

  test.each<[what: string, name: string, text: string | Buffer, said: string]>([
    [
      'malformed BibTeX',
      'a.bib',
      '@book{a,\n  title = {A},\n  year = {20',
      'a.bib: `@book{a`, which begins on line 1: It goes on to the end',
    ],
    ['no BibTeX', 'a.bib', 'Dear Sir,', 'There is no record in it.'],
    ['no RIS', 'a.ris', 'Dear Sir,', 'There is no record in it.'],
    ['nothing', 'a.bib', '', 'There is no record in it.'],
    ['no JSON', 'a.json', '{', 'It is no JSON'],
    ['no CSL-JSON', 'a.json', '{"rows": []}', 'its item 1 has no `type`'],
    ['bytes that are no UTF-8', 'a.bib', Buffer.from([0xff, 0xfe, 0x41]), 'not in UTF-8'],
  ])('of %s ends with 2.', async (_, name, text, said) => {
    const { status, stderr } = await making(given(name, text));
    expect(stderr).toContain(said);
    expect(status).toBe(2);
    expect(files()).toEqual([]);
  });
});

describe('npm run source', () => {
  test('takes --key for a second record, and never overwrites one.', async () => {
    await doi('10.1000/182');
    expect((await doi('10.1000/182')).status).toBe(1);
    expect((await doi('10.1000/182', '--key', 'writer-again')).status).toBe(0);
    const taken = await doi('10.1000/182', '--key', 'writer-again');
    expect(taken.stdout).toContain('There is a record `writer-again` already.');
    expect(taken.status).toBe(1);
    const bad = await doi('10.1000/182', '--key', 'Writer 2');
    expect(bad.stdout).toContain('Rename the file');
    expect(bad.status).toBe(1);
    expect(files()).toEqual(['writer-2019.yaml', 'writer-again.yaml']);
  });

  test('with --dry-run writes nothing; with --json speaks to programs.', async () => {
    const { status, stdout } = await doi('10.1000/182', '--dry-run', '--json');
    expect(JSON.parse(stdout)).toMatchObject([
      { key: 'writer-2019', unheld: ['volume: 12', 'ISSN: 1234-5678'] },
    ]);
    expect(status).toBe(0);
    expect(existsSync(folder())).toBe(false);
  });

  test.each<[why: string, given: string[], said: string]>([
    ['nothing is given', [], 'One DOI, URL or FILE'],
    ['it is none of these', ['refs.docx'], 'no DOI, no address'],
    ['the address is not of the web', ['ftp://example.org/a'], 'no DOI, no address'],
    ['there is no such file', ['none.bib'], 'There is no file `none.bib`.'],
    ['an option is unknown', ['a.bib', '--force'], '--force'],
    ['a time is none', ['10.1000/182', '--timeout', 'soon'], 'not a number of milliseconds'],
  ])('ends with 2 where %s.', async (_, words, said) => {
    const { status, stderr } = await making(...words);
    expect(stderr).toContain(said);
    expect(status).toBe(2);
  });

  test('refuses one key for several records.', async () => {
    const { status, stderr } = await making(given('refs.bib', BIB), '--key', 'one');
    expect(stderr).toContain('has 2 records, and --key names one');
    expect(status).toBe(2);
  });
});
