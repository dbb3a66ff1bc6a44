import { UNKNOWN_ORIGIN } from '../core/unknown-origin.ts';
import { latexCitation, pandocCitation } from '../core/cite-command.ts';
import { asHtml, asMarkdown, quotationAndLink, quotationAndLinkAsHtml } from '../core/quoted-form.ts';
import {
  accessedIn,
  escapeHtml,
  fill,
  type Run,
  type StyleForms,
  type Template,
  toHtml,
  toPlain,
} from '../core/reference-template.ts';
import { PLAIN } from '../core/style-locator.ts';
import { fillWikipedia } from '../core/wikipedia-template.ts';
import type { Citable } from './citable.ts';
import type { Copied } from './clipboard.ts';

/** A form of citing: what the line shows, and what it copies. */
export interface Line {
  name: string;
  shown: readonly Run[];
  copied: Copied;
  /** How it is set: a short one on one line, the record's words in its letters, an address in the desk's. */
  manner: 'address' | 'words' | 'reference' | 'short';
}

/** @returns the link, and the words with it */
export function wordLines(citable: Citable): Line[] {
  const { words, link } = citable;
  return [
    line('Link', link, 'address', `<a href="${escapeHtml(link)}">${escapeHtml(link)}</a>`),
    {
      ...line('Quotation and link', quotationAndLink(citable), 'words', quotationAndLinkAsHtml(citable)),
      shown: [{ text: quotationAndLink({ words, link: '' }).trim() }],
    },
  ];
}

/**
 * @param today `YYYY-MM-DD`, in the reader's calendar
 * @returns the reference in a style, and what else the style asks for
 */
export function referenceLines(citable: Citable, style: StyleForms, today: string): Line[] {
  const forms = citable.references?.[style.id];
  if (!forms) return [];
  const second = style.kind === 'note' ? 'Bibliography' : 'In the text';
  return [
    referenceLine(style.kind === 'note' ? 'Reference, in a note' : 'Reference', forms.reference),
    ...(forms.second ? [referenceLine(second, forms.second)] : []),
  ];

  function referenceLine(name: string, template: Template): Line {
    const runs = fill(template, {
      link: citable.link,
      locator: citable.locate?.(style) ?? '',
      accessed: accessedIn(style, today),
    });
    return { name, shown: runs, copied: { text: toPlain(runs), html: toHtml(runs) }, manner: 'reference' };
  }
}

/** @returns the forms that programs take, each shown by its beginning */
export function dataLines(citable: Citable, today: string): Line[] {
  const { record, locate, link, words } = citable;
  const quote = words.replaceAll('\n', ' ');
  const locator = locate?.(PLAIN) ?? '';
  const short = (name: string, text: string) => line(name, text, 'short');
  const quoted = [short('Markdown', asMarkdown(citable)), short('HTML', asHtml(citable))];
  if (!record) return quoted;
  const { key, bibtex, ris, csl, wikipedia } = record;
  const onHost = (text: string) => text.replaceAll(UNKNOWN_ORIGIN, location.origin);
  return [
    short('BibTeX', onHost(bibtex)),
    short('RIS', onHost(ris)),
    short('CSL-JSON', onHost(csl)),
    short('LaTeX', latexCitation(key, locator)),
    short('Pandoc', pandocCitation(key, locator)),
    ...quoted,
    short('Wikipedia', fillWikipedia(wikipedia, { link, locator, quote, accessed: today })),
  ];
}

function line(name: string, text: string, manner: Line['manner'], html?: string): Line {
  return { name, shown: [{ text }], copied: html === undefined ? { text } : { text, html }, manner };
}
