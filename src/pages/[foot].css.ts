import type { APIRoute } from 'astro';
import { nameOfSite } from '../build/library.ts';
import { RUNNING_FOOT, toRunningFoot } from '../core/running-foot.ts';

/** The name at the foot of a printed page. */
export function getStaticPaths() {
  return [{ params: { foot: RUNNING_FOOT.file.replace(/\.css$/, '') } }];
}

export const GET: APIRoute = async () =>
  new Response(toRunningFoot(await nameOfSite()), { headers: { 'Content-Type': RUNNING_FOOT.type } });
