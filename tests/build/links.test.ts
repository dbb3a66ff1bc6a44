import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Found } from '../../src/core/link-state.ts';
import { environmentOf } from '../support/command.ts';

/** `npm run links` against a real server of the test's own, and against hosts that cannot exist (RFC 2606). */
let server: Server;
let home: string;
let content: string;
let asked: Pick<IncomingMessage, 'method' | 'url' | 'headers'>[] = [];
let [open, mostOpen] = [0, 0];

const ROUTES: Record<string, { status: number; to?: string; head?: number }> = {
  '/fine': { status: 200 },
  '/readers-only': { status: 200, head: 405 },
  '/moved': { status: 301, to: '/fine' },
  '/moved-for-now': { status: 302, to: '/fine' },
  '/moved-away': { status: 308, to: '/gone' },
  '/round': { status: 302, to: '/round' },
  '/out': { status: 301, to: 'javascript:alert(1)' },
  '/gone': { status: 410 },
  '/refused': { status: 403 },
  '/failing': { status: 500 },
};

beforeAll(async () => {
  server = createServer((request, response) => {
    const { method, url, headers } = request;
    asked.push({ method, url, headers });
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    const route = ROUTES[url!] ?? { status: 404 };
    if (url === '/silent') return;
    setTimeout(() => {
      open -= 1;
      response.writeHead(
        method === 'HEAD' ? (route.head ?? route.status) : route.status,
        route.to ? { Location: route.to } : {},
      );
      response.end('words');
    }, 20);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  content = mkdtempSync(path.join(os.tmpdir(), 'postil-links-'));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(content, { recursive: true });
});
beforeEach(() => {
  [asked, open, mostOpen] = [[], 0, 0];
});

/** Runs the command on records with these addresses, by key; the server answers meanwhile. */
async function links(addresses: Record<string, string>, ...options: string[]) {
  rmSync(content, { recursive: true });
  mkdirSync(path.join(content, 'sources'), { recursive: true });
  for (const [key, address] of Object.entries(addresses))
    writeFileSync(path.join(content, 'sources', `${key}.yaml`), `type: webpage\nURL: ${address}\n`);
  return command('--pause', '0', ...options);
}

function command(...options: string[]) {
  const inherited = environmentOf({ POSTIL_CONTENT: content, POSTIL_SITE: 'https://postil.example' });
  const environment = Object.fromEntries(Object.entries(inherited).filter(([name]) => !/proxy/i.test(name)));
  const child = spawn('node', ['src/cli/links.ts', ...options], { env: environment });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  return new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve) =>
    child.on('close', (status) => resolve({ status, stdout, stderr })),
  );
}

async function found(where: string): Promise<Found> {
  const { stdout } = await links({ a: where }, '--json', '--timeout', '1500');
  const [{ address: _, sources: __, ...rest }] = JSON.parse(stdout) as [
    Found & { address: string; sources: string[] },
  ];
  return rest;
}

describe('npm run links', () => {
  test.each<[string, string, () => Partial<Found>]>([
    ['is there', '/fine', () => ({ state: 'fine', status: 200 })],
    ['answers readers only', '/readers-only', () => ({ state: 'fine', status: 200 })],
    [
      'has moved for good',
      '/moved',
      () => ({ state: 'moved', status: 200, to: `${home}/fine`, isPermanent: true }),
    ],
    [
      'has moved for now',
      '/moved-for-now',
      () => ({ state: 'moved', status: 200, to: `${home}/fine`, isPermanent: false }),
    ],
    [
      'has moved to where it is gone',
      '/moved-away',
      () => ({ state: 'gone', status: 410, to: `${home}/gone`, isPermanent: true }),
    ],
    [
      'leads round',
      '/round',
      () => ({
        state: 'failing',
        status: 302,
        fault: 'REDIRECTIONS',
        to: `${home}/round`,
        isPermanent: false,
      }),
    ],
    ['leads out of the web', '/out', () => ({ state: 'failing', status: 301, fault: 'REDIRECTIONS' })],
    ['was never there', '/nothing', () => ({ state: 'gone', status: 404 })],
    ['turns robots away', '/refused', () => ({ state: 'refused', status: 403 })],
    ['fails', '/failing', () => ({ state: 'failing', status: 500 })],
    ['does not answer', '/silent', () => ({ state: 'unreachable', fault: 'TIMEOUT' })],
  ])('tells of a page that %s.', async (_, where, expected) => {
    expect(await found(home + where)).toEqual(expected());
  });

  test('tells of a host that takes no connection: that is the host’s, not the network’s.', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    expect(await found(`http://127.0.0.1:${port}/`)).toEqual({ state: 'unreachable', fault: 'ECONNREFUSED' });
  });

  test('tells of a certificate that cannot be, or of none.', async () => {
    expect((await found(home.replace('http:', 'https:'))).state).toBe('unreachable');
  });

  test('says once that there is no network, not of every page that it is gone.', async () => {
    const hosts = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`s${index}`, `https://host-${index}.invalid/`]),
    );
    const { status, stdout, stderr } = await links(hosts);
    expect(stderr.match(/no network here/g)).toHaveLength(1);
    expect(stderr).not.toContain('host-0');
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  test('tells one host that cannot exist from a network that is not there.', async () => {
    const { status, stdout } = await links({ a: 'https://host.invalid/', b: `${home}/fine` });
    expect(stdout).toMatch(
      /Unreachable[^\n]*\n {2}a {2}https:\/\/host\.invalid\/ {2}no (?:such host|answer from the name server)/,
    );
    expect(stdout).toContain('1 of 2 addresses fine.');
    expect(status).toBe(1);
  });

  test('ends with 0 where nothing is broken, though a robot is refused.', async () => {
    const { status, stdout } = await links({ a: `${home}/fine`, b: `${home}/refused` });
    expect(stdout).toContain('Refused: a robot is turned away, which says nothing of the page');
    expect(status).toBe(0);
  });

  test('groups what it tells, with the records that give each address, asked for once.', async () => {
    const { status, stdout } = await links({ a: `${home}/gone`, b: `${home}/gone`, c: `${home}/moved` });
    expect(stdout).toContain(`  a, b  ${home}/gone  410`);
    expect(stdout).toContain(`  c  ${home}/moved  200\n    → ${home}/fine (for good)`);
    expect(asked.filter(({ url, method }) => url === '/gone' && method === 'HEAD')).toHaveLength(1);
    expect(status).toBe(1);
  });

  test('asks a host for one page at a time, says who asks, and reads no more than it must.', async () => {
    const many = Object.fromEntries(
      ['fine', 'moved', 'gone', 'refused'].map((name) => [name, `${home}/${name}`]),
    );
    await links(many);
    expect(mostOpen).toBe(1);
    expect(new Set(asked.map(({ headers }) => headers['user-agent']))).toEqual(
      new Set(['Postil (link check; +https://postil.example/)']),
    );
    expect(asked.filter(({ url }) => url === '/fine').every(({ method }) => method === 'HEAD')).toBe(true);
  });

  test('waits between two pages of one host.', async () => {
    const start = performance.now();
    await links({ a: `${home}/fine`, b: `${home}/nothing`, c: `${home}/refused` }, '--pause', '400');
    // Between the three, and before GET where HEAD is refused: four times.
    expect(performance.now() - start).toBeGreaterThan(4 * 400);
  });

  test('asks for dated copies too, and for some records only where they are named.', async () => {
    await links({ a: `${home}/fine`, b: `${home}/fine` });
    writeFileSync(
      path.join(content, 'sources/c.yaml'),
      `type: webpage\nURL: ${home}/moved\ncopies: [{ address: "${home}/gone", date: "2025-01-01" }]\n`,
    );
    const { stdout } = await command('c', '--json', '--pause', '0');
    expect(JSON.parse(stdout)).toMatchObject([
      { address: `${home}/moved`, sources: ['c'], state: 'moved' },
      { address: `${home}/gone`, sources: ['c'], state: 'gone' },
    ]);
  });

  test('changes nothing.', async () => {
    await links({ a: `${home}/moved` });
    const folder = path.join(content, 'sources');
    expect(readdirSync(folder)).toEqual(['a.yaml']);
    expect(readFileSync(path.join(folder, 'a.yaml'), 'utf8')).toBe(`type: webpage\nURL: ${home}/moved\n`);
  });

  test.each<[string, string[], string]>([
    ['an option is unknown', ['--fast'], '--fast'],
    ['a pause is no number', ['--pause', 'long'], 'not a number of milliseconds'],
    ['there is no such record', ['nowhere'], 'no record `nowhere`'],
  ])('ends with 2 where %s.', async (_, options, said) => {
    const { status, stderr } = await command(...options);
    expect(stderr).toContain(said);
    expect(status).toBe(2);
  });
});
