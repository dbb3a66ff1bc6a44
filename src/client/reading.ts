import { enhanceCiting } from './cite-list.ts';
import { enhanceNotes } from './notes.ts';

const reading = document.querySelector<HTMLElement>('.reading');
if (reading) {
  enhanceNotes(reading);
  enhanceCiting(reading);
}
