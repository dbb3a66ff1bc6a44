/** @returns a new element with a class and words; never with HTML */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = '',
  words = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  if (words !== '') made.textContent = words;
  return made;
}
