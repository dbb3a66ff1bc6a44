import { expect, test } from 'vitest';
import { forOneWork } from '../../src/core/one-work.ts';
import { elementsIn, readXml } from '../../src/core/xml.ts';

const STYLE = `<style class="note" collapse="year">
  <macro name="m"><sort><key variable="title"/></sort></macro>
  <citation et-al-min="4" disambiguate-add-names="true" disambiguate-add-givenname="true"
    disambiguate-add-year-suffix="true" givenname-disambiguation-rule="by-cite" collapse="year">
    <sort><key variable="issued"/></sort><layout><text variable="title"/></layout>
  </citation>
  <bibliography hanging-indent="true" collapse="year"><layout/><sort/></bibliography>
</style>`;

test('A style for one work sorts nothing and tells no work from another, and is else as it was.', () => {
  const [macro, citation, bibliography] = elementsIn(
    forOneWork(readXml({ path: 'x.csl', xml: STYLE }, 'malformed-style').root!),
  );
  expect(elementsIn(macro!).map(({ name }) => name)).toEqual(['sort']);
  expect(macro!.attrs).toEqual({ name: 'm' });
  expect(citation!.attrs).toEqual({ 'et-al-min': '4' });
  expect(elementsIn(citation!).map(({ name }) => name)).toEqual(['layout']);
  expect(bibliography!.attrs).toEqual({ 'hanging-indent': 'true' });
  expect(elementsIn(bibliography!).map(({ name }) => name)).toEqual(['layout']);
});
