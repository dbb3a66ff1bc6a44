import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Ledger } from '../../src/core/ledger.ts';
import { parseLedger } from '../../src/core/ledger-file.ts';
import { environmentOf, run } from '../support/command.ts';
import { Winter } from '../support/winter.ts';

const TEXT = [
  '## The valley',
  'Winter came early to the valley this year. The roads to the pass were closed by snow before October was over. Nobody in the village had laid in enough wood.',
  'The mayor asked the province for help twice. Her letters were answered with promises, and the coal that came filled a single truck. She kept them in a drawer of her desk.',
  'In the church the choir rehearsed with coats on. An old man said he had seen worse in the year of the flood.',
].join('\n\n');

/** What `TEXT` is in its second edition, and what became of each sentence that is not as it was. */
const NEXT = [
  '## The upper valley',
  'Winter came early to the valley this year. The roads to the pass were closed by snow before November had begun. Telephone lines fell in the second storm. Nobody in the village had laid in enough wood.',
  'An old man said he had seen worse in the year of the flood. The mayor asked the province for help twice. Her letters were answered with promises. The coal that came filled a single truck.',
  'The school was shut until the thaw, and its stove was carried to the hospital.',
  'In the church the choir rehearsed with coats on.',
].join('\n\n');

const BY = ['--by', 'author', '--why', 'The author sent a corrected text.', '--date', '2027-03-01'];

let winter: Winter;
beforeEach(() => {
  winter = new Winter(TEXT);
  expect(winter.anchorsCommand('--date', '2026-11-22').status).toBe(0);
});
afterEach(() => winter.remove());

describe('A second edition', () => {
  test('carries every anchor forward, and numbers what is new as statutes do.', () => {
    winter.write(NEXT);
    const { status, stdout } = winter.anchorsCommand(...BY);
    expect(status, stdout).toBe(0);
    expect(winter.anchors).toEqual([
      'the-valley',
      'p1',
      'p1s1',
      'p1s2',
      'p1s2a',
      'p1s3',
      'p2',
      'p3s2',
      'p2s1',
      'p2s2',
      'p2s2a',
      'p2s3 removed',
      'p2a',
      'p2as1',
      'p3',
      'p3s1',
    ]);
    expect(winter.ledger.editions.at(-1)).toMatchObject({
      edition: 2,
      date: '2027-03-01',
      by: 'author',
      why: 'The author sent a corrected text.',
    });
    const row = (anchor: string) => winter.ledger.anchors.find((each) => each.anchor === anchor);
    expect(row('p3s2')).toMatchObject({ edition: 1, moves: [{ edition: 2, from: 'p3' }] });
    expect(row('p2s2a')).toMatchObject({ edition: 2, from: 'p2s2' });
    expect(row('p2s3')).toMatchObject({ gone: 'removed', edition: 2, near: 'p2s2a' });
    expect(row('p1s2')?.was).toMatchObject([
      { edition: 1, text: 'The roads to the pass were closed by snow before October was over.' },
    ]);
    expect(winter.check().status).toBe(0);
    expect(winter.anchorsCommand('--check').status).toBe(0);
  });

  test('is told as a reader would tell it.', () => {
    winter.write(NEXT);
    const { stdout } = winter.anchorsCommand('--dry-run');
    expect(stdout).toMatch(
      /¶1, sentence 2 \(p1s2\): edited — “.*October was over\.” → “.*November had begun\.”/,
    );
    expect(stdout).toMatch(/\(p3s2\): moved: it was sentence 2 of paragraph 3/);
    expect(stdout).toMatch(/\(p2s3\): removed — “She kept them/);
    expect(stdout).toMatch(/^ +2\.1 {2}An old man said/m);
    expect(winter.ledger.editions).toHaveLength(1);
  });

  test('keeps the one before it whole, with its notes and its ledger.', () => {
    const { 'index.mdx': mdx, 'original.txt': original, 'anchors.json': ledger } = winter.files;
    winter.write(NEXT);
    winter.anchorsCommand(...BY);
    expect([
      winter.read('editions/1.mdx'),
      winter.read('editions/1.txt'),
      winter.read('editions/1.json'),
    ]).toEqual([mdx, original, ledger]);
    expect([winter.read('editions/2.mdx'), winter.read('editions/2.txt')]).toEqual([
      winter.read('index.mdx'),
      winter.read('original.txt'),
    ]);
  });

  test('undone is a third, in which everything has its own anchor again.', () => {
    const first = winter.anchors;
    winter.write(NEXT);
    winter.anchorsCommand(...BY);
    winter.write(TEXT);
    const { status, stdout } = winter.anchorsCommand(...BY, '--date', '2027-04-01');
    expect(status, stdout).toBe(0);
    expect(winter.anchors.filter((name) => !name.includes(' '))).toEqual(first);
    expect(winter.anchors.filter((name) => name.includes(' '))).toEqual([
      'p1s2a removed',
      'p2s2a merged',
      'p2a removed',
      'p2as1 removed',
    ]);
  });

  test('needs to be said by whom and why; without a terminal nobody is waited for.', () => {
    winter.write(NEXT);
    const { status, stderr } = winter.anchorsCommand();
    expect(status).toBe(2);
    expect(stderr).toContain('--by');
    expect(winter.ledger.editions).toHaveLength(1);
    expect(winter.anchorsCommand('--by', 'the cat', '--why', 'It sat there.').stderr).toContain(
      'author, publisher',
    );
  });

  test('fails under --check, which writes nothing.', () => {
    winter.write(NEXT);
    const before = winter.files;
    const { status, stdout } = winter.anchorsCommand('--check');
    expect(status).toBe(1);
    expect(stdout).toContain('edition 2');
    expect(winter.files).toEqual(before);
  });

  test('is refused by the check until it is made, with the command that makes it.', () => {
    winter.write(NEXT);
    const { status, stdout } = winter.check();
    expect(status).toBe(1);
    expect(stdout).toContain('ledger-differs');
    expect(stdout).toContain('npm run anchors');
  });

  test('is told as JSON for programs.', () => {
    winter.write(NEXT);
    const { stdout, status } = winter.anchorsCommand(...BY, '--json');
    const [outcome] = JSON.parse(stdout) as { edition: number; changes: string[]; questions: unknown[] }[];
    expect(status).toBe(0);
    expect(outcome).toMatchObject({ edition: 2, questions: [] });
    expect(outcome!.changes.length).toBeGreaterThan(5);
  });
});

describe('The second edition of the fixture', () => {
  const content = 'tests/fixtures/site/content';
  const committed = path.join(content, 'readings', 'waterside-lamps');
  let copy: string;
  beforeEach(() => {
    copy = mkdtempSync(path.join(os.tmpdir(), 'postil-lamps-'));
    cpSync(content, copy, { recursive: true });
  });
  afterEach(() => rmSync(copy, { recursive: true }));

  test('is what the command makes of the first: what readers see in the browser’s tests is its work.', () => {
    const place = (name: string) => path.join(copy, 'readings', 'waterside-lamps', name);
    const anchors = (...options: string[]) =>
      run(['node', 'src/cli/anchors.ts', '--reading', 'waterside-lamps', ...options], {
        POSTIL_CONTENT: copy,
      });
    const take = (from: string, to: string) => cpSync(path.join(committed, from), place(to));
    const ledger = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Ledger;
    for (const name of ['anchors.json', 'editions', 'corrections.yaml'])
      rmSync(place(name), { recursive: true });
    take('editions/1.mdx', 'index.mdx');
    take('editions/1.txt', 'original.txt');
    expect(anchors('--date', '2026-10-01').status).toBe(0);
    for (const name of ['index.mdx', 'original.txt', 'corrections.yaml']) take(name, name);
    const { editions, anchors: lines, annotations } = ledger(path.join(committed, 'anchors.json'));
    const { date, by, why } = editions[1]!;
    const withdrawn = ['--decide', 'paid-in-kind=withdrawn'];
    const { status, stdout, stderr } = anchors(...withdrawn, '--date', date, '--by', by!, '--why', why);
    expect(status, stdout + stderr).toBe(0);
    const made = ledger(place('anchors.json'));
    expect(made.editions).toEqual(editions);
    expect(made.anchors).toEqual(lines);
    const said = (rows: Ledger['annotations']) =>
      rows.map(({ annotation, notes, withdrawn: end }) => [
        annotation,
        notes.map(({ hash }) => hash),
        end !== undefined,
      ]);
    expect(said(made.annotations)).toEqual(said(annotations));
    for (const ending of ['mdx', 'txt'])
      expect(readFileSync(place(`editions/1.${ending}`))).toEqual(
        readFileSync(path.join(committed, `editions/1.${ending}`)),
      );
    expect(ledger(place('editions/1.json')).anchors).toEqual(
      ledger(path.join(committed, 'editions/1.json')).anchors,
    );
  });
});

describe('What an editor decides', () => {
  const REWRITTEN = TEXT.replace('She kept them in a drawer of her desk.', 'Coal was rationed by the week.');

  test('goes before what the alignment finds.', () => {
    winter.write(REWRITTEN);
    expect(winter.anchorsCommand(...BY, '--decide', 'p2s3=removed').status).toBe(0);
    expect(winter.anchors.slice(5, 10)).toEqual(['p2', 'p2s1', 'p2s2', 'p2s3 removed', 'p2s4']);
    winter.write(TEXT);
    winter.anchorsCommand(...BY);
    expect(winter.anchors).toContain('p2s3');
  });

  test('is asked for where the evidence does not tell, and nothing is written until then.', () => {
    const around = (...lines: string[]) => [TEXT, ...lines].join('\n\n');
    winter.write(around('Old words that nobody needs.', 'Filename: main.rs', 'Something else was here.'));
    winter.anchorsCommand(...BY);
    const twice = [
      'All of this has been written anew.',
      'Filename: main.rs',
      'This too is wholly different now.',
    ];
    winter.write(around(...twice, 'Filename: main.rs', 'And so it goes on to the very end.'));
    const { status, stdout } = winter.anchorsCommand(...BY);
    expect(status).toBe(1);
    expect(stdout).toContain('--decide p5s1=5.1');
    expect(stdout).toContain('--decide p5s1=7.1');
    expect(stdout).toContain('--decide p5s1=removed');
    expect(winter.ledger.editions).toHaveLength(2);
    expect(winter.anchorsCommand(...BY, '--decide', 'p5s1=7.1').status).toBe(0);
    const present = winter.anchors.filter((name) => !name.includes(' '));
    expect(present.slice(present.indexOf('p3s2') + 1)).toEqual(expect.arrayContaining(['p5', 'p5s1']));
  });

  test('can say that a sentence is another now.', () => {
    winter.write(REWRITTEN);
    expect(winter.anchorsCommand(...BY, '--decide', 'p2s3=2.3').status).toBe(0);
    expect(winter.anchors.slice(5, 10)).toEqual(['p2', 'p2s1', 'p2s2', 'p2s3', 'p3']);
  });

  test.each([
    ['p9s9=removed', 'has no sentence or heading `p9s9`'],
    ['p2s3=7.7', '`7.7` is no place of the new text'],
    ['p2s3', 'is no decision'],
    ['nobody=withdrawn', 'has no annotation `nobody`'],
    ['p2s3=2.1+', 'is no decision'],
  ])('has to be about what is there: --decide %s is refused.', (decision, message) => {
    winter.write(REWRITTEN);
    const { status, stderr } = winter.anchorsCommand(...BY, '--decide', decision);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(winter.ledger.editions).toHaveLength(1);
  });
});

test('What was joined to another is in that one, also where lines of what is gone stand before it.', () => {
  winter.write(
    TEXT.replace('In the church the choir rehearsed with coats on. An old man', 'An old man').replace(
      'The roads to the pass were closed by snow before October was over. ',
      '',
    ),
  );
  const decisions = ['--decide', 'p1s2=3.1', '--decide', 'p3s2=3.1', '--decide', 'p3s1=removed'];
  expect(winter.anchorsCommand(...BY, ...decisions).status).toBe(0);
  expect(winter.ledger.anchors.find(({ anchor }) => anchor === 'p1s2')?.into).toBe('p3s2');
});

test('Of two decisions about one sentence none is taken.', () => {
  winter.write(NEXT);
  const { status, stderr } = winter.anchorsCommand(...BY, '--decide', 'p2s3=removed', '--decide', 'p2s3=2.4');
  expect(status).toBe(2);
  expect(stderr).toContain('`--decide p2s3=…` is given twice');
  expect(winter.ledger.editions).toHaveLength(1);
});

test('What was written of one reading is told, also where another stops the command.', () => {
  cpSync(winter.folder, `${winter.folder}-again`, { recursive: true });
  rmSync(winter.file('anchors.json'));
  writeFileSync(`${winter.folder}-again/index.mdx`, winter.read('index.mdx').replace(' to the valley', ''));
  writeFileSync(
    `${winter.folder}-again/original.txt`,
    winter.read('original.txt').replace(' to the valley', ''),
  );
  const { status, stdout, stderr } = winter.anchorsCommand();
  expect(status).toBe(2);
  expect(stdout).toContain(`${winter.file('anchors.json')}: now has`);
  expect(stderr).toContain('give --by (author, publisher or editors) and --why');
});

test('No edition is older than the one before it.', () => {
  winter.write(NEXT);
  const { status, stderr } = winter.anchorsCommand(...BY, '--date', '2026-11-21');
  expect(status).toBe(2);
  expect(stderr).toContain('edition 1 is of 2026-11-22');
  expect(winter.ledger.editions).toHaveLength(1);
});

test('A ledger that was lost is not begun anew.', () => {
  winter.write(NEXT);
  winter.anchorsCommand(...BY);
  rmSync(winter.file('anchors.json'));
  const { status, stderr } = winter.anchorsCommand(...BY);
  expect(status).toBe(2);
  expect(stderr).toContain('its anchors have been given out. Restore it');
  expect(winter.files).not.toHaveProperty('anchors.json');
});

describe('A sentence that was removed', () => {
  const words = 'Her letters were answered with promises, and the coal that came filled a single truck.';
  const without = TEXT.replace(` ${words}`, '');
  const asCode = without.replace('In the church', `\`\`\`\n${words}\n\`\`\`\n\nIn the church`);

  function publish(text: string) {
    winter.write(text);
    writeFileSync(winter.file('original.txt'), winter.read('original.txt').replaceAll('```\n', ''));
    const { status, stdout } = winter.anchorsCommand(...BY);
    expect(status, stdout).toBe(0);
    return stdout;
  }

  test('and comes back as a block of code is new there, and divides no paragraph.', () => {
    publish(without);
    expect(publish(asCode)).toMatch(/¶2a \(p2a\): added/);
    publish(without);
    publish(TEXT);
    expect(winter.anchors).toContain('p2s2');
  });
});

describe('A text emptied by mistake', () => {
  test('is not taken for a new edition unless that is confirmed.', () => {
    winter.write('In the church the choir rehearsed with coats on.');
    const { status, stdout } = winter.anchorsCommand(...BY);
    expect(status).toBe(1);
    expect(stdout).toContain('--confirm-removals');
    expect(winter.ledger.editions).toHaveLength(1);
    expect(winter.anchorsCommand(...BY, '--confirm-removals').status).toBe(0);
    expect(winter.anchors.filter((name) => !name.includes(' '))).toEqual(['p3', 'p3s1']);
  });
});

describe('Notes', () => {
  const MARKED = TEXT.replace(
    'a single truck',
    '<Claim id="coal" status="opinion" checked="2026-11-22">a single truck</Claim>',
  );
  const note = (finding: string) => `[^coal]: ${finding}\n`;

  test('are recorded with what they say, each state once.', () => {
    winter.write(MARKED, note('One truck.'));
    expect(winter.anchorsCommand('--date', '2026-11-23').stdout).toContain('annotation coal');
    winter.write(MARKED, note('Two trucks.'));
    expect(winter.anchorsCommand('--check').status).toBe(1);
    expect(winter.anchorsCommand('--date', '2026-11-24').stdout).toContain('“One truck.” → “Two trucks.”');
    expect(winter.anchorsCommand().stdout).toContain('nothing new');
    expect(winter.ledger.annotations[0]?.notes).toMatchObject([
      { date: '2026-11-23', finding: 'One truck.', passage: 'p2s2', quote: 'a single truck' },
      { date: '2026-11-24', finding: 'Two trucks.' },
    ]);
    expect(winter.read('editions/1.mdx')).toContain('Two trucks.');
  });

  test('are withdrawn only where an editor says so, and may come back.', () => {
    winter.write(MARKED, note('One truck.'));
    winter.anchorsCommand();
    winter.write(TEXT);
    const undecided = winter.anchorsCommand();
    expect(undecided.status).toBe(1);
    expect(undecided.stdout).toContain('--decide coal=withdrawn');
    expect(winter.anchorsCommand('--decide', 'coal=withdrawn').stdout).toContain('--why');
    const why = ['--why', 'It was about another valley.', '--date', '2027-01-02'];
    expect(winter.anchorsCommand('--decide', 'coal=withdrawn', ...why).status).toBe(0);
    expect(winter.ledger.annotations[0]).toMatchObject({
      annotation: 'coal',
      withdrawn: { edition: 1, date: '2027-01-02', why: 'It was about another valley.' },
    });
    expect(winter.check().stdout).toContain('Nothing is wrong');
    const again = winter.anchorsCommand('--decide', 'coal=withdrawn', '--why', 'Another reason.');
    expect(again.status).toBe(2);
    expect(again.stderr).toContain('it was withdrawn in edition 1, on 2027-01-02');
    winter.write(MARKED, note('One truck.'));
    expect(winter.anchorsCommand().stdout).toContain('back again');
    expect(winter.ledger.annotations[0]?.withdrawn).toBeUndefined();
  });
});

describe('The same text in other bytes', () => {
  test.each([
    ['with CR LF at the ends of its lines', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with a byte order mark', (text: string) => `\uFEFF${text}`],
    ['with decomposed letters', (text: string) => text.normalize('NFD')],
  ])('%s is no new edition.', (_, change) => {
    for (const name of ['index.mdx', 'original.txt'])
      writeFileSync(winter.file(name), change(winter.read(name)));
    expect(winter.anchorsCommand('--check').stdout).not.toContain('edition 2');
    winter.anchorsCommand();
    expect(winter.ledger.editions).toHaveLength(1);
    expect(winter.check().status).toBe(0);
  });
});

describe('A name that a heading has had', () => {
  const claim = (id: string) => [
    TEXT.replace(
      'a single truck',
      `<Claim id="${id}" status="opinion" checked="2026-11-22">a single truck</Claim>`,
    ),
    `[^${id}]: One truck.\n`,
  ];

  test('is free for no annotation, also in the edition in which the heading has other words.', () => {
    const [text, note] = claim('the-valley');
    winter.write(text!.replace('## The valley', '## The upper valley'), note);
    const { status, stderr } = winter.anchorsCommand(...BY);
    expect(status).toBe(1);
    expect(stderr).toContain('The id `the-valley` is the anchor of a heading.');
    expect(winter.ledger.editions).toHaveLength(1);
  });

  test('is never that of a paragraph.', () => {
    winter.write(TEXT.replace('## The valley', 'The valley. It is deep.'));
    expect(winter.anchorsCommand(...BY, '--decide', 'the-valley=1.1').status).toBe(0);
    expect(winter.anchors.slice(0, 4)).toEqual(['the-valley merged', 'a1', 'a1s1', 'a1s2']);
    expect(winter.check().status).toBe(0);
  });

  test('is not given to a new one where an annotation has it.', () => {
    const [text, note] = claim('the-river');
    winter.write(`${text}\n\n## The river\n\nIt had frozen by then.`, note);
    expect(winter.anchorsCommand(...BY).status).toBe(0);
    expect(winter.anchors).toContain('the-river-1');
    expect(winter.check().status).toBe(0);
  });
});

describe('Two branches', () => {
  const git = (...options: string[]) =>
    spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...options], {
      cwd: winter.root,
      encoding: 'utf8',
    });
  const commit = (message: string) => {
    git('add', '-A');
    expect(git('commit', '-qm', message).status).toBe(0);
  };

  test('that both made an edition conflict by name, and the unpublished one is numbered anew.', () => {
    git('init', '-q', '-b', 'main');
    commit('Edition 1');
    git('checkout', '-qb', 'draft');
    const drafted = TEXT.replace('Nobody in', 'Telephones failed in the second storm. Nobody in');
    winter.write(drafted);
    expect(winter.anchorsCommand(...BY).status).toBe(0);
    expect(winter.anchors).toContain('p1s2a');
    commit('Edition 2 of the draft');
    git('checkout', '-q', 'main');
    const published = TEXT.replace(
      'before October was over.',
      'before October was over. Snowploughs had been sold.',
    );
    winter.write(published);
    expect(winter.anchorsCommand(...BY).status).toBe(0);
    commit('Edition 2, published');
    git('checkout', '-q', 'draft');
    git('merge', 'main');
    // A person settles the text; the ledger is the command's affair.
    winter.write(published.replace('Nobody in', 'Telephones failed in the second storm. Nobody in'));
    expect(winter.check().stdout).toMatch(/conflicting-ledger\n(?:.*│.*\n)*.*Both have edition 2.*p1s2a/);
    expect(winter.anchorsCommand().status).toBe(1);
    const { status, stdout, stderr } = winter.anchorsCommand(...BY, '--onto', 'main');
    expect(status, stderr + stdout).toBe(0);
    expect(winter.ledger.editions.map(({ edition }) => edition)).toEqual([1, 2, 3]);
    const row = (anchor: string) => winter.ledger.anchors.find((each) => each.anchor === anchor)?.text;
    expect(row('p1s2a')).toBe('Snowploughs had been sold.');
    expect(row('p1s2b')).toBe('Telephones failed in the second storm.');
    expect(winter.read('editions/2.txt')).toContain('Snowploughs');
    expect(winter.check().status).toBe(0);
  });

  test('that changed different lines merge.', () => {
    const marked = (text: string, words: string, id: string) =>
      text.replace(words, `<Claim id="${id}" status="opinion" checked="2026-11-22">${words}</Claim>`);
    winter.write(marked(TEXT, 'closed by snow', 'snow'), '[^snow]: A note.\n');
    winter.anchorsCommand();
    git('init', '-q', '-b', 'main');
    commit('One note');
    const ledger = winter.read('anchors.json');
    git('checkout', '-qb', 'other');
    writeFileSync(winter.file('anchors.json'), ledger.replace('"A note."', '"Another note."'));
    commit('A change of a note');
    git('checkout', '-q', 'main');
    writeFileSync(winter.file('anchors.json'), ledger.replace(/"why":"[^"]*"/, '"why":"Another reason."'));
    commit('A change of an edition');
    expect(git('merge', 'other').status).toBe(0);
    expect(winter.read('anchors.json')).toContain('Another reason.');
    expect(winter.read('anchors.json')).toContain('Another note.');
  });

  test('cannot be settled by a commit that has no ledger.', () => {
    git('init', '-q', '-b', 'main');
    const { status, stderr } = winter.anchorsCommand(...BY, '--onto', 'nowhere');
    expect(status).toBe(2);
    expect(stderr).toContain('git has no whole ledger');
  });
});

test('Killed at any moment, the command leaves the old ledger or the new one, whole.', async () => {
  const old = winter.read('anchors.json');
  winter.write(NEXT);
  const environment = environmentOf({ POSTIL_CONTENT: winter.root });
  const started = Date.now();
  winter.anchorsCommand(...BY);
  const whole = Date.now() - started;
  const fresh = winter.read('anchors.json');
  const seen = new Set<string>();
  for (let run = 0; run < 10; run += 1) {
    writeFileSync(winter.file('anchors.json'), old);
    const child = spawn('node', ['src/cli/anchors.ts', ...BY], { env: environment, stdio: 'ignore' });
    // The last moments are those in which it writes.
    setTimeout(() => child.kill('SIGKILL'), whole * (run < 4 ? Math.random() : 0.7 + 0.4 * Math.random()));
    await once(child, 'exit');
    const left = winter.read('anchors.json');
    expect([old, fresh]).toContain(left);
    expect(parseLedger({ path: 'anchors.json', json: left }).problems).toEqual([]);
    seen.add(left);
  }
  expect(winter.anchorsCommand(...BY).status).toBe(0);
  expect(winter.read('anchors.json')).toBe(fresh);
  expect(winter.anchorsCommand('--check').status).toBe(0);
  expect(seen.size).toBeGreaterThan(0);
});

test('A text of 2 MB is carried forward.', () => {
  const words = 'snow wood coal road storm choir mayor letter truck valley'.split(' ');
  const sentence = (n: number) =>
    `Line ${n} has ${words[n % 10]} and ${words[(n >> 3) % 10]} and then ${words[(n * 7) % 10]} beside the number ${n * 31 + 7} of that long list, as the clerk wrote it down that day.`;
  const paragraphs = (from: number) =>
    Array.from({ length: 1600 }, (_, p) =>
      Array.from({ length: 10 }, (__, s) => sentence(from + p * 10 + s)).join(' '),
    );
  const large = new Winter(paragraphs(0).join('\n\n'));
  try {
    expect(large.anchorsCommand().status).toBe(0);
    const next = paragraphs(0);
    next.splice(800, 1, 'A paragraph of its own stands here now. It is about nothing that went before.');
    large.write(next.join('\n\n'));
    expect(large.read('original.txt').length).toBeGreaterThan(2_000_000);
    expect(large.anchorsCommand(...BY).status).toBe(0);
    expect(large.anchors).toContain('p801 removed');
    expect(large.anchors).toContain('p1600s10');
  } finally {
    large.remove();
  }
});
