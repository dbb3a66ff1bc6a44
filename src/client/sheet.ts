/**
 * The page of a text carries the styles of its first view; what is asked for later brings its own. Other pages have all
 * in one sheet.
 *
 * @param css a style sheet
 * @see https://www.w3.org/TR/cssom-1/#dom-documentorshadowroot-adoptedstylesheets
 */
export function bringSheet(css: string): void {
  if (document.documentElement.dataset.reading === undefined) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
