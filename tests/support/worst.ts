import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Kind, KINDS, type Status, STATUSES } from '../../src/core/annotation.ts';
import { run } from './command.ts';
import { writeHostileReading } from './hostile.ts';

/** The worst that a layout must hold out against: made up, the same each time, too much to be written by hand. */
export const WORST = {
  crowded: 'twelve-notes',
  many: 'three-hundred-notes',
  bare: 'no-notes',
} as const;

/** A record that nothing cites yet, as one may have while one writes. */
export const UNUSED = 'the-attic';

const DAY = '2026-11-01';
const HEADLINE =
  'What was said of the harbour in the winter, by whom, on what grounds, and what those who keep its books have to say now.';

/** Marks of one paragraph after another, again and again: mostly a few, now and then a crowd. */
const CROWDS = [2, 1, 3, 0, 2, 4, 1, 2, 10, 3, 1, 0, 2, 14, 1, 2];
const PARAGRAPHS_IN_SECTION = 8;

/** A mark and its note; a mark may hold the next one. */
interface Item {
  id: string;
  kind: Kind;
  status: Status;
  /** Ordinal, from which its words follow. */
  turn: number;
  inner?: Item;
}

/**
 * Writes a content folder with the three readings and the hostile one, and publishes their ledgers by the command itself.
 *
 * @param folder is emptied first
 */
export function writeWorstContent(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  writeIn(folder, 'sources/harbour-post.yaml', record('The Harbour Post', '2026-10-01'));
  for (const source of SOURCES) writeIn(folder, `sources/${source}.yaml`, record(source, '2026-09-01'));
  writeIn(folder, `sources/${UNUSED}.yaml`, record('The Attic', '2026-09-01'));
  writeIn(folder, 'pages/about.mdx', '---\ntitle: About\n---\n\n## These are worst cases\n\nMade up.\n');
  // The edition has it; here it would be the same pages again.
  writeIn(folder, 'site.yaml', 'handbook: false\n');
  writeReading(folder, WORST.crowded, HEADLINE, crowded());
  writeReading(folder, WORST.many, 'Three hundred notes', many());
  writeReading(folder, WORST.bare, 'No sections and no notes', bare());
  writeHostileReading(folder);
  const { status, stdout, stderr } = run(['npm', 'run', 'anchors', '--', '--date', DAY], {
    POSTIL_CONTENT: folder,
  });
  if (status !== 0) throw new Error(`No ledgers were written.\n${stdout}\n${stderr}`);
}

/** Twelve long notes in one paragraph, an ordinary one before and after it. */
function crowded(): Block[] {
  const items = itemsFrom(0, 12);
  return [
    { text: prose(0, 4), items: [] },
    { text: '', items },
    ...[1, 2, 3].map((turn) => ({ text: prose(20 * turn, 4), items: [] })),
  ].map((block) => ({ ...block, isLong: true }));
}

function many(): Block[] {
  const blocks: Block[] = [];
  for (let turn = 0; turn < 300;) {
    const section = blocks.length / PARAGRAPHS_IN_SECTION;
    const heading = Number.isInteger(section) && section > 0 ? `Part ${section}` : undefined;
    const count = Math.min(CROWDS[blocks.length % CROWDS.length]!, 300 - turn);
    blocks.push({
      ...(heading && { heading }),
      text: prose(blocks.length, 2),
      items: nested(itemsFrom(turn, count)),
    });
    turn += count;
  }
  return blocks;
}

function bare(): Block[] {
  return [0, 1, 2, 3, 4, 5].map((turn) => ({ text: prose(turn * 7, 5), items: [] }));
}

interface Block {
  heading?: string;
  text: string;
  items: Item[];
  isLong?: boolean;
}

/** Every kind with every status in turn, and a remark now and then. */
function itemsFrom(from: number, count: number): Item[] {
  const stating = KINDS.filter((kind) => kind !== 'remark');
  return Array.from({ length: count }, (_, index) => {
    const turn = from + index;
    const status = STATUSES[turn % STATUSES.length]!;
    const kind = turn % 17 === 16 ? 'remark' : stating[Math.floor(turn / STATUSES.length) % stating.length]!;
    return { id: `note-${turn + 1}`, kind, status, turn };
  });
}

/** In a crowd every fifth claim holds the next mark. */
function nested(items: Item[]): Item[] {
  return items.flatMap((item, index) => {
    const before = items[index - 1];
    const holds = (at: number) => items[at]?.kind === 'claim' && at % 5 === 0 && at + 1 < items.length;
    if (before && holds(index - 1)) return [];
    return holds(index) ? [{ ...item, inner: items[index + 1]! }] : [item];
  });
}

function writeReading(folder: string, slug: string, title: string, blocks: Block[]) {
  const notes = blocks.flatMap(({ items, isLong }) =>
    items
      .flatMap((item) => (item.inner ? [item, item.inner] : [item]))
      .map((item) => noteOf(item, isLong ?? false)),
  );
  const front = `---\ntitle: ${title}\nauthor: [{ family: Tester, given: A. }]\nlanguage: en\nsource: harbour-post\n---\n`;
  const marked = blocks.flatMap(({ heading, text, items }) => [
    ...(heading === undefined ? [] : [`## ${heading}`]),
    [text, ...items.map(sentenceOf)].filter(Boolean).join(' '),
  ]);
  const byline = 'By A Tester';
  const texts = [byline, ...marked].map((block) => block.replace(/^## |<[^>]+>/gu, ''));
  writeIn(
    folder,
    `readings/${slug}/index.mdx`,
    [front, `<Byline>${byline}</Byline>`, ...marked, ...notes].join('\n\n') + '\n',
  );
  writeIn(folder, `readings/${slug}/original.txt`, texts.join('\n\n') + '\n');
}

function sentenceOf(item: Item): string {
  return `${pick(OPENINGS, item.turn)} ${markOf(item)}, ${pick(CLOSINGS, item.turn * 3)}.`;
}

function markOf({ id, kind, status, turn, inner }: Item): string {
  const name = kind.charAt(0).toUpperCase() + kind.slice(1);
  const checked = kind === 'remark' ? '' : ` status="${status}" checked="${DAY}"`;
  const words = pick(WORDS, turn) + (inner ? ` and that ${markOf(inner)}` : '');
  return `<${name} id="${id}"${checked}${OWN[kind]}>${kind === 'figure' ? '40 points of the plan' : words}</${name}>`;
}

/** What each kind has to give besides. */
const OWN: Record<Kind, string> = {
  claim: '',
  source: ' of="the-ledger"',
  figure: ' value="40" unit="points" measures="Points of the plan"',
  quotation: ' by="The harbour master" source="the-minutes" wording="unseen"',
  remark: '',
};

const BEARINGS: Record<Status, readonly string[]> = {
  supported: ['supports', 'supports', 'context'],
  qualified: ['qualifies', 'supports', 'context'],
  contested: ['supports', 'contradicts', 'qualifies'],
  contradicted: ['contradicts', 'context', 'contradicts'],
  opinion: ['context', 'context', 'context'],
  unchecked: ['context', 'context', 'context'],
};

/** A long note has about ninety words of body and three long excerpts; any other a sentence and one short excerpt. */
function noteOf({ id, kind, status, turn }: Item, isLong: boolean): string {
  const pieces = kind === 'remark' ? [] : BEARINGS[status].slice(0, isLong || status === 'contested' ? 3 : 1);
  const evidence = pieces.map((bearing, index) => {
    const excerpt = `${prose(turn + 5 * index, isLong ? 5 : 1)} There were 40 points of the plan.`;
    return `<Evidence source="${SOURCES[index]!}" bearing="${bearing}" read="whole">${excerpt}</Evidence>`;
  });
  const paragraphs = [`${pick(FINDINGS, turn)}.`, prose(turn + 2, isLong ? 6 : 1), ...evidence];
  return `[^${id}]: ${paragraphs.join('\n\n    ')}`;
}

/** Sentences of some fifteen words. */
function prose(turn: number, count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const at = turn * 5 + index * 3;
    return `${pick(OPENINGS, at)} ${pick(WORDS, at + 1)}, ${pick(CLOSINGS, at + 2)}.`;
  }).join(' ');
}

function pick(words: readonly string[], turn: number): string {
  return words[turn % words.length]!;
}

function record(title: string, issued: string): string {
  return `type: webpage\ntitle: ${title}\ncontainer-title: ${title}\nissued: "${issued}"\naccessed: "${DAY}"\nread: whole\n`;
}

function writeIn(folder: string, name: string, text: string) {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const SOURCES = ['the-ledger', 'the-minutes', 'the-almanac'] as const;

const OPENINGS = [
  'In the spring it was told that',
  'Nobody on the quay had doubted that',
  'From the first day it was held that',
  'The harbour master said in public that',
  'It has since been printed that',
  'Those who were there remember that',
  'On the other shore they thought that',
];

const WORDS = [
  'the ice had closed the northern channel',
  'no ship was turned away by the pilots',
  'the toll was to be paid in kind',
  'the lamps were lit before the evening bell',
  'the council had not been asked at all',
  'every boat below the bridge was counted twice',
  'the old wall would stand another winter',
  'the grain was weighed where it was landed',
  'two of the cranes belonged to the town',
  'the keeper of the books had been away',
  'the agreement was never read aloud',
];

const CLOSINGS = [
  'and so it was written down by the clerk',
  'which is what the almanac has for that week',
  'though the minutes are silent on the matter',
  'as anyone could see from the tower',
  'until the next tide put an end to the talk',
];

const FINDINGS = [
  'The books say the same of that week',
  'The minutes have it with a limit that the text leaves out',
  'The almanac and the minutes differ on it',
  'The ledger has another name and another day',
  'It is a judgement, and no book could settle it',
  'Nothing was found of it in the parts that were read',
];
