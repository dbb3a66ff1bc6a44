import sheet from '../styles/search.css?inline';
import { bringSheet } from './sheet.ts';

/** All that searching needs, in one file, which comes when it is first asked for: each file costs its headers, too. */
export { showFound } from './found-here.ts';
export { openSearch } from './search-dialog.ts';
export { SearchPanel, type Way } from './search-panel.ts';
export { addressOf, type Question, readQuestion } from './search-question.ts';

bringSheet(sheet);
