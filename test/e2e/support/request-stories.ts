/** Stories of requests, told in `npm test` and, with a longer one, in the proof. */
import type { DirectoryView } from '../../../miniprogram/contract/registry-office';
import { fill, see } from '../../support/browser';
import { act, confirm, pick, pickFirstDay } from './act-panel';
import { again, answerSolved, ask, minute, on, reflect, remember, running, stored } from './request-hands';

export const DEPUTY = 'bh-p5';
export const STAFF = 'bh-staff';
export const UNIT = 'bh-unit-2';
export const LEADER = 'bh-p6';

export const requestOf = (request: string) => `office/request/request?request=${request}`;
export const progressOf = (request: string) => `more/progress/progress?request=${request}`;
export const words = '写几句';

/** Leader, then office, by the clock; the wrong door, and a villager who does not wish it any more. */
export async function forgetOne(): Promise<void> {
  const [forgotten, withdrawn] = [
    await reflect('bh-villager-3', '邻居的官司判下来没人执行'),
    await reflect('bh-villager-3', '井盖松了'),
  ];
  await on('bh-villager-3', progressOf(withdrawn), async (phone) => {
    await act(phone, '不反映了');
    await confirm(phone, '不反映了');
    await see(phone, '已撤回');
  });
  running.run.cloud.clock.set(Date.parse('2026-11-26T08:01:00+08:00'));
  await minute();
  await on(LEADER, `deputy/request/request?request=${forgotten}`, (phone) =>
    see(phone, '没有按时接，转给组长'),
  );
  running.run.cloud.clock.set(Date.parse('2026-11-28T08:01:00+08:00'));
  await minute();
  await on(STAFF, requestOf(forgotten), async (phone) => {
    await act(phone, '不属于代表办理');
    await pick(phone, '法院');
    await fill(phone, '怎么说', '判决的执行归法院管');
    await confirm(phone, '不属于代表办理');
    await see(phone, '记下了');
  });
  await on('bh-villager-3', progressOf(forgotten), (phone) => see(phone, '判决的执行归法院管'));
  const acts = stored(forgotten).steps.map((each) => each.act);
  expect(acts).toEqual(['submit', 'to-leader', 'to-office', 'outOfScope']);
  remember(forgotten, withdrawn);
}

/** Somebody without a phone: the answer is brought to them, they are asked for, and called back. */
export async function bringAnswer(): Promise<void> {
  const book = (await ask('registry', 'book', STAFF, { part: 'settings' })) as Partial<DirectoryView>;
  const seen = book.rows?.find(({ id }) => id === 'callBackPercent');
  const edits = [{ id: 'callBackPercent', seen: seen?.tag ?? '', row: { value: 100 } }];
  await ask('registry', 'editBook', STAFF, { kind: 'setting', edits, reason: '人人回访' });
  running.run.cloud.clock.set(running.run.cloud.clock.now() + 120_000);
  const privacy = { hideName: false, notOwnVillage: false, publishable: false };
  const said = {
    village: 'v4',
    category: 'road',
    kind: 'report',
    text: '桥栏杆断了',
    photos: [],
    recordings: [],
    privacy,
  };
  const { request } = (await ask('request', 'submitFor', STAFF, {
    ...said,
    deputy: 'p5',
    name: '某奶奶',
    livesIn: 'v4',
  })) as { request: string };
  await again(DEPUTY, request, { act: 'propose', words });
  await again(STAFF, request, { act: 'assign', lead: 'u2', assist: [] });
  await on(UNIT, requestOf(request), answerSolved);
  await on(STAFF, requestOf(request), async (phone) => {
    await act(phone, '安排送达');
    await fill(phone, '谁去', '村干部');
    await pick(phone, '上门告诉');
    await pickFirstDay(phone);
    await confirm(phone, '安排送达');
    await see(phone, '记下了：安排送达');
    await act(phone, '已送达');
    await pick(phone, '上门告诉');
    await confirm(phone, '已送达');
    await see(phone, '记下了');
    await act(phone, '解决了');
    await see(phone, '办结');
    await act(phone, '回访');
    await pick(phone, '是');
    await fill(phone, '怎么说的', '栏杆确实换了');
    await confirm(phone, '回访');
    await see(phone, '记下了：回访');
  });
  expect(stored(request)).toMatchObject({ state: 'closed', callback: 'done', delivery: { done: true } });
  remember(request);
}
