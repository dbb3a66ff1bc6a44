/**
 * @param path within the site, without a leading slash
 * @returns it under the base path
 */
export function to(path: string): string {
  return import.meta.env.BASE_URL + path;
}
