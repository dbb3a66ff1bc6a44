/** Stands for the site's own where it was not known to the build and will be to the browser. @see https://www.rfc-editor.org/rfc/rfc2606#section-2 */
export const UNKNOWN_ORIGIN = 'https://site.invalid';
