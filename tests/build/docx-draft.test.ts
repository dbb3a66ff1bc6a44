import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { readDocx } from '../../src/build/docx-draft.ts';
import { Refused } from '../../src/core/draft/draft.ts';
import { written } from '../core/support/drafts.ts';
import { makeDocx } from '../support/docx.ts';

const paragraph = (words: string, style?: string) =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r><w:t>${words}</w:t></w:r></w:p>`;
const style = (id: string, name: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;

const STYLES = `<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>${style('Titel', 'Title')}${style('berschrift1', 'heading 1')}${style('berschrift2', 'heading 2')}${style('Zitat', 'Quote')}${style('Eigen', 'My Own')}</w:styles>`;

const refusal = async (bytes: Uint8Array) => {
  const error: unknown = await readDocx(bytes).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Refused);
  return (error as Refused).message;
};

describe('A .docx file on its way to become a reading', () => {
  test('has title, headings and quotations by the names of Word’s styles, in whatever language Word was.', async () => {
    const body = [
      paragraph('On kites', 'Titel'),
      paragraph('Strings', 'berschrift1'),
      paragraph('Knots', 'berschrift2'),
      paragraph('A quotation.', 'Zitat'),
      paragraph('Words.', 'Eigen'),
    ].join('');
    const draft = await readDocx(await makeDocx(body, { styles: STYLES }));
    expect(written(draft)).toBe('## On kites\n\n## Strings\n\n### Knots\n\n> A quotation.\n\nWords.');
    expect(draft).toMatchObject({ title: 'On kites', language: 'en-GB' });
    expect(draft.said).toContain(
      'Words in styles that do not say what they are became plain text: “My Own”.',
    );
  });

  test('has footnotes and endnotes as footnotes.', async () => {
    const note = (kind: string, words: string) =>
      `<w:${kind}s><w:${kind} w:id="2"><w:p><w:r><w:t xml:space="preserve"> ${words}</w:t></w:r></w:p></w:${kind}></w:${kind}s>`;
    const body =
      '<w:p><w:r><w:t>A</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t xml:space="preserve"> b</w:t></w:r><w:r><w:endnoteReference w:id="2"/></w:r></w:p>';
    const parts = { footnotes: note('footnote', 'At the foot.'), endnotes: note('endnote', 'At the end.') };
    const draft = await readDocx(await makeDocx(body, parts));
    expect(written(draft)).toBe('A[^1] b[^2]\n\n[^1]: At the foot.\n\n[^2]: At the end.');
  });

  test('takes tracked changes as accepted, leaves comments and running heads out, and says so.', async () => {
    const body =
      '<w:p><w:r><w:t>Kept</w:t></w:r><w:del w:id="1"><w:r><w:delText> gone</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t xml:space="preserve"> new</w:t></w:r></w:ins><w:r><w:commentReference w:id="0"/></w:r></w:p>';
    const parts = {
      comments:
        '<w:comments><w:comment w:id="0"><w:p><w:r><w:t>Really?</w:t></w:r></w:p></w:comment></w:comments>',
      header1: '<w:hdr><w:p><w:r><w:t>Draft, p. 1</w:t></w:r></w:p></w:hdr>',
    };
    const draft = await readDocx(await makeDocx(body, parts));
    expect(written(draft)).toBe('Kept new');
    expect(draft.said).toEqual([
      'It has tracked changes: all were taken as accepted, so that what is deleted is left out and what is inserted stands.',
      'One comment in the margin was left out.',
      'Left out, since it stands at the head or foot of pages: “Draft, p. 1”.',
    ]);
  });

  test('suggests title and author of its properties, with a warning.', async () => {
    const properties = '<dc:title>A title</dc:title><dc:creator>A. Writer</dc:creator>';
    const draft = await readDocx(await makeDocx(paragraph('Words.'), {}, properties));
    expect(draft).toMatchObject({ title: 'A title', author: [{ literal: 'A. Writer' }] });
    expect(draft.said).toEqual([
      'The file’s properties give the title “A title” and the author “A. Writer”: whoever saved it may have put it there.',
    ]);
  });

  test('is in the language of most of its words, also from right to left.', async () => {
    const rightToLeft =
      '<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/><w:lang w:val="en-GB" w:bidi="he-IL"/></w:rPr><w:t>שלום</w:t></w:r></w:p>';
    expect((await readDocx(await makeDocx(rightToLeft, { styles: STYLES }))).language).toBe('he-IL');
    const ukrainian = '<w:p><w:r><w:rPr><w:lang w:val="uk-UA"/></w:rPr><w:t>Слово</w:t></w:r></w:p>';
    expect((await readDocx(await makeDocx(ukrainian, { styles: STYLES }))).language).toBe('uk-UA');
  });

  test('is read as Word itself writes it.', async () => {
    const draft = await readDocx(new Uint8Array(readFileSync('tests/fixtures/texts/mammoth-footnotes.docx')));
    expect(written(draft)).toBe('Ouch[^1].[^2]\n\n[^1]: A tachyon walks into a bar.\n\n[^2]: Fin.');
  });

  test('is refused where it is another file, protected, broken, empty or too large, and it says which.', async () => {
    const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    const whole = await makeDocx(paragraph('Words.'));
    const other = new JSZip().file('mimetype', 'x');
    const bomb = new JSZip().file('word/document.xml', new Uint8Array(100_000_001));
    const pack = (archive: JSZip) => archive.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    expect(await refusal(Uint8Array.from(ole))).toMatch(/^This is a \.doc file of Word 2003/);
    expect(await refusal(Uint8Array.from([...ole, ...Buffer.from('EncryptedPackage', 'utf16le')]))).toMatch(
      /protected by a password/,
    );
    expect(await refusal(Buffer.from('Plain words.'))).toMatch(/^This is no \.docx file/);
    expect(await refusal(whole.subarray(0, whole.length / 2))).toMatch(/broken: it is no whole ZIP archive/);
    expect(await refusal(await pack(other))).toMatch(/broken: there is no text of Word in it/);
    expect(await refusal(await makeDocx(paragraph(' ')))).toMatch(/^There are no words/);
    expect(await refusal(new Uint8Array(5_000_001))).toMatch(/^This \.docx file has more than 5 megabytes/);
    expect(await refusal(await pack(bomb))).toMatch(
      /^This \.docx file would unpack to more than 100 megabytes/,
    );
  });
});
