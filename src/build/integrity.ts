import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import { parseLedger } from '../core/ledger-file.ts';

/** What does not hold in a built site: in which file, and what. */
export interface Fault {
  /** Within the site, with slashes. */
  file: string;
  what: string;
}

/** What a page has that others lead to, and what it leads to itself. */
interface Leads {
  ids: ReadonlySet<string>;
  twice: string[];
  /** Ids of the same page, each with what refers to it. */
  within: [attribute: string, id: string][];
  /** Addresses, as they are written. */
  addresses: [attribute: string, address: string][];
}

type Element = DefaultTreeAdapterTypes.Element;

/** Attributes whose value is one address. @see https://html.spec.whatwg.org/multipage/indices.html#attributes-3 */
const ADDRESSES = ['href', 'src', 'action', 'formaction', 'cite', 'poster', 'data'];

/** Of these the content is one. @see https://ogp.me/ */
const ADDRESSES_OF_META = ['og:url', 'og:image'];

/**
 * Attributes whose value is ids of the same page.
 *
 * @see https://www.w3.org/TR/wai-aria-1.2/#typemapping (ID reference, ID reference list)
 */
const REFERENCES = [
  'aria-activedescendant',
  'aria-controls',
  'aria-describedby',
  'aria-details',
  'aria-errormessage',
  'aria-flowto',
  'aria-labelledby',
  'aria-owns',
  'for',
  'form',
  'headers',
  'itemref',
  'list',
  'popovertarget',
];

/** Where feeds and site maps have addresses: in elements, and in attributes. */
const IN_XML = [/<(?:loc|id|uri|logo|icon)>([^<]+)<\//g, /\shref="([^"]+)"/g];

/**
 * Looks whether everything in a built site that leads somewhere within it leads there: links, their fragments, what
 * scripts and styles are asked for, references between elements, feed and site map; whether no page has an id twice; and
 * whether every anchor that a ledger has given out is there. It reads files and asks no server: crawlers that were looked
 * at (linkinator, hyperlink) follow links, and know neither references between elements nor what was ever published.
 *
 * @param dist the folder of the site
 * @param base the path under which it is served, with a slash at both ends
 * @param origin of the site's own whole addresses, as `https://example.org`; without it there are none
 */
export function faultsOfSite(dist: string, base: string, origin?: string): Fault[] {
  const files = new Set(filesIn(dist));
  const pages = new Map(
    [...files].filter((file) => file.endsWith('.html')).map((file) => [file, leadsOf(read(dist, file))]),
  );
  const site: BuiltSite = { files, pages, base, origin: origin ?? UNKNOWN };
  return [
    ...faultsOfNames([...files]),
    ...Array.from(pages, ([file, leads]) => faultsOfPage(file, leads, site)).flat(),
    ...[...files].filter((file) => file.endsWith('.xml')).flatMap((file) => faultsOfXml(dist, file, site)),
    ...[...files].filter((file) => isLedger(dist, file)).flatMap((file) => faultsOfLedger(dist, file, site)),
  ];
}

/** On some hosts, and on some machines on which a site is copied, a name is the same in capitals, or may not be at all. */
function faultsOfNames(files: readonly string[]): Fault[] {
  const alike = Map.groupBy(files, (file) => file.normalize('NFC').toLowerCase());
  const twice = [...alike.values()].filter(({ length }) => length > 1);
  return [
    ...twice.map(([file, other]) => ({
      file: file!,
      what: `has the name of \`${other}\`, but for capitals`,
    })),
    ...files
      .filter((file) => NOWHERE.test(file))
      .map((file) => ({ file, what: 'has a name that Windows cannot have' })),
  ];
}

/** @see https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file */
const NOWHERE = /[<>:"|?*\\\p{Cc}]|[. ](?:\/|$)|(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\/|$)/iu;

interface BuiltSite {
  files: ReadonlySet<string>;
  pages: ReadonlyMap<string, Leads>;
  base: string;
  origin: string;
}

/** Of a site that does not know where it is, nothing whole leads into it. */
const UNKNOWN = 'https://site.invalid';

function filesIn(dist: string): string[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(path.join(dist, file)).isFile())
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

function read(dist: string, file: string): string {
  return readFileSync(path.join(dist, file), 'utf8');
}

function leadsOf(html: string): Leads {
  const ids = new Set<string>();
  const leads: Leads = { ids, twice: [], within: [], addresses: [] };
  for (const element of elementsIn(parse(html))) {
    const attributes = new Map(element.attrs.map(({ name, value }) => [name, value]));
    const id = attributes.get('id');
    if (id !== undefined && ids.has(id)) leads.twice.push(id);
    if (id !== undefined) ids.add(id);
    for (const name of REFERENCES)
      for (const to of attributes.get(name)?.split(/\s+/).filter(Boolean) ?? [])
        leads.within.push([name, to]);
    leads.addresses.push(...addressesOf(element, attributes));
  }
  return leads;
}

function addressesOf(
  { tagName }: Element,
  attributes: ReadonlyMap<string, string>,
): [attribute: string, address: string][] {
  const own = ADDRESSES.filter((name) => attributes.has(name)).map((name): [string, string] => [
    `${tagName} ${name}`,
    attributes.get(name)!,
  ]);
  const property = attributes.get('property') ?? '';
  const ofMeta = ADDRESSES_OF_META.includes(property) ? [[property, attributes.get('content') ?? '']] : [];
  return [...own, ...(ofMeta as [string, string][])];
}

/** All elements of a page in their order, those in templates included. */
export function* elementsIn(node: DefaultTreeAdapterTypes.Node): Generator<Element> {
  if (defaultTreeAdapter.isElementNode(node)) yield node;
  if ('content' in node) yield* elementsIn(node.content);
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsIn(child);
}

function faultsOfPage(file: string, { ids, twice, within, addresses }: Leads, site: BuiltSite): Fault[] {
  const dangling = within.filter(([, id]) => !ids.has(id));
  return [
    ...twice.map((id) => ({ file, what: `has the id \`${id}\` twice` })),
    ...dangling.map(([name, id]) => ({ file, what: `\`${name}\` refers to \`${id}\`, which is not there` })),
    ...addresses.flatMap(([name, address]) => faultsOfAddress(file, name, address, site)),
  ];
}

function faultsOfXml(dist: string, file: string, site: BuiltSite): Fault[] {
  const xml = read(dist, file);
  const addresses = IN_XML.flatMap((pattern) => Array.from(xml.matchAll(pattern), ([, address]) => address!));
  return addresses.flatMap((address) => faultsOfAddress(file, 'an element', unescaped(address), site));
}

/** @see https://www.w3.org/TR/xml/#sec-predefined-ent */
function unescaped(words: string): string {
  return words.replace(/&(lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name]!).replaceAll('&amp;', '&');
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'" };

function faultsOfAddress(file: string, name: string, address: string, site: BuiltSite): Fault[] {
  const here = new URL(site.base + file.replace(/(^|\/)index\.html$/, '$1'), site.origin);
  const url = URL.parse(address, here);
  if (url === null) return [{ file, what: `${name}: \`${address}\` is no address` }];
  if (url.origin !== here.origin) return [];
  if (!url.pathname.startsWith(site.base))
    // A whole address is of another site on the same host.
    return URL.canParse(address) ? [] : [{ file, what: `${name}: \`${address}\` leads out of the site` }];
  const place = decodeURIComponent(url.pathname.slice(site.base.length));
  const to = place === '' || place.endsWith('/') ? `${place}index.html` : place;
  if (!site.files.has(to)) return [{ file, what: `${name}: \`${address}\` leads to nothing` }];
  const id = decodeURIComponent(url.hash.slice(1).replace(/:~:.*$/, ''));
  if (id === '' || !site.pages.has(to) || site.pages.get(to)!.ids.has(id)) return [];
  return [{ file, what: `${name}: \`${address}\` leads to \`${id}\`, which is not there` }];
}

/** Of the present edition the text, and with it all anchors, is at the reading's own address. */
function isLedger(dist: string, file: string): boolean {
  const [, slug, edition] = /^([^/]+)\/(editions\/\d+\/)?anchors\.json$/.exec(file) ?? [];
  if (slug === undefined || slug === SCHEMAS) return false;
  return edition === undefined || read(dist, file) !== read(dist, `${slug}/anchors.json`);
}

/** Where the schema of ledgers has a ledger's name. */
const SCHEMAS = 'schemas';

/** What was given out stays: in the page beside the ledger each anchor, and a page for each annotation. */
function faultsOfLedger(dist: string, file: string, { pages }: BuiltSite): Fault[] {
  const { ledger } = parseLedger({ path: file, json: read(dist, file) });
  if (!ledger) return [{ file, what: 'is no ledger' }];
  const ids = pages.get(`${path.posix.dirname(file)}/index.html`)?.ids;
  if (!ids) return [{ file, what: 'has no page beside it' }];
  const [slug] = file.split('/');
  return [
    ...ledger.anchors
      .filter(({ anchor }) => !ids.has(anchor))
      .map(({ anchor }) => ({ file, what: `has given out \`${anchor}\`, which is not there` })),
    ...ledger.annotations
      .filter(({ annotation }) => !pages.has(`${slug}/notes/${annotation}/index.html`))
      .map(({ annotation }) => ({ file, what: `has the annotation \`${annotation}\`, which has no page` })),
  ];
}
