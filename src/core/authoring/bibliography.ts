import { sentence } from '../problem.ts';
import { readBibtex } from './bibtex-records.ts';
import { type Bibliography, Unreadable } from './chain.ts';
import type { Item } from './csl-record.ts';
import { readRis } from './ris-records.ts';

/** Reads a bibliography of one form. */
type Reader = (text: string) => Bibliography;

/** Forms of bibliographies, by the endings of their files. */
export const BIBLIOGRAPHIES: Readonly<Record<string, Reader>> = {
  bib: readBibtex,
  ris: readRis,
  json: readJson,
};

/**
 * @param text of a file
 * @param ending of its name: one of those in `BIBLIOGRAPHIES`
 * @returns its records, at least one, and what of it cannot be read
 * @throws Unreadable where it has none that can be read
 */
export function readBibliography(text: string, ending: string): Bibliography {
  const bibliography = BIBLIOGRAPHIES[ending]!(text.replace(/^\uFEFF/, ''));
  const { records, broken } = bibliography;
  if (records.length > 0) return bibliography;
  const [{ name, why } = {}] = broken;
  throw new Unreadable(name === undefined ? 'There is no record in it.' : `${name}: ${why}`);
}

function readJson(text: string): Bibliography {
  const data = parse(text);
  const items = [data].flat();
  for (const [index, item] of items.entries())
    if (typeof item !== 'object' || item === null || typeof (item as Item).type !== 'string')
      throw new Unreadable(`It is no CSL-JSON: its item ${index + 1} has no \`type\`.`);
  return { records: (items as Item[]).map((item) => ({ item, beyond: [], said: [] })), broken: [] };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Unreadable(sentence(`It is no JSON: ${(error as Error).message}`), { cause: error });
  }
}
