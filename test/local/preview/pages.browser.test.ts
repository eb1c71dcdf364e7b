import type { Page } from 'playwright-core';
import { topPage, waitForPage } from '../../support/browser';
import { styleOf, useFixture } from './fixture-phone';

const fixture = useFixture();

const open = (page?: string, query: Record<string, string> = {}): Promise<Page> =>
  fixture.open({ query: { ...(page === undefined ? {} : { page }), ...query } });

/** What the pages and components have noted since the last time. */
const takeLog = (phone: Page): Promise<string[]> =>
  phone.evaluate(() => getApp<{ globalData: { log: string[] } }>().globalData.log.splice(0));

describe('a page', () => {
  it('shows its data, takes a tap and shows them again', async () => {
    const phone = await open();
    await phone.tap('#counter, .big');
    expect(await topPage(phone).locator('.big').innerText()).toBe('点了 2 次');
  });

  it('measures rpx by the width, rem by the system font size, and vh without the bars', async () => {
    const phone = await fixture.open({ font: 23 });
    expect(await styleOf(phone, '.big', 'font-size')).toBe('39px');
    expect(await styleOf(phone, '.rem', 'font-size')).toBe('46px');
    const bars = 32 + 44 + 50 + 34;
    expect(await styleOf(phone, '.big', 'min-height')).toBe(`${(844 - bars) / 2}px`);
  });

  it('has its fixed elements between the bars, not over them', async () => {
    const phone = await open();
    const [bottom, tabs] = await Promise.all([
      topPage(phone).locator('.bottom').boundingBox(),
      phone.locator('phone-tabs').boundingBox(),
    ]);
    expect((bottom?.y ?? 0) + (bottom?.height ?? 0)).toBeCloseTo(tabs?.y ?? -1);
  });

  it('has the components of app.json without naming them, with the app’s classes where they are asked for', async () => {
    const phone = await open();
    expect(await styleOf(phone, 'global-card wx-view', 'color')).toBe('rgb(1, 2, 3)');
    expect(await styleOf(phone, 'global-card wx-view', 'padding-left')).toBe('3px');
  });
});

describe('navigation', () => {
  it('goes into a subpackage with the query as it was written, and back by the bar', async () => {
    const phone = await open();
    await phone.tap('.go');
    await waitForPage(phone, 'part/deep/deep');
    expect(await topPage(phone).locator('.from').innerText()).toBe('home 婶');
    expect(await phone.locator('phone-title').innerText()).toBe('深处');
    expect(await phone.locator('phone-tabs').isVisible()).toBe(false);
    await phone.getByLabel('返回').tap();
    await waitForPage(phone, 'pages/home/home');
    expect(await phone.locator('phone-tabs').isVisible()).toBe(true);
  });

  it('refuses an eleventh page and a tab page, as WeChat does', async () => {
    const phone = await open();
    await phone.tap('.go');
    for (let pages = 2; pages < 10; pages += 1) {
      await phone.tap('.more');
      await phone.waitForFunction((count) => getCurrentPages().length === count, pages + 1);
    }
    const refusal = await phone.evaluate(() =>
      Promise.all(
        [
          wx.navigateTo({ url: '/part/deep/deep' }),
          wx.navigateTo({ url: '/pages/tap/tap' }),
          wx.navigateTo({ url: '/nowhere' }),
        ].map((one) => one.catch((error: unknown) => (error as { errMsg: string }).errMsg)),
      ),
    );
    expect(refusal).toEqual([
      'navigateTo:fail webview count limit exceed',
      'navigateTo:fail can not navigateTo a tabbar page',
      'navigateTo:fail page "nowhere" is not found',
    ]);
  });

  it('keeps a tab’s page and its scroll position while another tab is shown', async () => {
    const phone = await open();
    await phone.tap('.big');
    await phone.getByRole('tab', { name: '按' }).tap();
    await waitForPage(phone, 'pages/tap/tap');
    await phone.getByRole('tab', { name: '首页' }).tap();
    await waitForPage(phone, 'pages/home/home');
    expect(await topPage(phone).locator('.big').innerText()).toBe('点了 2 次');
  });

  it('opens a scanned code with its scene, on the page of the poster', async () => {
    const phone = await open(undefined, { scene: 'bh.v2' });
    const options = await phone.evaluate(() => wx.getLaunchOptionsSync());
    expect(options).toMatchObject({ path: 'part/deep/deep', query: { scene: 'bh.v2' }, scene: 1047 });
  });
});

describe('the life cycle', () => {
  it('comes in WeChat’s order: App, component, page, ready, then hide and unload', async () => {
    const phone = await open('pages/life/life?id=5');
    expect(await takeLog(phone)).toEqual([
      'app launch pages/life/life 1001',
      'app show',
      'component created attached',
      'load 5',
      'show pages/life/life 1',
      'component page show',
      'component ready',
      'ready',
    ]);
    await phone.evaluate(() => wx.navigateTo({ url: '/part/deep/deep' }));
    expect(await takeLog(phone)).toEqual(['hide', 'component page hide']);
    await phone.evaluate(() => wx.navigateBack());
    expect(await takeLog(phone)).toEqual(['show pages/life/life 1', 'component page show']);
    await phone.evaluate(() => wx.redirectTo({ url: '/part/deep/deep' }));
    expect(await takeLog(phone)).toEqual(['unload', 'component detached']);
  });

  it('gives an event channel to the page that was opened', async () => {
    const phone = await open();
    await takeLog(phone);
    await phone.evaluate(async () => {
      const { eventChannel } = await wx.navigateTo({ url: '/pages/life/life' });
      eventChannel.emit('hello', '你好');
    });
    expect(await takeLog(phone)).toContain('hello 你好');
  });

  it('fires onReachBottom once at the end, and onPullDownRefresh until it is stopped', async () => {
    const phone = await open('pages/life/life');
    await takeLog(phone);
    await phone.evaluate(() => wx.pageScrollTo({ scrollTop: 5000, duration: 0 }));
    await phone.waitForFunction(() =>
      getApp<{ globalData: { log: string[] } }>().globalData.log.includes('bottom'),
    );
    await phone.evaluate(() => wx.pageScrollTo({ scrollTop: 0, duration: 0 }));
    await phone.waitForFunction(() =>
      getApp<{ globalData: { log: string[] } }>().globalData.log.includes('top'),
    );
    expect(await takeLog(phone)).toEqual(['bottom', 'top']);
    await phone.evaluate(() => wx.startPullDownRefresh());
    await phone.waitForSelector('phone-page:not([data-refreshing])');
    expect(await takeLog(phone)).toEqual(['pull']);
  });

  it('keeps the scroll position of a page under another one', async () => {
    const phone = await open('pages/long/long');
    await phone.evaluate(() => wx.pageScrollTo({ selector: '#end', duration: 0 }));
    const before = await phone.locator('phone-scroller').evaluate((element) => element.scrollTop);
    await phone.evaluate(() => wx.navigateTo({ url: '/part/deep/deep' }));
    await phone.evaluate(() => wx.navigateBack());
    await waitForPage(phone, 'pages/long/long');
    expect(before).toBeGreaterThan(1000);
    expect(await phone.locator('phone-scroller').evaluate((element) => element.scrollTop)).toBe(before);
  });
});

describe('components', () => {
  it('have slots, observers, behaviors, events up through a page, and selectComponent', async () => {
    const phone = await open('pages/parts/parts');
    expect(await topPage(phone).locator('.shell, [class*="--shell"]').first().innerText()).toContain('头');
    await topPage(phone).locator('.tell, [class$="--tell"]').tap();
    expect(await topPage(phone).locator('.log').innerText()).toBe('told 1 我是 甲;');
    expect(await topPage(phone).locator('[class$="--title"]').innerText()).toBe('题！');
  });

  it('have styles of their own: theirs do not leak, the page’s do not enter', async () => {
    const phone = await open('pages/parts/parts');
    expect(await styleOf(phone, '[class$="--title"]', 'color')).toBe('rgb(7, 7, 7)');
    expect(await styleOf(phone, '.body', 'color')).toBe('rgb(1, 2, 3)');
    expect(await styleOf(phone, 'wx-shell', 'padding-left')).toBe('7px');
  });

  it('take external classes and find their relations', async () => {
    const phone = await open('pages/parts/parts');
    expect(await styleOf(phone, '.outer', 'color')).toBe('rgb(5, 5, 5)');
    expect(await topPage(phone).locator('.outer').innerText()).toBe('甲（在列表里）');
  });

  it('are fields of a form by wx://form-field', async () => {
    const phone = await open('pages/parts/parts');
    await phone.tap('.send');
    expect(await topPage(phone).locator('.log').innerText()).toBe('{"own":"值"};');
  });

  it('from TDesign work: button, switch, and a popup that the tap which opened it does not close', async () => {
    const phone = await open('pages/parts/parts');
    await topPage(phone).locator('.tswitch').tap();
    expect(await topPage(phone).locator('.log').innerText()).toBe('switch true;');
    await topPage(phone).locator('.tdesign').tap();
    await topPage(phone).locator('.sheet').waitFor();
    await phone.waitForFunction(() => document.getAnimations().length === 0);
    expect(await topPage(phone).locator('.sheet').isVisible()).toBe(true);
    await phone.touchscreen.tap(195, 120);
    await topPage(phone).locator('.sheet').waitFor({ state: 'hidden' });
  });

  it('can be measured from the page’s own corner', async () => {
    const phone = await open('pages/parts/parts');
    const answers = await phone.evaluate(
      () =>
        new Promise<unknown[]>((resolve) => {
          const query = wx.createSelectorQuery();
          query.select('.measured').boundingClientRect();
          query.select('.nothing').boundingClientRect();
          query.selectAll('.measured').fields({ size: true, dataset: true });
          query.selectViewport().scrollOffset();
          query.exec(resolve);
        }),
    );
    const box = await topPage(phone).locator('.measured').boundingBox();
    expect(answers[0]).toMatchObject({ height: 20, top: (box?.y ?? 0) - 76, left: 0, dataset: { k: 'v' } });
    expect(answers.slice(1, 3)).toEqual([null, [{ width: 390, height: 20, dataset: { k: 'v' } }]]);
    expect(answers[3]).toMatchObject({ scrollTop: 0 });
  });
});
