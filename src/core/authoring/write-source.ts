import { Document, isScalar, visit } from 'yaml';
import { canonical } from '../canonical.ts';
import type { Bibliographic } from './csl-record.ts';

/** Fields whose values are words of a list, or tags: they stand without quotation marks. */
const BARE: readonly string[] = ['type', 'language', 'consulted'];

/** What comes in the place of `consulted: false`, when somebody has read it. */
const WHEN_READ = [
  'Nobody here has read it yet. When somebody has, this comes in the place of `consulted: false`, filled in:',
  'consulted: true',
  "accessed: 'YYYY-MM-DD' # the day",
  'read: whole # or beginning, or excerpt',
  'seen: # what excerpts in notes are checked against',
  "  - on: 'YYYY-MM-DD'",
  '    copy: page # or stored copy, print edition: what was opened',
  '    passages:',
  "      - 'The words of the source, letter for letter, each a stretch without gaps.'",
];

/**
 * Writes the file of a record that nobody here has read yet.
 *
 * @param record its bibliographic data
 * @param about where its schema is, from its folder, and where its data are from; what is stated there without a field
 * @returns YAML 1.2
 */
export function writeSource(
  record: Bibliographic,
  { schema, from, unheld }: { schema: string; from: string; unheld: readonly string[] },
): string {
  const document = new Document({ ...record, consulted: false });
  visit(document, {
    Pair(_, { key, value }) {
      const isBare = isScalar(key) && BARE.includes(String(key.value));
      if (isBare && isScalar(value)) value.type = 'PLAIN';
    },
  });
  const yaml = document.toString({
    lineWidth: 0,
    defaultStringType: 'QUOTE_SINGLE',
    defaultKeyType: 'PLAIN',
    flowCollectionPadding: true,
  });
  return [
    `# yaml-language-server: $schema=${schema}\n`,
    comment([`Made from ${from}.`]),
    yaml,
    comment(WHEN_READ),
    ...(unheld.length > 0 ? [comment(['', 'Stated there too, and not held here:', ...unheld])] : []),
  ].join('');
}

function comment(lines: readonly string[]): string {
  return lines.map((line) => `# ${onOneLine(line)}`.trimEnd() + '\n').join('');
}

/** A line feed would end the comment, and what follows would be read. */
function onOneLine(line: string): string {
  return /[\r\n\u0085\u2028\u2029]/.test(line) ? canonical(line) : line;
}
