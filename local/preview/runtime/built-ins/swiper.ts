import { h } from '../dom';
import { setAttribute } from './define';
import type { BuiltIn, BuiltInNode } from './define';

/** WeChat's times in ms. */
const DEFAULT_INTERVAL_MS = 5000;
const SETTLE_MS = 80;

interface State {
  current: number;
  source: '' | 'touch' | 'autoplay';
  settle: number;
  timer: number;
  readonly dots: HTMLElement;
}

const states = new WeakMap<BuiltInNode, State>();

function items(node: BuiltInNode): Element[] {
  return [...node.$$.querySelectorAll(':scope > wx-swiper-item')];
}

function drawDots(node: BuiltInNode, state: State): void {
  const shown = node.data['indicatorDots'] === true;
  const { indicatorColor, indicatorActiveColor } = node.data as Record<string, string>;
  state.dots.replaceChildren(
    ...(shown ? items(node) : []).map((_item, index) => {
      const color = (index === state.current ? indicatorActiveColor : indicatorColor) ?? '';
      return h('i', { style: `background: ${color}` });
    }),
  );
}

function goTo(
  node: BuiltInNode,
  state: State,
  index: number,
  source: State['source'],
  smooth: boolean,
): void {
  state.source = source;
  const vertical = node.data['vertical'] === true;
  const { clientWidth, clientHeight } = node.$$;
  const target = vertical ? { top: index * clientHeight } : { left: index * clientWidth };
  node.$$.scrollTo({ ...target, behavior: smooth ? 'smooth' : 'instant' });
}

/** A scroll has come to rest: tells `change` when another item stands in the window. */
function settle(node: BuiltInNode, state: State): void {
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = node.$$;
  const current = node.data['vertical'] === true ? scrollTop / clientHeight : scrollLeft / clientWidth;
  const index = Math.round(current);
  if (!Number.isFinite(index)) return;
  const detail = { current: index, currentItemId: '', source: state.source };
  state.source = 'touch';
  if (index !== state.current) {
    state.current = index;
    drawDots(node, state);
    node.triggerEvent('change', detail);
  }
  node.triggerEvent('animationfinish', detail);
}

function autoplay(node: BuiltInNode, state: State): void {
  clearInterval(state.timer);
  if (node.data['autoplay'] !== true) return;
  state.timer = window.setInterval(() => {
    const count = items(node).length;
    if (count > 1) goTo(node, state, (state.current + 1) % count, 'autoplay', true);
  }, Number(node.data['interval']));
}

/** A row of pages that the browser itself scrolls and snaps. `circular` begins again at the first one. */
export const swiper: BuiltIn = {
  name: 'swiper',
  properties: {
    indicatorDots: false,
    indicatorColor: 'rgba(0, 0, 0, .3)',
    indicatorActiveColor: '#000000',
    autoplay: false,
    current: 0,
    interval: DEFAULT_INTERVAL_MS,
    vertical: false,
  },
  accepted: ['duration', 'circular', 'easingFunction', 'snapToEdge', 'cacheExtent', 'scrollWithAnimation'],
  created(node) {
    const state: State = { current: 0, source: 'touch', settle: 0, timer: 0, dots: h('phone-dots') };
    states.set(node, state);
    node.$$.append(state.dots);
    node.$$.addEventListener('scroll', () => {
      clearTimeout(state.settle);
      state.settle = window.setTimeout(() => {
        settle(node, state);
      }, SETTLE_MS);
    });
  },
  attached(node) {
    const state = states.get(node);
    if (!state) return;
    setTimeout(() => {
      state.current = Number(node.data['current']);
      goTo(node, state, state.current, '', false);
      drawDots(node, state);
      autoplay(node, state);
    }, 0);
  },
  detached(node) {
    clearInterval(states.get(node)?.timer);
  },
  changed(node, name, value) {
    const state = states.get(node);
    if (!state) return;
    if (name === 'vertical') setAttribute(node.$$, 'vertical', value === true);
    if (!node.$$.isConnected) return;
    if (name === 'current') goTo(node, state, Number(value), '', true);
    if (name === 'autoplay' || name === 'interval') autoplay(node, state);
    if (name.startsWith('indicator')) drawDots(node, state);
  },
};

export const swiperItem: BuiltIn = {
  name: 'swiper-item',
  properties: { itemId: '' },
  accepted: ['skipHiddenItemLayout'],
};
