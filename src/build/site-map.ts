import { readFileSync } from 'node:fs';
import path from 'node:path';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { datesOfPages, isOfAnEdition } from '../core/metadata/site-map.ts';
import { parseLedger } from '../core/ledger-file.ts';
import { CONTENT, readContent } from './content.ts';
import { BASE, SITE } from './site.ts';

/**
 * The map of the site, by Astro's own integration; none where the site's address is not known. A page's date is that of
 * its content, and where that has none, none is given: never that of the build.
 *
 * @see https://www.sitemaps.org/protocol.html
 */
export function siteMap(): AstroIntegration[] {
  if (SITE === undefined) return [];
  let dates: ReadonlyMap<string, string> | undefined;
  const pathOf = (address: string) => decodeURI(new URL(address).pathname).slice(BASE.length);
  return [
    sitemap({
      filter: (address) => !isOfAnEdition(pathOf(address)),
      serialize: (item) => {
        dates ??= datesOfPages(shelf());
        const lastmod = dates.get(pathOf(item.url));
        return { url: item.url, ...(lastmod !== undefined && { lastmod }) };
      },
    }),
  ];
}

function shelf() {
  return readContent().readings.flatMap((reading) => {
    const file = path.join(CONTENT, 'readings', reading.slug, 'anchors.json');
    const { ledger } = parseLedger({ path: file, json: readFileSync(file, 'utf8') });
    return ledger ? [{ reading, ledger }] : [];
  });
}
