const SVG = 'http://www.w3.org/2000/svg';

/** @returns an SVG element with attributes */
export function drawn<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | number>,
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  return made;
}

/** @returns the stroke of a status, upright, beside the word that says it */
export function stroke(form: string): SVGElement {
  const holder = drawn('svg', { class: `f f-${form}`, width: 8, height: 16, 'aria-hidden': 'true' });
  holder.append(drawn('use', { href: `#form:${form}` }));
  return holder;
}
