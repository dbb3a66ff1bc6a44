import { type HeaderRule, NOT_FOUND, OTHERWISE } from './policy.ts';
import { preamble, type ServerRule, serverRules } from './server-rules.ts';

/** Media types are of files, and nginx has them by location; all else is a header that is added. */
const TYPE = 'Content-Type';

/** Sent as they are: compressed already. */
const COMPRESSED = 'woff2|png|webp|pagefind|pf_\\w+';

/**
 * @param rules a site's
 * @param base the base path, with a slash at both ends
 * @returns a configuration of nginx that serves the site with these headers, to be included where it has `http`
 * @see https://nginx.org/en/docs/http/ngx_http_map_module.html
 * @see https://nginx.org/en/docs/http/ngx_http_headers_module.html
 */
export function toNginx(rules: readonly HeaderRule[], base: string): string {
  const all = serverRules(rules, base);
  const names = [...new Set(all.flatMap(({ headers }) => Object.keys(headers)))].filter(
    (name) => name !== TYPE,
  );
  return [
    preamble('nginx', base),
    ...names.map((name) => mapOf(name, all)),
    serverOf(names, all, base),
    '',
  ].join('\n\n');
}

/** What a header is for each address; nginx leaves out one that is empty. */
function mapOf(name: string, rules: readonly ServerRule[]): string {
  const own = rules.filter(({ headers }) => name in headers);
  const otherwise = (OTHERWISE as Record<string, string>)[name] ?? '';
  return [
    `map $uri $${variableOf(name)} {`,
    `  default ${quoted(otherwise)};`,
    ...own.map(
      ({ expression, headers }) => `  ${quoted(`~${whole(expression)}`)} ${quoted(headers[name]!)};`,
    ),
    '}',
  ].join('\n');
}

function serverOf(names: readonly string[], rules: readonly ServerRule[], base: string): string {
  const typed = rules.filter(({ headers }) => TYPE in headers);
  return [
    'server {',
    '  listen 80;',
    '  server_name _;',
    '  root /srv/postil;',
    '  index index.html;',
    '  absolute_redirect off;',
    `  error_page 404 ${base}${NOT_FOUND};`,
    '',
    '  gzip on;',
    '  gzip_vary on;',
    '  gzip_proxied any;',
    '  gzip_types *;',
    '',
    ...names.map((name) => `  add_header ${name} $${variableOf(name)} always;`),
    '',
    ...typed.map(({ expression, headers }) => typeOf(expression, headers[TYPE]!)),
    `  location ~ "\\.(?:${COMPRESSED})$" {`,
    '    gzip off;',
    '  }',
    '}',
  ].join('\n');
}

function typeOf(expression: string, type: string): string {
  return `  location ~ ${quoted(whole(expression))} {\n    types {}\n    default_type ${quoted(type)};\n  }`;
}

/** Once nginx has found the page of a folder, the address ends in the file's name. */
function whole(expression: string): string {
  return `^(?:${expression})(?:index\\.html)?$`;
}

function variableOf(name: string): string {
  return `postil_${name.toLowerCase().replaceAll('-', '_')}`;
}

/** @see https://nginx.org/en/docs/beginners_guide.html#conf_structure */
function quoted(words: string): string {
  return `"${words.replace(/["\\]/g, '\\$&')}"`;
}
