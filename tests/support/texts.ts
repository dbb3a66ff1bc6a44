import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { type Outcome, run } from './command.ts';
import { FIXTURE_CONTENT } from './pages.ts';

export const TEXTS = 'tests/fixtures/texts';

/** A text, what an editor says of it, and two annotations. */
export interface Example {
  file: string;
  slug: string;
  language: string;
  details: string[];
  annotations: [words: string, ...options: string[]][];
}

/** Each as somebody would make a reading of it; see the README of the texts. */
export const EXAMPLES: readonly Example[] = [
  {
    file: 'second-inaugural.txt',
    slug: 'second-inaugural',
    language: 'en-US',
    details: ['--title', 'Second inaugural address', '--author', 'Lincoln, Abraham', '--type', 'speech'],
    annotations: [
      ['urgent agents', '--kind', 'remark', '--finding', 'Other copies have “insurgent agents”.'],
      ['One-eighth of the whole population were colored slaves', '--kind', 'claim'],
    ],
  },
  {
    file: 'declaration-arabic.html',
    slug: 'declaration-arabic',
    language: 'ar',
    details: ['--author', 'literal:الجمعية العامة للأمم المتحدة'],
    annotations: [
      [
        'يولد جميع الناس أحرارًا',
        '--kind',
        'claim',
        '--status',
        'opinion',
        '--finding',
        'A statement of what ought to be.',
      ],
      ['عقلاً وضميرًا', '--kind', 'claim'],
    ],
  },
  {
    file: 'declaration-hebrew.html',
    slug: 'declaration-hebrew',
    language: 'he',
    details: ['--author', 'literal:United Nations General Assembly'],
    annotations: [
      [
        ...(['כל בני אדם נולדו בני חורין', '--kind', 'claim', '--status', 'supported'] as const),
        ...(['--finding', 'The Arabic wording says the same.', '--evidence', 'declaration-arabic'] as const),
        ...([
          '--excerpt',
          'يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق.',
          '--bearing',
          'supports',
        ] as const),
        ...([
          '--lang',
          'ar',
          '--rendering',
          'All people are born free, equal in dignity and rights.',
        ] as const),
      ],
      ['דח', '--kind', 'remark', '--finding', 'So in the copy; “דת” (religion) may be meant.'],
    ],
  },
  {
    file: 'declaration-ukrainian.txt',
    slug: 'declaration-ukrainian',
    language: 'uk',
    details: ['--author', 'literal:Генеральна Асамблея ООН'],
    annotations: [
      ['таття 3.', '--kind', 'remark', '--finding', 'So in the copy; its first letter is missing.'],
      ['Всі люди народжуються вільними', '--kind', 'claim'],
    ],
  },
  {
    file: 'paper-kites.md',
    slug: 'paper-kites',
    language: 'en-GB',
    details: [],
    annotations: [
      ['wrapping paper lasts', '--kind', 'claim'],
      ['Together', '--kind', 'remark', '--finding', 'The four weights do add up to it.'],
    ],
  },
  {
    file: 'harbour-bells.docx',
    slug: 'harbour-bells',
    language: 'en-GB',
    details: [],
    annotations: [
      ['14 cm', '--kind', 'claim'],
      ['not known', '--kind', 'remark', '--finding', 'Nobody has lifted it.'],
    ],
  },
];

/** @returns a content folder without readings */
export function emptyContent(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ['site.yaml', 'pages'])
    cpSync(`${FIXTURE_CONTENT}/${name}`, `${folder}/${name}`, { recursive: true });
  return folder;
}

/** Makes a reading of a text as an editor would, by the commands. */
export function author(content: string, { file, slug, language, details, annotations }: Example): Outcome[] {
  const environment = { POSTIL_CONTENT: content };
  const made = run(
    [
      'node',
      'src/cli/new.ts',
      `${TEXTS}/${file}`,
      '--slug',
      slug,
      '--language',
      language,
      ...details,
      '--yes',
    ],
    environment,
  );
  const annotated = annotations.map((annotation) =>
    run(['node', 'src/cli/annotate.ts', slug, ...annotation, '--occurrence', '1'], environment),
  );
  return [made, ...annotated];
}
