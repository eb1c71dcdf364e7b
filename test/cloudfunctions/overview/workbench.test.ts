/** 工作台 against a recount: each number is what walking its list to the end gives, for whoever looks. */
import { queueOfGroup, WORK_GROUPS, type WorkGroup } from '../../../miniprogram/contract/workbench';
import type { WorkbenchView } from '../../../miniprogram/contract/workbench';
import type { OfficePage } from '../../../miniprogram/contract/request-lists';
import { startSampleCloud, type SampleCloud } from '../../support/sample-cloud';
import { newKey, submit } from '../request/requests';
import { mustStep } from '../request/steps';

// A machine with others at work on it takes longer.
jest.setTimeout(90_000);

let cloud: SampleCloud;
let keptFromChair = '';
beforeAll(async () => {
  cloud = await startSampleCloud({ instancesPerFunction: 1 });
  const hideName = { hideName: true, notOwnVillage: false, publishable: false };
  const notOwn = { hideName: false, notOwnVillage: true, publishable: false };
  for (const [n, privacy] of [hideName, notOwn, undefined, undefined].entries())
    await submit(cloud, `asker-${String(n)}`, { deputy: 'p5', ...(privacy && { privacy }) });
  const { request: kept } = await submit(cloud, 'about-the-chair', { deputy: 'p5', recused: ['p1'] });
  keptFromChair = kept;
  await mustStep(cloud, 'bh-staff', kept, { act: 'keep' });
  const { request } = await submit(cloud, 'for-the-unit', { deputy: 'p5' });
  await mustStep(cloud, 'bh-staff', request, { act: 'keep' });
  await mustStep(cloud, 'bh-staff', request, { act: 'assign', lead: 'u1', assist: [] });
  const { request: mine } = await submit(cloud, 'for-the-office', { deputy: 'p5' });
  await mustStep(cloud, 'bh-staff', mine, { act: 'keep' });
  const { request: above } = await submit(cloud, 'for-above', { deputy: 'p5' });
  await mustStep(cloud, 'bh-staff', above, { act: 'keep' });
  await mustStep(cloud, 'bh-staff', above, { act: 'passUp', summary: '跨镇的桥' });
});
afterAll(() => cloud.close());

const ask = (openid: string) => cloud.invoke('overview', 'workbench', { township: 'bh' }, { openid });
const open = async (openid: string) => (await ask(openid)).data as WorkbenchView;

async function countList(openid: string, queue: string): Promise<number> {
  let count = 0;
  for (let after: string | undefined; ;) {
    const input = { township: 'bh', queue, ...(after !== undefined && { after }) };
    const { data } = await cloud.invoke('request', 'listOffice', input, { openid });
    const { requests, next } = data as OfficePage;
    count += requests.length;
    if (next === undefined) return count;
    after = next;
  }
}

async function compare(openid: string): Promise<number> {
  const view = await open(openid);
  let compared = 0;
  for (const group of Object.keys(WORK_GROUPS) as WorkGroup[]) {
    const queue = queueOfGroup(group);
    const { roles } = WORK_GROUPS[group];
    if (queue === undefined || !view.roles.some((role) => (roles as readonly string[]).includes(role)))
      continue;
    const shown = view.groups.find((each) => each.group === group)?.count ?? 0;
    expect([group, shown]).toEqual([group, await countList(openid, queue)]);
    compared++;
  }
  return compared;
}

test('each number is its list’s, today and when much is late', async () => {
  await cloud.relayAll();
  expect(await compare('bh-staff')).toBeGreaterThan(5);
  expect(await compare('bh-p1')).toBeGreaterThan(7);
  cloud.clock.set(Date.parse('2026-11-30T09:30:00+08:00'));
  await cloud.relayAll();
  expect((await open('bh-staff')).figures?.overdue).toBeGreaterThan(0);
  await compare('bh-staff');
  await compare('bh-p1');
  cloud.clock.set(Date.parse('2026-11-30T09:32:00+08:00'));
});

test('what is kept from somebody is neither in the lines nor in the numbers', async () => {
  const [staff, chair] = await Promise.all([open('bh-staff'), open('bh-p1')]);
  const shown = (view: WorkbenchView) => view.groups.flatMap(({ rows }) => rows.map(({ id }) => id));
  expect(shown(staff)).toContain(keptFromChair);
  const titles = staff.groups.flatMap(({ rows }) => rows.map(({ title }) => title));
  expect(titles).toContain('二组的路灯坏了');
  expect(shown(chair)).not.toContain(keptFromChair);
  expect(chair.figures?.open).toBe((staff.figures?.open ?? 0) - 1);
});

/** Admit, then grants and what is kept ready, then the requests shown, where there are some. */
test.each([
  ['bh-staff', 4],
  ['bh-p1', 4],
  ['bh-unit', 4],
  ['qu-district', 3],
  ['bh-admin', 3],
])('%s costs %i calls, whatever waits', async (openid, calls) => {
  const { groups } = await open(openid);
  // Nobody waits for the administrator.
  expect([openid, groups.length > 0]).toEqual([openid, openid !== 'bh-admin']);
  expect((await ask(openid)).cost.calls).toBe(calls);
});

test('what was dealt with since the count is no longer shown or counted', async () => {
  const before = (await open('bh-staff')).groups.find(({ group }) => group === 'to-route');
  const [first] = before?.rows ?? [];
  if (!before || !first) throw new Error('nothing is to be routed');
  await mustStep(cloud, 'bh-staff', first.id, { act: 'assign', lead: 'u2', assist: [] });
  const after = (await open('bh-staff')).groups.find(({ group }) => group === 'to-route');
  expect(after?.count ?? 0).toBe(before.count - 1);
  expect((after?.rows ?? []).map(({ id }) => id)).not.toContain(first.id);
  await cloud.control({ runTimers: true });
  await compare('bh-staff');
});

test('a unit sees what it has, and no number of the township', async () => {
  const { groups, figures, office } = await open('bh-unit');
  expect(groups.map(({ group }) => group).every((group) => group.startsWith('unit-'))).toBe(true);
  expect(groups.find(({ group }) => group === 'unit-accept')?.count).toBeGreaterThan(0);
  expect(figures).toBeUndefined();
  expect(office).not.toBe('');
});

test('a villager is refused', async () => {
  expect(await ask('villager')).toMatchObject({ ok: false, code: 'not-allowed' });
});

test('several are urged in one act, each with its result', async () => {
  const input = { township: 'bh', queue: 'overdue' };
  const { data } = await cloud.invoke('request', 'listOffice', input, { openid: 'bh-staff' });
  const acts = (data as OfficePage).requests
    .slice(0, 3)
    .map(({ request }) => ({ request, step: { act: 'urge' } }));
  const urge = () =>
    cloud.invoke('request', 'actMany', { township: 'bh', acts }, { openid: 'bh-staff', key: newKey() });
  expect((await urge()).data).toMatchObject({ done: acts.map(({ request }) => ({ request })) });
  expect((await urge()).data).toMatchObject({ done: acts.map(() => ({ code: 'step-used' })) });
});

test('what was passed up stands before the district in the next minute, and no longer once it is answered', async () => {
  const waiting = async () => (await open('qu-district')).groups.find(({ group }) => group === 'passed-up');
  const before = (await waiting())?.count ?? 0;
  const { request } = await submit(cloud, 'for-the-district', { deputy: 'p5' });
  await mustStep(cloud, 'bh-staff', request, { act: 'keep' });
  await mustStep(cloud, 'bh-staff', request, { act: 'passUp', summary: '金丝雀：跨镇的水渠' });
  await cloud.control({ runTimers: true });
  const shown = await waiting();
  expect(shown?.count).toBe(before + 1);
  expect(shown?.rows).toContainEqual(
    expect.objectContaining({ id: request, title: '金丝雀：跨镇的水渠', village: '白鹤镇' }),
  );
  const stored = JSON.stringify([...cloud.database.exportDocuments('workbenches')]);
  expect(stored).toContain(request);
  expect(stored).not.toContain('金丝雀');
  const answer = { township: 'bh', request, words: '区里来修' };
  const said = await cloud.invoke('request', 'answerPassedUp', answer, {
    openid: 'qu-district',
    key: newKey(),
  });
  expect(said).toMatchObject({ ok: true });
  await cloud.control({ runTimers: true });
  expect((await waiting())?.count ?? 0).toBe(before);
});

test('where the minute has not counted yet today, opening counts for the district', async () => {
  const { request } = await submit(cloud, 'before-the-minute', { deputy: 'p5' });
  await mustStep(cloud, 'bh-staff', request, { act: 'keep' });
  await mustStep(cloud, 'bh-staff', request, { act: 'passUp', summary: '省道' });
  cloud.clock.set(cloud.clock.now() + 24 * 3_600_000);
  const titles = (await open('qu-district')).groups.flatMap(({ rows }) => rows.map(({ title }) => title));
  expect(titles).toContain('省道');
});
