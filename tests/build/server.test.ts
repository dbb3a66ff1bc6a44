import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../src/build/server.ts';
import { headerRules, serializeHeaders } from '../../src/core/policy.ts';

/** Long enough to be worth compressing. */
const LONG = 'The same words again. '.repeat(200);

let dist: string;
let server: Server;
let address: string;
beforeAll(async () => {
  dist = mkdtempSync(path.join(os.tmpdir(), 'postil-dist-'));
  mkdirSync(path.join(dist, 'reading', 'notes'), { recursive: true });
  mkdirSync(path.join(dist, 'assets'));
  mkdirSync(path.join(dist, 'pagefind', 'ab12cd34ef'), { recursive: true });
  writeFileSync(path.join(dist, '_headers'), serializeHeaders(headerRules(), '/repo/'));
  writeFileSync(path.join(dist, 'index.html'), 'front');
  writeFileSync(path.join(dist, '404.html'), 'nothing here');
  writeFileSync(path.join(dist, 'reading', 'index.html'), 'reading');
  writeFileSync(path.join(dist, 'reading', 'annotations.jsonld'), '{}');
  writeFileSync(path.join(dist, 'assets', 'style.css'), 'p{}');
  writeFileSync(path.join(dist, 'sw.js'), '0');
  writeFileSync(path.join(dist, 'long.html'), LONG);
  writeFileSync(path.join(dist, 'pagefind', 'ab12cd34ef', 'pack-0.json'), '{}');
  writeFileSync(path.join(dist, '..', 'postil-secret.txt'), 'secret');
  server = serveSite(dist, '/repo/');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(dist, { recursive: true });
  rmSync(path.join(os.tmpdir(), 'postil-secret.txt'), { force: true });
});

const get = (place: string) => fetch(address + place, { redirect: 'manual' });

describe('the server', () => {
  test('compresses what is worth it for those who take it, and for no one else', async () => {
    const [packed, plain] = await Promise.all(
      ['br', 'identity'].map((encoding) =>
        fetch(`${address}/repo/long`, { headers: { 'Accept-Encoding': encoding } }),
      ),
    );
    expect(packed!.headers.get('content-encoding')).toBe('br');
    expect(plain!.headers.get('content-encoding')).toBeNull();
    expect([await packed!.text(), await plain!.text()]).toEqual([LONG, LONG]);
  });

  test.each([
    ['/repo/', 200, 'front'],
    ['/repo/reading/', 200, 'reading'],
    ['/repo/reading/?v=245b083', 200, 'reading'],
    ['/repo/none/', 404, 'nothing here'],
    ['/elsewhere/', 404, 'nothing here'],
    ['/repo/..%2fpostil-secret.txt', 404, 'nothing here'],
    ['/repo/%2e%2e/postil-secret.txt', 404, 'nothing here'],
    ['/repo/%', 404, 'nothing here'],
    ['//', 404, 'nothing here'],
    ['//example.org/repo/', 404, 'nothing here'],
  ])('%s is answered with %i', async (place, status, words) => {
    const response = await get(place);
    expect(response.status).toBe(status);
    expect(await response.text()).toBe(words);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each([
    ['/repo/reading', '/repo/reading/'],
    ['/repo/reading?v=1', '/repo/reading/?v=1'],
    ['/repo', '/repo/'],
    ['/', '/repo/'],
  ])('%s leads to %s', async (place, target) => {
    const response = await get(place);
    expect(response.status).toBe(308);
    expect(response.headers.get('location')).toBe(target);
  });

  test.each(['/repo/assets/style.css', '/repo/pagefind/ab12cd34ef/pack-0.json'])(
    '%s is kept for ever: another content would have another name',
    async (place) => {
      const response = await get(place);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toContain('immutable');
    },
  );

  test.each(['/repo/', '/repo/reading/', '/repo/reading/annotations.jsonld'])(
    '%s is asked for anew each time: the next build has another',
    async (place) => {
      const { headers } = await get(place);
      expect(headers.get('cache-control')).toBe('no-cache');
      expect(headers.get('etag')).not.toBeNull();
    },
  );

  test('the worker is asked for anew each time: it says which build is there', async () => {
    const response = await get('/repo/sw.js');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('etag')).not.toBeNull();
  });

  test('what is not there is not kept as such', async () => {
    const response = await get('/repo/pagefind/0000000000/pack-0.json');
    expect(response.status).toBe(404);
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  test('JSON-LD has its own media type', async () => {
    expect((await get('/repo/reading/annotations.jsonld')).headers.get('content-type')).toContain(
      'application/ld+json',
    );
  });
});
