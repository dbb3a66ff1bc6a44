import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fingerprint, hash } from '../../src/core/hash.ts';
import { parseLedger, serializeLedger } from '../../src/core/ledger-file.ts';
import type { Ledger } from '../../src/core/ledger.ts';
import { run } from '../support/command.ts';

/** `npm run verify` on a copy of real content, whose ledger has a second edition: one sentence edited, one removed. */
let folder: string;
let content: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'postil-verify-'));
  content = path.join(folder, 'content');
  cpSync('content', content, { recursive: true });
  const reading = path.join(content, 'readings/peace-deal');
  const file = path.join(reading, 'anchors.json');
  const first = readFileSync(file, 'utf8');
  mkdirSync(path.join(reading, 'editions'), { recursive: true });
  writeFileSync(path.join(reading, 'editions/1.json'), first);
  writeFileSync(file, serializeLedger(secondEdition(parseLedger({ path: file, json: first }).ledger!)));
});
afterAll(() => rmSync(folder, { recursive: true }));

const EDITED = 'p8s2';
const REMOVED = 'p8s3';
const NOW = 'Sergiy Kyslytsya, first deputy foreign minister, told the Financial Times more.';

function secondEdition(ledger: Ledger): Ledger {
  const anchors = ledger.anchors.map((row) => {
    const { edition, hash: digest, text, ...rest } = row;
    const was = [{ edition, hash: digest, text }];
    if (row.anchor === EDITED) return { ...rest, edition: 2, hash: hash(NOW), text: NOW, was };
    if (row.anchor === REMOVED) return { ...rest, edition: 2, gone: 'removed' as const, near: EDITED, was };
    return row;
  });
  const edition = {
    ...ledger.editions[0]!,
    edition: 2,
    date: '2027-03-01',
    by: 'author' as const,
    why: 'An example.',
  };
  return { ...ledger, editions: [...ledger.editions, edition], anchors };
}

const wordsOf = (anchor: string) => {
  const file = path.join(content, 'readings/peace-deal/editions/1.json');
  const { anchors } = JSON.parse(readFileSync(file, 'utf8')) as Ledger;
  return anchors.find((row) => row.anchor === anchor)!.text!;
};
const linkTo = (anchor: string) => `/peace-deal/?v=${fingerprint(wordsOf(anchor))}#${anchor}`;

function verify(name: string, text: string | Uint8Array, ...options: string[]) {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return run(['node', 'src/cli/verify.ts', file, ...options], { POSTIL_CONTENT: content });
}

describe('npm run verify', () => {
  test('ends with 0 where all citations hold, and says so of each, with its place', () => {
    const { status, stdout } = verify('list.txt', `\uFEFF${linkTo('p1s1')}\r\n\r\n  ${linkTo('p9s1')}.\r\n`);
    expect(stdout).toContain('list.txt:1:1: /peace-deal/');
    expect(stdout).toContain('list.txt:3:3: /peace-deal/');
    expect(stdout).toContain('Unchanged since it was cited. ¶1, sentence 1, edition 1.');
    expect(stdout).toContain('Two links unchanged.');
    expect(status).toBe(0);
  });

  test.each<[what: string, link: () => string, said: string]>([
    [
      'edited',
      () => linkTo(EDITED),
      'Edited since it was cited, in edition 2, 1 March 2027: ¶8, sentence 2.',
    ],
    ['removed', () => linkTo(REMOVED), 'Removed in edition 2, 1 March 2027.'],
    ['unknown', () => '/peace-deal/?v=0000000#p1s1', 'Never published with this fingerprint.'],
    ['undecided', () => `/peace-deal/#${EDITED}`, 'It cannot be told without a fingerprint'],
    ['no anchor of the text', () => '/peace-deal/#p99', 'No such passage.'],
    ['to no reading', () => '/peace-dael/?v=0000000#p1', 'Did you mean peace-deal?'],
  ])('ends with 1 where a link is %s', (_, link, said) => {
    const { status, stdout } = verify('one.md', `[here](${link()}) and [there](${linkTo('p1s1')})`);
    expect(stdout).toContain(said);
    expect(stdout).toContain('Unchanged since it was cited.');
    expect(status).toBe(1);
  });

  test('knows a range by the ledger of its edition', () => {
    const range = `/peace-deal/?v=${fingerprint([EDITED, REMOVED].map(wordsOf).join(' '))}&to=${REMOVED}#${EDITED}`;
    const { status, stdout } = verify('range.txt', range);
    expect(stdout).toContain('Two of two sentences changed since the range was cited');
    expect(status).toBe(1);
  });

  test('reads bibliographies, and counts links to other sites without checking them', () => {
    const bib = `@misc{a,\n  title = "What “nobody ever said” of it",\n  url = {https://postil.example${linkTo('p1s1').replace('#', '\\#')}},\n}\n@misc{b,\n  url = {https://example.com/}\n}\n`;
    const { status, stdout } = verify('refs.bib', bib);
    expect(stdout).toContain('refs.bib:3:10: https://postil.example/peace-deal/');
    expect(stdout).toContain('only its path was compared');
    expect(stdout).toContain('Beside it, one other link');
    expect(stdout).not.toContain('nobody ever said');
    expect(status).toBe(0);
    const ris = `TY  - BLOG\nUR  - https://postil.example${linkTo(EDITED)}\nER  - \n`;
    expect(verify('refs.ris', ris).stdout).toContain('refs.ris:2:7:');
  });

  test('checks quotations where it is asked to', () => {
    const prose =
      '# Draft\n\nHe was “Ukraine’s ambassador at the UN” then.\n\n> Russia’s renewed push for a peace deal\n';
    expect(verify('draft.md', prose)).toMatchObject({ status: 0 });
    const { status, stdout } = verify('draft.md', prose, '--quotations');
    expect(stdout).toContain('draft.md:3:8: “Ukraine’s ambassador at the UN”');
    expect(stdout).toContain('[-at-]{+to+}');
    expect(stdout).toContain(
      'draft.md:5:3: “Russia’s renewed push for a peace deal”\n  Found word for word in ¶1, sentence 1.',
    );
    expect(status).toBe(1);
  });

  test('prints JSON for programs', () => {
    const { status, stdout } = verify('list.txt', `${linkTo(EDITED)}\nhttps://example.com/`, '--json');
    const rows = JSON.parse(stdout) as Record<string, unknown>[];
    expect(rows).toMatchObject([
      { line: 1, column: 1, what: 'link', finding: 'edited', holds: false },
      { line: 2, finding: 'elsewhere', holds: null },
    ]);
    expect(status).toBe(1);
  });

  test('reads standard input', () => {
    const { status, stdout } = spawnSync('npm', ['run', '--silent', 'verify', '--', '-'], {
      input: linkTo('p1s1'),
      env: { ...process.env, POSTIL_CONTENT: content },
      encoding: 'utf8',
    });
    expect(stdout).toContain('-:1:1: /peace-deal/');
    expect(status).toBe(0);
  });

  test('tells another site’s links from its own where it knows its address', () => {
    const file = path.join(folder, 'hosts.txt');
    writeFileSync(file, `https://postil.example${linkTo('p1s1')}\nhttps://old.example${linkTo(EDITED)}`);
    const { status, stdout } = run(['node', 'src/cli/verify.ts', file], {
      POSTIL_CONTENT: content,
      POSTIL_SITE: 'https://postil.example',
    });
    expect(stdout).toContain('One link unchanged. Beside it, one other link');
    expect(status).toBe(0);
  });

  test('does not hang on two megabytes, and counts their lines right', () => {
    const line = 'He said “we must not go to the harbour in winter” and left (see /usr/share).\r\n';
    const text = line.repeat(26_000) + linkTo('p1s1');
    const started = performance.now();
    const { status, stdout } = verify('large.txt', text);
    expect(stdout).toContain('large.txt:26001:1: /peace-deal/');
    expect(status).toBe(0);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test.each<[what: string, work: () => ReturnType<typeof run>, said: string]>([
    [
      'without a file',
      () => run(['node', 'src/cli/verify.ts'], { POSTIL_CONTENT: content }),
      'No FILE is given',
    ],
    [
      'where there is no such file',
      () => run(['node', 'src/cli/verify.ts', 'no-such-file.txt'], { POSTIL_CONTENT: content }),
      'no-such-file.txt',
    ],
    [
      'where the file is not UTF-8',
      () => verify('latin.txt', Uint8Array.from([0xe4, 0x20, 0xff])),
      'not encoded in UTF-8',
    ],
    ['with an option that it does not know', () => verify('a.txt', '', '--nonsense'), '--nonsense'],
  ])('ends with 2 %s', (_, work, said) => {
    const { status, stderr } = work();
    expect(stderr).toContain(said);
    expect(status).toBe(2);
  });

  test('ends with 2 where a ledger is broken', () => {
    const broken = path.join(folder, 'broken');
    cpSync(content, broken, { recursive: true });
    writeFileSync(path.join(broken, 'readings/peace-deal/anchors.json'), '{"format": 2, "editions": [');
    const { status, stderr } = run(['node', 'src/cli/verify.ts', path.join(folder, 'list.txt')], {
      POSTIL_CONTENT: broken,
    });
    expect(stderr).toContain('malformed-ledger');
    expect(status).toBe(2);
  });
});
