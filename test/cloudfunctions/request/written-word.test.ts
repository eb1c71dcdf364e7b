/** 登记回执 and the written word where a complaint or claim went, within fifteen calendar days (信访工作条例 §23). */
import type { RequestDocument } from '../../../cloudfunctions/request/rules/request-document';
import { reloadSample, startSampleCloud, type SampleCloud } from '../../support/sample-cloud';
import { newKey, submission, submit, view } from './requests';
import { listAll, mustStep, relay, step, stored } from './steps';

jest.setTimeout(60_000);

let cloud: SampleCloud;
beforeAll(async () => {
  cloud = await startSampleCloud({ instancesPerFunction: 1 });
});
beforeEach(async () => {
  cloud.clock.set(Date.parse('2026-11-23T09:00:00+08:00'));
  await reloadSample(cloud);
});
afterAll(() => cloud.close());

const BY = '2026-12-08';
const words = '写几句';
const owed = async () =>
  (await listAll(cloud, 'bh-staff', 'listOffice', { queue: 'to-tell' })).map(({ request }) => request);
const at = (day: string) => {
  cloud.clock.set(Date.parse(`${day}T09:00:00+08:00`));
};

async function enterOnPaper(): Promise<string> {
  const input = { ...submission({ name: '柳大爷' }), livesIn: 'v4' };
  const entered = await cloud.invoke('request', 'submitFor', input, { openid: 'bh-helper', key: newKey() });
  return (entered.data as { request: string }).request;
}

test('a complaint owes a written word, a question and a suggestion owe an answer', async () => {
  const { request } = await submit(cloud, 'asker');
  expect((await view(cloud, 'asker', request)).word).toEqual({ by: BY });
  expect((await view(cloud, 'bh-staff', request)).word).toEqual({ by: BY });
  for (const kind of ['consult', 'suggest'] as const) {
    const other = await submit(cloud, 'asker', { kind });
    expect((await view(cloud, 'asker', other.request)).word).toBeUndefined();
  }
});

test('the office is reminded five days before, and until it is told, late ones in red', async () => {
  const request = await enterOnPaper();
  await mustStep(cloud, 'bh-staff', request, { act: 'outOfScope', door: 'court', words: '请到法院立案庭。' });
  at('2026-12-02');
  expect(await owed()).not.toContain(request);
  at('2026-12-03');
  expect(await owed()).toContain(request);
  at('2026-12-09');
  const [late] = (await listAll(cloud, 'bh-staff', 'listOffice', { queue: 'to-tell' })).filter(
    (each) => each.request === request,
  );
  expect(late).toMatchObject({ colour: 'red', tellBy: BY });
  await relay(cloud);
  const desk = await cloud.invoke('overview', 'workbench', { township: 'bh' }, { openid: 'bh-staff' });
  const { groups } = desk.data as { groups: { group: string; count: number }[] };
  const waiting = await listAll(cloud, 'bh-staff', 'listOffice', { queue: 'to-tell' });
  expect(groups.find(({ group }) => group === 'to-tell')?.count).toBe(waiting.length);
});

test('on paper it is told by a step of its own, once, from whatever state; it stays with the request', async () => {
  const request = await enterOnPaper();
  await mustStep(cloud, 'bh-staff', request, { act: 'outOfScope', door: 'court', words: '请到法院立案庭。' });
  const told = { act: 'tellWhere', way: 'posted', words: '这件事归法院管。' } as const;
  await mustStep(cloud, 'bh-staff', request, told);
  expect(stored(cloud, request)).toMatchObject({
    state: 'out-of-scope',
    word: { by: BY, told: { on: '2026-11-23', way: 'posted' } },
  });
  expect(await step(cloud, 'bh-staff', request, told)).toMatchObject({ code: 'step-used' });
  at('2026-12-07');
  expect(await owed()).not.toContain(request);
});

test.each<[string, (request: string) => Promise<unknown>]>([
  ['assigned', (request) => mustStep(cloud, 'bh-staff', request, { act: 'assign', lead: 'u1', assist: [] })],
  ['passed up', (request) => mustStep(cloud, 'bh-staff', request, { act: 'passUp', summary: words })],
  [
    'out of scope',
    (request) => mustStep(cloud, 'bh-staff', request, { act: 'outOfScope', door: 'court', words }),
  ],
  ['explained', (request) => mustStep(cloud, 'bh-staff', request, { act: 'explain', words })],
])('whoever has the app has the written word there when it is %s', async (_name, go) => {
  const { request } = await submit(cloud, 'asker');
  const before = await enterOnPaper();
  for (const id of [request, before]) {
    await mustStep(cloud, 'bh-staff', id, { act: 'keep' });
    await go(id);
  }
  expect((await view(cloud, 'asker', request)).word).toMatchObject({ told: { way: 'app' } });
  // The paper is still owed.
  expect(stored(cloud, before).word).toEqual({ by: BY });
  at('2026-12-07');
  const list = await owed();
  expect([list.includes(before), list.includes(request)]).toEqual([true, false]);
});

test('what is withdrawn owes nothing; in what is made bare nobody is left to be told', async () => {
  const { request } = await submit(cloud, 'asker');
  await mustStep(cloud, 'asker', request, { act: 'withdraw' });
  expect(stored(cloud, request) as Partial<RequestDocument>).not.toHaveProperty('word');
});
