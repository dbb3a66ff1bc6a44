/** Where letters are typed; a box or a button takes none. */
export const FIELD = 'input:not([type=checkbox]), textarea, select, [contenteditable]';
