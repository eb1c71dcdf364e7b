import { h } from '../dom';
import { toText } from '../values';
import { setAttribute } from './define';
import type { BuiltIn, BuiltInNode } from './define';

const bars = new WeakMap<
  BuiltInNode,
  { readonly fill: HTMLElement; readonly info: HTMLElement; readonly bar: HTMLElement }
>();

function drawProgress(node: BuiltInNode): void {
  const parts = bars.get(node);
  if (!parts) return;
  const { percent, showInfo, strokeWidth, activeColor, color, backgroundColor, borderRadius } = node.data;
  const share = Math.min(100, Math.max(0, Number(percent)));
  parts.bar.style.cssText = `height: ${cssLength(strokeWidth)}; background: ${String(backgroundColor)}; border-radius: ${cssLength(borderRadius)}`;
  parts.fill.style.cssText = `width: ${String(share)}%; background: ${String(activeColor || color)}`;
  parts.info.textContent = showInfo === true ? `${String(share)}%` : '';
  setAttribute(node.$$, 'aria-valuenow', String(share));
}

function cssLength(value: unknown): string {
  const text = String(value);
  return /^\d+(\.\d+)?$/.test(text) ? `${text}px` : text;
}

export const progress: BuiltIn = {
  name: 'progress',
  properties: {
    percent: 0,
    showInfo: false,
    strokeWidth: '6',
    borderRadius: '0',
    color: '#09BB07',
    activeColor: '',
    backgroundColor: '#EBEBEB',
    active: false,
  },
  accepted: ['fontSize', 'activeMode', 'duration'],
  created(node) {
    const fill = h('i');
    const bar = h('b', {}, fill);
    const info = h('span');
    setAttribute(node.$$, 'role', 'progressbar');
    node.$$.append(bar, info);
    bars.set(node, { fill, info, bar });
    drawProgress(node);
  },
  changed: drawProgress,
};

/** Paths of WeChat's icons, drawn on 24 by 24. */
const ICONS: Readonly<Record<string, readonly [color: string, path: string]>> = {
  success: [
    '#09BB07',
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm-1.6 14.2-4-4 1.4-1.4 2.6 2.6 5.8-5.8 1.4 1.4z',
  ],
  success_no_circle: ['#09BB07', 'M9.5 17.6 4 12.1l1.6-1.6 3.9 3.9 9-9L20 7z'],
  info: ['#10AEFF', 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm1 15h-2v-6h2zm0-8h-2V7h2z'],
  warn: ['#F76260', 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm1 15h-2v-2h2zm0-4h-2V7h2z'],
  waiting: ['#10AEFF', 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm4 12.4-5-2.6V6h1.6v4.8l4.2 2.2z'],
  cancel: [
    '#F43530',
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm4.2 12.8-1.4 1.4L12 13.4l-2.8 2.8-1.4-1.4 2.8-2.8-2.8-2.8 1.4-1.4 2.8 2.8 2.8-2.8 1.4 1.4-2.8 2.8z',
  ],
  download: ['#09BB07', 'M11 4h2v8h3l-4 4.6L8 12h3zM6 18h12v2H6z'],
  search: [
    '#B2B2B2',
    'M10 4a6 6 0 1 0 3.6 10.8l4.8 4.8 1.2-1.2-4.8-4.8A6 6 0 0 0 10 4zm0 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8z',
  ],
  clear: [
    '#B2B2B2',
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm4.2 12.8-1.4 1.4L12 13.4l-2.8 2.8-1.4-1.4 2.8-2.8-2.8-2.8 1.4-1.4 2.8 2.8 2.8-2.8 1.4 1.4-2.8 2.8z',
  ],
};

function drawIcon(node: BuiltInNode): void {
  const { type, size, color } = node.data;
  const [usual, path] = ICONS[String(type)] ?? ['#000', ''];
  const side = cssLength(size);
  node.$$.innerHTML = `<svg viewBox="0 0 24 24" width="${side}" height="${side}"><path/></svg>`;
  const shape = node.$$.querySelector('path');
  shape?.setAttribute('d', path);
  shape?.setAttribute('fill', toText(color) || usual);
}

export const icon: BuiltIn = {
  name: 'icon',
  properties: { type: '', size: '23', color: '' },
  created: drawIcon,
  changed: drawIcon,
};
