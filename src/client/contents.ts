/** The contents show where one is: the section that is being read, and its paragraphs in sight. */
export function enhanceContents(rail: Element): void {
  const pieces = new Map(
    [...rail.querySelectorAll<SVGElement>('[data-p]')].map((each) => [each.dataset.p!, each]),
  );
  const links = [...rail.querySelectorAll('li a')];
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        pieces.get(target.id)?.classList.toggle('now', isIntersecting);
      const here = links.findLast((link) => link.querySelector('.now'));
      if (!here) return;
      for (const link of links) link.removeAttribute('aria-current');
      here.setAttribute('aria-current', 'location');
    },
    // The band of the window where one reads.
    { rootMargin: '-15% 0px -55% 0px' },
  );
  for (const id of pieces.keys()) {
    const block = document.getElementById(id);
    if (block) observer.observe(block);
  }
}
