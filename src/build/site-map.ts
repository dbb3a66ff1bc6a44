import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { datesOfPages, isOfAnEdition } from '../core/metadata/site-map.ts';
import { ONLY } from './portion.ts';
import { editedOf, shelvesOfBuild } from './shelf.ts';
import { BASE, SITE } from './site.ts';

/**
 * The map of the site, by Astro's own integration; none where the site's address is not known, and none of a part. A page's date is that of
 * its content, and where that has none, none is given: never that of the build.
 *
 * @see https://www.sitemaps.org/protocol.html
 */
export function siteMap(): AstroIntegration[] {
  if (SITE === undefined || ONLY) return [];
  let dates: ReadonlyMap<string, string> | undefined;
  const pathOf = (address: string) => decodeURI(new URL(address).pathname).slice(BASE.length);
  return [
    sitemap({
      filter: (address) => !isOfAnEdition(pathOf(address)),
      serialize: (item) => {
        dates ??= datesOfPages(Array.from(shelvesOfBuild().readings.values(), ({ data }) => editedOf(data)));
        const lastmod = dates.get(pathOf(item.url));
        return { url: item.url, ...(lastmod !== undefined && { lastmod }) };
      },
    }),
  ];
}
