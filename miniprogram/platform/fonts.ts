import { keep, recall } from './storage';

/** What each page hands to page-meta; all type is in rem, so one root size scales it. */
export interface Fonts {
  elder: boolean;
  /** `root-font-size` of page-meta. */
  root: string;
}

/** Body type at the ordinary setting (design: 34 rpx on a screen of 750). */
const BASE_RPX = 34;
const SCREEN_RPX = 750;
/** A tablet or a PC window is not a bigger phone: type stops growing here (px). */
const WIDEST_PX = 480;
const ELDER_SCALE = 1.3;
/** WeChat's own text size at its ordinary step, in px (Android 16, iOS 17). */
const ORDINARY_SETTING_PX = { ios: 17, other: 16 } as const;
/** Beyond this the largest words no longer fit a phone in elder mode. */
const LARGEST_SCALE = 1.5;
const SMALLEST_SCALE = 0.9;

/** Root size in px, from the width of the window (px), WeChat's font setting (px) and elder mode. */
export function rootSize(view: { width: number; setting: number; ios: boolean; elder: boolean }): number {
  const base = (Math.min(view.width, WIDEST_PX) / SCREEN_RPX) * BASE_RPX;
  const ordinary = view.ios ? ORDINARY_SETTING_PX.ios : ORDINARY_SETTING_PX.other;
  const system = Math.min(Math.max((view.setting || ordinary) / ordinary, SMALLEST_SCALE), LARGEST_SCALE);
  const scale = Math.min(system * (view.elder ? ELDER_SCALE : 1), LARGEST_SCALE * ELDER_SCALE);
  return Math.round(base * scale * 100) / 100;
}

export function readFonts(): Fonts {
  const elder = recall('elder') ?? false;
  const width = wx.getWindowInfo().windowWidth;
  const setting = wx.getAppBaseInfo().fontSizeSetting;
  const ios = wx.getDeviceInfo().platform === 'ios';
  return { elder, root: `${String(rootSize({ width, setting, ios, elder }))}px` };
}

export interface ScaledPage {
  data: { fonts: Fonts };
  setData(data: { fonts: Fonts }): void;
}

/** Called in onShow: the setting may have changed while the page was away. Sets data only when it did. */
export function refreshFonts(page: ScaledPage): void {
  const fonts = readFonts();
  const shown = page.data.fonts;
  if (fonts.elder !== shown.elder || fonts.root !== shown.root) page.setData({ fonts });
}

export function switchElder(page: ScaledPage): void {
  keep('elder', !page.data.fonts.elder);
  refreshFonts(page);
}
