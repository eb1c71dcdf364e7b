import { EventChannel } from './event-channel';
import { PageView } from './page-view';
import type { PageQuery } from './page-types';
import { shareStack, topView } from './router-state';
import { Screen } from './screen';
import { appData } from './session';
import { runHook } from './app-instance';

/** WeChat's limit of open pages. */
const STACK_LIMIT = 10;

/** A refusal of a navigation, as its `fail` callback gets it. */
export class NavigationRefusal extends Error {}

const stack: PageView[] = [];
shareStack(stack);
/** Tab pages that are not on the stack keep living, as in WeChat. */
const hiddenTabs = new Map<string, PageView>();
let screen: Screen | null = null;
let queue: Promise<unknown> = Promise.resolve();

export function pageStack(): readonly PageView[] {
  return stack;
}

export function phoneScreen(): Screen {
  screen ??= new Screen({
    goBack: () =>
      void enqueue(() => {
        navigateBack(1);
      }),
    goHome: () => void enqueue(() => reLaunch(`/${appData().entry}`)),
    tapTab: (index) => void enqueue(() => tapTab(index)),
  });
  return screen;
}

/** Navigations run one after the other, never inside the handler that asks for them. */
export function enqueue<T>(work: () => T | Promise<T>): Promise<T> {
  const next = queue.then(async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    return work();
  });
  queue = next.catch(() => undefined);
  return next;
}

export async function openFirst(url: string): Promise<void> {
  const { route, query } = parseUrl(url, '');
  await push(route, query, new EventChannel());
}

export async function navigateTo(url: string): Promise<EventChannel> {
  const { route, query } = resolve(url);
  if (isTab(route)) throw new NavigationRefusal('can not navigateTo a tabbar page');
  if (stack.length >= STACK_LIMIT) throw new NavigationRefusal(`webview count limit exceed`);
  const channel = new EventChannel();
  hideTop();
  await push(route, query, channel);
  return channel;
}

export async function redirectTo(url: string): Promise<void> {
  const { route, query } = resolve(url);
  if (isTab(route)) throw new NavigationRefusal('can not redirectTo a tabbar page');
  stack.pop()?.unload();
  await push(route, query, new EventChannel());
}

export async function reLaunch(url: string): Promise<void> {
  const { route, query } = resolve(url);
  for (const view of [...stack.splice(0).reverse(), ...hiddenTabs.values()]) view.unload();
  hiddenTabs.clear();
  await push(route, query, new EventChannel());
}

export async function switchTab(url: string): Promise<void> {
  const { route } = resolve(url.split('?')[0] ?? '');
  if (!isTab(route)) throw new NavigationRefusal('can not switch to no-tabBar page');
  while (stack.length > 1) stack.pop()?.unload();
  const current = stack[0];
  if (current?.route === route) {
    if (!current.element.isConnected) bring(current);
    return;
  }
  stack.length = 0;
  if (current) {
    if (current.element.isConnected) hide(current);
    if (isTab(current.route)) hiddenTabs.set(current.route, current);
    else current.unload();
  }
  const known = hiddenTabs.get(route);
  if (!known) {
    await push(route, {}, new EventChannel());
    return;
  }
  hiddenTabs.delete(route);
  stack.push(known);
  bring(known);
}

export function navigateBack(delta: number): void {
  if (stack.length <= 1) throw new NavigationRefusal('cannot navigate back at first page.');
  const keep = Math.max(1, stack.length - Math.max(1, delta));
  while (stack.length > keep) stack.pop()?.unload();
  const top = stack.at(-1);
  if (top) bring(top);
}

async function tapTab(index: number): Promise<void> {
  const tab = appData().tabBar?.list[index];
  if (!tab) return;
  await switchTab(`/${tab.pagePath}`);
  topView()?.call('onTabItemTap', { index, pagePath: tab.pagePath, text: tab.text });
}

/** Puts a new page on top, in WeChat's order: attached, onLoad, onShow, the components' ready, onReady. */
async function push(route: string, query: PageQuery, channel: EventChannel): Promise<void> {
  const view = new PageView(route, query, channel);
  stack.push(view);
  place(view);
  view.load();
  view.show();
  await new Promise((resolve) => setTimeout(resolve, 0));
  view.ready();
}

function bring(view: PageView): void {
  place(view);
  view.show();
}

function place(view: PageView): void {
  phoneScreen().pages.replaceChildren(view.element);
  refreshBans();
}

/** Draws navigation bar and tab bar for the page on top. */
export function refreshBans(): void {
  const view = topView();
  if (!view) return;
  const entry = appData().entry;
  const home = view.route !== entry && !isTab(view.route) ? 'home' : 'none';
  const title = view.bar.navigationBarTitleText ?? '';
  phoneScreen().showNavigationBar({ title, config: view.bar, left: stack.length > 1 ? 'back' : home });
  phoneScreen().showTabBar(isTab(view.route) ? view.route : null);
}

function hideTop(): void {
  const top = stack.at(-1);
  if (top) hide(top);
}

function hide(view: PageView): void {
  view.hide();
  view.element.remove();
}

export function isTab(route: string): boolean {
  return appData().tabBar?.list.some((tab) => tab.pagePath === route) ?? false;
}

function resolve(url: string): { route: string; query: PageQuery } {
  const target = parseUrl(url, topView()?.route ?? '');
  if (!appData().pages.includes(target.route)) {
    runHook('onPageNotFound', { path: target.route, query: target.query, isEntryPage: false });
    throw new NavigationRefusal(`page "${target.route}" is not found`);
  }
  return target;
}

/** 'deputy/today/index?id=5', relative to the page that asks unless it begins with a slash. Values stay encoded once. */
export function parseUrl(url: string, from: string): { route: string; query: PageQuery } {
  const [path = '', search = ''] = url.split('?', 2);
  const route = new URL(path, `http://page/${from}`).pathname.slice(1);
  const query: PageQuery = {};
  for (const pair of search.split('&').filter(Boolean)) {
    const [name = '', ...value] = pair.split('=');
    query[name] = value.join('=');
  }
  return { route, query };
}
