import footnotes from 'markdown-it-footnote';

const layout = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>{{ title }}</title>
  </head>
  <body>
    <h1>{{ title }}</h1>
    {{ content }}
  </body>
</html>
`;

export default function configure(eleventy) {
  eleventy.amendLibrary('md', (markdown) => markdown.use(footnotes));
  eleventy.addTemplate('_includes/page.liquid', layout);
  eleventy.addGlobalData('layout', 'page.liquid');
  return { dir: { input: 'written', output: 'dist' }, markdownTemplateEngine: false };
}
