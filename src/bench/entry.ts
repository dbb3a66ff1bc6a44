import path from 'node:path';
import { RULES_FOR_GUESTS, Host, type Read } from './host.ts';
import { readIn } from './own.ts';

/** A page that is measured beside others, and the site that it stands in. */
export interface Entry {
  name: string;
  /** Its path, with a leading slash. */
  page: string;
  read: Read;
  /** Whether it bears the policy on content that ours has. */
  isOurs: boolean;
}

/**
 * @param folder a built site
 * @returns its files; what was read once is held, and compressed once
 */
export function filesIn(folder: string): Read {
  const site = path.normalize(folder);
  const kept = new Map<string, Uint8Array | undefined>();
  return (place) => {
    if (!kept.has(place)) kept.set(place, readIn(site, place));
    return kept.get(place);
  };
}

/** @returns a site of one page, which stands at its root */
export function onePage(name: string, html: string): Entry {
  const files = new Map([['/index.html', Buffer.from(html)]]);
  return { name, page: '/', read: (place) => files.get(place), isOurs: false };
}

/**
 * Serves pages and measures them one after the other, in each round in another order.
 *
 * @param entries no two of one name
 * @param rounds how often
 * @param tell is told what is being measured
 * @param measure is given the address of a page, and the ordinal of the round
 * @returns what came of each, by its name, in all rounds
 */
export async function inTurn<Taking extends Entry, Measured>(
  entries: readonly Taking[],
  rounds: number,
  tell: (progress: string) => void,
  measure: (address: string, entry: Taking, round: number) => Promise<Measured>,
): Promise<Map<string, Measured[]>> {
  const hosts = entries.map(({ read, isOurs }) =>
    isOurs ? new Host(read) : new Host(read, RULES_FOR_GUESTS),
  );
  const sites = await Promise.all(hosts.map((host) => host.listen()));
  const measured = new Map(entries.map(({ name }) => [name, [] as Measured[]]));
  try {
    for (let round = 0; round < rounds; round += 1)
      for (const at of rotated(entries, round)) {
        const entry = entries[at]!;
        tell(`round ${round + 1} of ${rounds}, ${entry.name}`);
        measured.get(entry.name)!.push(await measure(sites[at]! + entry.page, entry, round));
      }
  } finally {
    for (const host of hosts) host.close();
  }
  return measured;
}

/** The places in a list, beginning with another one each time. */
function rotated({ length }: readonly unknown[], by: number): number[] {
  return Array.from({ length }, (_, at) => (at + by) % length);
}
