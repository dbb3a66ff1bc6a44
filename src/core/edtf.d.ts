/** What is used of edtf, which has no types of its own. Months count from 0, as in JavaScript. */
declare module 'edtf' {
  interface Extended {
    values: number[];
    /** First and last millisecond. */
    min: number;
    max: number;
    /** The two ends of an interval. */
    lower?: { values: number[] };
    upper?: { values: number[] };
  }
  /** @throws when the string is not EDTF */
  export default function edtf(value: string): Extended;
}
