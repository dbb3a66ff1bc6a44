/**
 * What Pagefind names an index by, and so the file that lists its parts. It would be a digest that a page learns from
 * another file first; here the folder's name has one, and a page can ask for both at once.
 */
export const INDEX_NAME = 'all';
