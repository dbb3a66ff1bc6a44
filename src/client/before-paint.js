// @ts-check
/* Before the first paint, so that nothing moves: that scripts run, and what the reader chose. */
(() => {
  /** Milliseconds there and back. */
  const FARTHEST = 300;
  const root = document.documentElement;
  /** @param {string} name */
  const recall = (name) => {
    try {
      return localStorage.getItem(name) ?? '';
    } catch {
      return '';
    }
  };
  root.classList.replace('nojs', 'js');

  // On a phone a distant host would not bring them in time, and they would hold up the words.
  const { saveData = false, rtt = 0 } =
    /** @type {{ connection?: { saveData?: boolean, rtt?: number } }} */ (navigator).connection ?? {};
  const { fonts = '', asked = '' } = document.currentScript?.dataset ?? {};
  if (!saveData && rtt < FARTHEST && !matchMedia(asked).matches)
    for (const href of fonts.split(' '))
      document.head.append(
        Object.assign(document.createElement('link'), {
          rel: 'preload',
          as: 'font',
          type: 'font/woff2',
          crossOrigin: '',
          href,
        }),
      );

  const theme = recall('postil-theme');
  if (theme) root.dataset.theme = theme;

  const isText = root.dataset.reading !== undefined;
  const { search } = location;
  // What is cited stands lower: above it comes what has become of it.
  root.classList.toggle('from-link', /[?&]v=/.test(search));
  if (isText) {
    const choice = new URLSearchParams(/[?&](status|kind)=/.test(search) ? search : recall('postil-notes'));
    for (const name of ['status', 'kind'])
      if (choice.has(name)) root.dataset[name] = choice.getAll(name).join(' ');
  }
  // Without the rest, the page is as without scripts.
  addEventListener('load', () => {
    if (!root.classList.contains(isText ? 'laid' : 'ready')) root.classList.replace('js', 'nojs');
  });
})();
