/** One request through its states, by those who have it: villager, deputy, leader, office, unit, chief, presidium. */
import { reloadSample, startSampleCloud, type SampleCloud } from '../../support/sample-cloud';
import { newKey, submit, view } from './requests';
import { listAll, mustStep, relay, step, stored } from './steps';

jest.setTimeout(120_000);

let cloud: SampleCloud;
beforeAll(async () => {
  cloud = await startSampleCloud({ instancesPerFunction: 1 });
});
beforeEach(async () => {
  cloud.clock.set(Date.parse('2026-11-23T09:00:00+08:00'));
  await reloadSample(cloud);
});
afterAll(() => cloud.close());

const by = (request: string) => (openid: string, input: Parameters<typeof step>[3]) =>
  mustStep(cloud, openid, request, input);
const new5 = async (openid = 'asker') =>
  (await submit(cloud, openid, { deputy: 'p5', name: '某人' })).request;
const words = '写几句';

test('taken, proposed, assigned, accepted, answered, solved, rated', async () => {
  const request = await new5();
  const go = by(request);
  expect(await go('bh-p5', { act: 'take' })).toBe('contacting');
  expect(await go('bh-p5', { act: 'propose', words })).toBe('proposed');
  expect(await go('bh-staff', { act: 'assign', lead: 'u1', assist: ['u2'] })).toBe('assigned');
  expect(await go('bh-unit', { act: 'accept' })).toBe('accepted');
  await go('bh-unit-2', { act: 'assistReply', words });
  expect(await go('bh-unit', { act: 'reply', class: 'A', words: '修好了' })).toBe('confirming');
  const seen = await view(cloud, 'asker', request);
  expect(seen.replies).toMatchObject([{ class: 'A', words: '修好了', by: '交通建设办' }]);
  expect(seen.acts).toEqual(expect.arrayContaining(['solved', 'notSolved', 'disagree']));
  expect(await go('asker', { act: 'solved' })).toBe('closed');
  await go('asker', { act: 'rate', satisfaction: 'basic' });
  expect(await step(cloud, 'asker', request, { act: 'rate', satisfaction: 'satisfied' })).toMatchObject({
    code: 'step-used',
  });
  expect(stored(cloud, request)).toMatchObject({ outcome: 'solved', rating: { satisfaction: 'basic' } });
});

test('a promise stays on the ledger until it is answered a second time', async () => {
  const request = await new5();
  const go = by(request);
  await go('bh-p5', { act: 'propose', words });
  await go('bh-staff', { act: 'assign', lead: 'u1', assist: [] });
  expect(await step(cloud, 'bh-unit', request, { act: 'reply', class: 'B', words })).toMatchObject({
    code: 'bad-input',
    details: { field: 'step.doneBy' },
  });
  expect(await go('bh-unit', { act: 'reply', class: 'B', words, doneBy: '2026-12-20' })).toBe('promised');
  const ledger = () => listAll(cloud, 'bh-staff', 'listOffice', { queue: 'promises' });
  expect((await ledger()).map((each) => each.request)).toContain(request);
  expect(await go('bh-unit', { act: 'reply', class: 'A', words: '办好了' })).toBe('confirming');
  expect((await ledger()).map((each) => each.request)).not.toContain(request);
});

test('who disagrees with a promise is talked with; it goes on running, and nobody is asked before it is done', async () => {
  const request = await new5();
  const go = by(request);
  await go('bh-p5', { act: 'propose', words });
  await go('bh-staff', { act: 'assign', lead: 'u1', assist: [] });
  await go('bh-unit', { act: 'reply', class: 'B', words, doneBy: '2026-12-20' });
  expect(await go('asker', { act: 'disagree', words: '太晚了' })).toBe('face');
  expect(await go('bh-p5', { act: 'explain', words: '当面说了为什么要这么久' })).toBe('promised');
  expect(stored(cloud, request)).toMatchObject({
    promise: 'open',
    owner: { kind: 'unit' },
    due: '2026-12-20',
  });
  const { sentence, replies } = await view(cloud, 'asker', request);
  expect(sentence).not.toContain('解决了没有');
  expect(replies.map((reply) => reply.class)).toEqual(['B', 'D']);
  expect(await go('bh-unit', { act: 'reply', class: 'A', words: '办好了' })).toBe('confirming');
  expect(stored(cloud, request).promise).toBe('kept');
});

test('a promised day that passed during the talk is the next working day', async () => {
  const request = await new5();
  const go = by(request);
  await go('bh-p5', { act: 'propose', words });
  await go('bh-staff', { act: 'assign', lead: 'u1', assist: [] });
  await go('bh-unit', { act: 'reply', class: 'B', words, doneBy: '2026-11-24' });
  await go('asker', { act: 'disagree', words: '太晚了' });
  cloud.clock.set(Date.parse('2026-11-25T09:00:00+08:00'));
  expect(await go('bh-p5', { act: 'explain', words: '当面说了' })).toBe('promised');
  expect(stored(cloud, request).due).toBe('2026-11-26');
});

test('not solved twice is done again, the third time it is the presidium’s', async () => {
  const request = await new5();
  const go = by(request);
  await go('bh-p5', { act: 'take' });
  for (let n = 0; n < 2; n++) {
    await go('bh-p5', { act: 'explain', words });
    expect(await go('asker', { act: 'notSolved', words })).toBe('contacting');
  }
  await go('bh-p5', { act: 'explain', words });
  expect(await go('asker', { act: 'notSolved', words })).toBe('escalated');
  const list = await listAll(cloud, 'bh-p17', 'listOffice', { queue: 'escalated' });
  expect(list.map((each) => each.request)).toEqual([request]);
  expect(await go('bh-p17', { act: 'settle', then: 'redo', words })).toBe('proposed');
});

test('who disagrees hears it face to face, once', async () => {
  const request = await new5();
  const go = by(request);
  await go('bh-p5', { act: 'take' });
  await go('bh-p5', { act: 'explain', words });
  expect(await go('asker', { act: 'disagree', words })).toBe('face');
  expect(await go('bh-p5', { act: 'explain', words })).toBe('confirming');
  expect(await step(cloud, 'asker', request, { act: 'disagree', words })).toMatchObject({
    code: 'step-used',
  });
});

test('a unit returns once; what the chief rules is not returned', async () => {
  const request = await new5();
  const go = by(request);
  await go('bh-p5', { act: 'propose', words });
  await go('bh-staff', { act: 'assign', lead: 'u1', assist: [] });
  expect(await go('bh-unit', { act: 'return', words })).toBe('returned');
  expect(await go('bh-staff', { act: 'refer', words })).toBe('disputed');
  expect(
    await step(cloud, 'bh-staff', request, { act: 'rule', lead: 'u1', assist: [], words }),
  ).toMatchObject({
    code: 'not-allowed',
  });
  expect(await go('bh-p1', { act: 'rule', lead: 'u1', assist: [], words })).toBe('assigned');
  expect(await step(cloud, 'bh-unit', request, { act: 'return', words })).toMatchObject({
    code: 'step-used',
  });
  await go('bh-unit', { act: 'askExtension', until: '2026-12-28', words });
  await go('bh-p1', { act: 'grantExtension' });
  expect(stored(cloud, request)).toMatchObject({ due: '2026-12-28', extension: { state: 'granted' } });
});

test('the office keeps a deputy from a request that is about that deputy, for good', async () => {
  const request = await new5();
  const go = by(request);
  await go('bh-p5', { act: 'take' });
  await go('bh-staff', { act: 'reassign', recuses: true });
  const { owner, recused, group, deputy } = stored(cloud, request);
  expect({ recused, group: owner.group }).toEqual({ recused: ['p5'], group });
  expect(deputy).toBe(owner.person);
  expect(owner.person).not.toBe('p5');
  expect(await step(cloud, 'bh-staff', request, { act: 'reassign', to: 'p5' })).toMatchObject({
    code: 'cannot-own',
    details: { why: 'recused' },
  });
});

test('pausing keeps the working days that were left', async () => {
  const request = await new5();
  const go = by(request);
  await go('bh-p5', { act: 'take' });
  await go('bh-p1', { act: 'pause', until: '2026-12-01', words });
  expect(stored(cloud, request)).toMatchObject({ due: '2026-12-01', paused: { left: 3 } });
  await go('bh-staff', { act: 'resume' });
  expect(stored(cloud, request)).toMatchObject({ due: '2026-11-26' });
  expect(stored(cloud, request).paused).toBeUndefined();
});

test('untaken it goes to the leader, then to the office, once however often the relay runs', async () => {
  const request = await new5();
  const at = async (instant: string) => {
    cloud.clock.set(Date.parse(instant));
    for (let n = 0; n < 3; n++) await relay(cloud);
    return stored(cloud, request);
  };
  expect((await at('2026-11-25T23:59:00+08:00')).owner).toMatchObject({ kind: 'deputy', person: 'p5' });
  expect((await at('2026-11-26T00:00:00+08:00')).owner).toMatchObject({ kind: 'leader', person: 'p6' });
  const late = await at('2026-11-28T08:00:00+08:00');
  expect(late.owner).toMatchObject({ kind: 'office' });
  expect(late.steps.map(({ act }) => act)).toEqual(['submit', 'to-leader', 'to-office']);
  const gone = await at('2027-02-01T08:00:00+08:00');
  expect(gone.steps.filter(({ act }) => act === 'to-office')).toHaveLength(1);
});

test('a question that nobody answers closes as silent, which is no satisfaction', async () => {
  const request = await new5();
  await by(request)('bh-p5', { act: 'take' });
  await by(request)('bh-p5', { act: 'explain', words });
  cloud.clock.set(Date.parse('2026-12-20T08:00:00+08:00'));
  await relay(cloud);
  expect(stored(cloud, request)).toMatchObject({ state: 'closed', outcome: 'silent', open: false });
  expect(stored(cloud, request).rating).toBeUndefined();
});

describe('merging', () => {
  test('only into the older one; its companions are answered and end with it', async () => {
    const older = await new5('first');
    cloud.clock.set(cloud.clock.now() + 60_000);
    const younger = await new5('second');
    expect(await step(cloud, 'bh-staff', older, { act: 'merge', into: younger })).toMatchObject({
      code: 'not-older',
    });
    expect(await mustStep(cloud, 'bh-staff', younger, { act: 'merge', into: older })).toBe('merged');
    await relay(cloud);
    await relay(cloud);
    expect(stored(cloud, older).joinedCount).toBe(1);
    await mustStep(cloud, 'bh-p5', older, { act: 'explain', words: '说清了' });
    await relay(cloud);
    expect((await view(cloud, 'second', younger)).replies).toMatchObject([{ words: '说清了' }]);
    await mustStep(cloud, 'first', older, { act: 'solved' });
    await relay(cloud);
    expect(stored(cloud, younger)).toMatchObject({ state: 'closed', outcome: 'with-other' });
    expect(await mustStep(cloud, 'second', younger, { act: 'notSolved', words })).toBe('contacting');
  });

  test('a target that is over sends it back; unmerged it is no companion', async () => {
    const older = await new5('first');
    cloud.clock.set(cloud.clock.now() + 60_000);
    const [one, other] = [await new5('second'), await new5('third')];
    await mustStep(cloud, 'bh-staff', one, { act: 'merge', into: older });
    await relay(cloud);
    expect(await mustStep(cloud, 'bh-staff', one, { act: 'unmerge' })).toBe('submitted');
    await relay(cloud);
    expect(stored(cloud, older).joinedCount).toBe(0);
    await mustStep(cloud, 'bh-staff', other, { act: 'merge', into: older });
    await mustStep(cloud, 'first', older, { act: 'withdraw' });
    await relay(cloud);
    expect(stored(cloud, other)).toMatchObject({ state: 'submitted', owner: { person: 'p5' } });
  });
});

test('for somebody without a phone: a delivery task, then 代问 by whoever did not answer', async () => {
  const input = {
    township: 'bh',
    village: 'v4',
    category: 'road',
    kind: 'report',
    privacy: { hideName: false, notOwnVillage: false, publishable: false },
    photos: [],
    recordings: [],
    text: '桥栏杆断了',
    name: '柳大爷',
    livesIn: 'v4',
  };
  const key = newKey();
  const enter = () => cloud.invoke('request', 'submitFor', input, { openid: 'bh-helper', key });
  const entered = await enter();
  expect((await enter()).data).toEqual(entered.data);
  const { request } = entered.data as { request: string };
  expect(
    await cloud.invoke('request', 'get', { township: 'bh', request }, { openid: 'bh-helper' }),
  ).toMatchObject({
    code: 'not-found',
  });
  const foreign = { ...input, livesIn: 'v5' };
  expect(
    await cloud.invoke('request', 'submitFor', foreign, { openid: 'bh-helper', key: newKey() }),
  ).toMatchObject({ code: 'not-allowed' });
  const go = by(request);
  await go('bh-staff', { act: 'keep' });
  await go('bh-staff', { act: 'assign', lead: 'u1', assist: [] });
  expect(await go('bh-unit', { act: 'reply', class: 'D', words })).toBe('replied');
  const tasks = await listAll(cloud, 'bh-staff', 'listOffice', { queue: 'deliveries' });
  expect(tasks.map((each) => each.request)).toEqual([request]);
  await go('bh-staff', { act: 'planDelivery', who: '柳有田', how: 'visit', date: '2026-11-25' });
  expect(await go('bh-staff', { act: 'deliver', how: 'visit' })).toBe('confirming');
  expect(await go('bh-staff', { act: 'solved' })).toBe('closed');
  expect(stored(cloud, request).steps.at(-1)).toMatchObject({ act: 'solved', behalf: true });
});

test('who answered never asks how it was', async () => {
  const input = {
    township: 'bh',
    village: 'v4',
    category: 'road',
    kind: 'report',
    privacy: { hideName: false, notOwnVillage: false, publishable: false },
    photos: [],
    recordings: [],
    text: '桥栏杆断了',
    name: '柳大爷',
    livesIn: 'v4',
  };
  const entered = await cloud.invoke('request', 'submitFor', input, { openid: 'bh-staff', key: newKey() });
  const { request } = entered.data as { request: string };
  await by(request)('bh-staff', { act: 'keep' });
  await by(request)('bh-staff', { act: 'explain', words });
  expect(await step(cloud, 'bh-staff', request, { act: 'solved' })).toMatchObject({ code: 'not-by-handler' });
});
