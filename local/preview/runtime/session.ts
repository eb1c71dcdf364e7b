import type { AppData, BootConfig } from '../types';

declare global {
  interface Window {
    /** Written into the HTML by the server. */
    __previewBoot: BootConfig;
  }
}

const query = new URLSearchParams(location.search);

export const boot: BootConfig = window.__previewBoot;

/** How this phone was opened. */
export const launchQuery: URLSearchParams = query;

/** The last choice of identity and font size lives as long as the browser's tab. */
function remembered(name: string, fromAddress: string | null, otherwise: string): string {
  const value = fromAddress ?? sessionStorage.getItem(`phone.${name}`) ?? otherwise;
  sessionStorage.setItem(`phone.${name}`, value);
  return value;
}

export const openid: string = remembered('openid', query.get('as'), boot.identities[0]?.openid ?? '');

/** System font size in px, as wx.getAppBaseInfo().fontSizeSetting gives it. 16 is Android's normal step. */
export const fontSizeSetting = Number(remembered('font', query.get('font'), '16'));

/** Whether the phone area fills a wide window, as a mini-program on PC WeChat. */
export const isWide: boolean = query.get('wide') === '1';

const app: { data: AppData | null } = { data: null };

export function setAppData(data: AppData): void {
  app.data = data;
}

export function appData(): AppData {
  if (!app.data) throw new Error('the compiled mini-program has not been loaded');
  return app.data;
}
