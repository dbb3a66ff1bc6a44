import type { AstroIntegration } from 'astro';
import { readContent } from './content.ts';
import { isFatal, report } from './report.ts';
import { whenSaved } from './saves.ts';

/** The development server, as an integration is given it. */
export type DevServer = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

/**
 * While one writes, the last good page goes on being served; what keeps the new one from it lies over it in the
 * browser, with the command or the line that mends it.
 */
export function overlayProblems({ watcher, ws }: DevServer): void {
  let told = '';
  const show = () => {
    if (told !== '') ws.send({ type: 'error', err: { message: told, stack: '', plugin: 'postil' } });
  };
  const judge = () => {
    const { problems } = readContent();
    const before = told;
    told = isFatal(problems) ? report(problems) : '';
    if (told === '' && before !== '') ws.send({ type: 'full-reload' });
    else show();
  };
  judge();
  whenSaved(watcher, judge);
  ws.on('connection', show);
}
