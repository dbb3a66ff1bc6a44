import './as-vitest.ts';
import { collect, faultOf } from './collection.ts';
import { inOrder } from './times.ts';

/**
 * Loads test files with a change at work from the beginning, and runs their tests: `node alone.ts MODULE FILE…`. The last
 * line says what has failed.
 */
const [module, ...files] = process.argv.slice(2);
let told = 'none';
for (const file of files) {
  const fault = await faultOf(inOrder(await collect(file), module!));
  if (!fault) continue;
  told = JSON.stringify({ id: fault.test.id, message: fault.message });
  break;
}
console.log(`\nFAULT ${told}`);
