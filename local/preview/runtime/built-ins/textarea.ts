import { h } from '../dom';
import { setAttribute } from './define';
import type { BuiltIn, BuiltInNode } from './define';
import { changeField, createField, fieldHints, fieldOf, fieldProperties } from './text-field';

const lineCounts = new WeakMap<BuiltInNode, number>();

/** Height of one line in px, whatever the style says of it. */
function lineHeight(node: BuiltInNode): number {
  const probe = h('i', { style: 'display: block; visibility: hidden' }, '一');
  node.$$.append(probe);
  const { height } = probe.getBoundingClientRect();
  probe.remove();
  return Math.max(1, height);
}

/** Makes the field as high as its text when auto-height is on, and tells the number of lines. */
function measure(node: BuiltInNode): void {
  const field = fieldOf(node);
  if (!field?.isConnected) return;
  const auto = node.data['autoHeight'] === true;
  field.style.height = auto ? 'auto' : '';
  const height = field.scrollHeight;
  if (auto) field.style.height = `${String(height)}px`;
  const lineCount = Math.max(1, Math.round(height / lineHeight(node)));
  if (lineCounts.get(node) === lineCount) return;
  lineCounts.set(node, lineCount);
  node.triggerEvent('linechange', { height, heightRpx: (height * 750) / innerWidth, lineCount });
}

export const textarea: BuiltIn = {
  name: 'textarea',
  properties: { ...fieldProperties, placeholderClass: 'textarea-placeholder', autoHeight: false },
  accepted: fieldHints,
  created(node) {
    createField(node, h('textarea', { rows: '1' }) as HTMLTextAreaElement, () => {
      measure(node);
    });
  },
  attached(node) {
    setTimeout(() => {
      measure(node);
    }, 0);
  },
  changed(node, name, value) {
    changeField(node, name, value, () => {
      measure(node);
    });
    if (name === 'autoHeight') {
      setAttribute(node.$$, 'auto-height', value === true);
      measure(node);
    }
  },
};
