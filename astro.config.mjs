import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import rehypeSlug from 'rehype-slug';
import remarkFootnotes from 'remark-footnotes';
import { licences } from './src/build/licences.ts';
import { postil } from './src/build/integration.ts';
import { plainImport } from './src/build/plain-import.ts';
import { bundleScripts } from './src/build/scripts.ts';
import { shortenScripts } from './src/build/shorten.ts';
import { siteMap } from './src/build/site-map.ts';
import { BASE, SITE } from './src/build/site.ts';
import { textAlone } from './src/build/text-alone.ts';
import { texts } from './src/build/texts.ts';
import { rehypeReading, remarkReading } from './src/core/draw.ts';

export default defineConfig({
  ...(SITE && { site: SITE }),
  base: BASE,
  trailingSlash: 'always',
  // White space in templates is JSX's, as the formatter writes it: a space between elements is `{' '}`.
  compressHTML: 'jsx',
  devToolbar: { enabled: false },
  // What stands in a page itself is chosen in `Page.astro`, and named in its policy: Astro adds nothing.
  build: {
    format: 'directory',
    inlineStylesheets: 'never',
    assets: 'assets',
    // While a page is written, the next is drawn.
    concurrency: 4,
  },
  vite: {
    build: { assetsInlineLimit: 0 },
    plugins: [plainImport(), texts(), textAlone(), bundleScripts(), shortenScripts(), licences()],
  },
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      // A text of record keeps its own quotation marks and dashes.
      smartypants: false,
      remarkPlugins: [[remarkFootnotes, { inlineNotes: true }], remarkReading],
      rehypePlugins: [rehypeReading, rehypeSlug],
      remarkRehype: {
        clobberPrefix: '',
        footnoteLabel: 'Footnotes',
        footnoteLabelProperties: { className: ['visually-hidden'] },
      },
    }),
  },
  integrations: [mdx(), postil(), ...siteMap()],
});
