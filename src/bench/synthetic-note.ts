import type { Bearing, Kind, Status } from '../core/annotation.ts';
import { capitalized } from '../core/tally.ts';
import type { Chance } from './chance.ts';
import type { Amount, Prose } from './prose.ts';

/** How often the op-ed has each: of 89 annotations, and of 262 pieces of evidence. */
const KINDS: readonly [Kind, number][] = [
  ['claim', 72],
  ['figure', 5],
  ['source', 4],
  ['quotation', 5],
  ['remark', 3],
];
const STATUSES: readonly [Status, number][] = [
  ['supported', 28],
  ['qualified', 22],
  ['contested', 12],
  ['contradicted', 1],
  ['opinion', 18],
  ['unchecked', 5],
];
const PIECES: readonly [number, number][] = [
  [1, 2],
  [2, 24],
  [3, 35],
  [4, 25],
];
const FURTHER_BEARINGS: readonly [Bearing, number][] = [
  ['context', 104],
  ['supports', 80],
  ['qualifies', 20],
];

/** What the evidence must begin with for a status to stand. */
const NEEDED: Record<Status, readonly Bearing[]> = {
  supported: ['supports'],
  qualified: ['qualifies'],
  contested: ['supports', 'contradicts'],
  contradicted: ['contradicts'],
  opinion: [],
  unchecked: [],
};

/** Share of pieces in another language, with a rendering; of notes that tell a later development. */
const FOREIGN = 0.07;
const SINCE = 0.26;

/** The day on which every synthetic statement was checked. */
const CHECKED = '2025-09-01';

/** An annotation: its mark around words, and its note. */
export interface SyntheticNote {
  mark: string;
  note: string;
}

/**
 * Makes up an annotation as the op-ed has them.
 *
 * @param id unique in its reading
 * @param prose what it says
 * @param chance what kind it is, and what its evidence amounts to
 * @param cite asked once for each source that is cited; gives its key
 */
export function makeNote(id: string, prose: Prose, chance: Chance, cite: () => string): SyntheticNote {
  const kind = chance.weighted(KINDS);
  const status = kind === 'remark' ? undefined : chance.weighted(STATUSES);
  const amount = kind === 'figure' ? prose.amount() : undefined;
  const quoted = kind === 'quotation' ? prose.clause(4, 8) : undefined;
  const bearings = status === undefined ? [] : bearingsOf(status, chance);
  const decisive = amount?.words ?? quoted ?? prose.clause(3, 6);
  const evidence = bearings.map((bearing, place) => {
    const words = place === 0 ? decisive : prose.clause(3, 6);
    return pieceOf(bearing, words, prose, chance, cite());
  });
  const since = chance.happens(SINCE) ? [developmentOf(prose, cite())] : [];
  const parts = [findingOf(prose), prose.sentences(2, 4), ...evidence, ...since];
  const words = quoted === undefined ? (amount?.words ?? prose.clause(4, 14)) : `“${quoted}”`;
  const own = ownAttributes(kind, amount, prose, cite);
  return { mark: markOf(id, kind, status, own, words), note: `[^${id}]: ${parts.join('\n\n    ')}` };
}

function bearingsOf(status: Status, chance: Chance): Bearing[] {
  const needed = NEEDED[status];
  const count = Math.max(needed.length, chance.weighted(PIECES));
  const further = Array.from({ length: count - needed.length }, () => chance.weighted(FURTHER_BEARINGS));
  return [...needed, ...further];
}

function pieceOf(bearing: Bearing, decisive: string, prose: Prose, chance: Chance, source: string): string {
  const isForeign = chance.happens(FOREIGN);
  const foreign = isForeign ? ` lang="de" rendering="${prose.sentence()}"` : '';
  const excerpt = `${capitalized(prose.clause(4, 12))} **${decisive}**, ${prose.clause(4, 14)}.`;
  return `<Evidence source="${source}" bearing="${bearing}" read="beginning"${foreign}>${excerpt}</Evidence>`;
}

function developmentOf(prose: Prose, source: string): string {
  return `<Since date="2025-08-01" source="${source}">${prose.sentence()}</Since>`;
}

/** One line: short enough whatever words it is made of. */
function findingOf(prose: Prose): string {
  return `${capitalized(prose.clause(6, 9)).slice(0, 85).trimEnd()}.`;
}

function ownAttributes(kind: Kind, amount: Amount | undefined, prose: Prose, cite: () => string): string {
  if (amount)
    return ` value="${amount.value}" unit="${amount.unit}" measures="${capitalized(prose.clause(2, 5))}"`;
  if (kind === 'source') return ` of="${cite()}"`;
  return kind === 'quotation' ? ` by="${prose.name()}"` : '';
}

function markOf(id: string, kind: Kind, status: Status | undefined, own: string, words: string): string {
  const name = capitalized(kind);
  const checked = status === undefined ? '' : ` status="${status}" checked="${CHECKED}"`;
  return `<${name} id="${id}"${checked}${own}>${words}</${name}>`;
}
