import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { CONTENT } from './build/content.ts';
import { frozenLoader, readingsLoader, sourcesLoader } from './build/loader.ts';
import { pageSchema } from './core/page.ts';
import type { Reading } from './core/reading.ts';
import type { Source } from './core/source.ts';

export const collections = {
  readings: defineCollection({ loader: readingsLoader(), schema: z.custom<Reading>() }),
  frozen: defineCollection({ loader: frozenLoader(), schema: z.custom<Reading>() }),
  sources: defineCollection({ loader: sourcesLoader(), schema: z.custom<Source>() }),
  pages: defineCollection({
    loader: glob({ base: pathToFileURL(`${path.resolve(CONTENT, 'pages')}/`), pattern: '*.mdx' }),
    schema: pageSchema,
  }),
};
