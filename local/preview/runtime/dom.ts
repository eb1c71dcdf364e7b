type Attributes = Readonly<Record<string, string | ((event: Event) => void)>>;

/** Builds an element of the preview's own furniture. Functions among the attributes are listeners. */
export function h(
  tag: string,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}
