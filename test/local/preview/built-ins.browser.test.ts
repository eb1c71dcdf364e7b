import type { Page } from 'playwright-core';
import { topPage, waitForPage } from '../../support/browser';
import { styleOf, useFixture } from './fixture-phone';

const fixture = useFixture();

const open = (page: string): Promise<Page> => fixture.open({ query: { page } });

const log = (phone: Page): Promise<string> => topPage(phone).locator('.log').innerText();

describe('fields', () => {
  it('an input is controlled, limited, and tells focus, blur and confirm', async () => {
    const phone = await open('pages/controls/controls');
    const field = topPage(phone).locator('.who input');
    expect(await field.inputValue()).toBe('李婶');
    await field.tap();
    await field.fill('');
    expect(await topPage(phone).locator('.hint').innerText()).toBe('怎么称呼您');
    await field.pressSequentially('一二三四五');
    expect(await field.inputValue()).toBe('一二三四');
    await field.press('Enter');
    expect(await log(phone)).toBe('focus:"李婶";confirm:"一二三四";blur:"一二三四";');
  });

  it('the handler of bindinput may answer with another text', async () => {
    const phone = await open('pages/controls/controls');
    await topPage(phone).locator('.tel input').pressSequentially('1a2');
    expect(await topPage(phone).locator('.tel input').inputValue()).toBe('12');
    expect(await topPage(phone).locator('.tel input').getAttribute('inputmode')).toBe('tel');
  });

  it('a textarea grows with its lines', async () => {
    const phone = await open('pages/controls/controls');
    const field = topPage(phone).locator('.what textarea');
    const before = (await field.boundingBox())?.height ?? 0;
    await field.fill('一\n二\n三\n四');
    expect((await field.boundingBox())?.height ?? 0).toBeGreaterThan(before * 2.5);
    expect(await topPage(phone).locator('.lines').innerText()).toBe('4');
  });

  it('model:value goes both ways', async () => {
    const phone = await open('pages/controls/controls');
    await topPage(phone).locator('.two input').fill('双向');
    expect(await topPage(phone).locator('.both').innerText()).toBe('双向');
  });
});

describe('choices and forms', () => {
  it('a label taps its control, or the one that it names', async () => {
    const phone = await open('pages/controls/controls');
    await phone.tap('.water');
    await phone.tap('.one');
    await phone.tap('.named');
    expect(await log(phone)).toBe('change:[];change:"1";change:true;');
    expect(await topPage(phone).getByRole('radio').first().getAttribute('aria-checked')).toBe('true');
  });

  it('a form gives all named values, and resets', async () => {
    const phone = await open('pages/controls/controls');
    await phone.tap('.open');
    await phone.tap('.send');
    expect(await log(phone)).toContain(
      'submit:{"who":"李婶","what":"","open":true,"kinds":["water"],"kind":"2","village":0};',
    );
    await phone.tap('.again');
    expect(await topPage(phone).locator('.who input').inputValue()).toBe('');
  });

  it('a disabled button hears nothing', async () => {
    const phone = await open('pages/controls/controls');
    await topPage(phone).locator('.off').tap({ force: true });
    expect(await log(phone)).toBe('');
    expect(await styleOf(phone, '.busy', 'display')).toBe('inline-block');
  });

  it('open-type share asks the page what it shares', async () => {
    const phone = await open('pages/controls/controls');
    await phone.tap('.ask');
    expect(await phone.locator('phone-dialog').innerText()).toContain('/pages/home/home');
    await phone.getByRole('button', { name: '知道了' }).tap();
  });
});

describe('a picker', () => {
  const choose = async (phone: Page, ...texts: string[]): Promise<void> => {
    for (const text of texts) await phone.getByRole('option', { name: text, exact: true }).tap();
    await phone.getByRole('button', { name: '确定' }).tap();
  };

  it('of one column answers the index', async () => {
    const phone = await open('pages/controls/controls');
    await phone.tap('.p1');
    await choose(phone, '白鹤桥村');
    expect(await topPage(phone).locator('.p1').innerText()).toBe('白鹤桥村');
  });

  it('of dates offers only what lies between start and end', async () => {
    const phone = await open('pages/controls/controls');
    await phone.tap('.p2');
    await phone.getByRole('option', { name: '2027年' }).tap();
    expect(await phone.locator('phone-column').nth(1).innerText()).toBe('1月\n2月');
    await choose(phone, '2月', '10日');
    expect(await topPage(phone).locator('.p2').innerText()).toBe('2027-02-10');
  });

  it('of times keeps the limits, too', async () => {
    const phone = await open('pages/controls/controls');
    await phone.tap('.p3');
    await phone.getByRole('option', { name: '08' }).first().tap();
    await choose(phone, '45');
    expect(await topPage(phone).locator('.p3').innerText()).toBe('08:45');
  });

  it('of several columns tells each column’s change and takes the new entries', async () => {
    const phone = await open('pages/controls/controls');
    await phone.tap('.p4');
    await phone.getByRole('option', { name: '水' }).tap();
    await choose(phone, '丁');
    expect(await log(phone)).toBe('change:[1,1];');
    await phone.tap('.p4');
    await phone.getByRole('button', { name: '取消' }).tap();
    expect(await log(phone)).toBe('change:[1,1];cancel:null;');
  });
});

describe('content', () => {
  it('text: line breaks and entities; WXS: type names, getRegExp, inline modules', async () => {
    const phone = await open('pages/layout/layout');
    const page = topPage(phone);
    expect(await page.locator('.lines').innerText()).toBe('一\n二');
    expect(await page.locator('.decoded').innerText()).toBe('<好>&');
    expect(await page.locator('.wxs').innerText()).toBe('列表对象别的有8');
    expect(await page.locator('.pair').innerText()).toBe('1-2');
    expect(await page.locator('.hidden').isVisible()).toBe(false);
    expect(await styleOf(phone, '.half', 'width')).toBe('195px');
    expect(await styleOf(phone, '[id$="--row3"]', 'color')).toBe('rgb(9, 9, 9)');
  });

  it('image: from the package, from data:, by its shape; a missing one tells binderror', async () => {
    const phone = await open('pages/layout/layout');
    await topPage(phone).locator('.log', { hasText: 'load 40x20;' }).waitFor();
    await topPage(phone).locator('.log', { hasText: 'load 1x1;' }).waitFor();
    expect(fixture.browser.errors).toEqual([]);
    await phone.evaluate(() => {
      getCurrentPages()[0]?.setData({ broken: true });
    });
    await topPage(phone).locator('.log', { hasText: 'image failed' }).waitFor();
    expect(await topPage(phone).locator('.packaged').boundingBox()).toMatchObject({ width: 80, height: 40 });
    expect(await styleOf(phone, '.inline img', 'object-fit')).toBe('cover');
    fixture.browser.errors.splice(0);
  });

  it('scroll-view: into view by id, lower end told once', async () => {
    const phone = await open('pages/layout/layout');
    await phone.evaluate(() => {
      getCurrentPages()[0]?.setData({ into: 'row11' });
    });
    await topPage(phone).locator('.log', { hasText: 'lower' }).waitFor();
    expect((await log(phone)).match(/lower/g)).toHaveLength(1);
  });

  it('swiper: goes to current and tells the change', async () => {
    const phone = await open('pages/layout/layout');
    await phone.evaluate(() => {
      getCurrentPages()[0]?.setData({ current: 1 });
    });
    await topPage(phone).locator('.log', { hasText: 'swiper 1' }).waitFor();
  });

  it('rich-text: markup without scripts, node lists with rpx', async () => {
    const phone = await open('pages/layout/layout');
    expect(await topPage(phone).locator('.rich').innerHTML()).toBe('粗<b>体</b>');
    expect(
      await topPage(phone)
        .locator('.nodes div')
        .evaluate((element) => element.style.width),
    ).toBe('10vw');
    expect(await topPage(phone).locator('wx-progress').innerText()).toBe('40%');
  });

  it('navigator goes where its url says', async () => {
    const phone = await open('pages/layout/layout');
    await phone.tap('.nav');
    await waitForPage(phone, 'part/deep/deep');
    expect(await topPage(phone).locator('.from').innerText()).toBe('nav');
  });
});

describe('touch', () => {
  it('a tap bubbles after the capture phase; catch ends it', async () => {
    const phone = await open('pages/layout/layout');
    await topPage(phone).locator('.inner').tap();
    expect(await log(phone)).toMatch(/capture;caught;/);
    expect(await log(phone)).not.toMatch(/tap/);
  });

  const hold = async (phone: Page, selector: string): Promise<() => Promise<unknown>> => {
    await topPage(phone).locator(selector).scrollIntoViewIfNeeded();
    const box = await topPage(phone).locator(selector).boundingBox();
    const session = await phone.context().newCDPSession(phone);
    const touchPoints = [{ x: (box?.x ?? 0) + 10, y: (box?.y ?? 0) + 20 }];
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
    return () => session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };

  it('a long press is no tap as well, when somebody listens to it', async () => {
    const phone = await open('pages/layout/layout');
    const release = await hold(phone, '.press');
    await topPage(phone).locator('.log', { hasText: 'longpress' }).waitFor();
    await release();
    expect(await log(phone)).not.toMatch(/tap/);
  });

  it('hover-class is there while the finger is', async () => {
    const phone = await open('pages/layout/layout');
    const release = await hold(phone, '.half');
    const pressed = topPage(phone).locator('.half.pressed');
    await pressed.waitFor();
    await release();
    await pressed.waitFor({ state: 'detached' });
  });
});
