import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { freePort } from '../support/elsewhere/machine.ts';
import { EDITION, FIXTURE } from '../support/sites.ts';

/**
 * The site served by nginx and by Caddy, with the configurations that the build has written, is what `npm start` serves:
 * the same status, headers and bytes at each kind of address. What is not on the machine is named, and fails.
 */

const NGINX = '/usr/sbin/nginx';

/** Headers that say the same of a file wherever it is served. */
const COMPARED = [
  'content-security-policy',
  'permissions-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'x-content-type-options',
  'referrer-policy',
  'cache-control',
  'access-control-allow-origin',
];

let folder: string;
beforeAll(() => {
  folder = openFolder(path.join(os.tmpdir(), 'postil-hosts-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const sites = [
  { site: 'edition' as const, ...EDITION, reading: 'peace-deal' },
  { site: 'fixture' as const, ...FIXTURE, reading: 'every-block' },
];

/** Servers that root starts read as somebody else. */
function openFolder(prefix: string): string {
  const made = mkdtempSync(prefix);
  chmodSync(made, 0o755);
  return made;
}

/** A folder that has the site where its base path leads. */
function rootOf(dist: string, base: string): string {
  const root = openFolder(path.join(folder, 'root-'));
  if (base === '/') return path.resolve(dist);
  symlinkSync(path.resolve(dist), path.join(root, base.slice(1, -1)));
  return root;
}

/** The servers, and how each is started on a port in front of a folder, with its configuration as the build wrote it. */
const servers = [
  {
    name: 'nginx',
    command: NGINX,
    configuration: '_nginx.conf',
    start(written: string, root: string, port: number): ChildProcess {
      const place = mkdtempSync(path.join(folder, 'nginx-'));
      mkdirSync(path.join(place, 'logs'));
      const own = written.replace('listen 80;', `listen 127.0.0.1:${port};`).replace('/srv/postil', root);
      writeFileSync(path.join(place, 'site.conf'), own);
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
        (name) => `${name}_temp_path ${place}/${name};`,
      );
      // What a distribution's own nginx.conf says, and the site's configuration.
      const main = `daemon off; pid ${place}/pid; error_log stderr; events {}
        http { include /etc/nginx/mime.types; access_log off; ${temporary.join(' ')} include ${place}/site.conf; }`;
      writeFileSync(path.join(place, 'nginx.conf'), main);
      return spawn(NGINX, ['-e', 'stderr', '-p', place, '-c', path.join(place, 'nginx.conf')]);
    },
  },
  {
    name: 'Caddy',
    command: 'caddy',
    configuration: '_Caddyfile',
    start(written: string, root: string, port: number): ChildProcess {
      const file = path.join(mkdtempSync(path.join(folder, 'caddy-')), 'Caddyfile');
      const own = written.replace(':80 {', `http://127.0.0.1:${port} {`).replace('/srv/postil', root);
      writeFileSync(file, `{\n  admin off\n}\n${own}`);
      return spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', file], {
        env: { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
      });
    },
  },
];

async function answers(address: string) {
  for (;;) {
    const response = await fetch(address).catch(() => undefined);
    if (response) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe.each(servers)('$name', ({ name, command, configuration, ...host }) => {
  test('is there.', () => {
    const { error } = spawnSync(command, ['-v']);
    expect(error, `${name} is not on this machine: on Debian, apt-get install ${name.toLowerCase()}`).toBe(
      undefined,
    );
  });

  test.each(sites)('serves the $site as we do.', async ({ site, dist, base, reading }) => {
    const port = await freePort();
    const server = host.start(readFileSync(path.join(dist, configuration), 'utf8'), rootOf(dist, base), port);
    let said = '';
    server.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
    try {
      await Promise.race([
        answers(`http://127.0.0.1:${port}/`),
        new Promise((_, reject) => server.on('exit', () => reject(new Error(said)))),
      ]);
      for (const place of placesOf(dist, reading)) {
        const [theirs, ours] = await Promise.all(
          [`http://127.0.0.1:${port}${base}${place}`, inject(site) + place].map((at) => told(at)),
        );
        expect({ place, ...theirs }).toEqual({ place, ...ours });
      }
      const folderOfReading = await fetch(`http://127.0.0.1:${port}${base}${reading}`, {
        redirect: 'manual',
      });
      expect(folderOfReading.status).toBeGreaterThanOrEqual(301);
      expect(folderOfReading.headers.get('location')).toBe(`${base}${reading}/`);
    } finally {
      server.kill();
    }
  });
});

/** An address of each kind, and one where nothing is. */
function placesOf(dist: string, reading: string): string[] {
  const html = readFileSync(path.join(dist, reading, 'index.html'), 'utf8');
  const front = readFileSync(path.join(dist, 'search', 'index.html'), 'utf8');
  const note = new RegExp(`${reading}/notes/([\\w-]+)/`).exec(html)![1]!;
  const index = /data-index="[^"]*(pagefind\/\w+\/)"/.exec(front)![1]!;
  const language = /data-languages="(\w+)/.exec(front)![1]!;
  const assets = Array.from(html.matchAll(/assets\/[\w.-]+\.(?:js|woff2)/g), ([name]) => name);
  return [
    '',
    'search/',
    `${reading}/`,
    `${reading}/?v=245b083`,
    `${reading}/notes/${note}/`,
    `${reading}/notes/${note}.jsonld`,
    `${reading}/notes/${note}.bib`,
    `${reading}/annotations.jsonld`,
    `${reading}/text.md`,
    `${reading}/figures.csv`,
    `${reading}/anchors.json`,
    'annotations.jsonld',
    'schemas/reading.json',
    'favicon.svg',
    'search-names.json',
    ...new Set(assets),
    `${index}${language}/words.json`,
    'no-such-page/',
    'no-such-file.json',
    `${reading}/notes/no-such-note/`,
  ];
}

/** What an answer says of a file, and the file. */
async function told(address: string) {
  const response = await fetch(address);
  const body = createHash('sha256')
    .update(Buffer.from(await response.arrayBuffer()))
    .digest('hex');
  const headers = Object.fromEntries(COMPARED.map((name) => [name, response.headers.get(name)]));
  return { status: response.status, headers, type: typeOf(response), body };
}

/** Media type; of text and scripts servers say the encoding, which is always the same, or do not. */
function typeOf({ headers }: Response): string | undefined {
  return headers
    .get('content-type')
    ?.toLowerCase()
    .replace(/^application\/javascript/, 'text/javascript')
    .replace(/; ?charset=utf-8/, '');
}
