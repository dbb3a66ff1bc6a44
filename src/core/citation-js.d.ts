/** What is used of Citation.js, which has no types of its own. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(items: readonly object[]);
    format(
      kind: 'bibliography',
      options: { template: string; lang: string; format: 'text' | 'html' },
    ): string;
  }
}
declare module '@citation-js/plugin-csl';
