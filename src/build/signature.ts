/** What files that are no texts begin with, in Latin-1. @see https://www.iana.org/assignments/media-types/ */
const SIGNATURES: readonly (readonly [beginning: string, what: string, advice?: string])[] = [
  ['%PDF-', 'a PDF', 'Copy its text, or have a word processor save it as .docx.'],
  ['%!PS', 'a PostScript file'],
  ['PK\x03\x04', 'a ZIP archive', 'A .docx is one too: if this is one, give it that ending.'],
  ['\xD0\xCF\x11\xE0', 'an old .doc, or another file of Microsoft Office', 'Save it as .docx.'],
  ['{\\rtf', 'a Rich Text file', 'Save it as .docx.'],
  ['\x89PNG', 'a picture (PNG)'],
  ['\xFF\xD8\xFF', 'a picture (JPEG)'],
  ['GIF8', 'a picture (GIF)'],
  ['II*\0', 'a picture (TIFF)'],
  ['MM\0*', 'a picture (TIFF)'],
  ['RIFF', 'a picture, a sound or a film (RIFF)'],
  ['ID3', 'a sound (MP3)'],
  ['OggS', 'a sound or a film (Ogg)'],
  ['\x1F\x8B', 'a compressed file (gzip)'],
  ['BZh', 'a compressed file (bzip2)'],
  ['\xFD7zXZ', 'a compressed file (xz)'],
  ['7z\xBC\xAF', 'an archive (7z)'],
  ['Rar!', 'an archive (RAR)'],
  ['\x7FELF', 'a program'],
  ['MZ\x90', 'a program'],
  ['SQLite format 3', 'a database (SQLite)'],
];

/** Bytes that the longest of them has. */
const LONGEST = Math.max(...SIGNATURES.map(([beginning]) => beginning.length));

/**
 * @param bytes a file's
 * @returns what it seems to be by its first bytes, and what can be done, in words; undefined where they say nothing
 */
export function seemsToBe(bytes: Uint8Array): { what: string; advice: string } | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, LONGEST));
  const found = SIGNATURES.find(([beginning]) => head.startsWith(beginning));
  return found && { what: found[1], advice: found[2] ?? 'Give a file of text.' };
}
