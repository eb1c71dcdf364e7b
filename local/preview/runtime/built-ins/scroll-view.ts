import { setAttribute } from './define';
import type { BuiltIn, BuiltInNode } from './define';
import { NotInPreviewError, reportError } from '../errors';

const DEFAULT_THRESHOLD = 50;

interface Edges {
  left: number;
  top: number;
  atStart: boolean;
  atEnd: boolean;
}

function onScroll(node: BuiltInNode, edges: Edges): void {
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = node.$$;
  const deltaX = edges.left - scrollLeft;
  const deltaY = edges.top - scrollTop;
  node.triggerEvent('scroll', { scrollLeft, scrollTop, scrollWidth, scrollHeight, deltaX, deltaY });
  const across = node.data['scrollX'] === true && node.data['scrollY'] !== true;
  const [at, size, all] = across
    ? [scrollLeft, clientWidth, scrollWidth]
    : [scrollTop, clientHeight, scrollHeight];
  const atStart = at <= Number(node.data['upperThreshold']);
  const atEnd = all - size - at <= Number(node.data['lowerThreshold']);
  if (atStart && !edges.atStart) node.triggerEvent('scrolltoupper', { direction: across ? 'left' : 'top' });
  if (atEnd && !edges.atEnd) node.triggerEvent('scrolltolower', { direction: across ? 'right' : 'bottom' });
  Object.assign(edges, { left: scrollLeft, top: scrollTop, atStart, atEnd });
}

function scrollTo(node: BuiltInNode, target: ScrollToOptions): void {
  const behavior = node.data['scrollWithAnimation'] === true ? 'smooth' : 'instant';
  // The content of this update has not been laid out yet.
  setTimeout(() => {
    node.$$.scrollTo({ ...target, behavior });
  }, 0);
}

function scrollIntoView(node: BuiltInNode, id: string): void {
  setTimeout(() => {
    const target = [...node.$$.querySelectorAll('[id]')].find(
      (one) => one.id === id || one.id.endsWith(`--${id}`),
    );
    if (!target) return;
    const behavior = node.data['scrollWithAnimation'] === true ? 'smooth' : 'instant';
    const here = node.$$.getBoundingClientRect();
    const there = target.getBoundingClientRect();
    node.$$.scrollBy({ left: there.left - here.left, top: there.top - here.top, behavior });
  }, 0);
}

export const scrollView: BuiltIn = {
  name: 'scroll-view',
  properties: {
    scrollX: false,
    scrollY: false,
    upperThreshold: DEFAULT_THRESHOLD,
    lowerThreshold: DEFAULT_THRESHOLD,
    scrollTop: null,
    scrollLeft: null,
    scrollIntoView: '',
    scrollWithAnimation: false,
    enableFlex: false,
    refresherEnabled: false,
    showScrollbar: true,
  },
  accepted: [
    'enableBackToTop',
    'scrollAnchoring',
    'enhanced',
    'bounces',
    'fastDeceleration',
    'enablePassive',
    'usingSticky',
    'type',
    'clip',
    'cacheExtent',
    'scrollIntoViewOffset',
    'refresherThreshold',
    'refresherDefaultStyle',
    'refresherBackground',
    'refresherTriggered',
  ],
  created(node) {
    const edges: Edges = { left: 0, top: 0, atStart: true, atEnd: false };
    node.$$.addEventListener('scroll', () => {
      onScroll(node, edges);
    });
  },
  changed(node, name, value) {
    if (name === 'scrollX' || name === 'scrollY')
      setAttribute(node.$$, name === 'scrollX' ? 'x' : 'y', value === true);
    if (name === 'enableFlex') setAttribute(node.$$, 'flex', value === true);
    if (name === 'showScrollbar') setAttribute(node.$$, 'bare', value === false);
    if (name === 'scrollTop' && value !== null) scrollTo(node, { top: Number(value) });
    if (name === 'scrollLeft' && value !== null) scrollTo(node, { left: Number(value) });
    if (name === 'scrollIntoView' && value !== '') scrollIntoView(node, String(value));
    if (name === 'refresherEnabled' && value === true) {
      reportError(new NotInPreviewError('refresher-enabled of <scroll-view>'), 'scroll-view');
    }
  },
};
