import { type HeaderRule, headersFor, NOT_FOUND, OTHERWISE } from './policy.ts';
import { preamble, serverRules } from './server-rules.ts';

/**
 * @param rules a site's
 * @param base the base path, with a slash at both ends
 * @returns a Caddyfile that serves the site with these headers
 * @see https://caddyserver.com/docs/caddyfile/directives/header
 */
export function toCaddy(rules: readonly HeaderRule[], base: string): string {
  const named = serverRules(rules, base).map((rule, at) => ({ ...rule, matcher: `@rule${at + 1}` }));
  const block = [
    'root * /srv/postil',
    'encode zstd gzip',
    headersAt('*', unlessSaid(OTHERWISE)),
    ...named.map(
      ({ matcher, expression, headers }) =>
        `${matcher} path_regexp ${quoted(`^(?:${expression})$`)}\n${headersAt(matcher, headers)}`,
    ),
    'file_server',
    [
      'handle_errors {',
      indented(`rewrite * ${base}${NOT_FOUND}`),
      indented(headersAt('*', { ...headersFor('/', rules), ...OTHERWISE })),
      indented('file_server'),
      '}',
    ].join('\n'),
  ];
  return `${preamble('Caddy', base)}\n\n:80 {\n${indented(block.join('\n\n'))}\n}\n`;
}

function headersAt(matcher: string, headers: Record<string, string>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name} ${quoted(value)}`);
  return `header ${matcher} {\n${indented(lines.join('\n'))}\n}`;
}

/** Caddy does not promise which of two comes first: a default that knows what others say. */
function unlessSaid(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [`?${name}`, value]));
}

function indented(lines: string): string {
  return lines.replace(/^(?=.)/gm, '  ');
}

/** As it is, between signs that no header and no address has. @see https://caddyserver.com/docs/caddyfile/concepts#tokens-and-quotes */
function quoted(words: string): string {
  return `\`${words}\``;
}
