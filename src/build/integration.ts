import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { toCaddy } from '../core/caddy.ts';
import { CITE_ADDRESSES } from '../core/cite-data.ts';
import { ADDRESSES } from '../core/export/formats.ts';
import { inPages } from '../core/in-page.ts';
import { toNginx } from '../core/nginx.ts';
import { headerRules, serializeHeaders } from '../core/policy.ts';
import { type Beside, besideBuild } from './beside.ts';
import { type Content, publicationOf, readContent } from './content.ts';
import { drawing } from './drawing.ts';
import { compileCopies, removeCopies } from './drawn.ts';
import { forget } from './memory.ts';
import { type DevServer, overlayProblems } from './overlay.ts';
import { writeWorker } from './offline.ts';
import { markPart, ONLY } from './portion.ts';
import { clearAway } from './program.ts';
import { isFatal, plural } from './report.ts';
import { whenSaved } from './saves.ts';
import { INDEX_ROOT, writeIndexAnew } from './search-index.ts';
import { BASE, SITE } from './site.ts';
import { digestOfInputs, stampBuild } from './stamp.ts';
import { endTurn, takeTurn } from './turn.ts';

/** Media types of the index's files that browsers insist on. */
const MEDIA_TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** A file of the index, by its name within the folder: while one writes, the folder of yesterday has today’s. */
const INDEX_FILE = new RegExp(`/${INDEX_ROOT}/[^/?]+/([^?]+)`);

/** What Postil adds to Astro's build: the search index and the hosts' headers; and the index in `npm run dev`. */
export function postil(): AstroIntegration {
  let madeOf = '';
  let beside: Beside | undefined;
  let folder = '';
  let isOffline = false;
  return {
    name: 'postil',
    hooks: {
      'astro:config:setup': ({ command, injectRoute, updateConfig }) => {
        forget();
        isOffline = command === 'build' && publicationOf().publication.offline !== false;
        updateConfig({ vite: { define: { 'import.meta.env.OFFLINE': JSON.stringify(isOffline) } } });
        if (command !== 'dev') return;
        removeCopies();
        for (const route of dataRoutes()) injectRoute(route);
      },
      // Behind this Astro notes what it knows of content.
      'astro:config:done': async ({ config }) => {
        folder = fileURLToPath(config.outDir);
        await takeTurn();
      },
      // Before anything is read: what is saved while the build runs is not in it.
      'astro:build:start': ({ setPrerenderer, logger }) => {
        endTurn();
        madeOf = digestOfInputs();
        beside = besideBuild();
        // All is read.
        clearAway();
        setPrerenderer((usual) => drawing(usual, folder, logger));
      },
      // Only now is the folder of an earlier build empty.
      'astro:build:setup': () => beside?.writeInto(folder),
      'astro:build:done': async ({ logger }) => {
        const files = await beside!.finish();
        if (ONLY) {
          markPart(folder, madeOf);
          logger.info(
            `This is a part of the site, with ${plural(ONLY.length, 'reading')}: --merge makes the rest.`,
          );
          return;
        }
        writeHeaders(folder);
        await writeWorker(folder, isOffline);
        stampBuild(folder, madeOf);
        logger.info(`The search index has ${files} files.`);
        if (SITE === undefined)
          logger.warn(
            'POSTIL_SITE is not set: there is no sitemap, no feed and no picture for links from elsewhere.',
          );
      },
      'astro:server:start': endTurn,
      'astro:server:setup': ({ server }) => {
        overlayProblems(server);
        compileCopies(server);
        serveIndex(server);
      },
    },
  };
}

/** The headers, as several hosts read them. */
function writeHeaders(folder: string): void {
  const rules = headerRules(inPages());
  writeFileSync(path.join(folder, '_headers'), serializeHeaders(rules, BASE));
  writeFileSync(path.join(folder, '_nginx.conf'), toNginx(rules, BASE));
  writeFileSync(path.join(folder, '_Caddyfile'), toCaddy(rules, BASE));
}

/** Serves the index of what is there now, made when it is first asked for; while something is wrong, the last good one. */
function serveIndex({ watcher, middlewares }: DevServer): void {
  let content: Content | undefined;
  let index: Promise<Map<string, Uint8Array>> | undefined;
  // Pagefind’s program makes one at a time.
  let making: Promise<unknown> = Promise.resolve();
  whenSaved(watcher, () => {
    index = undefined;
  });
  const make = async () => {
    const now = readContent();
    if (!isFatal(now.problems)) content = now;
    return content ? await writeIndexAnew(content) : new Map<string, Uint8Array>();
  };
  middlewares.use((request, response, next) => {
    const name = INDEX_FILE.exec(request.url ?? '')?.[1];
    if (name === undefined) return next();
    index ??= making.then(make);
    making = index.catch(() => undefined);
    index.then((files) => {
      const file = files.get(name);
      if (!file) return next();
      response.setHeader('Content-Type', MEDIA_TYPES[path.extname(name)] ?? 'application/octet-stream');
      response.setHeader('Cache-Control', 'no-store');
      response.end(Buffer.from(file));
    }, next);
  });
}

/**
 * A route for each format while one writes; a build writes the data itself. Only where its ending is in the pattern does
 * Astro ask for no slash behind it.
 */
function dataRoutes() {
  const route = (address: string, subject: string) => ({
    pattern: address.replace(/:(\w+)/g, '[$1]'),
    entrypoint: `src/pages/_data/${subject}.ts`,
    prerender: true,
  });
  return [
    ...Object.entries(ADDRESSES).flatMap(([subject, { at, formats }]) =>
      formats.map(({ file }) => route(at + file, subject)),
    ),
    ...Object.entries(CITE_ADDRESSES).map(([subject, address]) => route(address, `cite-${subject}`)),
  ];
}
