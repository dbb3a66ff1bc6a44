import type { AstroIntegration } from 'astro';
import type { Problem } from '../core/problem.ts';
import { readContent } from './content.ts';
import { toOverlay } from './overlay-message.ts';
import { isFatal } from './report.ts';
import { whenSaved } from './saves.ts';

/** The development server, as an integration is given it. */
export type DevServer = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

/**
 * While one writes, the last good page goes on being served; what keeps the new one from it lies over it in the
 * browser, with the command or the line that mends it.
 */
export function overlayProblems(server: DevServer): void {
  const { watcher, ws } = server;
  let told: { problems: Problem[]; hasHandbook: boolean } | undefined;
  const show = () => {
    if (!told) return;
    // Where the server is reached is known only once it listens.
    const site = told.hasHandbook ? server.resolvedUrls?.local[0] : undefined;
    ws.send({ type: 'error', err: toOverlay(told.problems, site) });
  };
  const judge = () => {
    const { problems, publication } = readContent();
    const before = told;
    told = isFatal(problems) ? { problems, hasHandbook: publication.handbook !== false } : undefined;
    if (!told && before) ws.send({ type: 'full-reload' });
    else show();
  };
  judge();
  whenSaved(watcher, judge);
  ws.on('connection', show);
}
