/**
 * Reminders in a real browser on the running product: a villager books and allows a reminder inside the tap, the clock
 * jumps to the eve, and the reminder is with WeChat and in the messages, from which the slip opens.
 */
import type { Page } from 'playwright-core';
import { waitForPage } from '../support/browser';
import { eventually } from '../support/cloud';
import { startRunning, type Running } from './support/running';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const DAY = '2026-12-07';
const EVE = Date.parse('2026-12-06T09:00:30+08:00');

/** Somebody without a slip in the sample. */
const WHO = 'somebody-new';

let running: Running;

beforeAll(async () => {
  running = await startRunning('notices', NOW);
}, 90_000);

afterAll(() => running.close(), 30_000);

const openPhone = (openid: string, page: string) => running.openPhone(openid, page);

async function press(phone: Page, words: string): Promise<void> {
  await phone.locator('phone-page').getByText(words).first().tap({ timeout: 15_000 });
}

async function see(phone: Page, words: string): Promise<void> {
  await phone.locator('phone-page').getByText(words).first().waitFor({ timeout: 15_000 });
}

test('booked, allowed inside the tap, reminded on the eve', async () => {
  const villager = await openPhone(WHO, `more/booking/booking?home=h1&date=${DAY}`);
  await villager
    .locator('phone-page input[aria-label="怎么称呼您"]')
    .first()
    .fill('李大爷', { timeout: 15_000 });
  await press(villager, '确认预约：');
  await waitForPage(villager, 'more/slip/slip');
  await press(villager, '到时提醒我');
  await villager.locator('phone-dialog').getByText('允许', { exact: true }).tap({ timeout: 15_000 });
  await see(villager, '好的，有消息会发到您的微信。');
  await running.run.cloud.control({ runTimers: true });
  expect(await (await fetch(`${running.run.url}/wechat`)).text()).not.toContain('到了报号数就行');

  await running.run.cloud.control({ clock: { set: EVE }, runTimers: true });
  const wechat = await (await fetch(`${running.run.url}/wechat`)).text();
  expect(wechat).toContain('预约到期提醒');
  expect(wechat).toContain('到了报号数就行');
  await running.browser.putAway(villager);

  const again = await openPhone(WHO, 'more/messages/messages');
  await see(again, '明天接访，别忘了来');
  await press(again, '明天接访，别忘了来');
  await waitForPage(again, 'more/slip/slip');
  await see(again, '号');
  await running.browser.putAway(again);
}, 90_000);

/** A request about a road of 柳树城村, for its deputy. */
async function submit(openid: string): Promise<string> {
  const privacy = { hideName: false, notOwnVillage: false, publishable: false };
  const input = {
    township: 'bh',
    village: 'v4',
    category: 'road',
    kind: 'report',
    privacy,
    deputy: 'p5',
    text: '二组的路灯坏了',
    photos: [],
    recordings: [],
  };
  const event = { action: 'submit', input, key: `key-${openid}` };
  const { result } = await running.run.cloud.invoke('request', event, { openid });
  return (result as { data: { request: string } }).data.request;
}

const allow = (phone: Page) =>
  phone.locator('phone-dialog').getByText('允许', { exact: true }).tap({ timeout: 15_000 });

test('allowed on 进度 and inside the act of the deputy, told to the villager by WeChat', async () => {
  const request = await submit('asks-first');
  const villager = await openPhone('asks-first', `more/progress/progress?request=${request}`);
  await press(villager, '有进展告诉我');
  await allow(villager);
  await see(villager, '好的，有消息会发到您的微信。');
  await running.browser.putAway(villager);

  const deputy = await openPhone('bh-p5', `deputy/request/request?request=${request}`);
  await press(deputy, '收到，我来联系');
  const dialog = deputy.locator('phone-dialog');
  await dialog.getByText('待办事项提醒').waitFor({ timeout: 15_000 });
  expect(await dialog.locator('label').allInnerTexts()).toEqual([
    '待办事项提醒',
    '预约到期提醒',
    '总是保持以上选择，不再询问',
  ]);
  await allow(deputy);
  await see(deputy, '微信还能提醒您 1 次，点一下多一次。');
  await see(deputy, '记下了。反映的人能看到您来联系。');
  await running.browser.putAway(deputy);
  await running.run.cloud.control({ runTimers: true });
  // The deputy's phone has kicked the relay: the timer leaves to that run what it holds already.
  await eventually(async () =>
    (await (await fetch(`${running.run.url}/wechat`)).text()).includes('代表联系'),
  );
}, 90_000);

test('always and the main switch off are said in words, with the way to change it', async () => {
  const settings = (body: object) =>
    fetch(`${running.run.url}/wechat/phone/settings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-openid': 'bh-p6' },
      body: JSON.stringify(body),
    });
  const leader = await openPhone('bh-p6', 'deputy/today/today');
  await press(leader, '收提醒');
  await leader.locator('phone-dialog').getByText('总是保持以上选择，不再询问').tap({ timeout: 15_000 });
  await leader.locator('phone-dialog').getByText('拒绝', { exact: true }).tap({ timeout: 15_000 });
  await see(leader, '您以前选过不再询问。');
  await see(leader, '去打开');
  expect((await settings({ mainSwitch: false, forget: true })).status).toBe(200);
  await press(leader, '收提醒');
  await see(leader, '微信里这个小程序的消息是关着的。');
  await settings({ mainSwitch: true, forget: true });
  await press(leader, '收提醒');
  await allow(leader);
  await see(leader, '微信还能提醒您 1 次');
  await running.browser.putAway(leader);
}, 90_000);
