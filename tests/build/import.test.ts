import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import { toAnnotationCollection } from '../../src/core/export/web-annotation.ts';
import { environmentOf, run } from '../support/command.ts';

/** `npm run import` on a copy of the fixtures, which it may write to. */
let content: string;
beforeEach(() => {
  content = mkdtempSync(path.join(os.tmpdir(), 'postil-import-'));
  cpSync('tests/fixtures/site/content', content, { recursive: true });
});
afterEach(() => rmSync(content, { recursive: true }));

const reading = (name = '') => path.join(content, 'readings/waterside-lamps', name);
const files = () => readdirSync(reading()).toSorted();

function importing(data: unknown, ...options: string[]) {
  const file = path.join(content, 'annotations.json');
  writeFileSync(file, typeof data === 'string' ? data : JSON.stringify(data));
  return run(['node', 'src/cli/import.ts', file, ...options], { POSTIL_CONTENT: content });
}

/** What is wrong with the content, apart from a source of the fixture that shows no title. */
const problemsOf = (folder: string) =>
  readContent(folder).problems.filter(({ id }) => id !== 'untitled-source');

const onLamps = (exact: string, more: Record<string, unknown> = {}) => ({
  type: 'Annotation',
  id: 'https://example.org/annotations/1',
  body: { type: 'TextualBody', value: 'By whom?' },
  target: {
    source: 'https://example.org/waterside-lamps/',
    selector: { type: 'TextQuoteSelector', exact },
  },
  ...more,
});

describe('npm run import', () => {
  test('writes a copy beside the reading, and leaves the reading as it was.', () => {
    const before = readFileSync(reading('index.mdx'), 'utf8');
    const names = files();
    const { status, stdout } = importing(onLamps('trimmed by hand'));
    expect(stdout).toContain('index.imported.mdx: has 1 of 1 annotation.');
    expect(stdout).toContain('trimmed-by-hand  “trimmed by hand”');
    expect(status).toBe(0);
    expect(readFileSync(reading('index.mdx'), 'utf8')).toBe(before);
    expect(files()).toEqual([...names, 'index.imported.mdx'].toSorted());
    const copy = readFileSync(reading('index.imported.mdx'), 'utf8');
    expect(copy).toContain('each was <Remark id="trimmed-by-hand">trimmed by hand</Remark>.');
    expect(copy).toContain('[^trimmed-by-hand]: By whom?\n\n    Imported [annotation]');
  });

  test('never overwrites a copy: the next takes another name.', () => {
    writeFileSync(reading('index.imported.mdx'), 'mine');
    expect(importing(onLamps('trimmed by hand')).stdout).toContain('index.imported-2.mdx');
    expect(readFileSync(reading('index.imported.mdx'), 'utf8')).toBe('mine');
  });

  test('makes a copy that neither the check nor the build takes for content, and that is content in its place.', () => {
    const check = () => run(['node', 'src/cli/check.ts'], { POSTIL_CONTENT: content });
    const before = check().stdout;
    importing(onLamps('trimmed by hand'));
    expect(check().stdout).toBe(before);
    renameSync(reading('index.imported.mdx'), reading('index.mdx'));
    const problems = problemsOf(content);
    expect(problems.map(({ id }) => id)).toEqual(['unrecorded-annotation']);
  });

  test('takes the site’s own export.', () => {
    const { readings, sources } = readContent(content);
    const lamps = readings.find(({ slug }) => slug === 'waterside-lamps')!;
    const bare = readFileSync(reading('index.mdx'), 'utf8')
      .replace(/<\/?(?:Claim|Remark)\b[^>]*>/g, '')
      .replace(/\n\[\^[\s\S]*$/, '');
    writeFileSync(reading('index.mdx'), bare);
    const { status, stdout } = importing(
      toAnnotationCollection({ reading: lamps }, { root: '/anywhere/', sources, publication: {} }),
    );
    expect(stdout).toContain('has 5 of 5 annotations');
    expect(status).toBe(0);
    renameSync(reading('index.imported.mdx'), reading('index.mdx'));
    expect(problemsOf(content)).toEqual([]);
  });

  test('lists what cannot be placed with its reason, writes nothing then, and ends with 1.', () => {
    const names = files();
    const { status, stdout } = importing([
      onLamps('There is nothing of the kind in it anywhere'),
      onLamps('x', { target: 'https://example.org/elsewhere/' }),
      onLamps('x', { motivation: 'replying' }),
    ]);
    expect(stdout).toContain('waterside-lamps: nothing could be put in.');
    expect(stdout).toContain('Its words are not in the text: “There is nothing of the kind in it anywhere”.');
    expect(stdout).toContain('It is a reply to another annotation');
    expect(status).toBe(1);
    expect(files()).toEqual(names);
  });

  test('ends with 1 and tells it where the file does not hold all that it names.', () => {
    const { status, stdout } = importing([
      onLamps('trimmed by hand'),
      { type: 'Annotation', id: 'LOST', bodyValue: 'y' },
      'https://example.org/77',
    ]);
    expect(stdout).toContain('has 1 of 1 annotation.');
    expect(stdout).toContain('LOST\n      It does not say which words it is about.');
    expect(stdout).toContain('https://example.org/77\n      Only its address is in the file.');
    expect(status).toBe(1);
    const counted = importing({
      type: 'AnnotationCollection',
      total: 3,
      items: [onLamps('trimmed by hand')],
    });
    expect(counted.stdout).toContain('it counts 3 and holds 1.');
    expect(counted.status).toBe(1);
  });

  test('takes a fragment of another page for no passage of ours.', () => {
    const { stdout, status } = importing(
      onLamps('x', { target: 'https://example.net/lamps#p1' }),
      '--reading',
      'waterside-lamps',
    );
    expect(stdout).toContain('nothing could be put in');
    expect(status).toBe(1);
  });

  test('says which reading is meant where the page is that of several, or of none.', () => {
    const elsewhere = onLamps('trimmed by hand', {
      target: {
        source: 'https://example.org/tester',
        selector: { type: 'TextQuoteSelector', exact: 'trimmed by hand' },
      },
    });
    expect(importing(elsewhere).stdout).toContain('say by --reading which is meant');
    expect(importing(elsewhere, '--reading', 'waterside-lamps')).toMatchObject({ status: 0 });
    expect(importing(onLamps('x'), '--reading', 'every-block').stdout).toContain(
      'It is about another reading: `waterside-lamps`',
    );
  });

  test('with --dry-run writes nothing; with --json speaks to programs.', () => {
    const names = files();
    const { status, stdout } = importing(
      onLamps('trimmed by hand', { body: { type: 'TextualBody', value: 'x'.repeat(100) } }),
      '--dry-run',
      '--json',
    );
    const { readings, refused } = JSON.parse(stdout) as {
      readings: {
        reading: string;
        file: string;
        putIn: { id: string; toDo: string[] }[];
        problems: { id: string }[];
      }[];
      refused: unknown[];
    };
    expect(refused).toEqual([]);
    expect(readings).toMatchObject([
      { reading: 'waterside-lamps', putIn: [{ id: 'trimmed-by-hand' }], problems: [{ id: 'long-finding' }] },
    ]);
    expect(readings[0]!.putIn[0]!.toDo[0]).toContain('100 characters');
    expect(files()).toEqual(names);
    expect(status).toBe(0);
  });

  test.each<[string, () => { status: number | null; stderr: string }, string]>([
    ['no FILE is given', () => run(['node', 'src/cli/import.ts'], { POSTIL_CONTENT: content }), 'One FILE'],
    [
      'there is no such file',
      () => run(['node', 'src/cli/import.ts', 'no.json'], { POSTIL_CONTENT: content }),
      'no.json',
    ],
    ['it is not JSON', () => importing('{'), 'is not JSON'],
    ['it holds no annotation', () => importing({ rows: [] }), 'no annotation'],
    [
      'there is no such reading',
      () => importing(onLamps('x'), '--reading', 'nowhere'),
      'no reading `nowhere`',
    ],
    ['an option is unknown', () => importing(onLamps('x'), '--force'), '--force'],
    [
      'the reading cannot be read',
      () => {
        writeFileSync(reading('index.mdx'), '---\ntitle: A\n---\n\n<Claim');
        return importing(onLamps('x'));
      },
      'cannot be read',
    ],
  ])('ends with 2 where %s.', (_, act, said) => {
    const { status, stderr } = act();
    expect(stderr).toContain(said);
    expect(status).toBe(2);
    expect(existsSync(reading('index.imported.mdx'))).toBe(false);
  });

  test('reads standard input.', () => {
    const { status, stdout } = spawnSync('npm', ['run', '--silent', 'import', '--', '-'], {
      input: JSON.stringify(onLamps('trimmed by hand')),
      env: environmentOf({ POSTIL_CONTENT: content }),
      encoding: 'utf8',
    });
    expect(stdout).toContain('has 1 of 1 annotation');
    expect(status).toBe(0);
  });
});
