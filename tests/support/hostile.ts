import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A reading whose every part looks like an attack: as text it is fit to be read, searched and cited. */
export const HOSTILE = {
  slug: 'hostile-words',
  image: '<img src=x onerror="document.title=1">',
  script: '</script><script>document.title=2</script>',
  address: 'javascript:document.title=3',
  /** Turns the order of the letters round until the end of the paragraph. */
  override: '\u202Eesrever\u202C',
  word: 'Zyzzyva'.repeat(1500).slice(0, 10_000),
} as const;

const { slug, image, script, address, override, word } = HOSTILE;
const DAY = '2026-11-01';

const SENTENCES = {
  image: `The vandal wrote ${image} on the harbour wall.`,
  script: `Then somebody added ${script} below it.`,
  address: `A pilot called it ${address} and laughed.`,
  override: `The clerk read it as ${override} aloud.`,
  word: `He spelt ${word} without a breath.`,
};

/** Writes the reading and its source into a content folder; its ledger is the command's. */
export function writeHostileReading(folder: string): void {
  const blocks = Object.values(SENTENCES);
  const marked = Object.entries(SENTENCES).map(([id, sentence]) => {
    const [before, ...rest] = sentence.split(' ');
    return `<Claim id="hostile-${id}" status="contested" checked="${DAY}">${escaped(before!)}</Claim> ${escaped(rest.join(' '))}`;
  });
  const notes = Object.entries(SENTENCES).map(([id, sentence]) => {
    const excerpt = (bearing: string) =>
      `<Evidence source="hostile-source" bearing="${bearing}" read="whole">${escaped(sentence)}</Evidence>`;
    const finding = id === 'word' ? 'The word is long.' : `Found: ${escaped(sentence)}`;
    return `[^hostile-${id}]: ${[finding, `Body ${escaped(sentence)}`, excerpt('supports'), excerpt('contradicts')].join('\n\n    ')}`;
  });
  const front = `---\ntitle: ${JSON.stringify(`Hostile ${image}`)}\nauthor: [{ family: Tester, given: A. }]\nlanguage: en\nsource: hostile-source\n---\n`;
  write(
    folder,
    `readings/${slug}/index.mdx`,
    [front, '<Byline>By A Tester</Byline>', ...marked, ...notes].join('\n\n') + '\n',
  );
  write(folder, `readings/${slug}/original.txt`, ['By A Tester', ...blocks].join('\n\n') + '\n');
  write(
    folder,
    'sources/hostile-source.yaml',
    `type: webpage\ntitle: ${JSON.stringify(`Title ${image} ${script}`)}\ncontainer-title: ${JSON.stringify(`Paper ${address} ${override}`)}\nissued: "2026-10-01"\naccessed: "${DAY}"\nread: whole\n`,
  );
}

/** Its letters as they are, for a reader of MDX. */
function escaped(text: string): string {
  return text.replace(/[<>{}*_[\]`\\]/g, '\\$&');
}

function write(folder: string, name: string, text: string) {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
