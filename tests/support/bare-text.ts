/** All words in the passages of a reading's page, with notes and what belongs to them left out. Runs in the page. */
export function bareText(): string {
  return [...document.querySelectorAll('.reading .para')]
    .map((section) => {
      const copy = section.cloneNode(true) as Element;
      for (const apparatus of copy.querySelectorAll('.notes, .note, .fold, .citing-here')) apparatus.remove();
      return copy.textContent;
    })
    .join('\n');
}
