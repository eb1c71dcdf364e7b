/** Promised visits: from the desk and from a visit, until the visit is noted. */
import type { FactDay } from '../../../cloudfunctions/duty/ledger/rules/facts-of-day';
import { promisesOfDay } from '../../../cloudfunctions/duty/promises/rules/promise';
import type { StoredPromise } from '../../../cloudfunctions/duty/promises/store';
import { sendDigest } from '../../../cloudfunctions/notify/reminders/send-digest';
import { decryptField } from '../../../cloudfunctions/shared/cipher';
import { main as overview } from '../../../cloudfunctions/overview/index';
import type { ActivityInput } from '../../../miniprogram/contract/duty';
import type { TodayView } from '../../../miniprogram/contract/overview';
import { DEPUTY, openDuty, OTHER, TOWNSHIP, type Duty } from './support';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

let duty: Duty;
beforeEach(async () => {
  duty = await openDuty({ overview });
});

const visit = (changes: Partial<ActivityInput> = {}): ActivityInput => ({
  kind: 'household-visit',
  date: '2026-11-20',
  village: 'v4',
  household: { name: '周大山' },
  ...changes,
});

const promises = () => duty.cloud.documents<StoredPromise>('promises');

async function promisesOf(openid: string): Promise<TodayView['promises']> {
  const answer = await duty.cloud.invoke('overview', 'today', { township: TOWNSHIP }, { openid });
  return (answer.data as TodayView).promises;
}

test('a visit that promises another one waits on 今日待办 until that one is noted, and again once it is withdrawn', async () => {
  await duty.note(DEPUTY, visit({ promised: '2026-11-25' }));
  await duty.relay();
  const [first] = await promisesOf(DEPUTY);
  expect(first).toMatchObject({ agreed: '2026-11-20', due: '2026-11-25', village: 'v4', name: '周大山' });
  expect(JSON.stringify(promises())).not.toContain('周大山');
  const { activity } = await duty.note(DEPUTY, visit({ date: '2026-11-23', keeps: first?.promise ?? '' }));
  await duty.relay();
  expect(await promisesOf(DEPUTY)).toEqual([]);
  await duty.act(DEPUTY, 'withdraw', { activity, reason: '记错了' });
  await duty.relay();
  expect(await promisesOf(DEPUTY)).toHaveLength(1);
});

test('nobody keeps what another promised', async () => {
  await duty.note(DEPUTY, visit({ promised: '2026-11-25' }));
  await duty.relay();
  const [first] = await promisesOf(DEPUTY);
  await duty.note(OTHER, visit({ date: '2026-11-23', keeps: first?.promise ?? '' }));
  await duty.relay();
  expect(await promisesOf(DEPUTY)).toHaveLength(1);
  expect(await promisesOf(OTHER)).toEqual([]);
});

test('it follows its visit: another date, no promise any more, withdrawn', async () => {
  const { activity } = await duty.note(DEPUTY, visit({ promised: '2026-11-25' }));
  await duty.relay();
  await duty.act(DEPUTY, 'correct', { activity, edition: 1, to: visit({ promised: '2026-11-27' }) });
  await duty.relay();
  expect(await promisesOf(DEPUTY)).toMatchObject([{ due: '2026-11-27' }]);
  await duty.act(DEPUTY, 'withdraw', { activity, reason: '记错了' });
  await duty.relay();
  expect(promises()).toEqual([]);
});

test('only a visit keeps a promise', async () => {
  const help = { kind: 'help', date: '2026-11-20', title: '办事', keeps: 'bh~0123456789abcdef' };
  expect(await duty.act(DEPUTY, 'note', { activity: help })).toMatchObject({
    code: 'bad-input',
    details: { field: 'activity.keeps' },
  });
});

test('what the desk agreed is due by working days, and is the receiver’s of that seat', () => {
  const [day] = duty.cloud.documents<FactDay & { _id: string }>('days');
  if (!day) throw new Error('the sample has no day');
  const stored = { state: 'booked', p: '', whom: 'self', name: 'sealed', keys: '', openid: '', at: 0 };
  const booking = `${'1'.repeat(16)}-b${'1'.repeat(8)}`;
  const met = {
    ...day,
    date: '2026-11-05',
    state: 'published',
    seats: { 'h1-am-1': { person: 'p5', name: '马', deputy: true, level: 'town' } },
    plan: { 'h1-0830-1': 'h1-am-1' },
    place: { 'h1-0830-1': booking },
    bookings: { ['1'.repeat(16)]: { [`b${'1'.repeat(8)}`]: stored } },
    visits: { 'h1-0830-1': { s: 'met', o: 'visit' } },
  } as unknown as FactDay;
  const dueFrom = (date: string) => (date === '2026-11-05' ? '2026-11-19' : '');
  expect(promisesOfDay(met, dueFrom)).toEqual([
    { part: booking, person: 'p5', agreed: '2026-11-05', due: '2026-11-19', name: 'sealed' },
  ]);
  const became = (changes: object) =>
    promisesOfDay({ ...met, visits: { 'h1-0830-1': { s: 'met', o: 'visit', ...changes } } }, dueFrom);
  expect(became({ r: 'bh~matter' })).toEqual([]);
  expect(became({ o: 'explained' })).toEqual([]);
  expect(became({ s: 'no-show' })).toEqual([]);
});

test('is in the morning’s one message from the working day before it is due', async () => {
  await duty.note(DEPUTY, visit({ promised: '2026-11-26' }));
  await duty.relay();
  const told = () =>
    duty.cloud
      .documents<{ title: string; words: string }>('inbox')
      .filter(({ title }) => decryptField(title) === '今天要办的事').length;
  for (const collection of ['requests', 'inbox']) duty.cloud.replace(collection, []);
  const morning = (date: string) => sendDigest(TOWNSHIP, date, Date.parse(`${date}T08:00:00+08:00`));
  await morning('2026-11-24');
  expect(told()).toBe(0);
  await morning('2026-11-25');
  expect(told()).toBe(1);
});
