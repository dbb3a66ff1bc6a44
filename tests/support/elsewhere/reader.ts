/** A browser that is not Chromium, as far as the reader's journeys need it, whoever drives it. */
export interface Reader {
  /** Its name and version, as it says them itself. */
  name: string;
  /** How narrow its window can be inside, in CSS pixels: its bar of buttons may need more than a phone is wide. */
  narrowest: number;
  /** Has the window be so large inside, in CSS pixels. */
  resize: (width: number, height: number) => Promise<void>;
  /** Goes to an address and waits until the page is loaded. */
  open: (address: string) => Promise<void>;
  /** Runs a function in the page. It must not need anything from outside itself. */
  evaluate: <Result, Arguments extends readonly unknown[]>(
    run: (...given: Arguments) => Result,
    ...given: Arguments
  ) => Promise<Result>;
  /** Types into what has the focus, as keys. */
  type: (words: string) => Promise<void>;
  /** Presses what a selector finds, where its middle is. */
  click: (selector: string) => Promise<void>;
  /** @returns what can be seen, as PNG */
  picture: () => Promise<Uint8Array>;
  close: () => Promise<void>;
}

/** Milliseconds between two looks at whether something has become true. */
const PAUSE = 50;

/** Waits until a function in the page says something that is true, and returns it; a test's own limit ends it. */
export async function until<Result, Arguments extends readonly unknown[]>(
  reader: Reader,
  run: (...given: Arguments) => Result,
  ...given: Arguments
): Promise<Exclude<NonNullable<Result>, false>> {
  for (;;) {
    const said = await reader.evaluate(run, ...given);
    if (said) return said as Exclude<NonNullable<Result>, false>;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** How often a page must be seen alike before nothing in it moves any more. */
const ALIKE = 4;

/** Waits until notes have come to rest. */
export async function atRest(reader: Reader): Promise<void> {
  let before = '';
  for (let alike = 0; alike < ALIKE;) {
    const now = await reader.evaluate(() =>
      [
        scrollY,
        ...Array.from(document.querySelectorAll('.note'), (note) => note.getBoundingClientRect().top),
      ].join(' '),
    );
    alike = now === before ? alike + 1 : 0;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
