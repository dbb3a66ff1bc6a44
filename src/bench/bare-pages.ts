/**
 * The files of the bare site that are the same whatever is published on it, by their names. They are indented, and so
 * nobody takes what they import for what this file does.
 */
export const BARE_PAGES: Record<string, string> = {
  'astro.config.mjs': `
    import { fileURLToPath } from 'node:url';
    import mdx from '@astrojs/mdx';
    import * as pagefind from 'pagefind';

    const search = {
      name: 'search',
      hooks: {
        'astro:build:done': async ({ dir }) => {
          const { index } = await pagefind.createIndex();
          await index.addDirectory({ path: fileURLToPath(dir) });
          await index.writeFiles({ outputPath: fileURLToPath(new URL('pagefind/', dir)) });
          await pagefind.close();
        },
      },
    };

    export default { devToolbar: { enabled: false }, integrations: [mdx(), search] };
  `,

  'src/content.config.ts': `
    import { defineCollection } from 'astro:content';
    import { glob } from 'astro/loaders';

    const mdx = (base) => defineCollection({ loader: glob({ pattern: '**/*.mdx', base }) });

    export const collections = {
      readings: mdx('./content/readings'),
      notes: mdx('./content/notes'),
      sources: defineCollection({ loader: glob({ pattern: '*.yaml', base: './content/sources' }) }),
    };
  `,

  'src/layouts/Page.astro': `
    ---
    const { title } = Astro.props;
    ---

    <!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{title}</title>
      </head>
      <body>
        <h1>{title}</h1>
        <slot />
      </body>
    </html>
  `,

  'src/layouts/Notes.astro': `
    ---
    const { notes } = Astro.props;
    ---

    <ul>
      {notes.map(({ id, data }) => (
        <li>
          <a href={'/' + id.replace('/', '/notes/') + '/'}>{data.quote}</a> {data.status} {data.finding}
        </li>
      ))}
    </ul>
  `,

  'src/layouts/Sources.astro': `
    ---
    const { sources } = Astro.props;
    ---

    <ul>
      {sources.map(({ id, data }) => (
        <li>
          <a href={'/sources/' + id + '/'}>{data.title}</a> {data['container-title']} {data.issued}
        </li>
      ))}
    </ul>
  `,

  'src/pages/index.astro': `
    ---
    import { getCollection } from 'astro:content';
    import Page from '../layouts/Page.astro';

    const readings = await getCollection('readings');
    ---

    <Page title="Readings">
      <ul>{readings.map(({ id, data }) => <li><a href={'/' + id + '/'}>{data.title}</a></li>)}</ul>
    </Page>
  `,

  'src/pages/claims.astro': `
    ---
    import { getCollection } from 'astro:content';
    import Notes from '../layouts/Notes.astro';
    import Page from '../layouts/Page.astro';
    ---

    <Page title="Statements"><Notes notes={await getCollection('notes')} /></Page>
  `,

  'src/pages/sources/index.astro': `
    ---
    import { getCollection } from 'astro:content';
    import Page from '../../layouts/Page.astro';
    import Sources from '../../layouts/Sources.astro';
    ---

    <Page title="Sources"><Sources sources={await getCollection('sources')} /></Page>
  `,

  'src/pages/sources/[source].astro': `
    ---
    import { getCollection } from 'astro:content';
    import Notes from '../../layouts/Notes.astro';
    import Page from '../../layouts/Page.astro';

    export async function getStaticPaths() {
      const citing = new Map();
      for (const note of await getCollection('notes'))
        for (const key of new Set(note.data.sources)) citing.set(key, [...(citing.get(key) ?? []), note]);
      return (await getCollection('sources')).map(({ id, data }) => ({
        params: { source: id },
        props: { data, notes: citing.get(id) ?? [] },
      }));
    }
    const { data, notes } = Astro.props;
    ---

    <Page title={data.title}>
      <dl>{Object.entries(data).map(([name, value]) => <><dt>{name}</dt><dd>{JSON.stringify(value)}</dd></>)}</dl>
      <Notes notes={notes} />
    </Page>
  `,

  'src/pages/[reading]/index.astro': `
    ---
    import { getCollection, render } from 'astro:content';
    import Page from '../../layouts/Page.astro';

    export async function getStaticPaths() {
      return (await getCollection('readings')).map((reading) => ({ params: { reading: reading.id }, props: { reading } }));
    }
    const { reading } = Astro.props;
    const { Content } = await render(reading);
    ---

    <Page title={reading.data.title}><Content /></Page>
  `,

  // As many as there are of ours: statements, notes, sources, citations, editions, and the first of these.
  'src/pages/[reading]/[...list].astro': `
    ---
    import { getCollection } from 'astro:content';
    import Notes from '../../layouts/Notes.astro';
    import Page from '../../layouts/Page.astro';
    import Sources from '../../layouts/Sources.astro';

    export async function getStaticPaths() {
      const notes = Map.groupBy(await getCollection('notes'), ({ data }) => data.reading);
      const sources = new Map((await getCollection('sources')).map((source) => [source.id, source]));
      return (await getCollection('readings')).flatMap(({ id, data }) => {
        const own = notes.get(id) ?? [];
        const cited = [...new Set(own.flatMap((note) => note.data.sources))].map((key) => sources.get(key));
        return ['claims', 'notes', 'sources', 'cite', 'editions', 'editions/1'].map((list) => ({
          params: { reading: id, list },
          props: { title: data.title, list, notes: own, sources: cited },
        }));
      });
    }
    const { title, list, notes, sources } = Astro.props;
    ---

    <Page title={list + ': ' + title}>
      {list === 'sources' ? <Sources sources={sources} /> : <Notes notes={notes} />}
    </Page>
  `,

  'src/pages/[reading]/notes/[note].astro': `
    ---
    import { getCollection, render } from 'astro:content';
    import Page from '../../../layouts/Page.astro';

    export async function getStaticPaths() {
      return (await getCollection('notes')).map((note) => {
        const [reading, id] = note.id.split('/');
        return { params: { reading, note: id }, props: { note } };
      });
    }
    const { note } = Astro.props;
    const { Content } = await render(note);
    ---

    <Page title={note.data.quote}>
      <p><a href={'/' + note.data.reading + '/'}>The text</a> {note.data.status}</p>
      <Content />
    </Page>
  `,
};
