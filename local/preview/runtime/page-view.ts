import type { ComponentConfig, WindowConfig } from '../types';
import { h } from './dom';
import { createPageRoot, isRegistered } from './engine';
import type { Caller } from './engine-types';
import { guard } from './errors';
import type { PageMeta, PageQuery, View } from './page-types';
import { registerView } from './page-registry';
import { appData, fontSizeSetting } from './session';
import { activatePageSheet } from './style-sheets';
import { listenToScroll } from './page-scroll';
import type { EventChannel } from './event-channel';

/** Root font size of WeChat's pages when page-meta says nothing, in px. */
const DEFAULT_FONT_SIZE = 16;

let nextId = 1;

/** One page of the stack: its component, its place in the document, its life cycle. */
export class PageView implements View {
  readonly id = nextId++;
  readonly element: HTMLElement;
  readonly scroller = h('phone-scroller');
  readonly config: ComponentConfig;
  readonly meta: PageMeta = {};
  /** Shown in the navigation bar; wx.setNavigationBarTitle changes it. */
  bar: WindowConfig;
  private readonly root: ReturnType<typeof createPageRoot>;
  private scrolled: [Element, number, number][] = [];

  constructor(
    readonly route: string,
    readonly query: PageQuery,
    readonly channel: EventChannel,
  ) {
    const config = appData().configs[route];
    if (!config || !isRegistered(route))
      throw new Error(`page ${route} has not called Page() or Component()`);
    this.config = config;
    this.bar = { ...appData().window, ...config };
    this.element = h('phone-page', { 'data-route': route }, this.scroller);
    this.root = createPageRoot(route, query);
    registerView(this.root.component, this);
    Object.assign(this.caller, {
      route,
      options: query,
      __displayReporter: undefined,
      getOpenerEventChannel: () => channel,
      getPageId: () => `pageId:${String(this.id)}`,
    });
  }

  get caller(): Caller {
    return this.root.caller;
  }

  /** Attaches the component and tells it onLoad; the page must stand in the document already. */
  load(): void {
    const placeholder = h('div');
    this.scroller.append(placeholder);
    this.root.attach(this.scroller, placeholder);
    this.applyMeta();
    listenToScroll(this);
    this.call('onLoad', this.query);
  }

  show(): void {
    activatePageSheet(this.route);
    this.applyMeta();
    for (const [element, left, top] of this.scrolled) element.scrollTo(left, top);
    this.scrolled = [];
    this.call('onShow');
    this.root.component.triggerPageLifetime('show', []);
  }

  ready(): void {
    this.call('onReady');
    this.element.dataset['ready'] = '';
  }

  hide(): void {
    this.call('onHide');
    this.root.component.triggerPageLifetime('hide', []);
    this.rememberScroll();
  }

  unload(): void {
    this.call('onUnload');
    this.element.remove();
    this.root.release();
    // An answer that comes late finds nothing to draw on, and WeChat says nothing of it either.
    Object.assign(this.caller, { setData: (_data: object, done?: () => void) => done?.() });
  }

  resize(size: object): void {
    this.call('onResize', { size });
    this.root.component.triggerPageLifetime('resize', [size]);
  }

  /** Calls one of the page's own functions, when it has it. */
  call(name: string, ...args: unknown[]): unknown {
    const method = this.caller[name];
    if (typeof method !== 'function') return undefined;
    return guard(`${this.route} ${name}`, () =>
      (method as (...given: unknown[]) => unknown).apply(this.caller, args),
    );
  }

  /** Applies page-meta to the document, whose root font size is the one of the page on top. */
  applyMeta(): void {
    const { rootFontSize, pageFontSize, backgroundColor, pageStyle } = this.meta;
    if (!this.element.isConnected) return;
    document.documentElement.style.fontSize = fontSize(rootFontSize);
    const page = this.scroller.firstElementChild as HTMLElement | null;
    if (!page) return;
    page.style.cssText = pageStyle ?? '';
    if (pageFontSize !== undefined && pageFontSize !== '') page.style.fontSize = fontSize(pageFontSize);
    this.scroller.style.backgroundColor = backgroundColor ?? this.config.backgroundColor ?? '';
  }

  /** An element outside the document forgets its scroll position. */
  private rememberScroll(): void {
    const all = [this.scroller, ...this.scroller.querySelectorAll('*')];
    this.scrolled = all
      .filter((element) => element.scrollTop > 0 || element.scrollLeft > 0)
      .map((element) => [element, element.scrollLeft, element.scrollTop]);
  }
}

function fontSize(value: string | undefined): string {
  if (value === 'system') return `${String(fontSizeSetting)}px`;
  return value !== undefined && value !== '' ? value : `${String(DEFAULT_FONT_SIZE)}px`;
}
