import { stringify } from 'yaml';
import type { FrontMatter } from '../front-matter.ts';
import type { Source } from '../source.ts';

/** What an editor says of a text before it becomes a reading. */
export type Details = Pick<FrontMatter, 'title' | 'author' | 'language' | 'source'>;

/** A bibliographic record as it is first written. */
export type NewRecord = Omit<Source, 'key' | 'consulted'>;

/**
 * @param details front matter
 * @param schema address of the schema of front matter, for editors’ programs
 * @param body MDX, without front matter
 * @returns the text of `index.mdx`
 */
export function composeReading(details: Details, schema: string, body: string): string {
  return `---\n${withSchema(schema, details)}---\n\n${body}`;
}

/**
 * @param record a bibliographic record
 * @param schema address of the schema of records
 * @returns the text of `sources/<key>.yaml`
 */
export function composeRecord(record: NewRecord, schema: string): string {
  return withSchema(schema, record);
}

function withSchema(schema: string, value: object): string {
  // In quotation marks nothing is taken for a number, a date or a truth.
  const yaml = stringify(value, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 });
  return `# yaml-language-server: $schema=${schema}\n${yaml}`;
}
