import { execFile, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { readContent } from '../build/content.ts';
import { serveSite } from '../build/server.ts';
import { BASE } from '../build/site.ts';
import { type Comparison, type Measures, medianOf, OURS } from './comparison.ts';
import { install } from './installation.ts';
import { builtSite } from './own.ts';
import { freePort, listenHere } from './port.ts';

/** Readers that ask at the same time, each again as soon as it is answered; and for how many seconds. */
const READERS = 20;
const SECONDS = 5;

/** Milliseconds until a program that was started listens. */
const STARTING = 1000;

const LOAD_MEASURES = {
  rate: { name: 'requests answered', unit: 'rate', varies: true },
  latency: { name: 'answer, median', unit: 'milliseconds', varies: true },
  percentile99: { name: 'answer, 99th percentile', unit: 'milliseconds', varies: true },
} satisfies Measures;

type Figures = Partial<Record<keyof typeof LOAD_MEASURES, number>>;

/** Something that serves the page, until it is stopped. */
interface Origin {
  address: string;
  stop: () => void;
}

/**
 * Asks servers on this machine for the page of the first reading, as fast as they answer: one that has a single buffer,
 * which is the floor; the one behind `npm start`, which compresses for each that asks; and nginx with the page compressed
 * beforehand, where this machine has it.
 *
 * @param rounds how often, in each round in another order
 * @param tell is told what is being done
 * @throws when the program that asks cannot be installed
 */
export async function benchLoad(rounds: number, tell: (progress: string) => void): Promise<Comparison> {
  const program = path.join(await install('autocannon', tell), 'node_modules', 'autocannon', 'autocannon.js');
  const { slug } = readContent().readings[0]!;
  const site = builtSite();
  const page = path.join(site, slug, 'index.html');
  const origins: [name: string, start: () => Promise<Origin>][] = [
    ['one buffer', () => serveBuffer(gzipSync(readFileSync(page)))],
    [OURS, () => serveOurs(site, `${BASE}${slug}/`)],
    ...(hasNginx() ? [['nginx', () => serveByNginx(page)] as [string, () => Promise<Origin>]] : []),
  ];
  const samples = new Map(origins.map(([name]) => [name, [] as Figures[]]));
  for (let round = 0; round < rounds; round += 1)
    for (const [at] of origins.entries()) {
      const [name, start] = origins[(at + round) % origins.length]!;
      tell(`round ${round + 1} of ${rounds}, under load: ${name}`);
      const { address, stop } = await start();
      try {
        samples.get(name)!.push(await press(program, address));
      } finally {
        stop();
      }
    }
  return {
    subject: `One origin on this machine, ${READERS} connections, asked for /${slug}/`,
    measures: LOAD_MEASURES,
    entries: new Map(Array.from(samples, ([name, own]) => [name, medianOf(LOAD_MEASURES, own)])),
    rivals: [],
  };
}

async function serveBuffer(buffer: Buffer): Promise<Origin> {
  const headers = {
    'Content-Type': 'text/html',
    'Content-Encoding': 'gzip',
    'Content-Length': buffer.length,
  };
  return originOf(
    createServer((_, response) => response.writeHead(200, headers).end(buffer)),
    '/',
  );
}

function serveOurs(site: string, place: string): Promise<Origin> {
  return originOf(serveSite(site, BASE), place);
}

async function originOf(server: Server, place: string): Promise<Origin> {
  const address = `http://127.0.0.1:${await listenHere(server)}${place}`;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address, stop };
}

function hasNginx(): boolean {
  return spawnSync('nginx', ['-v']).status === 0;
}

/** In one process, as the others are. */
async function serveByNginx(page: string): Promise<Origin> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'postil-nginx-'));
  const root = path.join(folder, 'site');
  mkdirSync(root);
  copyFileSync(page, path.join(root, 'index.html'));
  writeFileSync(path.join(root, 'index.html.gz'), gzipSync(readFileSync(page)));
  const port = await freePort();
  const configuration = path.join(folder, 'nginx.conf');
  writeFileSync(
    configuration,
    `daemon off; master_process off; pid ${folder}/pid; error_log stderr crit;
     events {}
     http {
       access_log off; client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder};
       uwsgi_temp_path ${folder}; scgi_temp_path ${folder}; default_type text/html; gzip_static on;
       server { listen 127.0.0.1:${port}; root ${root}; }
     }`,
  );
  const nginx = spawn('nginx', ['-p', folder, '-c', configuration], { stdio: 'ignore' });
  await new Promise((resolve) => setTimeout(resolve, STARTING));
  const stop = () => {
    nginx.kill();
    rmSync(folder, { recursive: true });
  };
  return { address: `http://127.0.0.1:${port}/`, stop };
}

/** In a process of its own, so that who asks does not take the time of who answers. */
async function press(program: string, address: string): Promise<Figures> {
  const options = ['--json', '--connections', String(READERS), '--duration', String(SECONDS)];
  const headers = ['--headers', 'accept-encoding=br, gzip'];
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...options, ...headers, address]);
  const { requests, latency, non2xx, errors } = JSON.parse(stdout) as {
    requests: { average: number };
    latency: { p50: number; p99: number };
    non2xx: number;
    errors: number;
  };
  if (non2xx + errors > 0) throw new Error(`${address} answered ${non2xx + errors} times with no page.`);
  return { rate: requests.average, latency: latency.p50, percentile99: latency.p99 };
}
