import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { type HeaderRule, headerRules, headersFor, parseHeaders } from '../core/policy.ts';

const MEDIA_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** What was compressed before, of files that are still held: the largest take minutes. */
const COMPRESSED = new WeakMap<Uint8Array, Promise<Buffer>>();

/**
 * @param bytes a file
 * @returns it as a host precompresses it: brotli, level 11
 */
export function compress(bytes: Uint8Array): Promise<Buffer> {
  const known = COMPRESSED.get(bytes) ?? compressAnew(bytes);
  COMPRESSED.set(bytes, known);
  return known;
}

function compressAnew(bytes: Uint8Array): Promise<Buffer> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return promisify(brotliCompress)(bytes, { params });
}

/** Gives a file of a site by its path with a leading slash, if there is one; a folder’s page is its `index.html`. */
export type Read = (place: string) => Uint8Array | undefined;

/**
 * The production headers as somebody else’s pages can bear them: without our policy on content, which forbids the styles
 * and scripts that they have inline. No workers: the browser neither slows nor counts what these fetch for the page.
 */
export const RULES_FOR_GUESTS: readonly HeaderRule[] = headerRules().map(({ pattern, headers }) => ({
  pattern,
  headers: {
    ...headers,
    ...('Content-Security-Policy' in headers && { 'Content-Security-Policy': "worker-src 'none'" }),
  },
}));

/** @returns the rules that a site tells, or those of a site without anything inline */
function rulesOf(read: Read): readonly HeaderRule[] {
  const told = read('/_headers');
  return told ? parseHeaders(Buffer.from(told).toString(), '/') : headerRules();
}

/** Serves a site with the production headers, precompressed, and as far away as is asked for. */
export class Host {
  /** Milliseconds before each answer, so that what waits for one another can be told from what does not. */
  latency = 0;
  readonly #read: Read;
  readonly #rules: readonly HeaderRule[];
  readonly #server: Server;

  /**
   * @param read the site
   * @param rules for its headers
   */
  constructor(read: Read, rules = rulesOf(read)) {
    this.#read = read;
    this.#rules = rules;
    this.#server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      setTimeout(() => void this.#answer(pathname, response), this.latency);
    });
  }

  /** @returns the address, without a slash at its end */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(pathname: string, response: ServerResponse) {
    const place = decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    const bytes = this.#read(place);
    if (!bytes) {
      response.writeHead(404).end();
      return;
    }
    const sent = await compress(bytes);
    const isSmaller = sent.length < bytes.length;
    const type = MEDIA_TYPES[path.extname(place)] ?? 'application/octet-stream';
    response.writeHead(200, {
      'Content-Type': type,
      ...headersFor(pathname, this.#rules),
      ...(isSmaller && { 'Content-Encoding': 'br' }),
    });
    response.end(isSmaller ? sent : bytes);
  }
}
