import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { withByline } from '../core/draft/byline.ts';
import { charsetOf } from '../core/draft/charset.ts';
import { type Draft, Refused } from '../core/draft/draft.ts';
import { readHtml } from '../core/draft/html-draft.ts';
import { readMarkdown } from '../core/draft/markdown-draft.ts';
import { readPlainText } from '../core/draft/plain-text.ts';
import { writeDraft } from '../core/draft/write-draft.ts';
import { decode } from './decode.ts';
import { readDocx } from './docx-draft.ts';

/** A text as it was received, written as MDX. */
export interface Received {
  /** The file's name, without its folder. */
  file: string;
  draft: Draft;
  /** MDX without front matter. */
  body: string;
  /** The text of record. */
  original: string;
  /** What was recognized, assumed or left out, each in a full sentence. */
  said: string[];
}

/** What is read of a file: its draft; the text of record, where the file is that; what was assumed of its bytes. */
interface Read {
  draft: Draft;
  record?: string;
  said: string[];
}

/** Reads a file's bytes; of text in the encoding that an editor has named, if any. */
type Reader = (bytes: Uint8Array, encoding: string | undefined) => Read | Promise<Read>;

/** Forms that can be read, by the ending of a file's name. */
const READERS: Readonly<Record<string, Reader>> = {
  '.txt': readRecord,
  '.md': readMarkdownFile,
  '.markdown': readMarkdownFile,
  '.html': readPage,
  '.htm': readPage,
  '.docx': async (bytes) => ({ draft: await readDocx(bytes), said: [] }),
};

/** Their endings. */
export const READABLE: readonly string[] = Object.keys(READERS);

/** Bytes of the largest file that is taken: all of Shakespeare is about as long. */
const LARGEST = 5 * 2 ** 20;

/**
 * Takes in a text.
 *
 * @param file its path
 * @param encoding of a file of text, where its bytes do not tell
 * @throws Refused where it cannot be imported exactly, saying why and what can be done
 */
export async function receive(file: string, encoding?: string): Promise<Received> {
  const bytes = bytesOf(file);
  const { draft: read, record, said } = await readerOf(file)(bytes, encoding);
  const draft = withByline(read);
  const { body, original } = writeDraft(draft, record);
  if (!/[^\s\p{Cf}]/u.test(original)) throw new Refused('There is nothing in it but white space.');
  return { file: path.basename(file), draft, body, original, said: [...said, ...draft.said] };
}

function readRecord(bytes: Uint8Array, encoding?: string): Read {
  const { text, said } = decode(bytes, encoding);
  return { draft: readPlainText(text), record: text, said };
}

function readMarkdownFile(bytes: Uint8Array, encoding?: string): Read {
  const { text, said } = decode(bytes, encoding);
  return { draft: readMarkdown(text), said };
}

/** What a page says of its own encoding counts before what its bytes look like. */
function readPage(bytes: Uint8Array, encoding?: string): Read {
  const { text, said } = decode(bytes, encoding ?? charsetOf(bytes));
  return { draft: readHtml(text), said };
}

function bytesOf(file: string): Uint8Array {
  if (!existsSync(file)) throw new Refused('There is no such file.');
  const stats = statSync(file);
  const { size } = stats;
  if (stats.isDirectory()) throw new Refused('It is a folder; one file is to be given.');
  if (size === 0) throw new Refused('It is empty: it has 0 bytes.');
  if (size > LARGEST)
    throw new Refused(
      `It has ${inMegabytes(size)}, and no more than ${inMegabytes(LARGEST)} are taken: a page of that size is read by nobody. Divide it into parts, each a reading.`,
    );
  return readFileSync(file);
}

function inMegabytes(size: number): string {
  return `${(size / 2 ** 20).toFixed(size % 2 ** 20 === 0 ? 0 : 2)} MB`;
}

function readerOf(file: string): Reader {
  const ending = path.extname(file).toLowerCase();
  const reader = Object.hasOwn(READERS, ending) ? READERS[ending] : undefined;
  if (reader) return reader;
  const what = ending === '' ? 'Its name has no ending' : `\`${ending}\` is no ending of a text`;
  throw new Refused(`${what}: what can be read is ${READABLE.join(', ')}.`);
}
