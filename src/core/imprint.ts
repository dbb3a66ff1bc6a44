import type { Publication } from './publication.ts';
import { stopAfter } from './stop.ts';

/*
 * What the colophon says of who answers for a site.
 */

/** @returns who publishes it, who is responsible for its notes and where they are; or that this is not given */
export function imprintInEnglish({ publisher, responsible, address }: Publication): string {
  const sentences = [
    publisher === undefined
      ? 'This copy names no publisher in its configuration, and none is made up.'
      : `Published by ${publisher}${stopAfter(publisher)}`,
    responsible === undefined
      ? `No person responsible for the notes is named${publisher === undefined ? ' either' : ''}.`
      : `Responsible for the notes: ${responsible}${stopAfter(responsible)}`,
    address === undefined ? '' : `${address}${stopAfter(address)}`,
  ];
  return sentences.filter(Boolean).join(' ');
}

/**
 * @param publication where an error is reported, if that is configured
 * @returns what a reader can do; and where that is an address one can write to, the address
 */
export function reportingInEnglish({ report }: Publication): { says: string; mail?: string } {
  if (report === undefined)
    return {
      says: 'No address for reports is given in this copy’s configuration. If you find an error, write to whoever published the copy, and give the note’s id, which stands on its own page.',
    };
  const says = 'Every note has a link for it, which carries the note’s id';
  if (report.startsWith('mailto:')) return { says: `${says}.`, mail: report.slice('mailto:'.length) };
  return { says: `${says} and leads to ${new URL(report).host}.` };
}
