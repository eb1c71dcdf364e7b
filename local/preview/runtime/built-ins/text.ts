import { setAttribute } from './define';
import type { BuiltIn, BuiltInNode } from './define';

const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': '\u00a0',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&apos;': "'",
  '&ensp;': '\u2002',
  '&emsp;': '\u2003',
};

function decode(node: Node): void {
  for (const child of node.childNodes) {
    if (child.nodeType !== Node.TEXT_NODE) {
      decode(child);
      continue;
    }
    const text = child.textContent ?? '';
    const decoded = text.replace(
      /&(?:nbsp|lt|gt|amp|apos|ensp|emsp);/g,
      (entity) => ENTITIES[entity] ?? entity,
    );
    if (decoded !== text) child.textContent = decoded;
  }
}

const observers = new WeakMap<BuiltInNode, MutationObserver>();

export const text: BuiltIn = {
  name: 'text',
  properties: { selectable: false, userSelect: false, space: '', decode: false },
  accepted: ['overflow', 'maxLines'],
  changed(node, name, value) {
    if (name === 'selectable' || name === 'userSelect') setAttribute(node.$$, 'selectable', Boolean(value));
    if (name === 'space') setAttribute(node.$$, 'space', value);
    if (name !== 'decode') return;
    observers.get(node)?.disconnect();
    if (value !== true) return;
    const observer = new MutationObserver(() => {
      decode(node.$$);
    });
    observer.observe(node.$$, { childList: true, characterData: true, subtree: true });
    observers.set(node, observer);
  },
};
