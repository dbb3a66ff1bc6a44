import { capitalized } from '../core/tally.ts';
import type { Chance } from './chance.ts';
import type { Prose } from './prose.ts';
import { makeNote, type SyntheticNote } from './synthetic-note.ts';

/** Paragraphs between two headings, at most; and sentences in a paragraph. */
const PARAGRAPHS_IN_SECTION = 6;
const SENTENCES = [2, 5] as const;

/** How many marks a sentence has: about seven for eight sentences, as in the op-ed. */
const MARKS: readonly [number, number][] = [
  [0, 30],
  [1, 53],
  [2, 17],
];

/** How far the readings of a site differ, and what they have in common. */
export interface Variety {
  /** Languages of their texts, BCP 47, and how often each. The words are made up in all of them. */
  languages: readonly (readonly [language: string, weight: number])[];
  /** Share of citations that go to sources which any reading may cite, and how many of those there are. */
  shared: number;
  commonSources: number;
}

/** All in one language, each with sources of its own. */
export const UNIFORM: Variety = { languages: [['en-GB', 1]], shared: 0, commonSources: 0 };

/** As a newspaper's site might be after some years. */
export const VARIED: Variety = {
  languages: [
    ['en-GB', 14],
    ['fr-FR', 3],
    ['de-DE', 2],
    ['uk-UA', 1],
  ],
  shared: 0.15,
  commonSources: 120,
};

/** A reading as its files have it, still without a ledger, and the keys of what it cites. */
export interface SyntheticReading {
  slug: string;
  mdx: string;
  original: string;
  cited: string[];
}

/**
 * Makes up a reading.
 *
 * @param place its ordinal among the readings, from 0: part of its slug and of its sources' keys
 * @param annotations how many it has
 * @param prose what it says
 * @param chance how it is built
 * @param variety how it may differ from others
 */
export function makeReading(
  place: number,
  annotations: number,
  prose: Prose,
  chance: Chance,
  { languages, shared, commonSources }: Variety,
): SyntheticReading {
  const slug = `reading-${place + 1}`;
  const cited = new Set([`${slug}-text`]);
  const cite = () => {
    const isShared = chance.happens(shared);
    const key = isShared
      ? `common-source-${chance.between(1, commonSources)}`
      : `${slug}-source-${chance.between(1, Math.max(1, Math.round(annotations * 1.5)))}`;
    cited.add(key);
    return key;
  };
  const notes = Array.from({ length: annotations }, (_, index) =>
    makeNote(`${prose.key(2)}-${index + 1}`, prose, chance, cite),
  );
  const title = capitalized(prose.clause(4, 9));
  const author = prose.name();
  const language = chance.weighted(languages);
  const blocks = [`By ${author}`, ...bodyOf(notes, prose, chance)];
  const head = `---\ntitle: "${title}"\nauthor: [{ literal: "${author}" }]\nlanguage: ${language}\nsource: ${slug}-text\n---`;
  const mdx = [
    head,
    `<Byline>\n\n${blocks[0]}\n\n</Byline>`,
    ...blocks.slice(1),
    ...notes.map(({ note }) => note),
  ];
  const original = blocks.map((block) => block.replace(/^## |<[^>]+>/gu, ''));
  return { slug, mdx: `${mdx.join('\n\n')}\n`, original: `${original.join('\n\n')}\n`, cited: [...cited] };
}

/** Headings and paragraphs, until every mark has its place. */
function bodyOf(notes: readonly SyntheticNote[], prose: Prose, chance: Chance): string[] {
  const marks = notes.map(({ mark }) => mark);
  const blocks: string[] = [];
  while (marks.length > 0) {
    if (blocks.length % (PARAGRAPHS_IN_SECTION + 1) === PARAGRAPHS_IN_SECTION)
      blocks.push(`## ${capitalized(prose.clause(4, 7)).replaceAll(',', '')}`);
    else blocks.push(paragraphOf(marks, prose, chance));
  }
  return blocks;
}

/** Takes the marks that it holds from the list. */
function paragraphOf(marks: string[], prose: Prose, chance: Chance): string {
  return Array.from({ length: chance.between(...SENTENCES) }, () => {
    const taken = marks.splice(0, chance.weighted(MARKS));
    return taken.length === 0 ? prose.sentence() : sentenceAround(taken, prose);
  }).join(' ');
}

function sentenceAround(marks: readonly string[], prose: Prose): string {
  const parts = marks.map((mark) => `${mark}, ${prose.clause(3, 8)}`);
  return `${capitalized(prose.clause(2, 6))} ${parts.join(' ')}.`;
}
