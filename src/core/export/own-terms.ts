import type { PhrasingContent } from 'mdast';
import { z } from 'zod';
import { type Annotation, BEARINGS, type Evidence, KINDS, READ, STATUSES } from '../annotation.ts';
import { escapeMarkdown, toMarkdown } from '../markdown.ts';

/*
 * What an annotation here has and the Web Annotation model has no word for: its kind, how evidence bears, what a figure
 * counts. It stands beside the model's own properties under names of ours, so that a reader of the model loses nothing,
 * and an import of our own export gains everything.
 */

/**
 * Stands for our names in JSON-LD. Not an address: whoever publishes with Postil means the same by them, on whatever
 * host, and nothing stands at an address that nobody keeps. A UUID may be made by anybody (RFC 9562); a URN may carry a
 * fragment (RFC 8141 §2.3.3).
 */
const NAMESPACE = 'urn:uuid:4b4821d5-f1ff-4c87-b16c-adc61423c08b#';
const PREFIX = 'postil';
const name = (term: string) => `${PREFIX}:${term}`;

/** The context of an export: the model's, then ours. Paragraphs, evidence and the like keep their order. */
export const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    [PREFIX]: NAMESPACE,
    ...Object.fromEntries(
      ['body', 'evidence', 'since', 'replies'].map((term) => [
        name(term),
        { '@id': NAMESPACE + term, '@container': '@list' },
      ]),
    ),
  },
] as const;

/** Attributes of marks that go out and come in as they are; `source` is the record that the words name. */
const ATTRIBUTES = [
  'status',
  'checked',
  'brief',
  'why',
  'reckoned',
  'beside',
  'differs',
  'wording',
  'by',
  'source',
  'value',
  'unit',
  'measures',
  'aliases',
] as const;

const words = z.string().min(1);

const evidenceSchema = z.object({
  /** Key of the record. */
  record: words,
  bearing: z.enum(BEARINGS),
  read: z.enum(READ).optional(),
  language: words.optional(),
  rendering: words.optional(),
  aliases: words.optional(),
  /** Markdown: the decisive words are strong. */
  excerpt: words,
});

const ownSchema = z.object({
  kind: z.enum(KINDS),
  ...Object.fromEntries(ATTRIBUTES.map((attribute) => [attribute, words.optional()])),
  status: z.enum(STATUSES).optional(),
  finding: words,
  /** Markdown, a paragraph each. */
  body: z.array(words).default([]),
  evidence: z.array(evidenceSchema).default([]),
  since: z.array(z.object({ date: words, record: words, text: words })).default([]),
  replies: z.array(z.object({ from: words, date: words, text: words })).default([]),
});

/** What an annotation of ours says, apart from where it stands. */
export interface Own extends Pick<Annotation, 'kind' | 'finding' | (typeof ATTRIBUTES)[number]> {
  /** Markdown, a paragraph each. */
  body: string[];
  evidence: OwnEvidence[];
  since: { date: string; record: string; text: string }[];
  replies: { from: string; date: string; text: string }[];
}

/** A piece of evidence: key of its record, and the excerpt in Markdown. */
interface OwnEvidence {
  record: string;
  bearing: Evidence['bearing'];
  read?: Evidence['read'] | undefined;
  language?: string | undefined;
  rendering?: string | undefined;
  aliases?: string | undefined;
  excerpt: string;
}

/**
 * @param annotation an annotation
 * @returns what the model has no word for, to be put beside the model's properties; needs `CONTEXT`
 * @see https://www.w3.org/TR/annotation-model/#annotations (“There MAY be other properties”)
 */
export function ownTerms(annotation: Annotation): Record<string, unknown> {
  const { kind, finding, body, evidence, since, replies } = annotation;
  return named({
    kind,
    ...Object.fromEntries(ATTRIBUTES.map((attribute) => [attribute, annotation[attribute]])),
    finding,
    body: body.map(({ text, markdown }) => markdown ?? escapeMarkdown(text)),
    evidence: evidence.map((piece) =>
      named({
        record: piece.source,
        bearing: piece.bearing,
        read: piece.read,
        language: piece.lang,
        rendering: piece.rendering,
        aliases: piece.aliases,
        excerpt: excerptOf(piece),
      }),
    ),
    since: since.map(({ date, source, text }) => named({ date, record: source, text })),
    replies: replies.map((reply) => named({ ...reply })),
  });
}

/**
 * @param item a Web Annotation, as JSON
 * @returns what it says in our terms; nothing where it is not one of ours, or the fault of one that cannot be read
 */
export function parseOwnTerms(item: Readonly<Record<string, unknown>>): { own?: Own; fault?: string } {
  const bare = unnamed(item) as Record<string, unknown>;
  if (bare.kind === undefined) return {};
  const { data, error } = ownSchema.safeParse(bare);
  return data ? { own: data as unknown as Own } : { fault: z.prettifyError(error) };
}

/** The names with the prefix; what is undefined or an empty list is left out. */
function named(terms: Record<string, unknown>): Record<string, unknown> {
  const present = Object.entries(terms).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(present.map(([term, value]) => [name(term), value]));
}

/** The reverse, also within lists. What is not ours is left out of objects. */
function unnamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unnamed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([term]) => term.startsWith(`${PREFIX}:`))
      .map(([term, inner]) => [term.slice(PREFIX.length + 1), unnamed(inner)]),
  );
}

function excerptOf({ parts }: Evidence): string {
  const children = parts.map(({ text, decisive }): PhrasingContent => {
    const plain = { type: 'text' as const, value: text };
    return decisive ? { type: 'strong', children: [plain] } : plain;
  });
  return toMarkdown({ type: 'paragraph', children });
}
