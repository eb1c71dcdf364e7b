/**
 * Of a deputy's month by taps: a study attended with another's leave, three sites inspected and an opinion answered by its
 * unit.
 */
import type { Page } from 'playwright-core';
import { fill, press, see, topPage, waitForPage } from '../support/browser';
import { LEADER, Month } from '../e2e/support/deputy-month';
import { scanPoster, settle, SHOWN } from '../e2e/support/from-a-scan';
import { PHOTO } from '../e2e/support/photo';

const STUDY = '学代表法';
const INSPECTION = '视察产业和村道';
const SITES = ['油橄榄产业园', '中药材合作社', '通村道路'];
const OPINION = '排水沟要在汛期前修好';
const ANSWER = '已列入计划，下月开工';

let month: Month;

beforeAll(async () => {
  month = await Month.begin('study-and-inspection');
}, 120_000);
afterAll(async () => {
  await month.running.close();
}, 30_000);

async function openNotice(openid: string, title: string): Promise<Page> {
  const phone = await scanPoster(month.running, openid);
  await press(phone, '消息', true);
  await waitForPage(phone, 'more/messages/messages');
  await press(phone, title);
  await waitForPage(phone, 'deputy/activity/activity');
  return phone;
}

/** A picture is there as it is drawn: its bytes have come. */
async function seePicture(page: Page): Promise<void> {
  const drawn = topPage(page).locator('activity-pictures wx-image img').first();
  const image = await drawn.elementHandle(SHOWN);
  await page.waitForFunction(
    (node) => node instanceof HTMLImageElement && node.naturalWidth > 0,
    image,
    SHOWN,
  );
}

async function addPicture(page: Page): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await press(page, '加照片');
  await (await chooser).setFiles(PHOTO);
  await seePicture(page);
}

test('a study is attended by the leader’s list, and who cannot come asks for leave', async () => {
  const [absent, present] = month.membersOfGroup();
  if (!absent || !present) throw new Error('the group is too small');
  const leader = await scanPoster(month.running, LEADER);
  await month.openToday(leader);
  await press(leader, '履职登记：走访、帮办……');
  await waitForPage(leader, 'deputy/log/log');
  await press(leader, '小组学习');
  await press(leader, '还没开，先通知大家');
  await fill(leader, '是什么（一句话）', STUDY);
  for (const { name } of [absent, present]) await press(leader, name, true);
  await month.picture(leader, '03-study');
  await press(leader, '记下', true);
  await see(leader, '记下了');
  await month.leave(leader);
  await settle(month.running);
  const away = await openNotice(`bh-${absent.person}`, '请您参加小组学习');
  await press(away, '请假', true);
  await fill(away, '为什么来不了', '家里收核桃');
  await press(away, '请假', true);
  await see(away, '请假交上去了');
  await month.leave(away);
  await settle(month.running);
  const decides = await openNotice(LEADER, '有代表请假');
  await press(decides, '准假', true);
  await see(decides, '已经告诉本人');
  await press(decides, '登记谁到了');
  const guest = topPage(decides).locator('[class*="card rows"]', { hasText: present.name });
  await guest.getByText('没到，点这里记为到了').tap(SHOWN);
  await month.picture(decides, '04-attend');
  await press(decides, '就这些人到了');
  await see(decides, '到会名单记下了');
  await addPicture(decides);
  await month.leave(decides);
  const held = month.activities().find(({ kind }) => kind === 'study');
  expect(held).toMatchObject({ state: 'held', persons: [present.person] });
  await settle(month.running);
  const reads = await month.openBench('bh-staff', '履职登记', 'office/duty/duty');
  await press(reads, STUDY);
  await waitForPage(reads, 'office/activity/activity');
  await press(reads, '照片和录音 1 份 ›');
  await waitForPage(reads, 'deputy/activity/activity');
  await seePicture(reads);
  await month.picture(reads, '04-picture');
  await month.leave(reads);
}, 240_000);

test('three sites are inspected, and the unit answers what was found', async () => {
  const desk = await month.openBench('bh-staff', '履职登记', 'office/duty/duty');
  await press(desk, '登记或通知一次活动');
  await waitForPage(desk, 'deputy/log/log');
  await press(desk, '视察', true);
  await fill(desk, '是什么（一句话）', INSPECTION);
  await fill(desk, '看了哪些点（一行一个）', SITES.join('\n'));
  const [first] = month.membersOfGroup();
  await press(desk, first?.name ?? '', true);
  await press(desk, '记下', true);
  await see(desk, '记下了');
  await month.goBack(desk);
  await waitForPage(desk, 'office/duty/duty');
  await press(desk, INSPECTION);
  await waitForPage(desk, 'office/activity/activity');
  for (const site of SITES) await see(desk, site);
  await press(desk, `写${SITES[2] ?? ''}的质量、进度、建议 ›`);
  await fill(desk, '质量', '路面平整');
  await fill(desk, '进度', '排水沟还没修');
  await fill(desk, '建议', '赶在汛期前');
  await press(desk, '记下这个点');
  await see(desk, '排水沟还没修');
  await press(desk, '转交一条视察意见');
  await topPage(desk)
    .getByText(SITES[2] ?? '', { exact: true })
    .last()
    .tap(SHOWN);
  await fill(desk, '意见', OPINION);
  await press(desk, month.directory().units.find(({ id }) => id === 'u1')?.name ?? '');
  await press(desk, '转交', true);
  await see(desk, OPINION);
  await month.picture(desk, '05-opinion');
  await month.leave(desk);
  await settle(month.running);
  const clerk = await month.openBench('bh-unit', '转办给我们单位的', 'office/unit/unit');
  await see(clerk, OPINION);
  await press(clerk, '签收', true);
  await see(clerk, '办理中');
  await press(clerk, '答复', true);
  await fill(clerk, '怎么办、什么时候办好', ANSWER);
  await month.picture(clerk, '06-unit');
  await topPage(clerk).locator('opinion-card wx-button', { hasText: '答复' }).last().tap(SHOWN);
  await topPage(clerk).locator('opinion-card textarea').waitFor({ state: 'hidden', timeout: 20_000 });
  await month.leave(clerk);
  const looks = await month.openBench('bh-staff', '履职登记', 'office/duty/duty');
  await press(looks, '视察意见', true);
  await see(looks, ANSWER);
  await month.leave(looks);
}, 240_000);
