import JSZip from 'jszip';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Parts of a .docx file beside its text, by their names in `word/`: their XML without the declaration. */
export type Parts = Record<string, string>;

/**
 * Makes a .docx file of WordprocessingML, with the parts that Word writes.
 *
 * @param body what stands in `<w:body>`
 * @param parts further parts
 * @param properties what stands in `docProps/core.xml`
 */
export async function makeDocx(body: string, parts: Parts = {}, properties = ''): Promise<Uint8Array> {
  const archive = new JSZip();
  const names = Object.keys(parts);
  archive.file(
    '[Content_Types].xml',
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  );
  archive.file(
    '_rels/.rels',
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  archive.file(
    'word/_rels/document.xml.rels',
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${names
      .map(
        (name, index) =>
          `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${name.replace(/\d/g, '')}" Target="${name}.xml"/>`,
      )
      .join('')}</Relationships>`,
  );
  archive.file(
    'word/document.xml',
    `${HEAD}<w:document ${WORD} xmlns:r="${RELATIONS}"><w:body>${body}</w:body></w:document>`,
  );
  for (const name of names)
    archive.file(`word/${name}.xml`, HEAD + parts[name]!.replace(/^<w:\w+/, `$& ${WORD}`));
  if (properties !== '')
    archive.file(
      'docProps/core.xml',
      `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${properties}</cp:coreProperties>`,
    );
  return archive.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
