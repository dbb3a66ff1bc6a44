import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** How a file takes another: its code, its types only, or as what a page’s `<script>` runs. */
export type Manner = 'code' | 'types' | 'script';

export interface Import {
  /** Path from the source folder, with `/`. */
  from: string;
  /** The same, or the name of a package. */
  to: string;
  manner: Manner;
}

/** `import … from`, `import '…'` and `export … from`, at the beginning of a line. */
const STATIC = /^(?:import|export)\s+(?:(type)\s)?(?:[\w$*{}\s,]+?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"`]([^'"`]+)/g;
const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;

/**
 * @param root a folder of sources
 * @returns what every file in it imports
 */
export function importsIn(root: string): Import[] {
  return filesIn(root).flatMap((file) => importsOf(file, readFileSync(path.join(root, file), 'utf8')));
}

/**
 * @param root a folder
 * @returns all code in it, as paths with `/`
 */
export function filesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:[cm]?[jt]s|astro)$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}

/**
 * @param from a file’s path from the source folder
 * @param text what is in it
 */
export function importsOf(from: string, text: string): Import[] {
  // What only the address or the text of is taken is run by the page, if it can run at all.
  const at = (to: string, manner: Manner): Import => ({
    from,
    to: resolve(from, to),
    manner: /\.[jt]s\?(?:url|raw)$/.test(to) ? 'script' : manner,
  });
  const inCode = (code: string, manner: Manner) => [
    ...[...code.matchAll(STATIC)].map(([, type, to]) => at(to!, type ? 'types' : manner)),
    ...[...withoutComments(code).matchAll(DYNAMIC)].map(([, to]) => at(to!, manner)),
  ];
  if (!from.endsWith('.astro')) return inCode(text, 'code');
  const scripts = [...text.matchAll(SCRIPT)].flatMap(([, attributes = '', code = '']) => [
    ...[...attributes.matchAll(/\bsrc="([^"]+)"/g)].map(([, to]) => at(to!, 'script')),
    ...inCode(code.replace(/^\s+/gm, ''), 'script'),
  ]);
  return [...inCode(text.replace(SCRIPT, ''), 'code'), ...scripts];
}

/** Code without its comments; good enough for code that has no `//` in its strings but in addresses. */
export function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(?<![:'"`\\])\/\/.*$/gm, '');
}

function resolve(from: string, to: string): string {
  const file = to.replace(/\?.*$/, '');
  return file.startsWith('.') ? path.posix.join(path.posix.dirname(from), file) : file;
}
