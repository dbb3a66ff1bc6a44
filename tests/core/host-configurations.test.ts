import { describe, expect, test } from 'vitest';
import { toCaddy } from '../../src/core/caddy.ts';
import { toNginx } from '../../src/core/nginx.ts';
import { headerRules, headersFor, OTHERWISE } from '../../src/core/policy.ts';

/**
 * What nginx and Caddy are told is what the rules say, at addresses of each kind. That the servers themselves read it so is
 * tested where they are: `npm run test:hosts`.
 */

const RULES = headerRules({ scripts: ['alert(1)'], styles: ['p{}'] });
const BASES = ['/', '/repo/'];
const PLACES = [
  '/',
  '/search/',
  '/reading/notes/id/',
  '/reading/annotations.jsonld',
  '/reading/notes/id.bib',
  '/reading/text.md',
  '/assets/page.ab.js',
  '/pagefind/ab12/en/words.json',
  '/favicon.svg',
  '/404.html',
  '/feed.xml',
];

/** Headers of an address by a configuration of nginx: what its maps and its locations say. */
function byNginx(written: string, address: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [, name, variable] of written.matchAll(/add_header (\S+) (\$\w+) always;/g)) {
    const [, lines] = new RegExp(`map \\$uri \\${variable} \\{\n([^]*?)\n\\}`).exec(written)!;
    const cases = Array.from(lines!.matchAll(/^ {2}(?:default|"~(.+?)") "(.*)";$/gm));
    const found =
      cases.find(([, expression]) => expression !== undefined && matches(expression, address)) ?? cases[0]!;
    if (found[2] !== '') headers[name!] = unquoted(found[2]!);
  }
  for (const [, expression, type] of written.matchAll(
    /location ~ "(.+?)" \{\n {4}types \{\}\n {4}default_type "(.*)";/g,
  ))
    if (matches(expression!, address)) headers['Content-Type'] = unquoted(type!);
  return headers;
}

const matches = (expression: string, address: string) => new RegExp(unquoted(expression)).test(address);
const unquoted = (words: string) => words.replace(/\\(["\\])/g, '$1');

/** Headers of an address by a Caddyfile: what each matcher that it fits says. */
function byCaddy(written: string, address: string): Record<string, string> {
  const fitting = Array.from(written.matchAll(/(@\w+) path_regexp `(.*)`/g)).filter(([, , expression]) =>
    new RegExp(expression!).test(address),
  );
  const headers = fitting.flatMap(([, matcher]) => {
    const [, lines] = new RegExp(`header ${matcher} \\{\n([^]*?)\n {2}\\}`).exec(written)!;
    return Array.from(lines!.matchAll(/(\S+) `(.*)`/g), ([, name, value]) => [name!, value!]);
  });
  const otherwise = Array.from(written.matchAll(/\?(\S+) `(.*)`/g), ([, name, value]) => [name!, value!]);
  return Object.fromEntries([...otherwise, ...headers]) as Record<string, string>;
}

describe.each(BASES)('Under %s', (base) => {
  test.each(PLACES)('%s has the headers that its rules say.', (place) => {
    const wanted = { ...OTHERWISE, ...headersFor(place, RULES) };
    const address = base.slice(0, -1) + place;
    expect(byNginx(toNginx(RULES, base), address)).toEqual(wanted);
    expect(byCaddy(toCaddy(RULES, base), address)).toEqual(wanted);
  });

  test('what is not found is answered with the page for it, and with the headers of a page.', () => {
    expect(toNginx(RULES, base)).toContain(`error_page 404 ${base}404.html;`);
    const [, errors] = /handle_errors \{([^]*)\}/.exec(toCaddy(RULES, base))!;
    expect(errors).toContain(`rewrite * ${base}404.html`);
    for (const [name, value] of Object.entries(headersFor('/', RULES)))
      expect(errors).toContain(`${name} \`${value}\``);
  });
});

test('An address of another site on the host has none of them.', () => {
  for (const headers of [
    byNginx(toNginx(RULES, '/repo/'), '/other/'),
    byCaddy(toCaddy(RULES, '/repo/'), '/other/'),
  ])
    expect(headers).toEqual(OTHERWISE);
});

test('A folder’s page has its headers also under its file’s name, under which nginx finds it.', () => {
  const written = toNginx(RULES, '/');
  expect(byNginx(written, '/reading/index.html')).toEqual(byNginx(written, '/reading/'));
});
