import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hashOfFile } from '../core/fingerprint.ts';
import { type CitationStyle, inMenuOrder, readStyle, refusedStyle } from '../core/citation-style.ts';
import type { Problem } from '../core/problem.ts';
import { type Referencer, referencer } from '../core/reference.ts';

/**
 * The styles that come with Postil, and locales, verbatim from citation-style-language. From the project’s root, as the
 * content is: the pages’ code runs from another folder than it was written in.
 */
const OWN = path.join('src', 'build', 'csl');

/** Styles of citation, ready to be used, in the menu’s order, and what is wrong with the publisher’s. */
export interface Styles {
  styles: readonly Referencer[];
  problems: Problem[];
}

/** What the files of a folder were, and the styles that were made of them: making them takes a second or two. */
const made = new Map<string, { digest: string; styles: Styles }>();

/**
 * Reads the styles of citation: ours, and every `.csl` file that the publisher puts into `styles/`; one with the name
 * of ours stands for ours.
 *
 * @param root the content folder
 */
export function readStyles(root: string): Styles {
  const files = [...filesIn(path.join(root, 'styles')), ...filesIn(OWN)];
  const digest = hashOfFile(JSON.stringify(files));
  const before = made.get(root);
  if (before?.digest === digest) return before.styles;
  const styles = makeStyles(files);
  made.set(root, { digest, styles });
  return styles;
}

/**
 * Judges the publisher’s styles alone, which is what can go wrong; ours are not made for it.
 *
 * @param root the content folder
 */
export function styleProblems(root: string): Problem[] {
  const files = filesIn(path.join(root, 'styles'));
  return files.length === 0 ? [] : makeStyles(files).problems;
}

interface StyleFile {
  path: string;
  id: string;
  xml: string;
}

function makeStyles(files: readonly StyleFile[]): Styles {
  const locales = readLocales();
  const problems: Problem[] = [];
  const paths = new Map<string, string>();
  const read: CitationStyle[] = [];
  for (const file of files) {
    // One of the publisher’s that cannot be used is not silently replaced by ours.
    if (paths.has(file.id)) continue;
    paths.set(file.id, file.path);
    const { style, problems: found } = readStyle(file, [...locales.keys()]);
    problems.push(...found);
    if (style) read.push(style);
  }
  const styles = inMenuOrder(read).flatMap((style) => {
    try {
      return [referencer(style, locales)];
    } catch (error) {
      problems.push(refusedStyle(style, paths.get(style.id)!, error));
      return [];
    }
  });
  return { styles, problems };
}

function readLocales(): Map<string, string> {
  const folder = path.join(OWN, 'locales');
  const names = readdirSync(folder).sort();
  return new Map(
    names.map((name) => [path.basename(name, '.xml'), readFileSync(path.join(folder, name), 'utf8')]),
  );
}

function filesIn(folder: string): StyleFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.csl') && !name.startsWith('.'))
    .sort()
    .map((name) => ({
      path: path.join(folder, name),
      id: path.basename(name, '.csl'),
      xml: readFileSync(path.join(folder, name), 'utf8'),
    }));
}
