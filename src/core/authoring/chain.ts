import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { sentence } from '../problem.ts';
import type { Item } from './csl-record.ts';

/** A bibliography that cannot be read, or holds nothing: why, in full sentences. */
export class Unreadable extends Error {}

/** A record of a bibliography. */
export interface Read {
  item: Item;
  /** What its form states beyond CSL-JSON: “titleaddon: The lamps”. */
  beyond: string[];
  /** What its editor may want to correct in the file, in full sentences. */
  said: string[];
}

/** A record that cannot be read. */
export interface Broken {
  /** How it begins in the file, and where: “`@book{lamps`, line 5”. */
  name: string;
  /** In full sentences. */
  why: string;
}

/** What a file of records holds. */
export interface Bibliography {
  records: Read[];
  broken: Broken[];
}

/**
 * Has Citation.js read a form, with the mapping to CSL of its plugin for that form, which is to be loaded.
 *
 * @param data text, or data on its way to CSL-JSON
 * @param options the form that it has, and the one that is wanted, if not CSL-JSON
 * @returns its records
 * @throws Unreadable where it is malformed
 */
export function chain(
  data: string | readonly object[],
  options: { forceType: string; target?: string },
): unknown[] {
  try {
    return plugins.input.chain(data, { ...options, generateGraph: false });
  } catch (error) {
    // An empty list has no form: Citation.js would go on making something of it.
    if (/parsing iterations/.test((error as Error).message)) return [];
    throw new Unreadable(sentence(`It is malformed: ${(error as Error).message.split('\n')[0]}`), {
      cause: error,
    });
  }
}
