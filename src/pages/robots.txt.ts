import type { APIRoute } from 'astro';
import { ROOT, SITE } from '../build/library.ts';

/** All may be read; where the site's address is known, its map is named. @see https://www.rfc-editor.org/rfc/rfc9309 */
export const GET: APIRoute = () => {
  const map = SITE === undefined ? '' : `\nSitemap: ${ROOT}sitemap-index.xml\n`;
  return new Response(`User-agent: *\nAllow: /\n${map}`, { headers: { 'Content-Type': 'text/plain' } });
};
