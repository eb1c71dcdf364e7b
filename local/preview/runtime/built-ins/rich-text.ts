import { convertValue } from '../../compile/style-values';
import { toText } from '../values';
import type { BuiltIn } from './define';

interface RichNode {
  readonly type?: 'node' | 'text';
  readonly name?: string;
  readonly attrs?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly children?: readonly RichNode[];
}

/** The elements that WeChat's rich-text accepts; others are dropped with what is in them. */
const ALLOWED = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt ' +
    'em fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s ' +
    'section small span strong sub sup table tbody td tfoot th thead tr tt u ul'
  ).split(' '),
);

const ALLOWED_ATTRIBUTES = new Set(
  'class style align alt src height width colspan rowspan span start type dir size face color border cellspacing cellpadding'.split(
    ' ',
  ),
);

function copy(from: Node, to: Node): void {
  for (const child of from.childNodes) {
    if (child instanceof Element) {
      const name = child.localName;
      if (!ALLOWED.has(name)) continue;
      const element = build(
        name,
        Object.fromEntries([...child.attributes].map((one) => [one.name, one.value])),
      );
      copy(child, element);
      to.appendChild(element);
    } else if (child.nodeType === Node.TEXT_NODE)
      to.appendChild(document.createTextNode(child.textContent ?? ''));
  }
}

function build(name: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (!ALLOWED_ATTRIBUTES.has(attribute)) continue;
    element.setAttribute(attribute, attribute === 'style' ? convertValue(value) : value);
  }
  return element;
}

function buildNodes(nodes: readonly RichNode[], to: Node): void {
  for (const node of nodes) {
    if (node.type === 'text') to.appendChild(document.createTextNode(node.text ?? ''));
    else if (ALLOWED.has(node.name ?? '')) {
      const element = build(node.name ?? '', node.attrs ?? {});
      buildNodes(node.children ?? [], element);
      to.appendChild(element);
    }
  }
}

export const richText: BuiltIn = {
  name: 'rich-text',
  properties: { nodes: null, space: '', userSelect: false },
  accepted: ['mode'],
  changed(node, name, value) {
    if (name !== 'nodes') return;
    node.$$.replaceChildren();
    if (Array.isArray(value)) buildNodes(value as RichNode[], node.$$);
    else copy(new DOMParser().parseFromString(toText(value), 'text/html').body, node.$$);
  },
};
