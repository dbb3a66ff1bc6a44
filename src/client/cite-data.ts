import type { ReadingCiteData, NoteCiteData } from '../core/cite-data.ts';

const asked = new Map<string, Promise<unknown>>();

/** @returns the references of the reading, in the edition that is shown, to passages of which the place is added */
export function readingData(reading: HTMLElement): Promise<ReadingCiteData> {
  const { earlier } = reading.dataset;
  return load<ReadingCiteData>(
    `${pathOf(reading)}${earlier === undefined ? '' : `editions/${earlier}/`}cite.json`,
  );
}

/** @returns the references of a note and of its evidence */
export function noteData(reading: HTMLElement, id: string): Promise<NoteCiteData> {
  return load<NoteCiteData>(`${pathOf(reading)}notes/${id}/cite.json`);
}

/** Where the reading is, on this host: the site's own address may be another. */
function pathOf({ dataset }: HTMLElement): string {
  return new URL(dataset.page!, location.href).pathname;
}

/** What could not be had is asked for again the next time. */
function load<Data>(path: string): Promise<Data> {
  const before = asked.get(path);
  if (before) return before as Promise<Data>;
  const coming = fetch(path).then((response) => {
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json() as Promise<Data>;
  });
  coming.catch(() => asked.delete(path));
  asked.set(path, coming);
  return coming;
}
