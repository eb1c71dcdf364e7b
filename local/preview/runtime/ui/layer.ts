import { h } from '../dom';

/** Puts something over the whole phone and returns what takes it away again. */
export function openLayer(kind: string, ...children: readonly HTMLElement[]): { close(): void } {
  const layer = h('phone-layer', { 'data-kind': kind }, ...children);
  document.body.append(layer);
  return {
    close: () => {
      layer.remove();
    },
  };
}
