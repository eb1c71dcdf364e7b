/**
 * Requests on six kinds of phones, in a real browser on the running product, through every state that there is.
 * A villager reflects it, the deputy visits and proposes, the office merges a neighbour's into it and assigns it, the
 * unit returns it, the chief rules, pauses and gives more time; it is promised, kept, refused by the villager, done
 * again, passed up, explained face to face, solved, rated, and put on the public board. What was done by hand once is
 * done without a screen when it comes again.
 */
import { STATES } from '../../miniprogram/contract/labels';
import { fill, press, see } from '../support/browser';
import { act, confirm, pick, pickFirstDay } from '../e2e/support/act-panel';
import {
  again,
  answerPromise,
  answerSolved,
  begin,
  minute,
  on,
  reflect,
  remember,
  running,
  say,
  stored,
  visited,
} from '../e2e/support/request-hands';
import {
  bringAnswer,
  DEPUTY,
  forgetOne,
  LEADER,
  progressOf,
  requestOf,
  STAFF,
  UNIT,
  words,
} from '../e2e/support/request-stories';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const CHIEF = 'bh-p1';
const PRESIDIUM = 'bh-p17';
const DISTRICT = 'qu-district';

beforeAll(() => begin(NOW), 90_000);
afterAll(() => running.close(), 30_000);

test('a request goes the whole way through six hands', async () => {
  const first = await reflect('bh-villager-1', '村口水渠堵了半个月，下雨水就漫到路上', true);
  running.run.cloud.clock.set(NOW + 60_000);
  const second = await reflect('bh-villager-2', '村口水渠堵了，水漫到路上没人管');
  const progress = progressOf(first);
  const request = requestOf(first);

  await on(DEPUTY, `deputy/request/request?request=${first}`, async (phone) => {
    await press(phone, '收到，我来联系');
    await see(phone, '记下了');
    await act(phone, '约好上门');
    await pickFirstDay(phone);
    await confirm(phone, '约好上门');
    await see(phone, '前上门');
    await act(phone, '提请交办');
    await pick(phone, '到现场看过，情况属实');
    await confirm(phone, '提请交办');
    await see(phone, '由人大办决定');
  });
  await on(LEADER, 'deputy/group/group', (phone) => see(phone, '村口水渠堵了'));
  await on(STAFF, `office/request/request?request=${second}`, async (phone) => {
    await act(phone, '并入更早的一件');
    await pick(phone, '村口水渠堵了半个月');
    await confirm(phone, '并入更早的一件');
    await see(phone, '记下了：并入');
  });
  await on(STAFF, request, async (phone) => {
    await act(phone, '交办');
    await pick(phone, '水利站');
    await confirm(phone, '交办');
    await see(phone, '记下了：交办');
  });
  await on(UNIT, request, async (phone) => {
    await act(phone, '退回');
    await pick(phone, '不属于我单位职责');
    await confirm(phone, '退回');
    await see(phone, '记下了：退回');
  });
  await on(STAFF, request, async (phone) => {
    await act(phone, '提请主席裁定');
    await fill(phone, '分歧在哪里', '水利站认为是村里的渠');
    await confirm(phone, '提请主席裁定');
    await see(phone, '记下了：提请');
  });
  await on(CHIEF, request, async (phone) => {
    await act(phone, '裁定');
    await pick(phone, '水利站');
    await fill(phone, '裁定意见', '渠口归水利站办');
    await confirm(phone, '裁定');
    await see(phone, '记下了：裁定');
  });
  await on(UNIT, request, async (phone) => {
    await act(phone, '签收');
    await see(phone, '记下了：签收');
  });
  await on(UNIT, request, async (phone) => {
    await act(phone, '申请延期');
    await pickFirstDay(phone);
    await fill(phone, '理由', '材料下周才到');
    await confirm(phone, '申请延期');
    await see(phone, '记下了：申请延期');
  });
  await on(CHIEF, request, async (phone) => {
    await act(phone, '同意延期');
    await confirm(phone, '同意延期');
    await see(phone, '记下了：同意延期');
    await act(phone, '暂停计时');
    await pickFirstDay(phone);
    await fill(phone, '理由', '雨停了才能施工');
    await confirm(phone, '暂停计时');
    await see(phone, '记下了：暂停计时');
  });
  expect(stored(first).paused?.words).toBe('雨停了才能施工');
  await on(UNIT, request, answerPromise);
  await on('bh-villager-1', progress, (phone) => see(phone, '正在解决'));
  await on(UNIT, request, answerSolved);
  await on('bh-villager-1', progress, async (phone) => {
    await act(phone, '没办好');
    await pick(phone, '只办了一半');
    await confirm(phone, '没办好');
    await see(phone, '重新办');
  });
  await minute();
  await on('bh-villager-2', progressOf(second), (phone) => see(phone, '渠口塌土已经清掉'));
  await again(UNIT, first, { act: 'reply', class: 'A', words });
  await again('bh-villager-1', first, { act: 'notSolved', words });
  await again(UNIT, first, { act: 'reply', class: 'A', words });
  await again('bh-villager-1', first, { act: 'notSolved', words });
  await on(PRESIDIUM, request, async (phone) => {
    await act(phone, '主席团议定');
    await pick(phone, '再办一次');
    await fill(phone, '议定意见', '请区水利局来看');
    await confirm(phone, '主席团议定');
    await see(phone, '记下了：主席团议定');
  });
  await on(STAFF, request, (phone) => say(phone, '转报区人大', '摘要（不写名字和电话）', '跨镇水渠要区里定'));
  await on(DISTRICT, 'office/district/district', async (phone) => {
    await press(phone, '转报上来的', true);
    await see(phone, '跨镇水渠要区里定');
  });
  await again(STAFF, first, { act: 'reply', class: 'D', words: '区里说了三条' });
  await on('bh-villager-1', progress, async (phone) => {
    await act(phone, '不同意结果');
    await fill(phone, '哪里不同意', '还是不明白');
    await confirm(phone, '不同意结果');
    await see(phone, '当面');
  });
  await again(DEPUTY, first, { act: 'explain', words: '当面说清了' });
  await on('bh-villager-1', progress, async (phone) => {
    await act(phone, '解决了');
    await see(phone, '这件事办结了');
    await act(phone, '满意');
    await see(phone, '谢谢您的评价');
  });
  await on(STAFF, request, async (phone) => {
    await act(phone, '公开到公示栏');
    await fill(phone, '标题', '村口水渠修好了');
    await fill(phone, '什么事', '水渠堵了');
    await fill(phone, '办理结果', '已经疏通');
    await confirm(phone, '公开到公示栏');
    await see(phone, '记下了：公开');
  });
  await on('bh-villager-3', 'more/board/board', (phone) => see(phone, '村口水渠修好了'));
  remember(first, second);
}, 400_000);

test(
  'nobody takes it: leader, then office, by the clock; the wrong door, and a villager who does not wish it any more',
  forgetOne,
  200_000,
);

test(
  'somebody without a phone: the answer is brought to them, they are asked for, and called back',
  bringAnswer,
  200_000,
);

test('between them they came through every state that the table knows', () => {
  // A township whose requests go straight to units: the government's own are lived in government.test.ts.
  const here = Object.keys(STATES).filter((state) => state !== 'entrusted' && state !== 'signing');
  expect([...visited].sort()).toEqual(here.sort());
  expect(running.browser.errors).toEqual([]);
});
