import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PROBLEMS } from '../../src/core/problem.ts';
import { run } from '../support/command.ts';

/** The commands on a copy of real content, which they may write to. */
let content: string;
beforeEach(() => {
  content = mkdtempSync(path.join(os.tmpdir(), 'postil-content-'));
  cpSync('content', content, { recursive: true });
});
afterEach(() => {
  rmSync(content, { recursive: true });
});

const folder = () => path.join(content, 'readings', 'peace-deal');
const file = (name: string) => path.join(folder(), name);
const read = (name: string) => readFileSync(file(name), 'utf8');
const change = (name: string, from: string | RegExp, to: string) => {
  const changed = read(name).replace(from, to);
  expect(changed).not.toBe(read(name));
  writeFileSync(file(name), changed);
};
const check = (...options: string[]) =>
  run(['node', 'src/cli/check.ts', ...options], { POSTIL_CONTENT: content });
const anchors = (...options: string[]) =>
  run(['node', 'src/cli/anchors.ts', ...options], { POSTIL_CONTENT: content });

describe('npm run check', () => {
  test('ends with 0 where nothing is wrong', () => {
    const { status, stdout } = check();
    // What nobody could check in 2026 is advice a year later.
    expect(stdout).toMatch(/^(?:Nothing is wrong: |[^]*\n0 errors, )/);
    expect(status).toBe(0);
  });

  test('tells all problems with their places, and ends with 1', () => {
    change('index.mdx', 'bearing="contradicts"', 'bearing="contradict"');
    change('index.mdx', 'Far from guaranteeing stability', 'Far from guaranteeing a stability');
    const { status, stdout } = check();
    expect(stdout).toContain('error text-differs');
    expect(stdout).toContain('error invalid-attribute');
    expect(stdout).toMatch(/index\.mdx:\d+:\d+/);
    expect(status).toBe(1);
  });

  test('prints them as JSON for editors and CI', () => {
    change('index.mdx', 'source: hadfield-khostova-cbe-blog', 'source: hadfield-khostova-cbe-blogg');
    const { status, stdout } = check('--json');
    const problems = JSON.parse(stdout) as object[];
    expect(problems).toEqual([
      expect.objectContaining({
        id: 'unknown-source',
        severity: 'error',
        path: file('index.mdx'),
        line: 8,
        column: 9,
        endLine: 8,
        endColumn: 36,
        text: 'source: hadfield-khostova-cbe-blogg',
        documentation: '/handbook/problems/unknown-source/',
      }),
    ]);
    expect(status).toBe(1);
  });

  test('names the page that explains a problem by its whole address, and none where there is no handbook', () => {
    rmSync(file('original.txt'));
    const addressOf = () => {
      const { stdout } = run(['node', 'src/cli/check.ts', '--json'], {
        POSTIL_CONTENT: content,
        POSTIL_SITE: 'https://example.org',
        POSTIL_BASE: '/repo/',
      });
      return (JSON.parse(stdout) as { documentation?: string }[])[0]!.documentation;
    };
    expect(addressOf()).toBe('https://example.org/repo/handbook/problems/missing-original/');
    writeFileSync(path.join(content, 'site.yaml'), 'handbook: false\n');
    expect(addressOf()).toBeUndefined();
  });

  test('prints them as commands of GitHub Actions, a line each', () => {
    change('index.mdx', 'source: hadfield-khostova-cbe-blog', 'source: hadfield-khostova-cbe-blogg');
    const { status, stdout } = check('--github');
    expect(stdout).toMatch(
      /^::error file=.*index\.mdx,line=8,col=9,title=unknown-source::The reading cites .*%0A.*\n$/,
    );
    expect(status).toBe(1);
  });

  test('ends with 0 on advice, also before a release, and with 1 where every warning is refused', () => {
    writeFileSync(
      path.join(content, 'site.yaml'),
      'publisher: A\nresponsible: B\nreport: mailto:errors@example.org\n',
    );
    const record = path.join(content, 'sources', 'anewz-28-points.yaml');
    writeFileSync(record, readFileSync(record, 'utf8').replace(/^title:.*\n/m, ''));
    const statusOf = (...options: string[]) =>
      run(['node', 'src/cli/check.ts', ...options], {
        POSTIL_CONTENT: content,
        POSTIL_SITE: 'https://example.org',
      });
    expect(statusOf().stdout).toContain('warning untitled-source');
    expect([statusOf(), statusOf('--release'), statusOf('--strict')].map(({ status }) => status)).toEqual([
      0, 0, 1,
    ]);
  });

  test('lets a record be there before it is cited, and refuses to release it', () => {
    writeFileSync(path.join(content, 'sources', 'almanac.yaml'), 'type: book\ntitle: An almanac\n');
    expect(check().stdout).toContain('warning unused-source');
    expect(check().status).toBe(0);
    expect(check('--release').status).toBe(1);
  });

  test('refuses a release that does not know its own address', () => {
    const publication = 'publisher: A\nresponsible: B\nreport: mailto:errors@example.org\n';
    writeFileSync(path.join(content, 'site.yaml'), publication);
    const { status, stdout } = check('--release');
    expect(stdout).toContain('missing-site-address');
    expect(status).toBe(1);
    expect(
      run(['node', 'src/cli/check.ts', '--release'], {
        POSTIL_CONTENT: content,
        POSTIL_SITE: 'https://example.org',
      }).status,
    ).toBe(0);
  });

  test('ends with 2 when it could not run', () => {
    const { status, stderr } = check('--nonsense');
    expect(stderr).toContain('--nonsense');
    expect(status).toBe(2);
  });
});

describe('npm run explain', () => {
  const explain = (...names: string[]) => run(['node', 'src/cli/explain.ts', ...names]);

  test('tells what a problem means, with an example, its cure, and why there is the rule', () => {
    const { status, stdout } = explain('text-differs', 'same-span');
    expect(stdout).toContain('A text that differs from its original\nerror text-differs');
    expect(stdout).toContain('Wrong: content/readings/example/original.txt');
    expect(stdout).toContain('Right: ');
    expect(stdout).toContain('Why: A text of record');
    expect(stdout).toContain('Also at /handbook/problems/text-differs/');
    expect(stdout).toContain('Two marks on the same words');
    expect(stdout).not.toContain('```');
    expect(status).toBe(0);
  });

  test('lists all without a name', () => {
    const { status, stdout } = explain();
    expect(stdout.trim().split('\n')).toHaveLength(Object.keys(PROBLEMS).length);
    expect(stdout).toMatch(/^text-differs {2,}error {2,}A text that differs from its original$/m);
    expect(status).toBe(0);
  });

  test('names the nearest where there is no such problem, and ends with 1', () => {
    const { status, stderr } = explain('text-difers');
    expect(stderr).toContain('There is no problem `text-difers`. Did you mean `text-differs`?');
    expect(status).toBe(1);
  });

  test('prints JSON for programs, and ends with 2 when it could not run', () => {
    expect(JSON.parse(explain('text-differs', '--json').stdout)).toEqual([
      expect.objectContaining({ id: 'text-differs', title: 'A text that differs from its original' }),
    ]);
    expect(explain('--nonsense').status).toBe(2);
  });
});

describe('npm run anchors', () => {
  test('writes the first ledger, the same one each time', () => {
    const committed = read('anchors.json');
    rmSync(file('anchors.json'));
    const { status } = anchors('--date', '2026-11-22');
    expect(status).toBe(0);
    const sorted = (json: string) => {
      const { annotations, ...rest } = JSON.parse(json) as { annotations: { annotation: string }[] };
      return { ...rest, annotations: annotations.map(({ annotation }) => annotation).sort() };
    };
    expect(sorted(read('anchors.json'))).toEqual(sorted(committed));
    expect(readdirSync(folder()).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('adds what is new and touches nothing else', () => {
    const known = read('anchors.json');
    change('anchors.json', /,?\n {4}\{"annotation":"kyslytsya-title".*\}/, '');
    expect(anchors('--check').status).toBe(1);
    expect(anchors('--date', '2026-11-25').stdout).toContain('annotation kyslytsya-title');
    const sorted = (json: string) =>
      json
        .split('\n')
        .map((line) => line.replace(/,$/, ''))
        .sort();
    expect(sorted(read('anchors.json'))).toEqual(sorted(known));
    expect(anchors('--check').status).toBe(0);
  });

  test('writes nothing while the content has other problems', () => {
    rmSync(file('anchors.json'));
    change('index.mdx', 'status="contradicted"', 'status="contradictory"');
    const { status, stderr } = anchors();
    expect(status).toBe(1);
    expect(stderr).toContain('No ledger was written');
    expect(readdirSync(folder())).not.toContain('anchors.json');
  });

  test('asks who changed a text before it makes a next edition, and leaves the ledger as it was until then', () => {
    const before = read('anchors.json');
    change('index.mdx', 'Moreover, any truce', 'However, any truce');
    change('original.txt', 'Moreover, any truce', 'However, any truce');
    const { status, stderr } = anchors();
    expect(status).toBe(2);
    expect(stderr).toContain('give --by (author, publisher or editors) and --why');
    expect(read('anchors.json')).toBe(before);
  });
});

describe('npm run build', () => {
  const build = () =>
    run(['astro', 'build', '--outDir', 'node_modules/.postil/broken-site'], {
      POSTIL_CONTENT: path.relative('.', content),
    });

  test('ends with an error that tells every problem, and writes over nothing', () => {
    change('index.mdx', '<Claim id="kyslytsya-title"', '<Claim id="kyslytsya-titel"');
    change('index.mdx', 'brief="Operation Midas, 2025."', 'brief={1 + 1}');
    const before = [read('index.mdx'), read('anchors.json'), read('original.txt')];
    const { status, stdout, stderr } = build();
    expect(status).not.toBe(0);
    const told = stdout + stderr;
    for (const id of ['mark-without-note', 'code-in-reading']) expect(told).toContain(id);
    expect(told).toMatch(/index\.mdx:\d+:\d+/);
    expect([read('index.mdx'), read('anchors.json'), read('original.txt')]).toEqual(before);
  });

  test('refuses a text that its ledger does not know, and says what to do', () => {
    change('index.mdx', 'Moreover, any truce', 'However, any truce');
    change('original.txt', 'Moreover, any truce', 'However, any truce');
    const { status, stdout, stderr } = build();
    expect(status).not.toBe(0);
    expect(stdout + stderr).toContain('ledger-differs');
    expect(stdout + stderr).toContain('npm run anchors');
  });
});
