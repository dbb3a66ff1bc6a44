import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import { parseLedger } from '../../src/core/ledger-file.ts';
import { rebuild } from '../../src/core/passage.ts';
import { environmentOf, run } from '../support/command.ts';

/** `npm run new` in a content folder of its own, without a terminal. */
let folder: string;
let content: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'postil-new-'));
  content = path.join(folder, 'content');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Abraham Lincoln, at Gettysburg, 19 November 1863. */
const SPEECH = `Four score and seven years ago our fathers brought forth on this continent, a new nation, conceived in Liberty, and dedicated to the proposition that all men are created equal.
Now we are engaged in a great civil war, testing whether that nation, or any nation so conceived and so dedicated, can long endure. We are met on a great battle-field of that war.
`;

/** The same, as a letter would have it. */
const WRAPPED = `Four score and seven years ago our fathers brought forth on this
continent, a new nation, conceived in Liberty, and dedicated to the
proposition that all men are created equal.

Now we are engaged in a great civil war, testing whether that nation,
or any nation so conceived and so dedicated, can long endure. We are met
on a great battle-field of that war.
`;

/** Taras Shevchenko, “Заповіт”, 1845. */
const VERSE = `Як умру, то поховайте
Мене на могилі
Серед степу широкого
На Вкраїні милій,

Щоб лани широкополі,
І Дніпро, і кручі
Було видно, було чути,
Як реве ревучий.
`;

/** Written for this test. */
const UKRAINIAN =
  'Сьогодні ми зібралися тут, щоб згадати тих, хто боровся за нашу свободу. Їхня відвага живе в наших серцях, і ґанок рідної хати чекає на кожного.\n';
const FRENCH =
  'L’été dernier, à Genève, nous avons évoqué les réformes nécessaires à l’Europe : « c’est là une œuvre de longue haleine », disait-il à propos de l’État.\n';

const AUTHOR = ['--author', 'A Writer'];

function write(text: string | Uint8Array, name = 'text.txt'): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

const make = (file: string, ...options: string[]) =>
  run(['node', 'src/cli/new.ts', file, ...options], { POSTIL_CONTENT: content });

const made = (slug: string, name: string) => readFileSync(path.join(content, 'readings', slug, name), 'utf8');

/** All files of the content, by their paths in it. */
const files = () =>
  existsSync(content)
    ? readdirSync(content, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(content, path.join(entry.parentPath, entry.name)))
        .toSorted()
    : [];

/** Makes a reading, and expects it to be whole: without problems, its text that of the file to the letter. */
function expectMade(file: string, text: string, slug: string, ...options: string[]): string {
  const { stdout, stderr, status } = make(file, '--slug', slug, ...AUTHOR, ...options);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const { readings, problems } = readContent(content);
  expect(problems).toEqual([]);
  expect(made(slug, 'original.txt')).toBe(text);
  expect(rebuild(readings.find((reading) => reading.slug === slug)!)).toBe(text);
  return stdout;
}

/** A text in an encoding of one byte a letter, made by what decodes it. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const),
  );
  return Uint8Array.from(text, (letter) => bytes.get(letter)!);
}

function utf16(text: string, isBigEndian: boolean, mark = '\uFEFF'): Uint8Array {
  const bytes = Buffer.from(mark + text, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
}

describe('A reading is made of', () => {
  test.each([
    ['a speech whose lines are paragraphs', SPEECH, 'Each line is a paragraph.', 2],
    ['one that is hard-wrapped', WRAPPED, 'Its lines are wrapped at', 2],
    ['verse', VERSE, '6 lines are short on purpose', 2],
    ['what has carriage returns', WRAPPED.replaceAll('\n', '\r\n'), 'Its lines are wrapped at', 2],
    ['what has carriage returns alone', WRAPPED.replaceAll('\n', '\r'), 'Its lines are wrapped at', 2],
  ])('%s.', (_, text, said, paragraphs) => {
    const file = write(text);
    expect(expectMade(file, text, 'speech', '--language', 'en')).toContain(said);
    const { ledger } = parseLedger({ path: 'anchors.json', json: made('speech', 'anchors.json') });
    expect(ledger!.anchors.filter(({ kind }) => kind === 'paragraph')).toHaveLength(paragraphs);
    expect(files()).toEqual([
      'readings/speech/anchors.json',
      'readings/speech/editions/1.mdx',
      'readings/speech/editions/1.txt',
      'readings/speech/index.mdx',
      'readings/speech/original.txt',
      'sources/speech.yaml',
    ]);
  });

  test('a text with its front matter and its record, which name their schemas.', () => {
    expectMade(
      write(SPEECH, 'gettysburg.txt'),
      SPEECH,
      'gettysburg',
      '--title',
      'Address: “At” \'Gettysburg\' #1 "now"',
      '--author',
      'literal:United States',
      '--language',
      'en-us',
      '--type',
      'speech',
      '--issued',
      '1863-11-19',
      '--url',
      'https://example.org/gettysburg',
    );
    const schemas = path.resolve('public/schemas');
    const from = (...names: string[]) => path.relative(path.join(content, ...names), schemas);
    const [fence, schema, ...head] = made('gettysburg', 'index.mdx').split('\n---\n')[0]!.split('\n');
    expect([fence, schema]).toEqual([
      '---',
      `# yaml-language-server: $schema=${from('readings', 'gettysburg')}/reading.json`,
    ]);
    expect(head).toEqual([
      'title: "Address: “At” \'Gettysburg\' #1 \\"now\\""',
      'author:',
      '  - family: "Writer"',
      '    given: "A"',
      '  - literal: "United States"',
      'language: "en-US"',
      'source: "gettysburg"',
    ]);
    const record = readFileSync(path.join(content, 'sources/gettysburg.yaml'), 'utf8');
    expect(record.split('\n')[0]).toBe(`# yaml-language-server: $schema=${from('sources')}/source.json`);
    expect(readContent(content).sources.get('gettysburg')).toMatchObject({
      type: 'speech',
      title: 'Address: “At” \'Gettysburg\' #1 "now"',
      issued: '1863-11-19',
      URL: 'https://example.org/gettysburg',
      language: 'en-US',
      accessed: new Date().toISOString().slice(0, 10),
      read: 'whole',
      via: 'the text as it was received, in the file gettysburg.txt',
    });
  });

  test.each([
    ['Слово про зиму', UKRAINIAN, 'slovo-pro-zimu', 'uk'],
    [
      'خطاب في الحرية',
      'يولد جميع الناس أحراراً متساوين في الكرامة والحقوق، وقد وهبوا عقلاً وضميراً وعليهم أن يعامل بعضهم بعضاً بروح الإخاء، ولكل إنسان حق التمتع بكافة الحقوق.\n',
      'khtab-fy-alhryt',
      'ar',
    ],
  ])('“%s”, with what it suggests itself.', (title, text, slug, language) => {
    const { status, stdout } = make(write(`${title}\n\n${text}`), ...AUTHOR);
    expect(stdout).toContain(`“${title}”, by A Writer, in ${language}, was written to`);
    expect(stdout).toContain(`npm run annotate -- ${slug} "words of the text" --kind claim`);
    expect(status).toBe(0);
    expect(readContent(content).problems).toEqual([]);
    expect(readContent(content).readings).toMatchObject([{ slug, title, language, supplied: false }]);
  });

  test('a text without a title, whose first words stand in brackets then.', () => {
    make(write(SPEECH), ...AUTHOR, '--yes');
    expect(readContent(content).readings).toMatchObject([
      { slug: 'four-score-and-seven-years-ago-our-fathers-brought-forth-on', supplied: true },
    ]);
  });
});

describe('Its encoding', () => {
  test.each([
    ['UTF-8, marked', Buffer.from(`\uFEFF${SPEECH}`), SPEECH, 'byte order mark says utf-8'],
    ['UTF-16, marked', utf16(SPEECH, false), SPEECH, 'byte order mark says utf-16le'],
    [
      'UTF-16 the other way round, marked',
      utf16(UKRAINIAN, true),
      UKRAINIAN,
      'byte order mark says utf-16be',
    ],
    ['UTF-16 without a mark', utf16(SPEECH, false, ''), SPEECH, 'taken to be utf-16le'],
    ['Windows-1251', encode(UKRAINIAN, 'windows-1251'), UKRAINIAN, 'taken to be windows-1251'],
    ['Windows-1252', encode(FRENCH, 'windows-1252'), FRENCH, 'taken to be windows-1252'],
    ['KOI8-U', encode(UKRAINIAN, 'koi8-u'), UKRAINIAN, 'taken to be koi8-u'],
  ])('is told: %s.', (_, bytes, text, said) => {
    expect(expectMade(write(bytes), text, 'text', '--language', 'en')).toContain(said);
  });

  test('can be named.', () => {
    const bytes = encode(UKRAINIAN, 'x-mac-cyrillic');
    const file = write(bytes);
    expectMade(file, UKRAINIAN, 'text', '--language', 'uk', '--encoding', 'x-mac-cyrillic');
  });
});

describe('Nothing is written, it ends with 2, and why is told, where', () => {
  const of = (bytes: string | Uint8Array, name?: string) => () =>
    make(write(bytes, name), ...AUTHOR, '--language', 'en');

  test.each<[string, () => { status: number | null; stderr: string }, string]>([
    ['the file has no bytes', of(''), 'text.txt: It is empty: it has 0 bytes.'],
    [
      'it has nothing but white space',
      of(' \r\n\t\n\u00A0\u200B\n'),
      'There is nothing in it but white space.',
    ],
    ['it is a PDF', of('%PDF-1.7\n…'), 'it seems to be a PDF. Copy its text'],
    ['it is an archive', of('PK\x03\x04…'), 'it seems to be a ZIP archive. A .docx is one too'],
    ['it is a picture', of(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)), 'a picture (PNG)'],
    ['it is an old .doc', of(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1)), 'Save it as .docx.'],
    ['it holds zero bytes', of('one\0two'), 'It is no text: it holds zero bytes.'],
    ['it holds control characters', of('one\ntwo\x07three'), 'at 2:4 it holds U+0007, which no text has'],
    [
      'it ends in half a letter of UTF-16',
      of(utf16('one\uD800', false)),
      'It is not utf-16le: the byte at offset',
    ],
    ['its encoding cannot be told', of(Uint8Array.of(0x61, 0xff, 0x62)), 'Name its encoding'],
    [
      'a byte does not belong to the encoding that is named',
      () => make(write(Uint8Array.of(0x61, 0x62, 0xff)), '--encoding', 'utf-8'),
      'It is not utf-8: the byte at offset 2 does not fit.',
    ],
    [
      'there is no such encoding',
      () => make(write(SPEECH), '--encoding', 'windows-1521'),
      'There is no encoding `windows-1521`. Did you mean `windows-1251`?',
    ],
    [
      'its ending is not one that can be read',
      of('x', 'text.xyz'),
      '`.xyz` is no ending of a text: what can be read is .txt',
    ],
    ['it has no ending', of('x', 'text'), 'Its name has no ending: what can be read is .txt'],
    ['there is no such file', () => make(path.join(folder, 'none.txt')), 'none.txt: There is no such file.'],
    [
      'it is a folder',
      () => (mkdirSync(path.join(folder, 'a.txt')), make(path.join(folder, 'a.txt'))),
      'It is a folder',
    ],
    [
      'it is larger than 5 MB',
      of('a'.repeat(5 * 2 ** 20 + 1)),
      'It has 5.00 MB, and no more than 5 MB are taken',
    ],
    ['it has too many signs of Markdown’s', of('*'.repeat(5_001)), 'A paragraph of it has 5001 signs'],
    [
      'no FILE is given',
      () => run(['node', 'src/cli/new.ts'], { POSTIL_CONTENT: content }),
      'One FILE is to be given.',
    ],
    ['an option is unknown', () => make(write(SPEECH), '--force'), '--force'],
    ['the type is none', () => make(write(SPEECH), '--type', 'speach'), 'Did you mean `speech`?'],
    [
      'the date is none',
      () => make(write(SPEECH), '--issued', 'yesterday'),
      '`--issued yesterday` is not a date',
    ],
    ['the address is none', () => make(write(SPEECH), '--url', 'javascript:x'), 'is not an address'],
    ['the language is none', () => make(write(SPEECH), '--language', 'English!'), 'is no tag of a language'],
    ['a name is none', () => make(write(SPEECH), '--author', '—'), '`—` is no name.'],
    [
      'the slug cannot be one',
      () => make(write(SPEECH), ...AUTHOR, '--slug', 'On Winter'),
      'is not made of lower-case letters',
    ],
    [
      'the slug is the site’s own',
      () => make(write(SPEECH), ...AUTHOR, '--slug', 'search'),
      'is an address of the site itself',
    ],
  ])('%s.', (_, act, said) => {
    const { status, stderr } = act();
    expect(stderr).toContain(said);
    expect(status).toBe(2);
    expect(files()).toEqual([]);
  });

  test('something is still to be said and there is no terminal: all of it at once.', () => {
    const { status, stderr } = make(write('?! 1.\n'), '--yes');
    expect(stderr).toContain(
      'Still to be said, for the text does not say it:\n  --author "Given Family"\n  --language TAG',
    );
    expect(status).toBe(2);
    expect(files()).toEqual([]);
  });

  test('a reading is there already: nothing of it is touched.', () => {
    expectMade(write(SPEECH), SPEECH, 'speech', '--language', 'en');
    const before = files().map((name) => readFileSync(path.join(content, name), 'utf8'));
    const { status, stderr } = make(write(WRAPPED), ...AUTHOR, '--slug', 'speech');
    expect(stderr).toContain('`speech` cannot be the address: it is there already');
    expect(status).toBe(2);
    expect(files().map((name) => readFileSync(path.join(content, name), 'utf8'))).toEqual(before);
  });
});

describe('A text that is a reading already', () => {
  test('is refused, also where its lines end otherwise, and the reading is named.', () => {
    expectMade(write(SPEECH), SPEECH, 'speech', '--language', 'en');
    const before = files();
    for (const text of [SPEECH, SPEECH.replaceAll('\n', '\r\n')]) {
      const { status, stderr } = make(write(text, 'again.txt'), ...AUTHOR, '--title', 'Another', '--yes');
      expect(stderr).toContain('The text of again.txt is a reading already: `speech`.');
      expect(status).toBe(2);
      expect(files()).toEqual(before);
    }
  });

  test('becomes a second one where its slug is given.', () => {
    expectMade(write(SPEECH), SPEECH, 'speech', '--language', 'en');
    expectMade(write(SPEECH), SPEECH, 'speech-again', '--language', 'en');
  });
});

describe('A by-line under the title', () => {
  const BODY = 'The lamps froze on the first night of winter, and nobody in the town had seen that before.';
  const TXT = `The long frost\n\nBy Sam Tidd\n\n${BODY}\n`;

  test.each<[form: string, name: string, source: string]>([
    ['plain text', 'frost.txt', TXT],
    ['Markdown', 'frost.md', `# The long frost\n\n*By Sam Tidd*\n\n${BODY}\n`],
    ['HTML', 'frost.html', `<h1>The long frost</h1><p>By Sam Tidd</p><p>${BODY}</p>`],
  ])('of %s is anchored as that, and names the author.', (_, name, source) => {
    const { status, stdout } = make(write(source, name), '--language', 'en');
    expect(stdout).toContain('“The long frost”, by Sam Tidd, in en');
    expect(stdout).toContain(
      '“By Sam Tidd”, was taken for its by-line, and the name in it for the author’s.',
    );
    expect(status).toBe(0);
    const { readings, problems } = readContent(content);
    expect(problems).toEqual([]);
    expect(readings[0]!.author).toEqual([{ family: 'Tidd', given: 'Sam' }]);
    expect(readings[0]!.blocks.map(({ kind, anchor, text }) => [kind, anchor, text])).toEqual([
      ['heading', 'the-long-frost', 'The long frost'],
      ['byline', 'p0', 'By Sam Tidd'],
      ['paragraph', 'p1', BODY],
    ]);
    expect(rebuild(readings[0]!)).toBe(TXT);
    expect(made('the-long-frost', 'original.txt')).toBe(TXT);
  });
});

test('A plain text that looks like Markdown is taken to the letter, and that is told.', () => {
  const text = `# The long frost\n\nThe lamps froze[^1] on the first night of winter.\n\n[^1]: All of them.\n`;
  const said = expectMade(write(text), text, 'frost', '--language', 'en');
  expect(said).toContain(
    'It looks like Markdown, for it has a title that begins with #, and footnotes that begin with [^…]:',
  );
  expect(said).toContain('if its name ended in .md, it would be read as Markdown.');
});

test('git keeps the bytes of a text of record, whatever ends its lines.', () => {
  const texts = ['original.txt', 'editions/1.txt'].map((name) => `content/readings/x/${name}`);
  const { stdout } = run(['git', 'check-attr', 'text', ...texts]);
  expect(stdout.trim().split('\n')).toEqual(texts.map((name) => `${name}: text: unset`));
});

test('A file of exactly 5 MB is taken.', () => {
  const words = 'winter is coming and the evenings are long, says the paper. ';
  const text = `${words.repeat(Math.ceil((5 * 2 ** 20) / words.length)).slice(0, 5 * 2 ** 20 - 2)}.\n`;
  expectMade(write(text), text, 'winter', '--language', 'en');
});

test('With a date to come it says what is wrong, writes nothing and ends with 1.', () => {
  const { status, stdout } = make(write(SPEECH), ...AUTHOR, '--issued', '2999-01-01');
  expect(stdout).toContain('was not written.');
  expect(stdout).toContain('error date-in-future');
  expect(status).toBe(1);
  expect(files()).toEqual([]);
});

test('Where the record’s key is taken, another is; a record that says the same is this text’s own.', () => {
  mkdirSync(path.join(content, 'sources'), { recursive: true });
  const taken = path.join(content, 'sources/speech.yaml');
  writeFileSync(taken, 'type: book\ntitle: Another\n');
  make(write(SPEECH), ...AUTHOR, '--slug', 'speech');
  expect(readContent(content).readings).toMatchObject([{ slug: 'speech', source: 'speech-2' }]);
  expect(readFileSync(taken, 'utf8')).toBe('type: book\ntitle: Another\n');
  rmSync(path.join(content, 'readings/speech'), { recursive: true });
  make(write(SPEECH), ...AUTHOR, '--slug', 'speech');
  expect(readContent(content).readings).toMatchObject([{ slug: 'speech', source: 'speech-2' }]);
});

test('With --dry-run nothing is written; with --json it speaks to programs.', () => {
  const { status, stdout } = make(write(SPEECH), ...AUTHOR, '--slug', 'speech', '--dry-run', '--json');
  expect(JSON.parse(stdout)).toMatchObject({
    slug: 'speech',
    author: [{ family: 'Writer', given: 'A' }],
    language: 'en',
    source: 'speech',
    problems: [],
    said: ['Each line is a paragraph.', expect.stringContaining('recognized as English (en)')],
  });
  expect(status).toBe(0);
  expect(files()).toEqual([]);
  expect(make(write(SPEECH), ...AUTHOR, '--dry-run').stdout).toContain('would be written to:');
  expect(files()).toEqual([]);
});

test('What is left of a run that was killed is read by nobody, and the next run is right.', async () => {
  const readings = path.join(content, 'readings');
  mkdirSync(readings, { recursive: true });
  const file = write(SPEECH);
  const killed = spawn('node', ['src/cli/new.ts', file, ...AUTHOR, '--slug', 'speech'], {
    env: environmentOf({ POSTIL_CONTENT: content }),
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => killed.once('exit', (_, signal) => resolve(signal)));
  const watcher = watch(readings, () => killed.kill('SIGKILL'));
  expect(await ended).toBe('SIGKILL');
  watcher.close();
  expect(existsSync(path.join(readings, 'speech'))).toBe(false);
  expect(readdirSync(readings)).toEqual([expect.stringMatching(/^\.speech\.\d+\.tmp$/)]);
  expect(readContent(content)).toMatchObject({ readings: [], problems: [] });
  expectMade(file, SPEECH, 'speech', '--language', 'en');
});
