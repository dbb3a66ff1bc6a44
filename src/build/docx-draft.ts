import mammoth from 'mammoth';
import { type Draft, Refused } from '../core/draft/draft.ts';
import { readHtml } from '../core/draft/html-draft.ts';
import { inQuotes, list, tellCount } from '../core/draft/telling.ts';
import { openPackage } from './docx-package.ts';
import { type Survey, survey } from './docx-survey.ts';

/** Word's styles that say what a paragraph is, besides those that mammoth knows. Its title is above its headings. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  ...[1, 2, 3, 4, 5].flatMap((rank) =>
    [`.Heading${rank}`, `[style-name='heading ${rank}']`, `[style-name='Heading ${rank}']`].map(
      (style) => `p${style} => h${rank + 1}:fresh`,
    ),
  ),
  ...['Quote', 'Intense Quote', 'Block Text'].map(
    (name) => `p[style-name='${name}'] => blockquote > p:fresh`,
  ),
  "p[style-name='caption'] => p:fresh",
  "r[style-name='Emphasis'] => em",
];

/** Which pictures there are is told by their alternative texts; they themselves are not unpacked. */
const withoutData = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));

/**
 * Reads a .docx file of Word, LibreOffice or Google Docs: headings, lists, tables, quotations, emphasis, links;
 * footnotes and endnotes become footnotes.
 *
 * @param bytes the file
 * @returns the draft, with title, author and language where the file's properties and styles give them
 * @throws Refused where it is none, is protected, broken or too large, or has no words
 */
export async function readDocx(bytes: Uint8Array): Promise<Draft> {
  const parts = await openPackage(bytes);
  const { html, messages } = await convert(bytes);
  const found = await survey(parts);
  const draft = readHtml(html);
  const { title = draft.title, author, language } = found;
  return {
    tree: draft.tree,
    said: [...draft.said, ...tell(found), ...tellMessages(messages)],
    ...((draft.title ?? title) !== undefined && { title: draft.title ?? title! }),
    ...(author !== undefined && { author: [{ literal: author }] }),
    ...(language !== undefined && { language }),
  };
}

async function convert(bytes: Uint8Array): Promise<{ html: string; messages: string[] }> {
  try {
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { styleMap: STYLES, includeEmbeddedStyleMap: false, convertImage: withoutData },
    );
    return { html: value, messages: messages.map(({ message }) => message) };
  } catch (error) {
    const message =
      'This .docx file is broken: there is no text of Word in it. Open it in Word, and save it again.';
    throw new Refused(message, { cause: error });
  }
}

function tell({ title, author, insertions, deletions, comments, running }: Survey): string[] {
  const properties = [title && `the title ${inQuotes(title)}`, author && `the author ${inQuotes(author)}`];
  const given = properties.filter((each) => each !== undefined && each !== '');
  return [
    ...(given.length > 0
      ? [`The file’s properties give ${list(given as string[])}: whoever saved it may have put it there.`]
      : []),
    ...(insertions + deletions > 0
      ? [
          'It has tracked changes: all were taken as accepted, so that what is deleted is left out and what is inserted stands.',
        ]
      : []),
    ...tellCount(comments, 'comment in the margin', 'comments in the margin'),
    ...running.map((words) => `Left out, since it stands at the head or foot of pages: ${inQuotes(words)}.`),
  ];
}

/** @see node_modules/mammoth/lib/docx/body-reader.js and lib/document-to-html.js, whose words these are */
function tellMessages(messages: readonly string[]): string[] {
  const styles = namedIn(messages, /^Unrecognised (?:paragraph|run) style: '?(.+?)'? \(/);
  const parts = namedIn(messages, /^An unrecognised element was ignored: (.+)$/);
  return [
    ...(styles.length > 0
      ? [`Words in styles that do not say what they are became plain text: ${list(styles.map(inQuotes))}.`]
      : []),
    ...(parts.length > 0
      ? [`Parts that cannot be read were left out: ${list(parts.map((part) => `<${part}>`))}.`]
      : []),
  ];
}

function namedIn(messages: readonly string[], pattern: RegExp): string[] {
  return [...new Set(messages.flatMap((message) => pattern.exec(message)?.[1] ?? []))];
}
