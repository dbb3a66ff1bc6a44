import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Searchable } from '../build/search-index.ts';
import { install, npm } from './installation.ts';
import { headed, noteInMarkdown, textInMarkdown } from './markdown.ts';

/** A program with which others publish the same. */
interface Program {
  name: string;
  /** Of its folder. */
  key: string;
  /** Whether its pages have the title of themselves, or only in their text. */
  drawsTitle: boolean;
  /** Whether it draws what it is given and nothing more, as the floor does. */
  isPlain: boolean;
}

const PROGRAMS: readonly Program[] = [
  { name: 'Eleventy', key: 'eleventy', drawsTitle: true, isPlain: true },
  { name: 'Starlight', key: 'starlight', drawsTitle: true, isPlain: false },
  { name: 'VitePress', key: 'vitepress', drawsTitle: false, isPlain: false },
];

/** A site that has the readings and their notes at the same paths as ours. */
export interface Peer {
  name: string;
  /** Of the built site. */
  folder: string;
  isPlain: boolean;
}

/** What could be built; and of what could not, the name and why. */
export interface Peers {
  built: Peer[];
  missing: { name: string; why: string }[];
}

/**
 * Builds the same readings and notes with each program, which it installs where that is not done yet.
 *
 * @param content the readings and their sources
 * @param tell is told what is being done
 */
export async function buildPeers(content: Searchable, tell: (progress: string) => void): Promise<Peers> {
  const peers: Peers = { built: [], missing: [] };
  for (const program of PROGRAMS) {
    const { name, key, isPlain } = program;
    try {
      const folder = await install(key, tell);
      tell(`building the same with ${name}`);
      write(path.join(folder, 'written'), program, content);
      await npm(folder, 'run', 'build');
      peers.built.push({ name, folder: path.join(folder, 'dist'), isPlain });
    } catch (error) {
      peers.missing.push({ name, why: (error as Error).message });
    }
  }
  return peers;
}

function write(folder: string, { drawsTitle }: Program, { readings, sources }: Searchable) {
  rmSync(folder, { recursive: true, force: true });
  const page = (place: string, title: string, markdown: string) => {
    const own = path.join(folder, place);
    mkdirSync(own, { recursive: true });
    const text = drawsTitle ? markdown : `# ${title}\n\n${markdown}`;
    writeFileSync(path.join(own, 'index.md'), headed({ title }, text));
  };
  for (const reading of readings) {
    page(reading.slug, reading.title, textInMarkdown(reading, sources));
    for (const annotation of reading.annotations)
      page(
        path.join(reading.slug, 'notes', annotation.id),
        annotation.quote,
        noteInMarkdown(reading, annotation, sources),
      );
  }
}
