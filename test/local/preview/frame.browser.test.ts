import { cpSync, mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock } from '../../../local/cloudbase/clock';
import { openBrowser, topPage, waitForPage } from '../../support/browser';
import type { TestBrowser } from '../../support/browser';
import { FIXTURE, ROOT, startFixture } from './fixture-server';

let browser: TestBrowser;

beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);

afterAll(() => browser.close());

const MORNING = Date.parse('2026-11-23T09:00:00+08:00');

it('the phone’s Date is the server’s, and jumps with it', async () => {
  const clock = createClock(MORNING);
  const server = await startFixture({ clock });
  try {
    const phone = await browser.newPhone({ url: server.url });
    const read = (): Promise<number[]> =>
      phone.evaluate(() => [Date.now(), new Date().getTime(), new Date(2020, 0, 1).getFullYear()]);
    const [now = 0, made = 0, year] = await read();
    expect(Math.abs(now - clock.now())).toBeLessThan(2000);
    expect(made - now).toBeLessThan(50);
    expect(year).toBe(2020);
    expect(await phone.locator('phone-status').innerText()).toBe('09:00');
    clock.set(Date.parse('2026-12-05T18:00:00+08:00'));
    await phone.locator('phone-status', { hasText: '18:00' }).waitFor();
    expect(await phone.evaluate(() => new Date().toISOString().slice(0, 10))).toBe('2026-12-05');
  } finally {
    await browser.leave();
    await server.close();
  }
});

it('a wide window shows the frame: a mouse taps, another identity, a poster, no network', async () => {
  const server = await startFixture();
  try {
    const desk = await browser.newDesk({ url: server.url });
    const phone = desk.frameLocator('iframe');
    await phone.locator('phone-page[data-ready]').waitFor();
    await phone.locator('.big').click();
    expect(await phone.locator('.big').innerText()).toBe('点了 2 次');
    await desk.getByRole('radio', { name: '王代表' }).click();
    await desk.waitForFunction(() => document.querySelector('iframe')?.src.includes('as=deputy-1'));
    await phone.locator('phone-page[data-ready]').waitFor();
    await desk.getByRole('button', { name: '柳树村' }).click();
    await phone.locator('phone-page[data-route="part/deep/deep"][data-ready]').waitFor();
    await desk.getByRole('checkbox', { name: '没有网络' }).check();
    const frame = desk.frames().find((one) => one.url().includes('scene='));
    expect(await frame?.evaluate(() => wx.getNetworkType())).toMatchObject({ networkType: 'none' });
  } finally {
    await browser.leave();
    await server.close();
  }
});

it('with wide=1 a wide window is the page itself, without status bar and home indicator', async () => {
  const server = await startFixture();
  try {
    const phone = await browser.newPhone({ url: server.url, width: 1024, height: 768, query: { wide: '1' } });
    const info = await phone.evaluate(() => wx.getWindowInfo());
    expect(info).toMatchObject({ windowWidth: 1024, statusBarHeight: 0, screenTop: 44 });
  } finally {
    await browser.leave();
    await server.close();
  }
});

describe('a saved file', () => {
  const root = mkdtempSync(join(tmpdir(), 'preview-reload-'));
  beforeAll(() => {
    cpSync(join(ROOT, FIXTURE), join(root, 'miniprogram'), { recursive: true });
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(join(root, 'miniprogram/pages/parts/parts.json'), '{}');
    writeFileSync(join(root, 'miniprogram/pages/parts/parts.wxml'), '<view>部件</view>');
  });
  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  it('reloads the phone; a mistake is shown with its place and goes when it is mended', async () => {
    const server = await startFixture({ root, miniprogram: 'miniprogram', watch: true });
    try {
      const phone = await browser.newPhone({ url: server.url, query: {} });
      await phone.tap('.go');
      await waitForPage(phone, 'part/deep/deep');
      const template = join(root, 'miniprogram/part/deep/deep.wxml');
      for (const word of ['first', 'second', 'third']) {
        writeFileSync(template, `<view class="${word}">新的</view>`);
        await topPage(phone).locator(`.${word}`).waitFor();
      }
      expect(await phone.evaluate(() => getCurrentPages().map((one) => one.options))).toEqual([
        {},
        { from: 'home', name: '%E5%A9%B6' },
      ]);
      writeFileSync(template, '<view class="new">\n<map /></view>');
      await phone.locator('phone-errors').waitFor();
      const text = await phone.locator('phone-errors').innerText();
      expect(text).toContain('<map> is not in the preview');
      expect(text).toContain('miniprogram/part/deep/deep.wxml:2:1');
      writeFileSync(template, '<view class="mended">好了</view>');
      await topPage(phone).locator('.mended').waitFor();
      await waitForPage(phone, 'part/deep/deep');
      expect(await phone.locator('phone-errors').count()).toBe(0);
      expect(browser.errors.splice(0).join()).toContain('<map>');
    } finally {
      await browser.leave();
      await server.close();
    }
  });
});
