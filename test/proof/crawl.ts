/**
 * Finds every page that a person gets to by tapping: from the page that a scan opens, taps everything that has words,
 * follows where a tap would go, and does the same there. Acts are not carried out: a call with a key is answered as
 * refused before it leaves the phone, so that everything may be tapped.
 */
import type { Page } from 'playwright-core';
import { waitForPage } from '../support/browser';
import { largestSetOn } from '../support/take-shot';

/** How one page was found: by what was tapped, on which page. */
export interface Found {
  route: string;
  from: string;
  words: string;
}

/** What a page says that is not for its reader, or could not be opened. */
export interface Refused {
  url: string;
  words: string;
}

/** What a page was given at once, in bytes. */
export interface Given {
  url: string;
  bytes: number;
}

interface Went {
  url: string;
  words: string;
}

/** Pages of one kind (one request and another) are opened this often at most. */
const INSTANCES = 2;
/** Words of a page that was opened by somebody for whom it is not. */
const REFUSED = /您现在还不能办这件事|没有办公的身份|还没有认领|没有找到|可能已经撤掉|打不开/;

interface PhoneWindow {
  wx: Record<string, unknown> & { cloud: Record<string, unknown> };
  /** Where taps would have led since it was emptied. */
  went: string[];
  /** Calls that were not answered yet. */
  calls: number;
  openAgain(options: { url: string }): unknown;
}

/** From now on the phone tells where it would go, sends no act, and says no to every question. */
async function holdBack(phone: Page): Promise<void> {
  await phone.evaluate(() => {
    const own = globalThis as unknown as PhoneWindow;
    own.went = [];
    own.calls = 0;
    const { wx } = own;
    own.openAgain = wx['reLaunch'] as PhoneWindow['openAgain'];
    const store = wx['setStorageSync'] as (key: string, value: unknown) => void;
    // Choosing another home or township must not move everything that is opened afterwards.
    wx['setStorageSync'] = (key: string, value: unknown) => {
      if (!key.endsWith('whereabouts')) store(key, value);
    };
    const note = ({ url = '' }: { url?: string }) => {
      own.went.push(url);
      return Promise.resolve({ eventChannel: { on() {}, once() {}, emit() {}, off() {} } });
    };
    for (const name of ['navigateTo', 'redirectTo', 'switchTab', 'reLaunch']) wx[name] = note;
    wx['navigateBack'] = () => Promise.resolve({});
    const fails = (options: { fail?: (why: object) => void; complete?: () => void } = {}) => {
      options.fail?.({ errMsg: 'fail cancel' });
      options.complete?.();
      return options.fail ? undefined : Promise.reject(new Error('fail cancel'));
    };
    for (const name of [
      'scanCode',
      'chooseMedia',
      'chooseMessageFile',
      'makePhoneCall',
      'openDocument',
      'showActionSheet',
      'requestSubscribeMessage',
      'saveImageToPhotosAlbum',
      'openOfficialAccountArticle',
      'previewImage',
      'addPhoneCalendar',
    ])
      wx[name] = fails;
    wx['showModal'] = (options: { success?: (a: object) => void } = {}) => {
      options.success?.({ confirm: false, cancel: true });
      return Promise.resolve({ confirm: false, cancel: true });
    };
    const callFunction = wx.cloud['callFunction'] as (o: { data?: { key?: string } }) => Promise<object>;
    wx.cloud['callFunction'] = async (options: { data?: { key?: string } }) => {
      if (options.data?.key !== undefined) return { result: { ok: false, code: 'not-allowed' } };
      own.calls++;
      try {
        return await callFunction(options);
      } finally {
        own.calls--;
      }
    };
  });
}

/** Resolves when every call has been answered and drawn. */
async function rest(phone: Page): Promise<void> {
  await phone.waitForFunction(() => (globalThis as unknown as PhoneWindow).calls === 0, undefined, {
    polling: 30,
    timeout: 20_000,
  });
  await phone.waitForFunction(() => document.querySelector('phone-page skeleton .card') === null, undefined, {
    polling: 30,
    timeout: 20_000,
  });
}

/** Taps all that has words on the page on top; answers where that would have led. */
function tapAll(phone: Page): Promise<Went[]> {
  return phone.evaluate(async () => {
    const own = globalThis as unknown as PhoneWindow;
    const edges: { url: string; words: string }[] = [];
    const tapped = new Set<string>();
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const nameOf = (element: Element) =>
      `${element.tagName}.${element.className}|${element.textContent.trim() || element.getAttribute('aria-label') || ''}`;
    const fire = (element: Element, type: string) => {
      const box = element.getBoundingClientRect();
      const touch = new Touch({
        identifier: 1,
        target: element,
        clientX: box.x + box.width / 2,
        clientY: box.y + box.height / 2,
      });
      element.dispatchEvent(
        new TouchEvent(type, {
          bubbles: true,
          cancelable: true,
          composed: true,
          touches: type === 'touchend' ? [] : [touch],
          changedTouches: [touch],
        }),
      );
    };
    for (let round = 0; round < 4; round++) {
      const all = [...document.querySelectorAll('phone-page *')].filter((element) => {
        const words = element.textContent.trim() || element.getAttribute('aria-label');
        return (
          words &&
          ![...element.children].some((child) => child.textContent.trim()) &&
          element.getClientRects().length > 0
        );
      });
      const fresh = all.filter((element) => !tapped.has(nameOf(element)));
      if (fresh.length === 0) break;
      for (const element of fresh) {
        const name = nameOf(element);
        if (tapped.has(name) || !element.isConnected) continue;
        tapped.add(name);
        own.went = [];
        fire(element, 'touchstart');
        fire(element, 'touchend');
        await pause(0);
        for (let turns = 0; turns < 100 && (own.calls > 0 || turns < 2); turns++) await pause(8);
        for (const url of own.went) edges.push({ url, words: name.split('|')[1] ?? '' });
        if (tapped.size > 160) return edges;
      }
    }
    return edges;
  });
}

function routeOf(url: string): string {
  return (url.split('?')[0] ?? '').replace(/^\//, '');
}

/** As a tap on `route` named it. */
function absolute(url: string, route: string): string {
  const [path = '', query] = url.split('?', 2);
  const page = new URL(path, `http://page/${route}`).pathname.slice(1);
  return query === undefined ? page : `${page}?${query}`;
}

/** Everything that can be reached by tapping, from the tabs on. Each page is opened as the tap would have opened it. */
export async function crawl(
  phone: Page,
  tabs: readonly string[],
  /** Lets time go by before the next page, so that the calls of many pages do not fall into one window of the rate. */
  passTime: () => Promise<unknown> = () => Promise.resolve(),
): Promise<{ found: ReadonlyMap<string, Found>; refused: Refused[]; given: Given[] }> {
  const found = new Map<string, Found>(tabs.map((route) => [route, { route, from: '', words: '' }]));
  const refused: Refused[] = [];
  const given: Given[] = [];
  const opened = new Map<string, number>();
  const queue = [...tabs];
  const known = new Set<string>();
  await holdBack(phone);
  for (const url of queue) {
    const route = routeOf(url);
    const times = opened.get(route) ?? 0;
    if (known.has(url) || times >= INSTANCES) continue;
    known.add(url);
    opened.set(route, times + 1);
    await passTime();
    await phone.evaluate(() => {
      performance.clearMarks('setData');
    });
    await phone.evaluate((to) => (globalThis as unknown as PhoneWindow).openAgain({ url: to }), `/${url}`);
    await waitForPage(phone, route);
    await rest(phone);
    const words = await phone.evaluate(() => document.querySelector('phone-page')?.textContent ?? '');
    const no = REFUSED.exec(words);
    if (no) refused.push({ url, words: words.slice(Math.max(0, no.index - 60), no.index + 60) });
    for (const { url: to, words: on } of await tapAll(phone)) {
      const next = absolute(to, route);
      const page = routeOf(next);
      if (!found.has(page)) found.set(page, { route: page, from: route, words: on.slice(0, 30) });
      queue.push(next);
    }
    given.push({ url, bytes: await largestSetOn(phone) });
  }
  return { found, refused, given };
}
