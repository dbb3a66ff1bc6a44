import { build } from 'vite';

/**
 * A file of the client as one script, for tests to put into a page that does not load it by itself.
 *
 * @param file from the project's root
 * @param name the global that will hold what it exports
 */
export async function bundleClient(file: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: file, formats: ['iife'], name } },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error(`${file} could not be bundled.`);
  return `${output.output[0].code}\n;globalThis.${name} = ${name};`;
}
