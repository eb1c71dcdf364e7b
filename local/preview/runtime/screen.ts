import type { TabBarConfig, WindowConfig } from '../types';
import { h } from './dom';
import { assetUrl } from './files';
import { appData, isWide } from './session';

/** Heights in px, as on a phone with a notch; on PC WeChat there is neither status bar nor home indicator. */
export const STATUS_BAR_HEIGHT = isWide ? 0 : 32;
export const NAVIGATION_BAR_HEIGHT = 44;
export const TAB_BAR_HEIGHT = 50;
export const SAFE_AREA_BOTTOM = isWide ? 0 : 34;

/** WeChat's own buttons at the top right: more and close. */
export const CAPSULE = { width: 87, height: 32, right: 7 } as const;

export interface NavigationBar {
  readonly title: string;
  readonly config: WindowConfig;
  /** What the button at the left does: nothing, go back, or to the first page. */
  readonly left: 'none' | 'back' | 'home';
}

export interface ScreenActions {
  goBack(): void;
  goHome(): void;
  tapTab(index: number): void;
}

/** The furniture around the pages: status bar, navigation bar, tab bar. */
export class Screen {
  readonly pages = h('phone-pages');
  private readonly status = h('phone-status', { 'aria-hidden': 'true' });
  private readonly title = h('phone-title', { role: 'heading', 'aria-level': '1' });
  private readonly left = h('button', { class: 'phone-left' });
  private readonly capsule = h('phone-capsule', { 'aria-hidden': 'true' }, h('i'), h('i'), h('i'), h('b'));
  private readonly bar = h('phone-bar', {}, this.left, this.title, this.capsule);
  private readonly tabs = h('phone-tabs', { role: 'tablist' });
  private readonly badges = new Map<number, string>();
  private selectedTab: string | null = null;

  constructor(private readonly actions: ScreenActions) {
    document.body.append(h('phone-screen', {}, this.status, this.bar, this.pages, this.tabs));
    const root = document.documentElement.style;
    root.setProperty('--phone-status', `${String(STATUS_BAR_HEIGHT)}px`);
    root.setProperty('--phone-bar', `${String(NAVIGATION_BAR_HEIGHT)}px`);
    root.setProperty('--phone-tabs', `${String(TAB_BAR_HEIGHT)}px`);
    root.setProperty('--phone-safe', `${String(SAFE_AREA_BOTTOM)}px`);
    this.left.addEventListener('click', () => {
      if (this.left.dataset['does'] === 'back') this.actions.goBack();
      else this.actions.goHome();
    });
    this.showTime();
    window.setInterval(() => {
      this.showTime();
    }, 1000);
  }

  /** The time in China by the server's clock, so that a jump is seen. */
  private showTime(): void {
    this.status.textContent = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(11, 16);
  }

  showNavigationBar({ title, config, left }: NavigationBar): void {
    const white = config.navigationBarTextStyle !== 'black';
    const background = config.navigationBarBackgroundColor ?? '#000000';
    const custom = config.navigationStyle === 'custom';
    document.documentElement.toggleAttribute('data-custom-bar', custom);
    for (const part of [this.status, this.bar]) {
      part.style.color = white ? '#fff' : '#000';
      part.style.background = custom ? 'transparent' : background;
    }
    this.title.textContent = custom ? '' : title;
    this.left.hidden = custom || left === 'none';
    this.left.dataset['does'] = left;
    this.left.setAttribute('aria-label', left === 'back' ? '返回' : '回到首页');
    document.title = title;
  }

  showTabBar(route: string | null): void {
    const config = appData().tabBar;
    this.selectedTab = route;
    document.documentElement.toggleAttribute('data-tabs', route !== null && config !== null);
    if (!config || route === null) return;
    this.tabs.style.background = config.backgroundColor ?? '#fff';
    this.tabs.dataset['border'] = config.borderStyle ?? 'black';
    this.tabs.replaceChildren(...config.list.map((tab, index) => this.tabButton(config, tab, index)));
  }

  /** A text on a tab; null takes it away, an empty text is the red dot. */
  setBadge(index: number, text: string | null): void {
    if (text === null) this.badges.delete(index);
    else this.badges.set(index, text);
    this.showTabBar(this.selectedTab);
  }

  private tabButton(config: TabBarConfig, tab: TabBarConfig['list'][number], index: number): HTMLElement {
    const selected = tab.pagePath === this.selectedTab;
    const button = h('button', {
      role: 'tab',
      'aria-selected': String(selected),
      click: () => {
        this.actions.tapTab(index);
      },
    });
    button.style.color =
      (selected ? config.selectedColor : config.color) ?? (selected ? '#3cc51f' : '#7a7e83');
    const icon = (selected ? tab.selectedIconPath : undefined) ?? tab.iconPath;
    if (icon) button.append(h('img', { src: assetUrl(`/${icon.replace(/^\//, '')}`, ''), alt: '' }));
    button.append(h('span', {}, tab.text));
    const badge = this.badges.get(index);
    if (badge !== undefined) button.append(h(badge === '' ? 'phone-dot' : 'phone-badge', {}, badge));
    return button;
  }
}
