/** Where the style sheet is that puts the site's own name at the foot of a printed page. */
export const RUNNING_FOOT = { file: 'running-foot.css', type: 'text/css; charset=utf-8' };

/**
 * A page of the site cannot say it: a name is text, and the content policy allows no style within a page. In no layer,
 * so that it outweighs the name that print.css has.
 *
 * @param name what the site is called
 * @returns CSS
 * @see https://www.w3.org/TR/css-page-3/#margin-boxes
 */
export function toRunningFoot(name: string): string {
  return `@page{@bottom-left{content:"${escapeString(name)}"}}\n`;
}

/** @see https://www.w3.org/TR/cssom-1/#serialize-a-string */
function escapeString(words: string): string {
  return words.replace(/["\\\p{Cc}]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `);
}
