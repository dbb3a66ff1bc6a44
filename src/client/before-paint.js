// @ts-check
/* Before the first paint, so that nothing moves afterwards: that scripts run, and what the reader chose. */
(() => {
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
  const theme = recall('postil-theme');
  if (theme) root.dataset.theme = theme;

  const isText = root.dataset.reading !== undefined;
  // What is cited stands lower in the window: above it comes what has become of it.
  root.classList.toggle('from-link', /[?&]v=/.test(location.search));
  if (isText) {
    const address = location.search;
    const choice = new URLSearchParams(/[?&](status|kind)=/.test(address) ? address : recall('postil-notes'));
    for (const name of ['status', 'kind'])
      if (choice.has(name)) root.dataset[name] = choice.getAll(name).join(' ');
  }
  // Where the rest does not come, the page is as it is without scripts.
  addEventListener('load', () => {
    if (!root.classList.contains(isText ? 'laid' : 'ready')) root.classList.replace('js', 'nojs');
  });
})();
