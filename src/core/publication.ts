import { z } from 'zod';
import { isWebAddress } from './web-address.ts';
import type { Problem } from './problem.ts';
import { isBlank, readYaml } from './yaml-document.ts';

/** Who answers for a site: `content/site.yaml`. What is not given is said to be not given; nothing is made up. */
export const publicationSchema = z.strictObject({
  name: z
    .string()
    .min(1)
    .optional()
    .describe('What the site is called, in its header, titles and references; without it “Postil”.'),
  publisher: z.string().min(1).optional().describe('Who publishes it.'),
  responsible: z.string().min(1).optional().describe('The person responsible for what the notes say.'),
  address: z.string().min(1).optional().describe('Where they can be reached by letter.'),
  report: z
    .string()
    .refine(isReportAddress, 'mailto: with one address and no more, or a web address with {id} in it')
    .meta({ pattern: '^mailto:[^\\s@?]+@[^\\s@?]+$|^[Hh][Tt][Tt][Pp][Ss]?://.*\\{id\\}' })
    .optional()
    .describe(
      'Where an error is reported: mailto:…, or a web address in which {id} stands for the note’s id.',
    ),
  handbook: z
    .boolean()
    .optional()
    .describe('Whether the site has the editors’ handbook; it has, if nothing is said.'),
  offline: z
    .boolean()
    .optional()
    .describe('Whether what was visited can be read without a network; it can, if nothing is said.'),
});

export type Publication = z.output<typeof publicationSchema>;

/**
 * @param file path for messages, and its YAML; a file of nothing but comments gives nothing
 * @returns what is configured, if the file is valid, and all problems
 */
export function readPublication(file: { path: string; yaml: string }): {
  publication: Publication;
  problems: Problem[];
} {
  if (isBlank(file.yaml)) return { publication: {}, problems: [] };
  const { value, problems } = readYaml(file, publicationSchema, 'invalid-configuration');
  return { publication: value ?? {}, problems };
}

/**
 * @param publication what is configured
 * @param id an annotation's
 * @returns where to report an error in its note, with its id; undefined where no address is configured
 * @see https://www.rfc-editor.org/rfc/rfc6068 (the `mailto` scheme, §2)
 */
export function reportAddress({ report }: Publication, id: string): string | undefined {
  if (report === undefined) return undefined;
  if (!report.startsWith('mailto:')) return report.replaceAll('{id}', encodeURIComponent(id));
  return `${report}?subject=${encodeURIComponent(`Error in the note ${id}`)}`;
}

/** The subject of a letter is ours: an address with a query would have two. */
function isReportAddress(value: string): boolean {
  return /^mailto:[^\s@?]+@[^\s@?]+$/.test(value) || (isWebAddress(value) && value.includes('{id}'));
}
