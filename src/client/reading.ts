import { enhanceArrival } from './arrival.ts';
import { enhanceChoosing } from './choosing.ts';
import { enhanceCiting } from './citing.ts';
import { enhanceContents } from './contents.ts';
import { enhanceFolds } from './folds.ts';
import { enhanceKeys } from './keys.ts';
import { enhanceMap } from './map.ts';
import { Notes } from './notes.ts';
import { keepPlace } from './place.ts';
import { enhanceUnfolding } from './unfolding.ts';

const reading = document.querySelector<HTMLElement>('.reading')!;
const notes = new Notes(reading);
enhanceChoosing(reading, notes);
enhanceFolds(reading, notes);
enhanceCiting(reading, notes);
keepPlace(reading);
// An earlier edition is what it was: of it nothing can have changed.
if (reading.dataset.earlier === undefined) {
  enhanceArrival(reading, notes);
  if (/[?&]q=/.test(location.search)) void import('./searching.ts').then(({ showFound }) => showFound());
}
enhanceUnfolding();
const [map, rail, sheet] = ['page:map', 'page:contents', 'page:keys'].map((id) =>
  document.getElementById(id),
);
if (map) enhanceMap(map);
if (rail) enhanceContents(rail);
if (sheet) enhanceKeys(reading, notes, sheet as HTMLDialogElement);
