/** Through the township government, where the setting says so: it names the unit, and signs what the asker then reads. */
import { main as requests } from '../../../../../cloudfunctions/request/index';
import type { Directory } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import type { RequestDocument } from '../../../../../cloudfunctions/request/rules/request-document';
import type { OutboxEntry } from '../../../../../cloudfunctions/shared/outbox';
import type { StepInput } from '../../../../../miniprogram/contract/request-life';
import type { RequestView } from '../../../../../miniprogram/contract/request';
import { startInProcess, type InProcessCloud } from '../../../../support/in-process';
import { newKey, submission } from '../../requests';

jest.mock('../../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../../support/memory-database'),
);

let cloud: InProcessCloud;
let request: string;
/** 镇政府 is the second unit of the sample, whose clerk is bh-unit-2. */
async function begin(settings: object): Promise<void> {
  const books = cloud.documents<Directory>('townships').map((directory) => ({ ...directory, settings }));
  cloud.replace('townships', books);
  cloud.replace('requests', []);
  // Beyond the minute for which an instance remembers the directory.
  cloud.clock.set(cloud.clock.now() + 120_000);
  const asker = { openid: 'asker', key: newKey() };
  const asked = await cloud.invoke('request', 'submit', submission({ deputy: 'p5' }), asker);
  ({ request } = asked.data as { request: string });
  await must('bh-p5', { act: 'propose', words });
}
beforeAll(async () => {
  cloud = await startInProcess({ request: requests });
  cloud.clock.set(Date.parse('2026-11-23T09:00:00+08:00'));
});

const words = '写几句';
const act = (openid: string, step: StepInput) =>
  cloud.invoke('request', 'act', { township: 'bh', request, step }, { openid, key: newKey() });
async function must(openid: string, step: StepInput): Promise<void> {
  expect(await act(openid, step)).toMatchObject({ ok: true });
}
const stored = () => cloud.documents<RequestDocument & { outbox: OutboxEntry[] }>('requests')[0];
const view = async (openid: string) => {
  const seen = await cloud.invoke('request', 'get', { township: 'bh', request }, { openid });
  return seen.ok ? (seen.data as RequestView) : seen.code;
};
const through = { requestWay: 'government', governmentUnit: 'u2' };

test('the government names the unit and signs; before that the asker reads nothing of the draft', async () => {
  await begin(through);
  await must('bh-staff', { act: 'assign', lead: 'u1', assist: [] });
  expect(stored()).toMatchObject({ state: 'entrusted', lead: 'u2', due: '2026-11-30' });
  expect(await view('bh-unit')).toBe('not-found');
  await must('bh-unit-2', { act: 'nameUnit', lead: 'u1', assist: [] });
  expect(stored()).toMatchObject({ state: 'assigned', lead: 'u1', through: 'u2' });
  expect(await act('bh-unit', { act: 'reply', class: 'A', words })).toMatchObject({ ok: false });
  await must('bh-unit', { act: 'draftReply', class: 'A', words: '第一稿' });
  expect(stored()).toMatchObject({ state: 'signing', lead: 'u2', under: 'u1' });
  const asked = (await view('asker')) as RequestView;
  expect(JSON.stringify(asked)).not.toContain('第一稿');
  expect(asked.replies).toEqual([]);
  expect(JSON.stringify(await view('bh-unit-2'))).toContain('第一稿');
  await must('bh-unit-2', { act: 'sendDraftBack', words: '写明哪天修好' });
  expect(stored()).toMatchObject({ state: 'accepted', lead: 'u1' });
  expect(stored()?.draft).toBeUndefined();
  await must('bh-unit', { act: 'draftReply', class: 'A', words: '第二稿' });
  await must('bh-unit-2', { act: 'sign' });
  expect(stored()).toMatchObject({ state: 'confirming', lead: 'u1', through: 'u2' });
  const read = (await view('asker')) as RequestView;
  expect(read.replies).toMatchObject([{ class: 'A', words: '第二稿', by: '交通建设办' }]);
  expect(read.acts).toEqual(expect.arrayContaining(['solved', 'notSolved']));
});

test('the government may send it back, may keep it itself, and the office may take it back', async () => {
  await begin(through);
  await must('bh-staff', { act: 'assign', lead: 'u1', assist: [] });
  await must('bh-staff', { act: 'takeBack', words });
  expect(stored()?.through).toBeUndefined();
  await must('bh-staff', { act: 'assign', lead: 'u1', assist: [] });
  await must('bh-unit-2', { act: 'nameUnit', lead: 'u2', assist: [] });
  expect(stored()?.through).toBeUndefined();
  await must('bh-unit-2', { act: 'return', words });
  await must('bh-staff', { act: 'assign', lead: 'u1', assist: [] });
  expect(await act('bh-unit-2', { act: 'return', words })).toMatchObject({ code: 'step-used' });
});

test('given to the government after another unit had it, it answers by itself: nobody signs what they wrote', async () => {
  await begin(through);
  await must('bh-staff', { act: 'assign', lead: 'u1', assist: [] });
  await must('bh-unit-2', { act: 'nameUnit', lead: 'u1', assist: [] });
  await must('bh-staff', { act: 'changeUnit', lead: 'u2', assist: [] });
  expect(stored()).toMatchObject({ state: 'assigned', lead: 'u2' });
  expect(stored()?.through).toBeUndefined();
  await must('bh-unit-2', { act: 'reply', class: 'A', words });
  expect(stored()?.state).toBe('confirming');
});

test.each<StepInput>([
  { act: 'accept' },
  { act: 'reply', class: 'A', words },
  { act: 'draftReply', class: 'A', words },
  { act: 'assistReply', words },
])('a unit that has nothing to do with it is not told that it exists: $act', async (step) => {
  await begin({});
  await must('bh-staff', { act: 'assign', lead: 'u3', assist: [] });
  expect(await act('bh-unit', step)).toMatchObject({ code: 'not-found' });
});

test('straight, the usual way: the unit answers by itself, and the government has a copy to read', async () => {
  await begin({ governmentUnit: 'u2' });
  await must('bh-staff', { act: 'assign', lead: 'u1', assist: [] });
  expect(stored()).toMatchObject({ state: 'assigned', lead: 'u1', copy: 'u2' });
  expect(await view('bh-unit-2')).toMatchObject({ reader: 'unit', acts: [] });
  expect(await act('bh-unit', { act: 'draftReply', class: 'A', words })).toMatchObject({ ok: false });
  await must('bh-unit', { act: 'reply', class: 'A', words });
  expect(stored()?.state).toBe('confirming');
});

test('the office sets by when a unit answers: sooner as it likes, later with a reason, never beyond the rule', async () => {
  await begin({});
  const { replyDays } = (await view('bh-staff')) as RequestView;
  expect(replyDays).toEqual({ first: '2026-11-24', usual: '2026-12-14', latest: '2027-01-05' });
  expect(((await view('bh-p5')) as RequestView).replyDays).toBeUndefined();
  const assign = (replyBy: string, why?: string) =>
    act('bh-staff', {
      act: 'assign',
      lead: 'u1',
      assist: [],
      replyBy,
      ...(why !== undefined && { words: why }),
    });
  for (const day of ['2026-11-23', '2027-01-06'])
    expect(await assign(day, words)).toMatchObject({ code: 'bad-input', details: { field: 'step.replyBy' } });
  expect(await assign('2026-12-20')).toMatchObject({ code: 'bad-input', details: { field: 'step.words' } });
  expect(await assign('2026-12-20', '要等管道到货')).toMatchObject({ ok: true });
  expect(stored()).toMatchObject({ due: '2026-12-20', assigned: { replyBy: '2026-12-20', fixed: true } });
  expect(await view('bh-unit')).toMatchObject({ assignment: { replyBy: '2026-12-20' } });

  await begin({});
  expect(await assign('2026-11-30')).toMatchObject({ ok: true });
  expect(stored()?.due).toBe('2026-11-30');
});

test('through the government the day that the office set is the named unit’s', async () => {
  await begin(through);
  await must('bh-staff', { act: 'assign', lead: 'u1', assist: [], replyBy: '2026-12-08' });
  expect(stored()).toMatchObject({ state: 'entrusted', due: '2026-11-30' });
  await must('bh-unit-2', { act: 'nameUnit', lead: 'u1', assist: [] });
  expect(stored()).toMatchObject({ state: 'assigned', due: '2026-12-08' });

  // Of the usual days the unit has all, from the day on which it was named.
  await begin(through);
  await must('bh-staff', { act: 'assign', lead: 'u1', assist: [] });
  cloud.clock.set(cloud.clock.now() + 86_400_000);
  await must('bh-unit-2', { act: 'nameUnit', lead: 'u1', assist: [] });
  expect(stored()?.due).toBe('2026-12-15');
});

describe('a unit that the county runs', () => {
  /** The first unit of the sample is now one of those. */
  async function beginCounty(settings: object): Promise<void> {
    await begin(settings);
    const books = cloud.documents<Partial<Directory>>('townships').map((directory) => {
      const units = directory.units?.map((unit) => (unit.id === 'u1' ? { ...unit, county: true } : unit));
      return units ? { ...directory, units } : directory;
    });
    cloud.replace('townships', books);
    cloud.clock.set(cloud.clock.now() + 120_000);
  }

  test('gets a matter through the government alone, whatever the township’s usual way is', async () => {
    await beginCounty({ requestWay: 'straight', governmentUnit: 'u2' });
    await must('bh-staff', { act: 'assign', lead: 'u1', assist: [] });
    expect(stored()).toMatchObject({ state: 'entrusted', lead: 'u2', through: 'u2' });
    await must('bh-unit-2', { act: 'nameUnit', lead: 'u1', assist: [] });
    expect(stored()).toMatchObject({ state: 'assigned', lead: 'u1', through: 'u2' });
  });

  test('where nobody stands for the government it is refused by name, as lead and as assisting, and passed up', async () => {
    await beginCounty({});
    const refused = { code: 'county-unit', details: { unit: '交通建设办' } };
    expect(await act('bh-staff', { act: 'assign', lead: 'u1', assist: [] })).toMatchObject(refused);
    expect(await act('bh-staff', { act: 'assign', lead: 'u3', assist: ['u1'] })).toMatchObject(refused);
    expect(stored()?.state).toBe('proposed');
    await must('bh-staff', { act: 'passUp', summary: words });
    expect(stored()?.state).toBe('passed-up');
  });

  test('what went straight to another unit is not given to it later on, and the chair does not rule it there', async () => {
    await beginCounty({ governmentUnit: 'u2' });
    await must('bh-staff', { act: 'assign', lead: 'u3', assist: [] });
    expect(await act('bh-staff', { act: 'changeUnit', lead: 'u1', assist: [] })).toMatchObject({
      code: 'county-unit',
    });
    await must('bh-staff', { act: 'takeBack', words });
    await must('bh-staff', { act: 'refer', words });
    const ruling: StepInput = { act: 'rule', lead: 'u1', assist: [], words };
    expect(await act('bh-p1', ruling)).toMatchObject({ code: 'county-unit' });
  });
});
