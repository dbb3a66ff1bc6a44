/** What is used of Citation.js, which has no types of its own. */
declare module '@citation-js/core' {
  /** An entry of BibTeX or a record of RIS, before it is written. */
  interface Entry {
    type: string;
    properties: Record<string, string | undefined>;
  }
  export class Cite {
    /** Items of CSL-JSON; or text in a format that a plugin reads. */
    constructor(items: readonly object[] | string, options?: { forceType: string });
    /** CSL-JSON, with fields of Citation.js's own that begin with `_`. */
    data: Record<string, unknown>[];
    format(
      kind: 'bibliography',
      options: { template: string; lang: string; format: 'text' | 'html' },
    ): string;
    format(kind: 'biblatex', options: { format: 'object' }): Entry[];
    format(kind: 'ris', options: { format: 'object' }): Record<string, string | string[]>[];
  }
  export const plugins: {
    /** Text or data of a form, as CSL-JSON, or as another form on the way there. */
    input: {
      chain(
        data: unknown,
        options: { forceType: string; target?: string; generateGraph: boolean },
      ): unknown[];
    };
    config: {
      get(name: '@bibtex'): {
        format: { asciiOnly: boolean };
        /** The fields of BibTeX and biblatex, by their names. */
        constants: { fieldTypes: Readonly<Record<string, unknown>> };
      };
    };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
