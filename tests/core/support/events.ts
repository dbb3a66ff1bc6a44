import { readTimeline, type DatedEvent } from '../../../src/core/timeline.ts';
import { SOURCES, TODAY } from './reading.ts';

/** Events of these dates, in the order of time; the text uses those whose date is followed by `!`. */
export function eventsOf(...dates: string[]): DatedEvent[] {
  const yaml = dates
    .map((date) => {
      const text = date.endsWith('!') ? ', text: uses' : '';
      const edtf = date.replace('!', '');
      return `- { date: "${edtf}", event: "On ${edtf}.", sources: [post], annotations: []${text} }\n`;
    })
    .join('');
  const { events, problems } = readTimeline(
    { path: 'timeline.yaml', yaml },
    { sources: SOURCES, annotations: [], today: TODAY },
  );
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  return events;
}
