import sharp from 'sharp';
import type { Annotation } from '../core/annotation.ts';
import { drawNote, drawReading, type Picture } from '../core/picture.ts';
import type { Reading } from '../core/reading.ts';
import { typesetter } from './typesetter.ts';

const typeset = typesetter();
/** A page says a picture's words, and its own address has the picture: each is drawn once. */
const drawn = new WeakMap<Reading | Annotation, Picture>();

/**
 * @param name what the site is called
 * @param reading a reading
 * @param annotation one of its annotations, for that one's picture
 * @returns the picture for pages that link there
 */
export function pictureOf(name: string, reading: Reading, annotation?: Annotation): Picture {
  const subject = annotation ?? reading;
  const picture =
    drawn.get(subject) ??
    (annotation ? drawNote(annotation, reading, name, typeset) : drawReading(reading, name, typeset));
  drawn.set(subject, picture);
  return picture;
}

/**
 * Black, red, greys and their edges: sixteen colours look the same as all, in a third of the bytes. More effort in
 * quantizing makes the file no smaller and takes twice as long.
 *
 * @param picture a picture
 * @returns it as PNG; the same bytes each time
 */
export async function toPng({ svg }: Picture): Promise<Uint8Array<ArrayBuffer>> {
  const png = sharp(Buffer.from(svg)).png({ palette: true, colours: 16, dither: 0, effort: 1 });
  return new Uint8Array(await png.toBuffer());
}
