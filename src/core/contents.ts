import { type Ledger, stateIn } from './ledger.ts';
import { capitalized, counted } from './tally.ts';

const LIST = new Intl.ListFormat('en-GB');

/**
 * @param ledger a reading's ledger
 * @param edition the number of one of its editions
 * @returns in a sentence or two what the edition held: paragraphs, headings, notes
 */
export function contentsInEnglish({ anchors, annotations }: Ledger, edition: number): string {
  const kinds = anchors.flatMap((row) => {
    const state = stateIn(row, edition);
    return state && state.gone === undefined ? [row.kind] : [];
  });
  const count = (kind: (typeof kinds)[number]) => kinds.filter((each) => each === kind).length;
  const notes = annotations.filter(
    (row) => row.edition <= edition && (row.withdrawn === undefined || row.withdrawn.edition > edition),
  ).length;
  const parts = [
    ...(count('byline') > 0 ? ['a by-line'] : []),
    counted(count('paragraph'), 'paragraph'),
    ...(['heading', 'row', 'code'] as const)
      .filter((kind) => count(kind) > 0)
      .map((kind) => counted(count(kind), NAMES[kind])),
  ];
  return `${capitalized(LIST.format(parts))}; ${counted(notes, 'note')}.`;
}

const NAMES = { heading: 'heading', row: 'table row', code: 'piece of code' };
