import type { Html, Root } from 'mdast';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { parse } from 'yaml';
import { cutFrontMatter } from '../front-matter.ts';
import { isLanguageTag } from '../language.ts';
import { type Name, nameSchema } from '../source.ts';
import { inlineNotes, nameInlineNotes } from '../syntax.ts';
import type { Draft } from './draft.ts';
import { fit, refuseEmpty, writeOutBox } from './fit.ts';
import { readHtml } from './html-draft.ts';
import { list, tellCount } from './telling.ts';

/** Nothing but comments. */
const COMMENTS = /^(?:\s*<!--[\s\S]*?-->)+\s*$/;

/**
 * Reads Markdown as it is written on the web. What MDX would run is text here, or HTML, as in any other Markdown; HTML
 * becomes what a browser makes of it.
 *
 * @param text CommonMark with the extensions of GFM, `^[notes within a line]`, and perhaps YAML front matter
 * @returns the draft, with title, author and language where front matter or a heading at the head gives them
 * @throws Refused where there are no words in it
 * @see https://spec.commonmark.org/0.31.2/ @see https://github.github.com/gfm/
 */
export function readMarkdown(text: string): Draft {
  const { head, body, said } = readHead(text);
  const tree = unified().use(remarkParse).use(remarkGfm).use(inlineNotes, { inlineNotes: true }).parse(body);
  nameInlineNotes(tree);
  said.push(...takeOutComments(tree));
  const draft = holdsHtml(tree) ? throughHtml(tree) : { tree, ...fit(tree) };
  refuseEmpty(draft.tree);
  return { ...draft, ...head, said: [...said, ...draft.said] };
}

/** What front matter can suggest, by its names for it. */
type Head = Pick<Draft, 'title' | 'author' | 'language'>;

/** Lines of `---` at the head of a file enclose front matter where they enclose a mapping of YAML; else they are text. */
function readHead(text: string): { head: Head; body: string; said: string[] } {
  const { yaml, body } = cutFrontMatter(text);
  const fields = yaml === undefined ? undefined : mappingIn(yaml);
  if (!fields) return { head: {}, body: text, said: [] };
  const title = wordsOf(fields.title);
  const author = [fields.author ?? fields.authors ?? []].flat().flatMap(nameOf);
  const language = [fields.lang, fields.language].map(wordsOf).find((tag) => tag && isLanguageTag(tag));
  const head = {
    ...(title !== undefined && { title }),
    ...(author.length > 0 && { author }),
    ...(language !== undefined && { language }),
  };
  return { head, body, said: tellHead(fields) };
}

function mappingIn(yaml: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = parse(yaml);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function wordsOf(value: unknown): string | undefined {
  const words = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return words === '' ? undefined : words;
}

/** A name in words, or in the parts that CSL gives it, or as `name: …`. */
function nameOf(value: unknown): Name[] {
  const named = (value as { name?: unknown } | null)?.name;
  const literal = wordsOf(value) ?? wordsOf(named);
  if (literal !== undefined) return [{ literal }];
  const { success, data } = nameSchema.safeParse(value);
  return success ? [data] : [];
}

function tellHead(fields: Record<string, unknown>): string[] {
  const day = wordsOf(fields.date);
  const names = list(Object.keys(fields).map((name) => `\`${name}\``));
  return [
    `The front matter at the head of the file was cut off: ${names}.`,
    ...(day === undefined ? [] : [`It gives the date ${day}, which belongs in the record of the source.`]),
  ];
}

function takeOutComments(tree: Root): string[] {
  let comments = 0;
  visit(tree, 'html', ({ value }: Html, index, parent) => {
    if (!COMMENTS.test(value)) return undefined;
    comments += 1;
    parent!.children.splice(index!, 1);
    return index;
  });
  return tellCount(comments, 'comment in the Markdown', 'comments in the Markdown');
}

function holdsHtml(tree: Root): boolean {
  let found = false;
  visit(tree, 'html', () => {
    found = true;
  });
  return found;
}

/** Elements open in one piece of raw HTML and close in another: the text is read as the page that it makes. */
function throughHtml(tree: Root): Draft {
  visit(tree, 'listItem', writeOutBox);
  const page = toHtml(toHast(tree, { allowDangerousHtml: true }), { allowDangerousHtml: true });
  const { tree: read, said, title } = readHtml(page);
  return {
    tree: read,
    said: ['HTML in the Markdown became the Markdown for it.', ...said],
    ...(title !== undefined && { title }),
  };
}
