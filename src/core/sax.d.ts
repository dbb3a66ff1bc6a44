/** What is used of sax, which has no types of its own. */
declare module 'sax' {
  interface Parser {
    /** The place of the `<` of the tag that is being read, counted from 1, in UTF-16 code units. */
    startTagPosition: number;
    /** How much has been read. */
    position: number;
    error: Error | null;
    onerror: (error: Error) => void;
    onopentag: (tag: { name: string; attributes: Record<string, string> }) => void;
    onclosetag: () => void;
    ontext: (text: string) => void;
    oncdata: (text: string) => void;
    write(xml: string): Parser;
    close(): Parser;
  }
  /** @param strict whether what is not well-formed is an error */
  export function parser(strict: boolean): Parser;
  const sax: { parser: typeof parser };
  export default sax;
}
