import type { Annotation, Bearing, Status } from '../../../src/core/annotation.ts';
import { read, TODAY } from './reading.ts';

/** A statement in a made-up text: its status, and its evidence as `source bearing`, in the order of the note. */
export interface Stated {
  id: string;
  status?: Status | 'remark';
  evidence?: readonly `${string} ${Bearing}`[];
  /** Sources of what came later. */
  since?: readonly string[];
  /** The source that the words name. */
  names?: string;
}

/** @returns the annotations of a text that states these, one in each paragraph */
export function stating(...stated: readonly Stated[]): Annotation[] {
  const marks = stated.map(({ id, status = 'opinion', names }) => {
    if (status === 'remark') return `<Remark id="${id}">Words</Remark> of ${id}.`;
    const kind = names === undefined ? 'Claim' : 'Source';
    const of = names === undefined ? '' : ` of="${names}"`;
    return `<${kind} id="${id}"${of} status="${status}" checked="${TODAY}">Words</${kind}> of ${id}.`;
  });
  const notes = stated.map(({ id, evidence = [], since = [] }) => {
    const pieces = evidence.map((piece) => {
      const [source, bearing] = piece.split(' ');
      return `    <Evidence source="${source}" bearing="${bearing}">Its words.</Evidence>\n`;
    });
    const later = since.map(
      (source) => `    <Since date="2026-01-03" source="${source}">It came so.</Since>\n`,
    );
    return [`[^${id}]: Found.\n`, ...pieces, ...later].join('\n');
  });
  return read([...marks, ...notes].join('\n\n')).reading.annotations;
}
