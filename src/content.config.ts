import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { contentLoaders } from './build/loader.ts';
import type { Shelved } from './build/shelf.ts';
import type { Publication } from './core/publication.ts';
import type { Source } from './core/source.ts';

const { readings, frozen, sources, pages, publication } = contentLoaders();

export const collections = {
  readings: defineCollection({ loader: readings, schema: z.custom<Shelved>() }),
  frozen: defineCollection({ loader: frozen, schema: z.custom<Shelved>() }),
  sources: defineCollection({ loader: sources, schema: z.custom<Source>() }),
  pages: defineCollection({ loader: pages, schema: z.custom<{ title: string }>() }),
  publication: defineCollection({ loader: publication, schema: z.custom<Publication>() }),
};
