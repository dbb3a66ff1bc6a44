/** `npm run schemas`: writes the JSON Schemas of content to public/schemas/, where editors' programs look for them. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { writeWhole } from '../build/write.ts';
import { type SchemaName, SCHEMAS, serializeSchema } from '../core/export/schemas.ts';

const FOLDER = path.join('public', 'schemas');

mkdirSync(FOLDER, { recursive: true });
for (const name of Object.keys(SCHEMAS) as SchemaName[]) {
  const file = path.join(FOLDER, `${name}.json`);
  writeWhole(file, serializeSchema(name));
  console.log(file);
}
