/** What this site is called, and who speaks in it where nobody is named as its publisher. */
export const SITE_NAME = 'Postil';
