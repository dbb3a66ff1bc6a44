import type { Annotation } from './annotation.ts';
import { citer } from './cite.ts';
import { shorten } from './fingerprint.ts';
import { type Publication, reportAddress } from './publication.ts';
import type { Reading } from './reading.ts';
import type { Source } from './source.ts';

/** Attributes of a passage's element: its anchor and its fingerprint. */
interface PassageAttributes {
  id: string;
  'data-v': string;
}

/** What a reading is drawn with; the compiled text's only prop. */
export interface View {
  reading: Reading;
  sources: ReadonlyMap<string, Source>;
  cite: ReturnType<typeof citer>;
  /** The site's address and base path, or the path alone. */
  root: string;
  blocks: { attributes: PassageAttributes; link: { href: string }; sentences: PassageAttributes[] }[];
  annotations: ReadonlyMap<string, Annotation>;
  /** Where an error in a note is reported; undefined where no address is configured. */
  report: (id: string) => string | undefined;
}

/**
 * @param reading a reading
 * @param sources all records it cites, its own among them
 * @param root the site's address and base path, ending in a slash; a path alone where the address is not known
 * @param publication who answers for the site
 * @returns all that its pages are drawn with
 */
export function viewOf(
  reading: Reading,
  sources: ReadonlyMap<string, Source>,
  root: string,
  publication: Publication,
): View {
  const record = sources.get(reading.source);
  if (!record) throw new Error(`The reading \`${reading.slug}\` has no record \`${reading.source}\`.`);
  const attributes = ({ anchor, hash }: { anchor: string; hash: string }) => ({
    id: anchor,
    'data-v': shorten(hash),
  });
  return {
    reading,
    sources,
    cite: citer(reading, record, root),
    root,
    blocks: reading.blocks.map((block) => ({
      attributes: attributes(block),
      link: { href: `#${block.anchor}` },
      sentences: block.sentences.map(attributes),
    })),
    annotations: new Map(reading.annotations.map((annotation) => [annotation.id, annotation])),
    report: (id) => reportAddress(publication, id),
  };
}
