import type { EngineComponent } from '../engine-types';
import { viewOf } from '../page-registry';
import type { BuiltIn, BuiltInNode } from './define';

function apply(node: BuiltInNode): void {
  const view = viewOf(node as unknown as EngineComponent);
  if (!view) return;
  const { rootFontSize, pageFontSize, backgroundColor, pageStyle } = node.data as Record<string, string>;
  Object.assign(view.meta, { rootFontSize, pageFontSize, backgroundColor, pageStyle });
  view.applyMeta();
}

export const pageMeta: BuiltIn = {
  name: 'page-meta',
  properties: { rootFontSize: '', pageFontSize: '', backgroundColor: '', pageStyle: '' },
  accepted: ['backgroundTextStyle', 'backgroundColorTop', 'backgroundColorBottom', 'pageOrientation'],
  attached: apply,
  changed: apply,
};
