/** What is used of citeproc, which has no types of its own. */
declare module 'citeproc' {
  type GiveCase = (state: Engine, words: string) => string;
  /** What cuts words at signs and joins them. */
  interface Doppel {
    split: (words: string) => object;
  }
  type Decorate = (state: Engine, words: string | undefined) => string;

  export interface System {
    retrieveItem: (id: string) => object;
    /** @returns XML */
    retrieveLocale: (language: string) => string | undefined;
  }

  class Engine {
    /**
     * @param style as a tree of elements; it is changed
     * @param isForced whether the language is to be taken before the style's own
     * @throws whatever it finds wrong with a style, not always an `Error`
     */
    constructor(system: System, style: object, language: string, isForced: boolean);
    setOutputFormat(name: string): void;
    updateItems(ids: readonly string[]): void;
    makeCitationCluster(cites: readonly { id: string; locator?: string; label?: string }[]): string;
    /** @returns false where the style has none; else what it says of the whole, and the entries */
    makeBibliography(): false | [parameters: object, entries: string[]];
    getTerm(term: string, form?: string, plural?: 0 | 1): string | undefined;
    /** The languages by whose rules letters are made large or small. */
    tmp: { disambig_settings: AmbigConfig; lang_array: string[] };
    opt: { lang: string };
    /** Turns quotation marks and markup within words into citeproc’s own; it looks for them in all that is said. */
    fun: { flipflopper: { processTags: (said: { blobs: string }) => void } };
  }

  /** How much of its names a work is cited with, so that it is told from others: at first, as the style has it. */
  class AmbigConfig {
    private readonly names: unknown[];
  }

  interface Element {
    name: string;
    attrs: Record<string, string>;
    children: (Element | string)[];
  }
  type GetNodesByName = (
    this: unknown,
    element: Element,
    name: string,
    named?: string,
    found?: Element[],
  ) => Element[];

  const CSL: {
    Engine: typeof Engine;
    AmbigConfig: typeof AmbigConfig;
    /** @returns a work as it is cited while nothing is told apart: those by the same words are then told from each other */
    getAmbiguousCite: (this: Engine) => string;
    XmlJSON: { prototype: { getNodesByName: GetNodesByName } };
    Output: {
      Formats: Record<string, Record<string, Decorate | string | false>>;
      /** What gives words another case, by its name; and what is no such function. */
      Formatters: Record<string, GiveCase | Doppel>;
    };
  };
  export default CSL;
  export type { Engine };
}
