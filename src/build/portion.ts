import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { didYouMean } from '../core/nearest.ts';
import { restingOn } from '../core/resting.ts';
import { listReadings } from './content.ts';
import { remembered } from './memory.ts';
import { searchableOfBuild, shelvesOfBuild } from './shelf.ts';

/*
 * A build may make a part of the site, or the rest of it around parts that others have made. A part is of whole readings:
 * their pages, notes and data, and the pages and data of sources that they are the first to rest on. What is of the whole
 * site, the search index above all, whose name tells it from any other, is made where the parts are merged.
 */

/** Written into a part when it is complete. */
const MARK = '.postil-part';

/** What is written there: the readings that it is of, by their slugs, and the digest of what it was made of. */
interface Mark {
  readings: readonly string[];
  madeOf: string;
}

/** How the command hands on to the build what was asked for. */
export const HANDED_ON = { only: 'POSTIL_ONLY', parts: 'POSTIL_PARTS' } as const;

/** The readings of which the build makes a part; none where it makes the site. */
export const ONLY = handedOn('only');

/** Folders of the parts that it makes the rest around. */
export const PARTS = handedOn('parts') ?? [];

function handedOn(what: keyof typeof HANDED_ON): readonly string[] | undefined {
  const given = process.env[HANDED_ON[what]];
  return given === undefined ? undefined : (JSON.parse(given) as string[]);
}

/**
 * @param owner slug of the reading that something belongs to; undefined where it belongs to the site
 * @returns whether it is made in this build
 */
export function isMadeHere(owner: string | undefined): boolean {
  if (ONLY) return owner !== undefined && ONLY.includes(owner);
  return !isMadeBefore(owner);
}

/** @returns whether it comes from one of the parts */
export function isMadeBefore(owner: string | undefined): boolean {
  return owner !== undefined && madeBefore().has(owner);
}

function madeBefore(): ReadonlySet<string> {
  return remembered(
    'readings of the parts',
    [],
    () => new Set(PARTS.flatMap((part) => markOf(part).readings)),
  );
}

/**
 * @param place an address within the site, without a slash before it
 * @returns slug of the reading it belongs to; undefined where it belongs to the site
 */
export function ownerOf(place: string): string | undefined {
  const [first = '', second] = place.split(/[/.]/);
  if (first === 'sources') return second && ownersOfSources().get(second);
  const slug = first === 'pictures' ? second : first;
  return slug !== undefined && slugs().has(slug) ? slug : undefined;
}

function slugs(): ReadonlySet<string> {
  return remembered('slugs of the build', [], () => new Set(shelvesOfBuild().readings.keys()));
}

/** A source belongs to the first reading that rests on it. */
export function ownersOfSources(): ReadonlyMap<string, string> {
  return remembered('owners of sources', [], () => {
    const { readings, sources } = searchableOfBuild();
    const owned = [...sources.keys()].flatMap((key): [string, string][] => {
      const owner = restingOn(readings, key)[0]?.slug;
      return owner === undefined ? [] : [[key, owner]];
    });
    return new Map(owned);
  });
}

/** Marks a part as complete. */
export function markPart(folder: string, madeOf: string): void {
  writeFileSync(path.join(folder, MARK), JSON.stringify({ readings: ONLY ?? [], madeOf } satisfies Mark));
}

/** @returns whether a file is the mark of a part, which is no part of the site */
export function isMark(file: string): boolean {
  return path.basename(file) === MARK;
}

/** @throws where it is not a part, or not a complete one */
function markOf(folder: string): Mark {
  const mark = path.join(folder, MARK);
  if (!existsSync(mark))
    throw new Error(`\`${folder}\` is no part of a site: it was not made by \`--only\`, or not completed.`);
  return JSON.parse(readFileSync(mark, 'utf8')) as Mark;
}

/**
 * @param asked slugs that were given
 * @param known the slugs of all readings
 * @throws where one is not known
 */
export function checkSlugs(asked: readonly string[], known = listReadings().map(({ slug }) => slug)): void {
  if (asked.length === 0) throw new Error('`--only` wants the slugs of readings.');
  const unknown = asked.filter((slug) => !known.includes(slug));
  if (unknown.length > 0)
    throw new Error(
      unknown.map((slug) => `There is no reading \`${slug}\`.${didYouMean(slug, known)}`).join('\n'),
    );
}

/**
 * @param parts folders that were given
 * @param out the folder of the build, which is emptied when it begins
 * @param madeOf digest of what it would be made of
 * @throws where they are no parts of one site, made of what is there now
 */
export function checkParts(parts: readonly string[], out: string, madeOf: string): void {
  if (parts.length === 0) throw new Error('`--merge` wants the folders of parts.');
  const partOf = new Map<string, string>();
  for (const part of parts) {
    if (isWithin(part, out)) throw new Error(`\`${part}\` is in \`${out}\`, which is emptied first.`);
    const mark = markOf(part);
    if (mark.madeOf !== madeOf)
      throw new Error(
        `\`${part}\` was made of another content, another code, or for another address than those here.`,
      );
    for (const slug of mark.readings) {
      const other = partOf.get(slug);
      if (other !== undefined) throw new Error(`Both \`${other}\` and \`${part}\` have \`${slug}\`.`);
      partOf.set(slug, part);
    }
  }
}

function isWithin(file: string, folder: string): boolean {
  const way = path.relative(folder, file);
  return !way.startsWith('..') && !path.isAbsolute(way);
}
