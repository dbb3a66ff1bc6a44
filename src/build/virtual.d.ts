declare module 'virtual:postil/texts' {
  /** What imports each text of a build, by collection and id; none while one writes. */
  const texts: ReadonlyMap<
    string,
    () => Promise<{ Content: import('astro/runtime/server/index.js').AstroComponentFactory }>
  >;
  export default texts;
}
