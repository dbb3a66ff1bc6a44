import path from 'node:path';
import type { AstroIntegration } from 'astro';
import { CONTENT, readContent } from './content.ts';
import { type OverlayMessage, toOverlay } from './overlay-message.ts';
import { isFatal } from './report.ts';

/** The development server, as an integration is given it. */
export type DevServer = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

/** Milliseconds in which several files that are saved together are taken for one save. */
const TOGETHER = 50;

/**
 * While one writes, the last good page goes on being served; what keeps the new one from it lies over it in the
 * browser, with the command or the line that mends it.
 */
export function overlayProblems(server: DevServer): void {
  const { watcher, ws } = server;
  let told: OverlayMessage | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    if (told) ws.send({ type: 'error', err: told });
  };
  const judge = () => {
    const { problems, publication } = readContent();
    const before = told;
    const site = publication.handbook === false ? undefined : server.resolvedUrls?.local[0];
    told = isFatal(problems) ? toOverlay(problems, site) : undefined;
    if (!told && before) ws.send({ type: 'full-reload' });
    else show();
  };
  watcher.on('all', (_event, file) => {
    if (!path.resolve(file).startsWith(path.resolve(CONTENT) + path.sep)) return;
    clearTimeout(timer);
    timer = setTimeout(judge, TOGETHER);
  });
  ws.on('connection', show);
}
