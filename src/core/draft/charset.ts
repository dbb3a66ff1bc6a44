import { unified } from 'unified';
import rehypeParse from 'rehype-parse';
import { visit } from 'unist-util-visit';

/** A declaration must stand within the first bytes, so that a reader need not read all before it can begin. */
const PRESCANNED = 1024;

/**
 * Finds the encoding that the bytes of an HTML file declare themselves: by their byte order mark, else by
 * `<meta charset>` or the older `<meta http-equiv="Content-Type">`.
 *
 * @param bytes the file
 * @returns the label as it is written, in lower case, which `TextDecoder` may know; undefined where none is declared
 * @see https://html.spec.whatwg.org/#determining-the-character-encoding (13.2.3.2)
 */
export function charsetOf(bytes: Uint8Array): string | undefined {
  const mark = Array.from(bytes.subarray(0, 3), (byte) => byte.toString(16)).join('');
  if (mark === 'efbbbf') return 'utf-8';
  if (mark.startsWith('fffe')) return 'utf-16le';
  if (mark.startsWith('feff')) return 'utf-16be';
  return declaredIn(new TextDecoder('latin1').decode(bytes.subarray(0, PRESCANNED)));
}

function declaredIn(start: string): string | undefined {
  let charset: string | undefined;
  visit(unified().use(rehypeParse).parse(start), 'element', ({ tagName, properties }) => {
    if (tagName !== 'meta') return;
    const inContentType = /charset\s*=\s*["']?([^\s;"']+)/i.exec(properties.content ?? '')?.[1];
    const isContentType = String(properties.httpEquiv).toLowerCase() === 'content-type';
    charset ??= properties.charSet?.toString() ?? (isContentType ? inContentType : undefined);
  });
  // What calls itself UTF-16 in letters of one byte is not.
  return charset
    ?.trim()
    .toLowerCase()
    .replace(/^utf-16.*/, 'utf-8');
}
