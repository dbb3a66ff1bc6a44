/**
 * `npm run links`: whether the pages that source records link to are still there. Needs a network; changes nothing.
 *
 * Exit codes: 0 none is broken or moved, 1 one is, 2 could not run.
 */
import { parseArgs } from 'node:util';
import { askLinks, type Manners } from '../build/ask-links.ts';
import { readSources } from '../build/content.ts';
import { say, sayInJson } from '../build/say.ts';
import { proxyHint, whoAsks } from '../build/who-asks.ts';
import { inWords } from '../core/link-fault.ts';
import { type Found, LINK_STATES, type LinkState, needsAttention } from '../core/link-state.ts';

const USAGE = `npm run links [-- KEY …] [-- OPTION …]

  KEY             keys of source records, where not all are to be looked at
  --pause MS      milliseconds between two requests to one host, if not 1000
  --timeout MS    milliseconds that a server has to answer, if not 20000
  --json          for programs

Asks for every address and dated copy in content/sources/: by HEAD, then by GET; one page of a host at a time. Nothing
is changed. Ends with 0 where none is broken or moved, with 1 where one is, with 2 where it could not run: without a
network nothing is said of any page. What refuses a robot counts as neither.`;

const OPTIONS = {
  pause: { type: 'string' },
  timeout: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** What each state says, to those who have to see to it. */
const SAYS: Record<LinkState, string> = {
  fine: 'Fine',
  moved: 'Moved: see whether the new page is the same, and give its address',
  failing: 'Failing: the server answers, and not with the page',
  unreachable: 'Unreachable: there was no answer',
  gone: 'Gone: link a dated copy, or take the address out',
  refused: 'Refused: a robot is turned away, which says nothing of the page; look by hand',
};

/** An address with the records that give it. */
interface Row extends Found {
  address: string;
  sources: string[];
}

try {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  if (values.help) console.log(USAGE);
  else process.exitCode = await checkLinks(positionals, values);
} catch (error) {
  const { message, code = '' } = error as NodeJS.ErrnoException;
  console.error(code.startsWith('ERR_PARSE_ARGS') ? `${message}\n\n${USAGE}` : message);
  process.exitCode = 2;
}

interface Asked {
  pause?: string;
  timeout?: string;
  json?: boolean;
}

async function checkLinks(keys: readonly string[], { pause, timeout, json }: Asked): Promise<number> {
  const addresses = addressesOf(keys);
  const manners = {
    userAgent: whoAsks('link check'),
    pause: milliseconds('--pause', pause, 1000),
    timeout: milliseconds('--timeout', timeout, 20_000),
  } satisfies Manners;
  const found = await askLinks([...addresses.keys()], manners);
  if (!found)
    throw new Error(
      `No host could be reached: there is no network here, or none that leads out. Nothing is known of any page.${proxyHint()}`,
    );
  const rows = [...addresses].map(([address, sources]): Row => ({
    address,
    sources,
    ...found.get(address)!,
  }));
  if (json) sayInJson(rows);
  else say(tell(rows));
  return rows.some(needsAttention) ? 1 : 0;
}

/** Every address once, with the keys of its records, in their order. */
function addressesOf(keys: readonly string[]): Map<string, string[]> {
  const { sources } = readSources();
  const unknown = keys.find((key) => !sources.has(key));
  if (unknown !== undefined) throw new Error(`There is no record \`${unknown}\` in content/sources/.`);
  const addresses = new Map<string, string[]>();
  for (const { key, URL: address, copies = [] } of sources.values()) {
    if (keys.length > 0 && !keys.includes(key)) continue;
    for (const each of [address, ...copies.map((copy) => copy.address)])
      if (each !== undefined) addresses.set(each, [...(addresses.get(each) ?? []), key]);
  }
  if (addresses.size === 0) throw new Error('No record gives an address.');
  return addresses;
}

function milliseconds(option: string, value: string | undefined, usual: number): number {
  if (value === undefined) return usual;
  if (!/^\d{1,7}$/.test(value))
    throw new Error(`\`${option} ${value}\` is not a number of milliseconds, as in 1000.`);
  return Number(value);
}

function tell(rows: readonly Row[]): string {
  const groups = LINK_STATES.filter((state) => state !== 'fine').flatMap((state) => {
    const mine = rows.filter((row) => row.state === state);
    return mine.length === 0 ? [] : [[`${SAYS[state]}.`, ...mine.map(tellRow)].join('\n')];
  });
  const fine = rows.filter(({ state }) => state === 'fine').length;
  return [...groups, `${fine} of ${rows.length === 1 ? '1 address' : `${rows.length} addresses`} fine.`].join(
    '\n\n',
  );
}

function tellRow({ address, sources, status, fault, to, isPermanent }: Row): string {
  const why = [status, fault === undefined ? undefined : inWords(fault)].filter(Boolean).join(', ');
  const moved =
    to === undefined ? '' : `\n    → ${to} ${isPermanent ? '(for good)' : '(for now, its server says)'}`;
  return `  ${sources.join(', ')}  ${address}  ${why}${moved}`;
}
