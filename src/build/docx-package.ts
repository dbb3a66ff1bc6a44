import JSZip from 'jszip';
import { Refused } from '../core/draft/draft.ts';

/** What a text may weigh, in bytes, packed and unpacked: Word's XML is packed to a tenth, a bomb to a thousandth. */
const HEAVIEST = 5_000_000;
const HEAVIEST_UNPACKED = 100_000_000;

/** How files begin: the older container of Microsoft's, in which also a protected .docx is kept; and a ZIP archive. */
const OLE = 'd0cf11e0a1b11ae1';
const ZIP = '504b';

/** The parts of a .docx file. */
export interface Package {
  /** @returns a part's text; undefined where there is no such part */
  read: (part: string) => Promise<string | undefined>;
  names: string[];
}

/**
 * Opens a .docx file.
 *
 * @param bytes the file
 * @throws Refused where it is none, is protected or broken, or is too large to be a text
 * @see https://ecma-international.org/publications-and-standards/standards/ecma-376/ (part 2, Open Packaging Conventions)
 */
export async function openPackage(bytes: Uint8Array): Promise<Package> {
  refuseOtherFiles(bytes);
  const archive = await unzip(bytes);
  if (unpackedSize(archive) > HEAVIEST_UNPACKED)
    throw new Refused(
      `This .docx file would unpack to more than ${HEAVIEST_UNPACKED / 1_000_000} megabytes, which no text is.`,
    );
  return {
    read: async (part) => archive.file(part)?.async('string'),
    names: Object.keys(archive.files),
  };
}

function refuseOtherFiles(bytes: Uint8Array) {
  const start = Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (bytes.length > HEAVIEST)
    throw new Refused(
      `This .docx file has more than ${HEAVIEST / 1_000_000} megabytes. Take the pictures out in Word, which are no part of the text, and save it again.`,
    );
  if (start === OLE && isProtected(bytes))
    throw new Refused(
      'This .docx file is protected by a password. Take it off in Word, and save the file again.',
    );
  if (start === OLE)
    throw new Refused('This is a .doc file of Word 2003 or before. Open it in Word, and save it as .docx.');
  if (!start.startsWith(ZIP)) throw new Refused('This is no .docx file: it does not begin as one does.');
}

/** The container's directory has its names in UTF-16. @see [MS-OFFCRYPTO] 2.3.4.4 */
function isProtected(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

async function unzip(bytes: Uint8Array): Promise<JSZip> {
  try {
    return await JSZip.loadAsync(bytes);
  } catch (error) {
    throw new Refused(
      'This .docx file is broken: it is no whole ZIP archive. Open it in Word, and save it again.',
      { cause: error },
    );
  }
}

/** As the archive itself declares it; JSZip finds out while unpacking whether that is true. */
function unpackedSize({ files }: JSZip): number {
  return Object.values(files).reduce((sum, file) => sum + sizeOf(file), 0);
}

function sizeOf(file: JSZip.JSZipObject): number {
  const { _data: data } = file as unknown as { _data?: { uncompressedSize?: number } };
  return data?.uncompressedSize ?? 0;
}
