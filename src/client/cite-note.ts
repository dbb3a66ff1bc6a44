import type { NoteCiteData, ReadingCiteData } from '../core/cite-data.ts';
import { inQuotes } from '../core/quotation-marks.ts';
import type { Citable } from './citable.ts';
import { noteData, readingData } from './cite-data.ts';
import { CiteList, radio } from './cite-list.ts';
import { citeText } from './cited-text.ts';
import { withAddress } from './clipboard.ts';
import { element } from './element.ts';
import type { Notes } from './notes.ts';
import type { Pair } from './pairs.ts';
import { readRange, type Selected } from './selection.ts';

/** What is open, if it is. */
let open: { opener: HTMLElement; list: CiteList } | undefined;

/** A note, and the words that it is about. */
interface Noted {
  reading: HTMLElement;
  pair: Pair;
  marked: Selected | undefined;
}

/** One of the things about a note that can be cited. */
interface Choice {
  name: string;
  cite: () => Citable;
}

/**
 * Opens the list for a note, the words it is about and each piece of its evidence, in the note; or puts it away.
 *
 * @param opener what was pressed
 */
export async function citeNote(
  reading: HTMLElement,
  notes: Notes,
  pair: Pair,
  opener: HTMLElement,
): Promise<void> {
  if (open?.opener === opener) {
    open.list.close();
    return;
  }
  const noted = { reading, pair, marked: await readRange(rangeOver(pair.parts), reading) };
  const chooser = element('fieldset', 'choice');
  // With its note the list goes, too.
  const toggled = () => {
    if (!pair.note.open) list.putAway();
  };
  const list = new CiteList(notes, chooser, () => {
    pair.note.removeEventListener('toggle', toggled);
    opener.setAttribute('aria-expanded', 'false');
    open = undefined;
    return opener;
  });
  opener.setAttribute('aria-expanded', 'true');
  pair.note.addEventListener('toggle', toggled);
  let [styles, chosen] = [[] as NoteCiteData['styles'], 0];
  const show = (choices: readonly Choice[]) => {
    chooser.replaceChildren(element('legend', 'visually-hidden', 'What to cite'));
    for (const [index, { name, cite }] of choices.entries()) {
      const choose = () => {
        chosen = index;
        list.show(cite(), styles);
      };
      chooser.append(radio(`cite-${pair.id}`, name, index === chosen, choose));
    }
    list.show(choices[chosen]!.cite(), styles);
  };
  show(choicesFor(noted));
  list.openIn(opener.closest('.told')!);
  open = { opener, list };
  Promise.all([noteData(reading, pair.id), readingData(reading)]).then(
    ([data, text]) => {
      styles = data.styles;
      show(choicesFor(noted, data, text));
    },
    () => list.fail(),
  );
}

/** The finding, the marked words, and what is quoted as evidence, as far as it is known. */
function choicesFor({ reading, pair, marked }: Noted, data?: NoteCiteData, text?: ReadingCiteData): Choice[] {
  const about = `note on ${inQuotes(wordsOf(pair.parts))}`;
  const whose = [data?.record.whose, about].filter(Boolean).join(', ');
  const link = withAddress(pair.note.querySelector<HTMLAnchorElement>('.lk')!.href);
  const finding: Citable = {
    name: 'the finding',
    words: pair.note.querySelector('.finding')!.textContent.trim(),
    language: 'en-GB',
    link,
    attribution: whose,
    references: data?.note,
    record: data?.record,
  };
  return [
    { name: 'The finding', cite: () => finding },
    ...(marked ? [{ name: 'The words', cite: () => citeText(reading, marked, text) }] : []),
    ...numbered(data?.evidence ?? []).map(({ name, source, excerpt, language, forms }) => ({
      name,
      cite: () => ({
        name: `${name}, as quoted in the note`,
        words: excerpt,
        language,
        link,
        attribution: `${source}, quoted in ${whose}`,
        references: forms,
      }),
    })),
  ];
}

/** Pieces by who says so; several of one are told apart by their order. */
function numbered<Piece extends { source: string }>(pieces: readonly Piece[]): (Piece & { name: string })[] {
  return pieces.map((piece) => {
    const same = pieces.filter(({ source }) => source === piece.source);
    return {
      ...piece,
      name: same.length === 1 ? piece.source : `${piece.source} (${same.indexOf(piece) + 1})`,
    };
  });
}

function wordsOf(parts: readonly HTMLElement[]): string {
  return parts
    .map(({ textContent }) => textContent)
    .join('')
    .trim();
}

function rangeOver(parts: readonly HTMLElement[]): Range {
  const range = document.createRange();
  range.setStartBefore(parts[0]!);
  range.setEndAfter(parts.at(-1)!);
  return range;
}
