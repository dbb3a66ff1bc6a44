/**
 * The page of a text carries the styles of its first view; what is asked for later brings its own, and is shown when
 * they have come. Other pages have all in one sheet.
 *
 * @param address of the style sheet
 * @returns when it is there, or cannot be had: then what is shown is plain
 */
export async function bringSheet(address: string): Promise<void> {
  if (document.documentElement.dataset.reading === undefined) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  await new Promise((resolve) => {
    link.onload = resolve;
    link.onerror = resolve;
    document.head.append(link);
  });
}
