import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { constants } from 'node:zlib';
import compression from 'compression';
import sirv from 'sirv';
import { headersFor, OTHERWISE, parseHeaders } from '../core/policy.ts';

/** Brotli's quality where a page is compressed for each that asks; hosts that do so beforehand take 11. */
const QUICK = 5;

/**
 * Serves a built site as a static host would, with the headers that its `_headers` tells, and compressed.
 *
 * @param dist the build's folder
 * @param base the path under which it is served, with a slash at both ends
 * @param quality of brotli, from 0 to 11
 * @returns the server, not yet listening
 */
export function serveSite(dist: string, base: string, quality = QUICK): Server {
  const present = presentSite(dist, base);
  const compress = compressing(quality);
  const serve = (request: IncomingMessage, response: ServerResponse) => {
    const { files, rules, notFound } = present();
    const { pathname, search } = addressOf(request.url ?? '/');
    const isWithin = pathname.startsWith(base);
    const place = isWithin ? pathname.slice(base.length - 1) : pathname;
    const setHeaders = (headers: Record<string, string>) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    };
    setHeaders({ ...OTHERWISE, ...headersFor(place, rules) });
    const miss = () => {
      // Wherever it is shown, it is a page.
      setHeaders(headersFor('/', rules));
      // What is not there yet may be there tomorrow.
      setHeaders(OTHERWISE);
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(notFound);
    };

    if (!isWithin) {
      if (pathname === '/' || `${pathname}/` === base) redirect(response, base);
      else miss();
    } else if (isFolder(dist, place)) {
      // Static hosts send a folder's address on to the same with a slash.
      redirect(response, `${pathname}/${search}`);
    } else {
      request.url = place + search;
      files(request, byOurRules(response), miss);
    }
  };
  return createServer((request, response) => compress(request, response, () => serve(request, response)));
}

/** What is answered from: when a new build has taken the folder's place, from that, and from nothing of the old one. */
function presentSite(dist: string, base: string) {
  const read = () => ({
    notFound: readFileSync(path.join(dist, '404.html')),
    rules: parseHeaders(readFileSync(path.join(dist, '_headers'), 'utf8'), base),
    files: sirv(dist, { etag: true, extensions: ['html'] }),
    ...idOf(dist),
  });
  let site = read();
  return () => {
    const { id } = idOf(dist);
    // Between two builds there is a moment without a folder.
    if (id !== undefined && id !== site.id) site = read();
    return site;
  };
}

function idOf(folder: string): { id: number | undefined } {
  return { id: statSync(folder, { throwIfNoEntry: false })?.ino };
}

/** Its types are for Express, of whose requests it needs no more than Node's are. */
function compressing(quality: number) {
  return compression({
    brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: quality } },
  }) as unknown as (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
}

/** Path and query of a request; what is no path of this host, as `//` is, is an address where nothing is. */
function addressOf(target: string): { pathname: string; search: string } {
  const url = target.startsWith('//') ? null : URL.parse(target, 'http://localhost');
  return url ?? { pathname: '/\0', search: '' };
}

/**
 * sirv guesses media types from file endings; where a rule of ours has set one, it stays. And it says by what a file
 * can be asked for anew; nobody does who may keep it for ever.
 */
function byOurRules(response: ServerResponse): ServerResponse {
  const type = response.getHeader('Content-Type');
  const isForever = String(response.getHeader('Cache-Control')).includes('immutable');
  const writeHead = response.writeHead.bind(response) as (code: number, headers?: object) => ServerResponse;
  response.writeHead = (code: number, headers?: unknown) => {
    const { ETag: _, 'Last-Modified': __, ...kept } = (headers ?? {}) as Record<string, string>;
    const own = isForever ? kept : (headers as object | undefined);
    return writeHead(code, { ...own, ...(type !== undefined && { 'Content-Type': type }) });
  };
  return response;
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(308, { Location: location }).end();
}

/** Whether an address without a final slash is that of a folder with a page; nothing outside `dist` is looked at. */
function isFolder(dist: string, place: string): boolean {
  if (place.endsWith('/')) return false;
  try {
    const file = path.join(dist, decodeURIComponent(place), 'index.html');
    return file.startsWith(path.join(dist, path.sep)) && existsSync(file);
  } catch {
    // Not decodable: no address of ours.
    return false;
  }
}
