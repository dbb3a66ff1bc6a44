import type { Annotation } from './annotation.ts';
import { canonical } from './canonical.ts';
import { citer, citingOf } from './cite.ts';
import { shorten } from './fingerprint.ts';
import { type Publication, reportAddress } from './publication.ts';
import type { Ledger } from './ledger.ts';
import type { Block } from './passage.ts';
import type { Reading } from './reading.ts';
import type { Referencer } from './reference.ts';
import { type Remains, remainsOf } from './remains.ts';
import { siteName } from './site-name.ts';
import type { Source } from './source.ts';

/**
 * Attributes of a passage's element: its anchor, its fingerprint, and whether it has a history; without one, the edition
 * it came with, if that was not the first.
 */
interface PassageAttributes {
  id: string;
  'data-v': string;
  'data-h'?: '';
  'data-e'?: number;
  class?: 'visually-hidden';
}

/** A passage as it is drawn, with the anchors of those that were joined to it. */
interface DrawnPassage {
  attributes: PassageAttributes;
  aliases: readonly string[];
}

/** What a reading is drawn with; the compiled text's only prop. */
export interface View {
  reading: Reading;
  sources: ReadonlyMap<string, Source>;
  cite: ReturnType<typeof citer>;
  /** The site's address and base path, or the path alone. */
  root: string;
  /** What the site is called. */
  siteName: string;
  blocks: (DrawnPassage & { link: { href: string; tabindex?: -1 }; sentences: DrawnPassage[] })[];
  annotations: ReadonlyMap<string, Annotation>;
  /** Its ledger, and what it knows of what is no more; an earlier edition shows neither. */
  past?: { ledger: Ledger; remains: Remains };
  /** Where an error in a note is reported; undefined where no address is configured. */
  report: (id: string) => string | undefined;
}

/**
 * @param reading a reading
 * @param sources all records it cites, its own among them
 * @param root the site's address and base path, ending in a slash; a path alone where the address is not known
 * @param publication who answers for the site
 * @param styles the styles of citation, in the menu’s order
 * @param ledger the reading's ledger, where it is the present edition that is drawn
 * @returns all that its pages are drawn with
 */
export function viewOf(
  reading: Reading,
  sources: ReadonlyMap<string, Source>,
  root: string,
  publication: Publication,
  styles: readonly Referencer[],
  ledger?: Ledger,
): View {
  const remains = ledger && remainsOf(ledger);
  const later = new Map(
    ledger?.anchors.flatMap(({ anchor, edition }) => (edition > 1 ? [[anchor, edition] as const] : [])),
  );
  const draw = ({ anchor, hash }: { anchor: string; hash: string }): DrawnPassage => ({
    attributes: {
      id: anchor,
      'data-v': shorten(hash),
      ...(remains?.changed.has(anchor)
        ? { 'data-h': '' as const }
        : later.has(anchor) && { 'data-e': later.get(anchor)! }),
    },
    aliases: remains?.aliases.get(anchor) ?? [],
  });
  const repeated = repeatedTitle(reading);
  return {
    reading,
    sources,
    cite: citer(citingOf({ reading, ledger }, { root, sources, publication }, styles)),
    root,
    siteName: siteName(publication),
    blocks: reading.blocks.map((block) => {
      const { attributes, aliases } = draw(block);
      const href = `#${block.anchor}`;
      const isUnseen = block === repeated;
      return {
        attributes: { ...attributes, ...(isUnseen && { class: 'visually-hidden' as const }) },
        aliases,
        link: { href, ...(isUnseen && { tabindex: -1 as const }) },
        sentences: block.sentences.map(draw),
      };
    }),
    annotations: new Map(reading.annotations.map((annotation) => [annotation.id, annotation])),
    ...(ledger && remains && { past: { ledger, remains } }),
    report: (id) => reportAddress(publication, id),
  };
}

/**
 * Many texts begin with their title as a heading, which stands above them on the page already. It stays in the text, as
 * all of it does, but is not drawn a second time, unless there is a mark in it.
 */
function repeatedTitle({ title, blocks, annotations }: Reading): Block | undefined {
  const ordinal = blocks.findIndex(({ kind }) => kind !== 'byline');
  const first = blocks[ordinal];
  const isTitle = first?.kind === 'heading' && first.text === canonical(title);
  return isTitle && annotations.every(({ block }) => block !== ordinal) ? first : undefined;
}
