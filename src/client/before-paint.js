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
  /** Whether a worker answers for this site, which has stored what its pages need. */
  const isStored = () => {
    try {
      return Boolean(navigator.serviceWorker?.controller);
    } catch {
      return false;
    }
  };
  root.classList.replace('nojs', 'js');

  // On a phone a distant host would not bring them in time, and the words would be laid out again for each of them, to no
  // avail: there the page does without, until the worker that an earlier visit left behind has them at hand.
  const { saveData = false, rtt = 0 } =
    /** @type {{ connection?: { saveData?: boolean, rtt?: number } }} */ (navigator).connection ?? {};
  const { fonts = '', asked = '' } = document.currentScript?.dataset ?? {};
  const isNear = (!saveData && rtt < FARTHEST) || isStored();
  if (!matchMedia(asked).matches) {
    root.classList.toggle('far', !isNear);
    for (const href of isNear ? fonts.split(' ') : [])
      document.head.append(
        Object.assign(document.createElement('link'), {
          rel: 'preload',
          as: 'font',
          type: 'font/woff2',
          crossOrigin: '',
          href,
        }),
      );
  }

  const theme = recall('postil-theme');
  if (theme) root.dataset.theme = theme;

  const isText = root.dataset.reading !== undefined;
  const { search } = location;
  // What is cited stands lower: above it comes what has become of it.
  root.classList.toggle('from-link', /[?&]v=/.test(search));
  // What a search is asked takes the place of what stands there unasked.
  root.classList.toggle('asks', /[?&]\w+=[^&]/.test(search));
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
