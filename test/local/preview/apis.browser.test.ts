import type { Page } from 'playwright-core';
import { topPage } from '../../support/browser';
import { useFixture } from './fixture-phone';
import { answerOf, inTap } from './in-tap';

const fixture = useFixture();

const open = (openid = 'voter-1'): Promise<Page> =>
  fixture.open({ openid, query: { page: 'pages/tap/tap' } });

describe('talking to the person', () => {
  it('a toast comes and goes, a loading stays until it is hidden', async () => {
    const phone = await open();
    await phone.evaluate(() => wx.showToast({ title: '好了', duration: 300 }));
    await phone.getByRole('status').waitFor();
    await phone.getByRole('status').waitFor({ state: 'detached' });
    await phone.evaluate(() => wx.showLoading({ title: '正在送', mask: true }));
    expect(await phone.getByRole('status').innerText()).toBe('正在送');
    await phone.evaluate(() => {
      void wx.hideLoading();
    });
    expect(await phone.getByRole('status').count()).toBe(0);
  });

  it('a modal answers which button was tapped', async () => {
    const phone = await open();
    await inTap(phone, () =>
      wx.showModal({ title: '不去了？', content: '位置会让给别人', confirmText: '不去了' }),
    );
    await phone.getByRole('button', { name: '不去了' }).tap();
    expect(await answerOf(phone)).toMatchObject({ confirm: true, cancel: false, errMsg: 'showModal:ok' });
  });

  it('an action sheet answers the index, or refuses with cancel', async () => {
    const phone = await open();
    await inTap(phone, () => wx.showActionSheet({ itemList: ['甲', '乙'] }));
    await phone.getByRole('button', { name: '乙' }).tap();
    expect(await answerOf(phone)).toMatchObject({ tapIndex: 1 });
    await inTap(phone, () => wx.showActionSheet({ itemList: ['甲'] }));
    await phone.getByRole('button', { name: '取消' }).tap();
    expect(await answerOf(phone)).toEqual({ errMsg: 'showActionSheet:fail cancel' });
  });

  it('a number is shown before it is called; a scan chooses a poster', async () => {
    const phone = await open();
    await inTap(phone, () => wx.makePhoneCall({ phoneNumber: '8-123456' }));
    expect(await phone.locator('phone-dialog').innerText()).toContain('8-123456');
    await phone.getByRole('button', { name: '取消' }).tap();
    expect(await answerOf(phone)).toEqual({ errMsg: 'makePhoneCall:fail cancel' });
    await inTap(phone, () => wx.scanCode({}));
    await phone.getByRole('button', { name: '柳树村' }).tap();
    expect(await answerOf(phone)).toMatchObject({ path: 'part/deep/deep?scene=bh.v2', scanType: 'WX_CODE' });
  });

  it('callbacks are called as well: success, fail and complete', async () => {
    const phone = await open();
    const calls = await phone.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const seen: string[] = [];
          wx.getStorage({
            key: 'nothing',
            fail: ({ errMsg }) => seen.push(errMsg),
            complete: () => {
              seen.push('complete');
              resolve(seen);
            },
          });
        }),
    );
    expect(calls).toEqual(['getStorage:fail data not found', 'complete']);
  });
});

describe('subscribe messages', () => {
  it('asks, and answers per template what was chosen', async () => {
    const phone = await open();
    await inTap(phone, () => wx.requestSubscribeMessage({ tmplIds: ['t1', 't2'] }));
    await phone.getByRole('button', { name: '允许' }).tap();
    expect(await answerOf(phone)).toEqual({
      t1: 'accept',
      t2: 'accept',
      errMsg: 'requestSubscribeMessage:ok',
    });
    await inTap(phone, () => wx.requestSubscribeMessage({ tmplIds: ['t1'] }));
    await phone.getByRole('button', { name: '拒绝' }).tap();
    expect(await answerOf(phone)).toMatchObject({ t1: 'reject' });
  });

  it('takes each template by itself, and one of two with the same title', async () => {
    const phone = await open();
    await inTap(phone, () => wx.requestSubscribeMessage({ tmplIds: ['t1', 't2', 't3'] }));
    await phone.getByRole('checkbox', { name: '预约提醒' }).tap();
    await phone.getByRole('button', { name: '允许' }).tap();
    expect(await answerOf(phone)).toMatchObject({ t1: 'reject', t2: 'accept', t3: 'filter' });
    await inTap(phone, () =>
      wx.requestSubscribeMessage({ tmplIds: ['none'] }).catch((error: unknown) => error),
    );
    expect(await answerOf(phone)).toMatchObject({ errCode: 20001 });
  });

  it('keeps an answer that is always to hold, and tells it in the settings', async () => {
    const phone = await open();
    await inTap(phone, () => wx.requestSubscribeMessage({ tmplIds: ['t1'] }));
    await phone.getByRole('checkbox').tap();
    await phone.getByRole('button', { name: '允许' }).tap();
    await answerOf(phone);
    await inTap(phone, () => wx.requestSubscribeMessage({ tmplIds: ['t1'] }));
    expect(await answerOf(phone)).toMatchObject({ t1: 'accept' });
    expect(await phone.evaluate(() => wx.getSetting({ withSubscriptions: true }))).toMatchObject({
      subscriptionsSetting: { mainSwitch: true, itemSettings: { t1: 'accept' } },
    });
  });

  it('refuses outside of a tap, without templates and with the main switch off', async () => {
    const phone = await open();
    const ask = (tmplIds: string[]): Promise<unknown> =>
      phone.evaluate(
        (ids) => wx.requestSubscribeMessage({ tmplIds: ids }).catch((error: unknown) => error),
        tmplIds,
      );
    expect(await ask(['t1'])).toMatchObject({
      errMsg: expect.stringContaining('user TAP gesture') as string,
    });
    expect(await ask([])).toMatchObject({ errCode: 10001 });
    await inTap(phone, () => wx.openSetting({}));
    await phone.getByRole('checkbox').tap();
    await phone.getByRole('button', { name: '完成' }).tap();
    await answerOf(phone);
    await inTap(phone, () => wx.requestSubscribeMessage({ tmplIds: ['t1'] }));
    expect(await answerOf(phone)).toMatchObject({ errCode: 20004 });
  });
});

describe('articles of the official account', () => {
  it('opens inside a tap the local one in a frame, and closes it', async () => {
    const phone = await open();
    await inTap(phone, () => {
      wx.openOfficialAccountArticle({ url: 'http://127.0.0.1/wechat/s/a1?idx=2' });
    });
    const frame = phone.getByRole('dialog', { name: '公众号文章' }).locator('iframe');
    expect(await frame.getAttribute('src')).toBe('/wechat/s/a1?idx=2');
    await phone.getByRole('button', { name: '关闭' }).tap();
    expect(await frame.count()).toBe(0);
  });

  it('refuses an address that is no article', async () => {
    const phone = await open();
    await inTap(
      phone,
      () =>
        new Promise((fail) => {
          wx.openOfficialAccountArticle({ url: 'https://example.com/', fail });
        }),
    );
    expect(await answerOf(phone)).toMatchObject({ errMsg: 'openOfficialAccountArticle:fail invalid url' });
  });
});

describe('a phone number', () => {
  it('open-type getPhoneNumber gives the page a code, or nothing', async () => {
    const phone = await open();
    await phone.evaluate(() => wx.navigateTo({ url: '/pages/controls/controls' }));
    const log = (): Promise<string> => phone.locator('.log').innerText();
    await phone.tap('.mine');
    await phone.getByRole('button', { name: '不允许' }).tap();
    expect(await log()).toBe('none getPhoneNumber:fail user deny');
    await phone.tap('.mine');
    await phone.getByRole('button', { name: '允许', exact: true }).tap();
    await phone.getByText('code-1 getPhoneNumber:ok').waitFor();
  });
});

describe('errors', () => {
  it('a function that crashed is shown on the screen and still fails', async () => {
    const phone = await open();
    const refusal = await phone.evaluate(() =>
      wx.cloud.callFunction({ name: 'broken' }).catch((error: unknown) => error),
    );
    expect(refusal).toEqual({ errCode: -504002, errMsg: 'cloud.callFunction:fail boom at index.js:1' });
    await phone.locator('phone-errors summary').tap();
    expect(await phone.locator('phone-errors').innerText()).toContain('boom');
    await phone.getByRole('button', { name: '关闭错误' }).tap();
    expect(await phone.locator('phone-errors').count()).toBe(0);
    expect(fixture.browser.errors.splice(0)).toHaveLength(1);
  });

  it('an error in a handler names file and line of the source', async () => {
    const phone = await open();
    await phone.evaluate(() => {
      getApp<{ globalData: { action?: () => unknown } }>().globalData.action = () => {
        throw new Error('planted');
      };
    });
    await phone.tap('.act');
    await phone.locator('phone-errors summary').tap();
    const text = await phone.locator('phone-errors').innerText();
    expect(text).toContain('planted');
    const told = await phone.evaluate(() => getApp<{ globalData: { log: string[] } }>().globalData.log);
    expect(told).toContain('app error Error: planted');
    expect(text).toMatch(/test\/local\/preview\/fixture\/pages\/tap\/tap\.ts:6:\d+/);
    expect(fixture.browser.errors.splice(0)).toHaveLength(1);
    expect(await topPage(phone).locator('.act').isVisible()).toBe(true);
  });

  it('what is not in the preview says its name; what WeChat does not know either is undefined', async () => {
    const phone = await open();
    const answer = await phone.evaluate(() => {
      const attempt = (work: () => unknown): string => {
        try {
          return String(work());
        } catch (error) {
          return String(error);
        }
      };
      const strange = wx as unknown as Record<string, unknown>;
      return [
        attempt(() => wx.getLocation({})),
        attempt(() => wx.createMapContext('x')),
        attempt(() => strange['notOfWeChat']),
        attempt(() => wx.canIUse('getLocation')),
        attempt(() => wx.canIUse('showModal')),
        attempt(() => (wx.getFileSystemManager() as unknown as Record<string, () => void>)['mkdirSync']?.()),
      ];
    });
    expect(answer).toEqual([
      'NotInPreviewError: wx.getLocation() is not in the preview',
      'NotInPreviewError: wx.createMapContext() is not in the preview',
      'undefined',
      'false',
      'true',
      'NotInPreviewError: FileSystemManager.mkdirSync is not in the preview',
    ]);
  });
});
