import footnotes from 'markdown-it-footnote';

export default {
  title: 'Readings',
  srcDir: 'written',
  outDir: 'dist',
  // Links of the notes lead out, or to other pages of the publisher.
  ignoreDeadLinks: true,
  markdown: { config: (markdown) => void markdown.use(footnotes) },
  themeConfig: { search: { provider: 'local' } },
};
