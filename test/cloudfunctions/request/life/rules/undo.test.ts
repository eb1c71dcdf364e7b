/** Before a unit answered the office may take the task back or give it to another one: unit, clock and history follow. */
import { main as requests } from '../../../../../cloudfunctions/request/index';
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
beforeAll(async () => {
  cloud = await startInProcess({ request: requests });
});
beforeEach(async () => {
  cloud.replace('requests', []);
  cloud.clock.set(Date.parse('2026-11-23T09:00:00+08:00'));
  const asked = await cloud.invoke('request', 'submit', submission({ deputy: 'p5' }), {
    openid: 'asker',
    key: newKey(),
  });
  ({ request } = asked.data as { request: string });
});

const words = '写几句';
const act = (openid: string, step: StepInput) =>
  cloud.invoke('request', 'act', { township: 'bh', request, step }, { openid, key: newKey() });
async function must(openid: string, step: StepInput): Promise<void> {
  expect(await act(openid, step)).toMatchObject({ ok: true });
}
async function assigned(): Promise<void> {
  await must('bh-p5', { act: 'propose', words });
  await must('bh-staff', { act: 'assign', lead: 'u1', assist: ['u2'] });
}
const stored = () => cloud.documents<RequestDocument & { outbox: OutboxEntry[] }>('requests')[0];
const view = async (openid: string) => {
  const seen = await cloud.invoke('request', 'get', { township: 'bh', request }, { openid });
  return seen.ok ? (seen.data as RequestView) : seen.code;
};

test('taken back it is the office’s again, with its days to decide; the units know it no more', async () => {
  await assigned();
  await must('bh-unit', { act: 'accept' });
  await must('bh-staff', { act: 'takeBack', words });
  expect(stored()).toMatchObject({
    state: 'proposed',
    owner: { kind: 'office' },
    lead: '',
    due: '2026-11-30',
  });
  expect(stored()?.assists).toBeUndefined();
  expect(stored()?.outbox.at(-1)).toMatchObject({
    event: 'request-taken-back',
    about: { hadUnits: 'u1 u2' },
  });
  expect([await view('bh-unit'), await view('bh-unit-2')]).toEqual(['not-found', 'not-found']);
  expect(await view('asker')).toMatchObject({ acts: ['withdraw', 'supplement'], nextDate: '2026-11-30' });
  await must('bh-staff', { act: 'assign', lead: 'u3', assist: [] });
  expect(stored()).toMatchObject({ state: 'assigned', lead: 'u3', returnBy: '2026-11-30' });
});

test('another unit has all its days from the day it came; one that goes on assisting keeps what it said', async () => {
  await assigned();
  await must('bh-unit-2', { act: 'assistReply', words: '路灯归我们管' });
  await must('bh-unit', { act: 'askExtension', until: '2026-12-28', words });
  const first = stored()?.due ?? '';
  cloud.clock.set(Date.parse('2026-11-25T09:00:00+08:00'));
  expect(await act('bh-staff', { act: 'changeUnit', lead: 'u1', assist: [] })).toMatchObject({
    code: 'bad-input',
  });
  await must('bh-staff', { act: 'changeUnit', lead: 'u3', assist: ['u2'] });
  const { due = '', lead, assists, extension, outbox } = stored() ?? {};
  expect({ lead, later: due > first, words: assists?.['u2']?.words !== undefined }).toEqual({
    lead: 'u3',
    later: true,
    words: true,
  });
  expect(extension).toBeUndefined();
  expect(outbox?.at(-1)).toMatchObject({
    event: 'request-unit-changed',
    about: { unit: 'u3', hadUnits: 'u1' },
  });
  expect(await view('bh-unit')).toBe('not-found');
  expect((await view('asker')) as RequestView).toMatchObject({ unit: expect.any(String) as string });
});

test('not after a reply, and what the chief ruled the chief alone places anew', async () => {
  await assigned();
  await must('bh-unit', { act: 'return', words });
  await must('bh-staff', { act: 'refer', words });
  await must('bh-p1', { act: 'rule', lead: 'u1', assist: [], words });
  expect((await view('bh-staff')) as RequestView).not.toMatchObject({
    acts: expect.arrayContaining(['takeBack']) as string[],
  });
  expect(await act('bh-staff', { act: 'changeUnit', lead: 'u3', assist: [] })).toMatchObject({ ok: false });
  await must('bh-p1', { act: 'changeUnit', lead: 'u3', assist: [] });
  expect(await act('bh-staff', { act: 'takeBack', words })).toMatchObject({ ok: false });
  expect(stored()).toMatchObject({ state: 'assigned', lead: 'u3', ruled: true });
  cloud.replace('requests', [{ ...stored(), lead: 'u1' }]);
  await must('bh-unit', { act: 'reply', class: 'A', words });
  expect(await act('bh-p1', { act: 'takeBack', words })).toMatchObject({ code: 'wrong-state' });
});

test('what the chief ruled before any unit had it nobody returns, whichever unit the chief then chooses', async () => {
  await must('bh-p5', { act: 'propose', words });
  await must('bh-staff', { act: 'refer', words });
  await must('bh-p1', { act: 'rule', lead: 'u3', assist: [], words });
  await must('bh-p1', { act: 'changeUnit', lead: 'u1', assist: [] });
  expect(await act('bh-unit', { act: 'return', words })).toMatchObject({ code: 'step-used' });
});
