import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../support/command.ts';
import { ClonedProject } from '../support/cloned-project.ts';
import { type Block, commandsIn, documents, readDocument } from '../support/documents.ts';

/** Whoever follows the README and the handbook to the letter gets what they promise. */
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const workflows = ['pages.yml', 'test.yml'].map((name) => `.github/workflows/${name}`);
const SLUG = 'second-inaugural-address';

/** Commands of our own that are for people: they have a help. */
const own = Object.entries(scripts).filter(
  ([name, line]) => line.startsWith('node ') && !['start', 'resolve', 'schemas'].includes(name),
);

interface Workflow {
  jobs: Record<string, { steps: { run?: string }[] }>;
}

/** Commands that a workflow runs. */
function commandsOf(file: string): string[] {
  const { jobs } = parse(readFileSync(file, 'utf8')) as Workflow;
  const lines = Object.values(jobs).flatMap(({ steps }) => steps.flatMap((step) => step.run ?? []));
  return lines.flatMap((line) => line.split(' && '));
}

const all = [
  ...documents().flatMap((document) => commandsIn(document).map((line) => ({ file: document.file, line }))),
  ...workflows.flatMap((file) => commandsOf(file).map((line) => ({ file, line }))),
];

test('Each package that the project needs has its reason in the README', () => {
  const readme = readFileSync('README.md', 'utf8');
  const [, reasons] = /## What it is made of\n([^]*?)\n## /.exec(readme)!;
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  const named = Array.from(reasons!.matchAll(/`([^`\s]+)`/g), ([, name]) => name!);
  const needed = [...Object.keys(dependencies), ...Object.keys(devDependencies)].filter(
    (name) => !name.startsWith('@types/') || name in dependencies,
  );
  expect(needed.filter((name) => !named.includes(name))).toEqual([]);
});

describe('Every command of the documents', () => {
  test('is one that the project has', () => {
    const unknown = all.flatMap(({ file, line }) =>
      [...line.matchAll(/\bnpm (?:run (?:--silent )?)?(?<name>[\w-]+)/g)]
        .map(({ groups }) => groups!.name!)
        .filter((name) => !['ci', 'install', 'sbom'].includes(name) && !Object.hasOwn(scripts, name))
        .map((name) => `${file}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  test('has the options that its own help has', () => {
    const helps = new Map(own.map(([name]) => [name, helpOf(name).stdout]));
    const unknown = all.flatMap(({ file, line }) =>
      optionsIn(line)
        .filter(({ name, option }) => helps.get(name)?.includes(option) === false)
        .map(({ name, option }) => `${file}: ${name} ${option}`),
    );
    expect(unknown).toEqual([]);
  });

  test('tells of itself where it is asked to', () => {
    for (const [name] of own) {
      const { status, stdout } = helpOf(name);
      expect(stdout, name).toContain(`npm run ${name}`);
      expect(status, name).toBe(0);
    }
  });
});

/** Options behind the name of a command, those that are quoted left out. */
function optionsIn(line: string): { name: string; option: string }[] {
  const [, name, rest] = /\bnpm run ([\w-]+) -- (.*)$/.exec(line) ?? [];
  if (name === undefined) return [];
  const options = rest!.replaceAll(/"[^"]*"/g, '').match(/(?<=^|\s)--[\w-]+/g) ?? [];
  return options.filter((option) => option !== '--help').map((option) => ({ name, option }));
}

function helpOf(name: string) {
  return run(['node', scripts[name]!.replace('node ', ''), '--help']);
}

test('The tutorial is the same in the README and in the handbook.', () => {
  const chapter = readFileSync('src/handbook/tutorial.md', 'utf8').replace(/^---[\s\S]*?\n---\n/, '');
  expect(readFileSync('README.md', 'utf8')).toContain(chapter.trim());
});

describe('The tutorial, typed as it stands,', () => {
  const tutorial = readDocument('src/handbook/tutorial.md').blocks;
  const index = `content/readings/${SLUG}/index.mdx`;
  let project: ClonedProject;
  beforeAll(() => {
    project = new ClonedProject();
  });
  afterAll(() => project.remove());

  test('leads from a clone to a published reading', { timeout: 600_000 }, async () => {
    for (const block of tutorial) await follow(block);
    const page = project.read(`dist/${SLUG}/index.html`);
    expect(page).toContain('Matthew 18:7 in the King James version');
    expect(project.read(`dist/${SLUG}/text.txt`)).toContain('with firmness in the right as God gives us');
    expect(project.type(`git -C ${project.origin} log --oneline main`).stdout).toContain(
      'Add the second inaugural address',
    );
  });

  test('and what the handbook says beyond it can be typed there, too', { timeout: 600_000 }, () => {
    for (const file of [index, `content/readings/${SLUG}/original.txt`])
      project.write(file, project.read(file).replace('All dreaded it all', 'All dreaded it, all'));
    const typed = documents()
      .filter(({ file }) => !/README|tutorial|problems/.test(file))
      .flatMap(({ blocks }) => blocks.filter(({ language }) => language === 'sh'));
    expect(typed.map(({ about }) => about)).toEqual(['edition', 'test', 'build', 'part', 'merge']);
    for (const { value } of typed) expectSuccess(value);
    expect(project.read(`dist/${SLUG}/index.html`)).toContain(`https://example.org/${SLUG}/`);
    // The rest of what workflows run is run by the tests' own caller: the tests, and what fetches packages; or it needs
    // programs that only the workflow has.
    const judging = workflows
      .flatMap(commandsOf)
      .filter((line) => !['npm ci', '.ci/run'].includes(line) && !/apt-get|^npm run test:/.test(line));
    for (const line of new Set(judging)) expectSuccess(line);
  });

  async function follow({ language, about, value }: Block) {
    if (about === 'dev')
      return project.serve(value, async (address) => {
        const response = await fetch(`${address}${SLUG}/`);
        expect(await response.text()).toContain('Fellow-Countrymen');
      });
    if (language === 'sh') for (const line of value.split('\n')) expectSuccess(line);
    if (language === 'bibtex') project.write('../bible.bib', value);
    if (language === 'yaml') recordWhatWasSeen(value);
    if (language === 'mdx') writeTheNote(value);
  }

  function expectSuccess(line: string) {
    const { status, stdout, stderr } = project.type(
      line.replace('ADDRESS-OF-THIS-REPOSITORY', project.origin),
    );
    expect(status, `${line}\n${stdout}\n${stderr}`).toBe(0);
  }

  function recordWhatWasSeen(seen: string) {
    const file = 'content/sources/king-james-bible.yaml';
    const record = project.read(file);
    expect(record).toMatch(/^consulted: false$/m);
    project.write(file, record.replace(/^consulted: false$[\s\S]*/m, `${seen}\n`));
  }

  function writeTheNote(note: string) {
    let mdx = project.read(index);
    const changes = readDocument('src/handbook/tutorial.md').spans;
    for (const name of ['status', 'wording']) {
      const [from, to] = changes.filter((span) => new RegExp(`^${name}="[^"]*"$`).test(span)).slice(-2);
      expect(mdx).toContain(from);
      mdx = mdx.replace(from!, to!);
    }
    project.write(index, mdx.replace(/\[\^offenses\]:[\s\S]*$/, `${note}\n`));
  }
});
