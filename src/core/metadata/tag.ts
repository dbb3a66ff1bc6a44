/** A `<meta>`: Open Graph's have a property where the others have a name. */
export type Tag = { name: string; content: string } | { property: string; content: string };

/**
 * @param kind how the tags are told apart
 * @param contents what each says; one without content is left out, one with several is there several times
 */
export function tags(
  kind: 'name' | 'property',
  contents: Record<string, string | readonly string[] | undefined>,
): Tag[] {
  return Object.entries(contents).flatMap(([key, content = []]) =>
    [content]
      .flat()
      .map((each) => (kind === 'name' ? { name: key, content: each } : { property: key, content: each })),
  );
}

/** Under which licence the notes are (content/pages/colophon.mdx); the text and the excerpts are not ours to license. */
export const NOTES_LICENCE = 'https://creativecommons.org/licenses/by/4.0/';
