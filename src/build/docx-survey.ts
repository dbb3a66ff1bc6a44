import sax from 'sax';
import { isLanguageTag } from '../core/language.ts';
import type { Package } from './docx-package.ts';

/** What a .docx file says besides its text. */
export interface Survey {
  title?: string;
  author?: string;
  language?: string;
  insertions: number;
  deletions: number;
  comments: number;
  /** Words at the head and foot of each page. */
  running: string[];
}

/** Elements of WordprocessingML that are counted. */
const INSERTION = 'w:ins';
const DELETION = 'w:del';
const COMMENT = 'w:commentReference';

/**
 * Reads what the conversion of a .docx file does not tell: its properties and language, and what was left out of it.
 *
 * @see https://ecma-international.org/publications-and-standards/standards/ecma-376/ (part 1, 17.3.2.20 lang; 17.13)
 */
export async function survey({ read, names }: Package): Promise<Survey> {
  const text = scan((await read('word/document.xml')) ?? '');
  const styles = scan((await read('word/styles.xml')) ?? '');
  const properties = scan((await read('docProps/core.xml')) ?? '');
  const language = languageOf(text) ?? languageOf(styles);
  const running = await Promise.all(
    names.filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name)).map(read),
  );
  return {
    ...field('title', properties.words.get('dc:title')),
    ...field('author', properties.words.get('dc:creator')),
    ...(language !== undefined && { language }),
    insertions: text.counts.get(INSERTION) ?? 0,
    deletions: text.counts.get(DELETION) ?? 0,
    comments: text.counts.get(COMMENT) ?? 0,
    running: running
      .map(
        (xml) =>
          scan(xml ?? '')
            .words.get('w:t')
            ?.trim() ?? '',
      )
      .filter(Boolean),
  };
}

function field<Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> {
  const words = value?.trim() ?? '';
  return words === '' ? {} : ({ [name]: words } as Record<Name, string>);
}

/** A part read once from beginning to end. */
interface Scan {
  counts: Map<string, number>;
  /** The words directly in elements, by the element's name. */
  words: Map<string, string>;
  /** How often each language is given to words, written from left to right and from right to left. */
  languages: { ltr: Map<string, number>; rtl: Map<string, number> };
}

function scan(xml: string): Scan {
  const found: Scan = {
    counts: new Map(),
    words: new Map(),
    languages: { ltr: new Map(), rtl: new Map() },
  };
  const open: string[] = [];
  const parser = sax.parser(true);
  parser.onopentag = ({ name, attributes }) => {
    open.push(name);
    add(found.counts, name);
    if (name !== 'w:lang') return;
    add(found.languages.ltr, attributes['w:val']);
    add(found.languages.rtl, attributes['w:bidi']);
  };
  parser.onclosetag = () => open.pop();
  parser.ontext = (words) => {
    const name = open.at(-1) ?? '';
    found.words.set(name, (found.words.get(name) ?? '') + words);
  };
  // Whether the file can be read at all is said by its conversion.
  parser.onerror = () => {
    parser.error = null;
  };
  parser.write(xml).close();
  return found;
}

function add(counts: Map<string, number>, name: string | undefined) {
  if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** The language that most words are given, in the direction in which most paragraphs are written. */
function languageOf({ counts, languages }: Scan): string | undefined {
  const isRightToLeft = (counts.get('w:bidi') ?? 0) > (counts.get('w:p') ?? 0) / 2;
  const [most] = [...languages[isRightToLeft ? 'rtl' : 'ltr']].sort(([, one], [, other]) => other - one);
  return most && isLanguageTag(most[0]) ? most[0] : undefined;
}
