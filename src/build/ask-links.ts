import { type Found, type Hop, isCutOff, isRedirection, judge, MOST_HOPS } from '../core/link-state.ts';

/** How pages are asked for. */
export interface Manners {
  /** Who asks: the whole of the header `User-Agent`. */
  userAgent: string;
  /** Milliseconds for one request. */
  timeout: number;
  /** Milliseconds between two requests to one host. */
  pause: number;
}

/** Hosts that are asked at the same time; of each, one page at a time. */
const HOSTS_AT_ONCE = 8;
/** Hosts that are tried first: where there is no way to any of them there is no network. */
const TRIED_FIRST = 5;

/**
 * Asks for pages, and tells what became of each. Redirections are followed by hand, to know where they lead and whether
 * for good. Only the head of an answer is looked at.
 *
 * @param addresses of the web, each once
 * @param manners how to ask
 * @returns what was found of each; nothing where no host can be reached at all
 */
export async function askLinks(
  addresses: readonly string[],
  manners: Manners,
): Promise<Map<string, Found> | undefined> {
  const found = new Map<string, Found>();
  const hosts = [...Map.groupBy(addresses, (address) => new URL(address).host).values()];
  const first = hosts.slice(0, TRIED_FIRST).map(([address]) => address!);
  await Promise.all(first.map(askAndKeep));
  if (isCutOff([...found.values()])) return undefined;
  const waiting = hosts.values();
  const workers = Array.from({ length: HOSTS_AT_ONCE }, async () => {
    // One iterator for all: each takes the next host that nobody has.
    for (const mine of waiting) await askInTurn(mine);
  });
  await Promise.all(workers);
  return found;

  async function askInTurn(mine: readonly string[]) {
    for (const address of mine) {
      if (found.has(address)) continue;
      await sleep(address === mine[0] ? 0 : manners.pause);
      await askAndKeep(address);
    }
  }

  async function askAndKeep(address: string) {
    found.set(address, judge(await follow(address, manners)));
  }
}

async function follow(address: string, manners: Manners): Promise<Hop[]> {
  const hops: Hop[] = [];
  for (let next: string | undefined = address; next !== undefined && hops.length <= MOST_HOPS;) {
    const hop: Hop = await ask(next, manners);
    hops.push(hop);
    next = hop.to;
    if (next !== undefined && new URL(next).host === new URL(hop.address).host) await sleep(manners.pause);
  }
  return hops;
}

/** By HEAD; where that is not answered well, by GET: many a server answers readers only. */
async function ask(address: string, manners: Manners): Promise<Hop> {
  const hop = await request(address, 'HEAD', manners);
  if (hop.fault === undefined && hop.status! < 400) return hop;
  if (hop.fault !== undefined && hop.fault !== 'UND_ERR_SOCKET' && hop.fault !== 'ECONNRESET') return hop;
  await sleep(manners.pause);
  return request(address, 'GET', manners);
}

async function request(address: string, method: string, { userAgent, timeout }: Manners): Promise<Hop> {
  try {
    const response = await fetch(address, {
      method,
      redirect: 'manual',
      headers: { 'User-Agent': userAgent, Accept: 'text/html, */*;q=0.5' },
      signal: AbortSignal.timeout(timeout),
    });
    await response.body?.cancel();
    const { status } = response;
    const location = isRedirection(status) ? response.headers.get('location') : null;
    const to = location !== null && URL.canParse(location, address) ? new URL(location, address) : undefined;
    // What leads out of the web leads nowhere here.
    return { address, status, ...(to && /^https?:$/.test(to.protocol) && { to: to.href }) };
  } catch (error) {
    return { address, fault: faultOf(error as Error) };
  }
}

/** @returns the code of what went wrong, from the innermost error; of a host with several addresses that of the first. */
export function faultOf(error: Error): string {
  if (error.name === 'TimeoutError') return 'TIMEOUT';
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : error.cause;
  if (/^Proxy response/.test(error.message)) return 'PROXY';
  if (inner instanceof Error) return faultOf(inner);
  return (error as NodeJS.ErrnoException).code ?? error.name;
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
