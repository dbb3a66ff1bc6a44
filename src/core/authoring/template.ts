import type { Bearing, Kind, Status } from '../annotation.ts';

/** What evidence the statuses ask for; an unchecked statement becomes any of them. */
const BEARINGS_FOR: Readonly<Record<Status, readonly Bearing[]>> = {
  supported: ['supports'],
  qualified: ['qualifies'],
  contested: ['supports', 'contradicts'],
  contradicted: ['contradicts'],
  opinion: ['context'],
  unchecked: ['supports'],
};

/**
 * @param kind of the annotation
 * @param status of the annotation
 * @returns lines that an editor can copy into the note, and fill in
 */
export function templatesFor(kind: Kind, status: Status): string[] {
  if (kind === 'remark') return ['What else there is to say, in a paragraph.'];
  const what = kind === 'quotation' ? 'the words as their source has them' : 'the exact words of the source';
  return BEARINGS_FOR[status].map(
    (bearing) => `<Evidence source="KEY" bearing="${bearing}">${what}</Evidence>`,
  );
}
