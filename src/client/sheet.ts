/**
 * A page that carries the styles of its first view has those of what is asked for later brought by that. Other pages
 * link one sheet, which has them all.
 *
 * @param css a style sheet
 * @see https://www.w3.org/TR/cssom-1/#dom-documentorshadowroot-adoptedstylesheets
 */
export function bringSheet(css: string): void {
  if (document.querySelector('link[rel="stylesheet"]:not([media])')) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
