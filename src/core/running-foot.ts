/** Where the style sheet is that puts the site's own name at the foot of a printed page. */
export const RUNNING_FOOT = { file: 'running-foot.css', type: 'text/css; charset=utf-8' };

/**
 * It is `!important`, since among rules of pages Chromium lets the last sheet win, whatever its layer.
 *
 * @param name what the site is called
 * @returns CSS, which may stand in a page, too
 * @see https://www.w3.org/TR/css-page-3/#margin-boxes
 */
export function toRunningFoot(name: string): string {
  return `@page{@bottom-left{content:"${escapeString(name)}"!important}}\n`;
}

/** @see https://www.w3.org/TR/cssom-1/#serialize-a-string */
function escapeString(words: string): string {
  return words.replace(/["\\<\p{Cc}]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `);
}
