import { addressOfDoi } from '../core/authoring/doi.ts';
import type { Item } from '../core/authoring/csl-record.ts';
import { readPage } from '../core/authoring/web-page.ts';
import { inWords } from '../core/link-fault.ts';
import { isRedirection, MOST_HOPS } from '../core/link-state.ts';
import { faultOf } from './ask-links.ts';

/** How bibliographic data are asked for. */
export interface Manners {
  /** Who asks: the whole of the header `User-Agent`. */
  userAgent: string;
  /** Milliseconds for one request. */
  timeout: number;
}

/** Why there are no data to be had, in full sentences. */
export class Unanswered extends Error {}

/** Bytes of an answer: a page of text has a few hundred thousand. */
const MOST_BYTES = 10_000_000;

/** @see https://www.crossref.org/documentation/retrieve-metadata/content-negotiation/ */
const CSL = 'application/vnd.citationstyles.csl+json';
const HTML = 'text/html, application/xhtml+xml';

/** What a page says in its first bytes of how it is written. @see https://html.spec.whatwg.org/#determining-the-character-encoding */
const META_CHARSET = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,40})/i;
const SNIFFED = 1024;

/**
 * Asks the agency where a DOI is registered what it names.
 *
 * @param doi as `readDoi` gives it
 * @param resolver where DOIs are asked for: https://doi.org/
 * @param manners how to ask
 * @returns CSL-JSON
 * @throws Unanswered where there is no answer, or none that can be used
 */
export async function askForDoi(doi: string, resolver: string, manners: Manners): Promise<Item> {
  const { response, address } = await follow(addressOfDoi(doi, resolver), CSL, manners);
  if (response.status === 404)
    throw new Unanswered(`There is no DOI \`${doi}\`: ${resolver} does not know it.`);
  if (response.status === 406)
    throw new Unanswered(`The agency at which \`${doi}\` is registered gives no data of it.`);
  refuseFailure(response, address);
  const text = new TextDecoder().decode(await bytesOf(response, address));
  const item = parse(text);
  if (item === undefined)
    throw new Unanswered(`${address} did not answer with bibliographic data, but with something else.`);
  return { DOI: doi, ...item };
}

/**
 * @param address of a page
 * @param manners how to ask
 * @returns what the page states of itself, as CSL-JSON
 * @throws Unanswered where there is no page
 */
export async function askForPage(address: string, manners: Manners): Promise<Item> {
  const { response, address: last } = await follow(address, HTML, manners);
  refuseFailure(response, last);
  const type = response.headers.get('content-type') ?? '';
  if (!/^(?:text\/html|application\/xhtml\+xml)\b/i.test(type)) {
    await response.body?.cancel();
    throw new Unanswered(
      `${last} is no page of HTML, but ${type || 'of no stated type'}: write its record by hand.`,
    );
  }
  return readPage(decode(await bytesOf(response, last), type), last);
}

/** Redirections are followed by hand: one that leads out of the web is told. */
async function follow(
  address: string,
  accept: string,
  manners: Manners,
): Promise<{ response: Response; address: string }> {
  let next = address;
  for (let hops = 0; hops <= MOST_HOPS; hops += 1) {
    const response = await request(next, accept, manners);
    const location = isRedirection(response.status) ? response.headers.get('location') : null;
    if (location === null) return { response, address: next };
    await response.body?.cancel();
    next = destination(location, next);
  }
  throw new Unanswered(`${address} cannot be reached: ${inWords('REDIRECTIONS')}.`);
}

function destination(location: string, from: string): string {
  const to = URL.parse(location, from);
  if (!to || !/^https?:$/.test(to.protocol))
    throw new Unanswered(`${from} leads to \`${location}\`, which is no address of the web.`);
  return to.href;
}

async function request(address: string, accept: string, { userAgent, timeout }: Manners): Promise<Response> {
  try {
    return await fetch(address, {
      redirect: 'manual',
      headers: { 'User-Agent': userAgent, Accept: accept },
      signal: AbortSignal.timeout(timeout),
    });
  } catch (error) {
    throw unreachable(address, error as Error);
  }
}

function unreachable(address: string, error: Error): Unanswered {
  return new Unanswered(`${address} cannot be reached: ${inWords(faultOf(error))}.`, { cause: error });
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-15 */
function refuseFailure({ status, ok }: Response, address: string): void {
  if (ok) return;
  if (status === 404 || status === 410) throw new Unanswered(`There is no page at ${address} (${status}).`);
  if (status === 401 || status === 403 || status === 429)
    throw new Unanswered(`${address} turns programs away (${status}): write its record by hand.`);
  throw new Unanswered(`${address} answered with ${status}, and with no data.`);
}

async function bytesOf(response: Response, address: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of response.body ?? []) {
      length += chunk.length;
      if (length > MOST_BYTES) break;
      chunks.push(chunk);
    }
  } catch (error) {
    throw unreachable(address, error as Error);
  }
  if (length > MOST_BYTES)
    throw new Unanswered(`${address} is larger than ${MOST_BYTES / 1e6} MB: it is no page to be read.`);
  return Buffer.concat(chunks);
}

function parse(text: string): Item | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null && 'type' in data ? data : undefined;
  } catch {
    return undefined;
  }
}

function decode(bytes: Uint8Array, type: string): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, SNIFFED));
  const label = /charset=["']?([\w-]+)/i.exec(type)?.[1] ?? META_CHARSET.exec(start)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    // A name that nobody knows.
    return new TextDecoder().decode(bytes);
  }
}
