import { NotInPreviewError, reportError } from '../errors';
import type { BuiltIn, BuiltInNode } from './define';
import { hoverProperties, listenForHover } from './hover';

type WxFunction = (options: object) => unknown;

const FUNCTIONS: Readonly<Record<string, string>> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
};

function go(node: BuiltInNode): void {
  const { url, openType, delta, target } = node.data;
  const name = FUNCTIONS[String(openType)];
  if (target !== 'self' || name === undefined) {
    reportError(
      new NotInPreviewError(`<navigator> with target ${String(target)}, ${String(openType)}`),
      'navigator',
    );
    return;
  }
  const wx = (window as unknown as { wx: Record<string, WxFunction> }).wx;
  wx[name]?.({
    url,
    delta,
    success: (answer: object) => {
      node.triggerEvent('success', answer);
    },
    fail: (answer: object) => {
      node.triggerEvent('fail', answer);
    },
    complete: (answer: object) => {
      node.triggerEvent('complete', answer);
    },
  });
}

export const navigator: BuiltIn = {
  name: 'navigator',
  properties: {
    ...hoverProperties(50, 600, 'navigator-hover'),
    target: 'self',
    url: '',
    openType: 'navigate',
    delta: 1,
  },
  created(node) {
    listenForHover(node);
    node.addListener('tap', () => {
      go(node);
    });
  },
};
