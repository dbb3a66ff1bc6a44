import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type CitationStyle, inMenuOrder, readStyle, refusedStyle } from '../core/citation-style.ts';
import type { Problem } from '../core/problem.ts';
import { remembered } from './memory.ts';
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

/**
 * Reads the styles of citation: ours, and every `.csl` file that the publisher puts into `styles/`; one with the name
 * of ours stands for ours. They are made anew only when a file has changed: making them takes a second.
 *
 * @param root the content folder
 */
export function readStyles(root: string): Styles {
  const paths = [...stylesIn(path.join(root, 'styles')), ...stylesIn(OWN)];
  return remembered(`styles ${root}`, paths.map(stateOf), () => makeStyles(paths.map(readFile)));
}

/**
 * Judges the publisher’s styles alone, which is what can go wrong; ours are not made for it.
 *
 * @param root the content folder
 */
export function styleProblems(root: string): Problem[] {
  const paths = stylesIn(path.join(root, 'styles'));
  return paths.length === 0 ? [] : makeStyles(paths.map(readFile)).problems;
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

function stylesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return (
    readdirSync(folder)
      .filter((name) => name.endsWith('.csl') && !name.startsWith('.'))
      .sort()
      .map((name) => path.join(folder, name))
      // A folder is no style, whatever it is called.
      .filter((file) => statSync(file).isFile())
  );
}

function stateOf(file: string): string {
  const { size, mtimeMs } = statSync(file);
  return `${file} ${size} ${mtimeMs}`;
}

function readFile(file: string): StyleFile {
  return { path: file, id: path.basename(file, '.csl'), xml: readFileSync(file, 'utf8') };
}
