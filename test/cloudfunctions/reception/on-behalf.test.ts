import type { DayView, Slip } from '../../../miniprogram/contract/reception';
import { DATE } from './support/days';
import { openDesk, type Desk } from './support/desk';
import { findFaults, newKey } from './support/reception';

jest.setTimeout(60_000);

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.reset());
afterAll(() => desk.close());

const refused = (code: string, details?: object) => ({ ok: false, code, ...(details && { details }) });
const enter = async (who = 'o-staff', own: object = {}) => {
  const answer = await desk.bookFor(who, own);
  expect(answer).toMatchObject({ ok: true });
  return answer.data as Slip;
};
const takeOver = (openid: string, slip: Slip, own: object = {}, key?: string) => {
  const { home, half, number, code } = slip;
  return desk.ask(openid, 'takeOver', { home, half, number, code, ...own }, key);
};

test('one admit, one write; who entered it and for which village stands in the booking, names do not', async () => {
  const answer = await desk.bookFor('o-helper');
  expect(answer).toMatchObject({ ok: true, cost: { calls: 2 } });
  const [own] = Object.values(desk.day().bookings);
  expect(Object.values(own ?? {})[0]).toMatchObject({ operator: 'p93', village: 'v1', openid: '' });
  expect(desk.day().history).toMatchObject([{ by: 'p93', act: 'book' }]);
  expect(JSON.stringify(desk.day())).not.toContain('柳奶奶');
  expect(findFaults(desk.day())).toEqual([]);
});

test('a helper enters for the own village alone, the office for all', async () => {
  expect(await desk.bookFor('o-helper', { village: 'v2' })).toMatchObject(refused('not-allowed'));
  expect(await desk.bookFor('o-chief', { village: 'v2' })).toMatchObject({ ok: true });
  expect(await desk.bookFor('o-p1')).toMatchObject(refused('not-allowed'));
});

test('the same person twice, whoever enters it; namesakes of another village or with a phone are others', async () => {
  await enter();
  expect(await desk.bookFor('o-helper', { name: '柳 奶奶' })).toMatchObject(refused('already-booked'));
  await enter('o-staff', { village: 'v2' });
  await enter('o-staff', { phone: '13900001234' });
  expect(await desk.book('o5', { name: '柳奶奶', phone: '13900001234' })).toMatchObject(
    refused('book-in-person'),
  );
});

test('an operator enters for more than three people', async () => {
  for (let n = 0; n < 6; n++) await enter('o-helper', { name: `村民${n}` });
  expect(findFaults(desk.day())).toEqual([]);
});

test('a repeated key enters once; with another body it is refused, for whomever', async () => {
  const key = newKey();
  const first = await desk.bookFor('o-staff', {}, key);
  expect((await desk.bookFor('o-staff', {}, key)).data).toEqual(first.data);
  expect(await desk.bookFor('o-staff', { name: '别人' }, key)).toMatchObject(refused('key-reused'));
});

test('cancelled by the helper of that village or the office, not by another, nor when taken over', async () => {
  const slip = await enter('o-staff', { village: 'v2' });
  const cancelFor = (who: string, { booking, place: from, keys }: Slip) =>
    desk.ask(who, 'cancelFor', { booking, from, keys });
  expect(await cancelFor('o-helper', slip)).toMatchObject(refused('not-found'));
  expect(await cancelFor('o-staff', slip)).toMatchObject({ ok: true, cost: { calls: 2 } });
  const own = await enter('o-staff', { name: '村民' });
  expect(await cancelFor('o-helper', own)).toMatchObject({ ok: true });
  const own2 = await desk.hold('o7', { place: 'h1-1430-1' });
  expect(await cancelFor('o-staff', own2)).toMatchObject(refused('not-found'));
  expect(findFaults(desk.day())).toEqual([]);
});

test('taken over with number and code: one read, one write for the try, one for the slip; number and code stay, then it is moved and cancelled', async () => {
  const slip = await enter('o-staff', { phone: '13900001234' });
  const answer = await takeOver('o9', slip, { code: slip.code.toLowerCase() });
  expect(answer).toMatchObject({ ok: true, cost: { calls: 3 } });
  const { mine } = (await desk.ask('o9', 'day')).data as DayView;
  const { booking } = answer.data as { booking: string };
  expect(mine).toMatchObject([{ booking, place: slip.place, code: slip.code, name: '柳奶奶' }]);
  expect(findFaults(desk.day())).toEqual([]);
  const [own] = mine;
  if (!own) throw new Error('no slip');
  expect(await desk.move('o9', own, 'h1-1430-1')).toMatchObject({ ok: true });
  expect(await desk.cancel('o9', { ...own, place: 'h1-1430-1' })).toMatchObject({ ok: true });
  expect(findFaults(desk.day())).toEqual([]);
  expect(desk.day().by).toEqual({});
});

test('whoever was taken over is not booked under the same account once more, nor taken over beside a booking', async () => {
  const taken = await enter();
  expect(await takeOver('o9', taken)).toMatchObject({ ok: true });
  const grandmother = { whom: 'family', name: '柳 奶奶' } as const;
  expect(await desk.book('o9', grandmother)).toMatchObject(refused('already-booked'));

  expect(await desk.book('o8', { whom: 'family', name: '王大爷' })).toMatchObject({ ok: true });
  const other = await enter('o-staff', { name: '王大爷' });
  expect(await takeOver('o8', other)).toMatchObject(refused('already-booked'));
  expect(findFaults(desk.day())).toEqual([]);
});

test('taken over once: the second phone hears that the code is wrong, the first one gets its answer again', async () => {
  const slip = await enter();
  const key = newKey();
  const first = await takeOver('o8', slip, {}, key);
  expect(await takeOver('o9', slip)).toMatchObject(refused('code-wrong', { left: 4 }));
  expect((await takeOver('o8', slip, {}, key)).data).toEqual(first.data);
});

test('five wrong codes lock the account for the day, the right one then helps no more; the same guess counts once', async () => {
  const slip = await enter();
  const wrong = (n: number) => ({ code: slip.code === `0000${n}` ? '99999' : `0000${n}` });
  for (const left of [4, 3, 2, 1, 0]) {
    await takeOver('o9', slip, wrong(left));
    expect(await takeOver('o9', slip, wrong(left))).toMatchObject(refused('code-wrong', { left }));
  }
  expect(await takeOver('o9', slip)).toMatchObject(refused('code-locked'));
  expect(await takeOver('o8', slip)).toMatchObject({ ok: true });
});

test('guesses under one key, at one instant, are five together; the right one among later ones opens nothing', async () => {
  const slip = await enter();
  const key = newKey();
  const guesses = Array.from({ length: 30 }, (_, n) => `1${String(n).padStart(4, '0')}`);
  const tried = await Promise.all(guesses.map((code) => takeOver('o9', slip, { code }, key)));
  const looked = tried.filter(({ code }) => code === 'code-wrong');
  expect(looked.length).toBeGreaterThan(0);
  expect(looked.length).toBeLessThanOrEqual(5);
  expect(await takeOver('o9', slip, {}, key)).toMatchObject(refused('code-locked'));
  expect(await takeOver('o8', slip)).toMatchObject({ ok: true });
});

test('somebody’s own booking cannot be taken over, not even with its code', async () => {
  const slip = await desk.hold('o1');
  expect(await takeOver('o9', slip)).toMatchObject(refused('code-wrong'));
});

test('two phones take over at once: one has it', async () => {
  const slip = await enter();
  const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => takeOver(`t${n}`, slip)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(desk.day().date).toBe(DATE);
  expect(findFaults(desk.day(), 'uncounted')).toEqual([]);
});
