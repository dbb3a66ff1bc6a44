/** What became of a page that a record links to, worst last but one: of what refuses robots nothing is known. */
export const LINK_STATES = ['fine', 'moved', 'failing', 'unreachable', 'gone', 'refused'] as const;
export type LinkState = (typeof LINK_STATES)[number];

/** One request on the way: what the server answered, or why there is no answer. */
export interface Hop {
  address: string;
  status?: number;
  /** Where a redirection leads, absolute. */
  to?: string;
  /** A system's or library's code: `ENOTFOUND`, `CERT_HAS_EXPIRED`. */
  fault?: string;
}

/** What is found of an address. */
export interface Found {
  state: LinkState;
  status?: number | undefined;
  fault?: string | undefined;
  /** Where it has moved to, and whether every server on the way says that it is for good. */
  to?: string | undefined;
  isPermanent?: boolean | undefined;
}

/** Redirections that are followed: browsers follow 20, and nobody needs 10. @see https://fetch.spec.whatwg.org/#http-redirect-fetch */
export const MOST_HOPS = 10;

const PERMANENT: readonly number[] = [301, 308];
const GONE: readonly number[] = [404, 410];
/** What is answered to a robot says nothing of what a reader gets. */
const REFUSED: readonly number[] = [401, 403, 407, 429, 451];

/** There is no way out to the host, or to any: the page has had no say. */
const NO_WAY = /^(?:ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ENETDOWN|UND_ERR_CONNECT_TIMEOUT|PROXY)$/;

/** @returns whether a server sends the reader elsewhere */
export function isRedirection(status: number | undefined): boolean {
  return status !== undefined && [301, 302, 303, 307, 308].includes(status);
}

/**
 * @param hops the requests that were made for an address, in order; at least one
 * @returns what they say of it
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-15
 */
export function judge(hops: readonly Hop[]): Found {
  const [first, last] = [hops[0]!, hops.at(-1)!];
  const moved = hops.length > 1 ? { to: last.address, isPermanent: isForGood(hops.slice(0, -1)) } : {};
  const { status, fault } = last;
  if (fault !== undefined) return { state: 'unreachable', fault, ...moved };
  if (isRedirection(status)) return { state: 'failing', status, fault: 'REDIRECTIONS', ...moved };
  if (GONE.includes(status!)) return { state: 'gone', status, ...moved };
  if (REFUSED.includes(status!)) return { state: 'refused', status, ...moved };
  if (status! < 200 || status! >= 300) return { state: 'failing', status, ...moved };
  return isSame(first.address, last.address)
    ? { state: 'fine', status }
    : { state: 'moved', status, ...moved };
}

/**
 * @param found what was found of addresses on different hosts
 * @returns whether no host could be reached at all: then it is the network that is not there, and nothing is known
 */
export function isCutOff(found: readonly Found[]): boolean {
  return (
    found.length > 0 && found.every(({ state, fault }) => state === 'unreachable' && NO_WAY.test(fault ?? ''))
  );
}

/** @returns whether an editor has something to see to */
export function needsAttention({ state }: Found): boolean {
  return state !== 'fine' && state !== 'refused';
}

function isForGood(hops: readonly Hop[]): boolean {
  return hops.every(({ status }) => PERMANENT.includes(status!));
}

/** A server may send a visitor round, to set a cookie, and back to where he wanted to go. */
function isSame(one: string, other: string): boolean {
  return new URL(one).href === new URL(other).href;
}
