import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { contentLoaders, type Shelved } from './build/loader.ts';
import { pageSchema } from './core/page.ts';
import type { Publication } from './core/publication.ts';
import type { Source } from './core/source.ts';

const { readings, frozen, sources, pages, publication } = contentLoaders();

export const collections = {
  readings: defineCollection({ loader: readings, schema: z.custom<Shelved>() }),
  frozen: defineCollection({ loader: frozen, schema: z.custom<Shelved>() }),
  sources: defineCollection({ loader: sources, schema: z.custom<Source>() }),
  pages: defineCollection({ loader: pages, schema: pageSchema }),
  publication: defineCollection({ loader: publication, schema: z.custom<Publication>() }),
};
