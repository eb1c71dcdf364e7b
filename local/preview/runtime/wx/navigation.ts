import {
  enqueue,
  navigateBack,
  navigateTo,
  pageStack,
  redirectTo,
  phoneScreen,
  refreshBans,
  reLaunch,
  switchTab,
} from '../router';
import { topView } from '../router-state';
import { startPullDown, stopPullDown } from '../page-scroll';
import { asyncApi, Refusal } from './call';

interface Target {
  url: string;
  events?: Record<string, (...args: unknown[]) => void>;
}

interface BarColor {
  frontColor: '#ffffff' | '#000000';
  backgroundColor: string;
}

interface ScrollTarget {
  scrollTop?: number;
  selector?: string;
  duration?: number;
}

function scrollPage({ scrollTop, selector, duration = 300 }: ScrollTarget): void {
  const scroller = topView()?.scroller;
  if (!scroller) return;
  const behavior = duration > 0 ? 'smooth' : 'instant';
  if (selector === undefined) {
    scroller.scrollTo({ top: scrollTop ?? 0, behavior });
    return;
  }
  const caller = topView()?.caller as {
    _$?: { getShadowRoot(): { querySelector(s: string): { $$: Element } | null } };
  };
  const target = caller._$?.getShadowRoot().querySelector(selector);
  if (!target) throw new Refusal('selector is not found');
  const distance = target.$$.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  scroller.scrollTo({ top: scroller.scrollTop + distance, behavior });
}

export const navigationApis: Readonly<Record<string, unknown>> = {
  navigateTo: asyncApi('navigateTo', async ({ url, events = {} }: Target) => {
    const eventChannel = await enqueue(() => navigateTo(url));
    for (const [name, listener] of Object.entries(events)) eventChannel.on(name, listener);
    return { eventChannel };
  }),
  redirectTo: asyncApi('redirectTo', ({ url }: Target) => enqueue(() => redirectTo(url))),
  reLaunch: asyncApi('reLaunch', ({ url }: Target) => enqueue(() => reLaunch(url))),
  switchTab: asyncApi('switchTab', ({ url }: Target) => enqueue(() => switchTab(url))),
  navigateBack: asyncApi('navigateBack', ({ delta = 1 }: { delta?: number }) =>
    enqueue(() => {
      navigateBack(delta);
    }),
  ),
  setNavigationBarTitle: asyncApi('setNavigationBarTitle', ({ title }: { title: string }) => {
    const view = topView();
    if (view) view.bar = { ...view.bar, navigationBarTitleText: title };
    refreshBans();
  }),
  setNavigationBarColor: asyncApi('setNavigationBarColor', ({ frontColor, backgroundColor }: BarColor) => {
    const view = topView();
    const navigationBarTextStyle = frontColor === '#ffffff' ? 'white' : 'black';
    if (view)
      view.bar = { ...view.bar, navigationBarTextStyle, navigationBarBackgroundColor: backgroundColor };
    refreshBans();
  }),
  setTabBarBadge: asyncApi('setTabBarBadge', ({ index, text }: { index: number; text: string }) => {
    phoneScreen().setBadge(index, text);
  }),
  removeTabBarBadge: asyncApi('removeTabBarBadge', ({ index }: { index: number }) => {
    phoneScreen().setBadge(index, null);
  }),
  showTabBarRedDot: asyncApi('showTabBarRedDot', ({ index }: { index: number }) => {
    phoneScreen().setBadge(index, '');
  }),
  hideTabBarRedDot: asyncApi('hideTabBarRedDot', ({ index }: { index: number }) => {
    phoneScreen().setBadge(index, null);
  }),
  pageScrollTo: asyncApi('pageScrollTo', scrollPage),
  startPullDownRefresh: asyncApi('startPullDownRefresh', () => {
    const view = topView();
    if (view) startPullDown(view);
  }),
  stopPullDownRefresh: asyncApi('stopPullDownRefresh', () => {
    for (const view of pageStack()) stopPullDown(view);
  }),
};
