import type { DeskRow, VisitState } from '../../../miniprogram/contract/desk';
import type { Slip } from '../../../miniprogram/contract/reception';
import { DATE, makeDay } from './support/days';
import { bookAndCome, DAY_MORNING, openDesk, type Desk } from './support/desk';
import { findFaults, newKey } from './support/reception';

jest.setTimeout(60_000);

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.reset());
afterAll(() => desk.close());

const refused = (code: string, details?: object) => ({ ok: false, code, ...(details && { details }) });

describe('a visit, step by step', () => {
  test('check-in: one admit, one write; another desk that was slower: one read more, and told the state now', async () => {
    const slip = await bookAndCome(desk);
    expect(await desk.step('o-staff', slip, 'booked', 'arrived')).toMatchObject({
      ok: true,
      data: { booking: slip.booking, state: 'arrived' },
      cost: { calls: 2 },
    });
    const later = await desk.step('o-staff2', slip, 'booked', 'no-show');
    expect(later).toMatchObject({ ...refused('visit-changed', { state: 'arrived' }), cost: { calls: 3 } });
    expect(desk.day().visits).toEqual({ [slip.place]: { s: 'arrived', a: expect.any(Number) as number } });
    expect(findFaults(desk.day())).toEqual([]);
  });

  test('the whole course, with the outcome and a note that nobody finds in the clear', async () => {
    const slip = await bookAndCome(desk);
    const course: VisitState[] = ['booked', 'arrived', 'called', 'talking'];
    for (let n = 1; n < course.length; n++) {
      const step = [course[n - 1], course[n]] as [VisitState, VisitState];
      expect(await desk.step('o-staff', slip, ...step)).toMatchObject({ ok: true });
      await desk.control({ clock: { advanceMs: 60_000 } });
    }
    const own = { outcome: 'visit', words: '下周二上门看水渠' };
    expect(await desk.step('o-staff', slip, 'talking', 'met', own)).toMatchObject({ ok: true });
    const at = Date.parse(DAY_MORNING);
    const visit = desk.day().visits?.[slip.place];
    expect(visit).toMatchObject({ s: 'met', o: 'visit' });
    for (const [n, key] of (['a', 'c', 't', 'e'] as const).entries())
      expect(Math.abs((visit?.[key] ?? 0) - at - n * 60_000)).toBeLessThan(20_000);
    expect(JSON.stringify(desk.day())).not.toContain('水渠');
    const found = await desk.ask('o-staff', 'findVisitor', { text: '1' });
    expect(found.data).toMatchObject({ rows: [{ words: own.words, outcome: 'visit', state: 'met' }] });
  });

  test('back steps take their instants with them; booked again leaves nothing', async () => {
    const slip = await bookAndCome(desk);
    await desk.step('o-staff', slip, 'booked', 'talking');
    await desk.step('o-staff', slip, 'talking', 'arrived');
    expect(Object.keys(desk.day().visits?.[slip.place] ?? {}).sort()).toEqual(['a', 's']);
    await desk.step('o-staff', slip, 'arrived', 'booked');
    expect(desk.day().visits).toEqual({});
  });

  test('a key that comes again is one act; after there and back it does not act anew; with another body it is refused', async () => {
    const slip = await bookAndCome(desk);
    const key = newKey();
    const arrive = () => desk.step('o-staff', slip, 'booked', 'arrived', {}, key);
    const first = await arrive();
    expect((await arrive()).data).toEqual(first.data);
    await desk.step('o-staff', slip, 'arrived', 'booked');
    const { rev } = desk.day();
    expect(await arrive()).toMatchObject({ ok: true });
    expect(desk.day()).toMatchObject({ rev, visits: {} });
    expect(await desk.step('o-staff', slip, 'booked', 'no-show', {}, key)).toMatchObject(
      refused('key-reused'),
    );
  });

  test('ten desks check the same visitor in at once: one does, nine are told', async () => {
    const slip = await bookAndCome(desk);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        desk.step(n % 2 ? 'o-staff' : 'o-chief', slip, 'booked', 'arrived'),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'visit-changed')).toHaveLength(9);
    expect(desk.day().seen?.[slip.place]).toHaveLength(1);
  });

  test('nobody arrives on the evening before, everybody may from 00:00 China time on', async () => {
    const slip = await desk.hold('o1');
    await desk.setClock('2026-12-06T23:59:00+08:00');
    expect(await desk.step('o-staff', slip, 'booked', 'arrived')).toMatchObject(refused('not-today'));
    await desk.setClock('2026-12-07T00:00:00+08:00');
    expect(await desk.step('o-staff', slip, 'booked', 'arrived')).toMatchObject({ ok: true });
  });

  test.each([
    ['waits for nothing', 'booked', 'met', {}],
    ['came already', 'met', 'arrived', {}],
    ['an outcome without an end', 'booked', 'arrived', { outcome: 'visit' }],
    ['a seat of another half-day', 'booked', 'arrived', { seat: 'h1-pm-1' }],
  ] as const)('a step that is none: %s', async (_, from, to, own) => {
    const slip = await bookAndCome(desk);
    expect(await desk.step('o-staff', slip, from, to, own)).toMatchObject(refused('bad-input'));
  });

  test('whoever has come can neither cancel nor move, though booking is still open', async () => {
    await desk.replaceDay(makeDay({ settings: { closing: { daysBefore: 0, time: '08:30' } } }));
    const slip = await bookAndCome(desk);
    await desk.step('o-staff', slip, 'booked', 'arrived');
    expect(await desk.cancel('o1', slip)).toMatchObject(refused('booking-changed'));
    expect(await desk.move('o1', slip, 'h1-1430-1')).toMatchObject(refused('booking-changed'));
    await desk.step('o-staff', slip, 'arrived', 'booked');
    expect(await desk.move('o1', slip, 'h1-1430-1')).toMatchObject({ ok: true });
  });

  test('a place that has gone to somebody else in the meantime is not checked in', async () => {
    const slip = await desk.hold('o1');
    await desk.cancel('o1', slip);
    await desk.hold('o2');
    await desk.setClock(DAY_MORNING);
    expect(await desk.step('o-staff', slip, 'booked', 'arrived')).toMatchObject(refused('booking-changed'));
  });
});

describe('whose visitors', () => {
  test('a receiver acts at the own home, under the own seat, and nowhere else', async () => {
    const slip = await bookAndCome(desk);
    const step = (who: string, own: object) => desk.step(who, slip, 'booked', 'talking', own);
    expect(await step('o-p1', {})).toMatchObject(refused('not-allowed'));
    expect(await step('o-p4', { seat: 'h1-am-1' })).toMatchObject(refused('not-allowed'));
    expect(await step('o-p1', { seat: 'h1-am-2' })).toMatchObject(refused('not-allowed'));
    expect(await step('o-p2', { seat: 'h1-am-2' })).toMatchObject({ ok: true, cost: { calls: 2 } });
    expect(desk.day().visits?.[slip.place]).toMatchObject({ seat: 'h1-am-2' });
  });

  test('the staff member who is a deputy as well acts as the office', async () => {
    const slip = await bookAndCome(desk);
    expect(await desk.step('o-both', slip, 'booked', 'arrived', { seat: 'h1-am-2' })).toMatchObject({
      ok: true,
    });
    expect((await desk.view('o-both')).homes).toHaveLength(2);
  });

  test('the desk shows a receiver the own home alone, and nothing to who sits nowhere', async () => {
    await bookAndCome(desk);
    expect((await desk.view('o-staff')).homes.map(({ home }) => home)).toEqual(['h1', 'h2']);
    expect((await desk.view('o-p4')).homes.map(({ home }) => home)).toEqual(['h2']);
    expect(await desk.ask('o-p4', 'desk', { home: 'h1' })).toMatchObject(refused('not-allowed'));
    expect(await desk.ask('o-p9', 'desk')).toMatchObject(refused('not-allowed'));
    expect(await desk.ask('o-p4', 'findVisitor', { text: '王' })).toMatchObject({ data: { rows: [] } });
  });
});

describe('finding', () => {
  const find = async (text: string) =>
    ((await desk.ask('o-staff', 'findVisitor', { text })).data as { rows: DeskRow[] }).rows;

  test('by number, by code, by part of a name; brackets and backslashes are letters', async () => {
    const slip = await desk.hold('o1', { name: '周(大)\\顺', phone: '13900001234' });
    await desk.hold('o2', { name: '周二', place: 'h1-0900-3' });
    await desk.hold('o3', { name: '吴三', place: 'h2-0830-1', home: 'h2' });
    expect((await find('(大')).map(({ booking }) => booking)).toEqual([slip.booking]);
    expect(await find('\\')).toHaveLength(1);
    expect(await find('.*')).toHaveLength(0);
    expect(await find('周')).toHaveLength(2);
    expect((await find(slip.code.toLowerCase()))[0]?.booking).toBe(slip.booking);
    expect((await find('3'))[0]?.place).toBe('h1-0900-3');
    expect(await find('1')).toHaveLength(2);
    const [row] = await find('(大');
    expect(row).toMatchObject({ name: '周****顺', phoneTail: '1234' });
  });

  test('ten rows and no more', async () => {
    await desk.replaceDay(makeDay({ settings: { capacity: 3 } }));
    for (let n = 0; n < 12; n++) await desk.hold(`o${n}`, { name: `赵${n}` });
    const answer = await desk.ask('o-staff', 'findVisitor', { text: '赵' });
    expect((answer.data as { rows: object[] }).rows).toHaveLength(10);
    expect(answer.cost.calls).toBe(2);
  });
});

describe('closed places', () => {
  test('who booked there is listed first, stays, and is told; nobody else gets in until it is open again', async () => {
    const slip = await desk.hold('o1');
    const places = ['h1-0830-1', 'h1-0830-2'];
    const block = (own: object) => desk.ask('o-staff', 'blockPlaces', { places, reason: '开会', ...own });
    const asked = await block({ confirmed: false });
    expect(asked.data).toMatchObject({ applied: false, touched: [{ booking: slip.booking }] });
    expect(desk.day().blocked).toBeUndefined();
    expect(await block({ confirmed: true })).toMatchObject({ data: { applied: true }, cost: { calls: 3 } });
    const [told] = desk.day().outbox.slice(-1) as { event: string; about: object }[];
    expect(told).toMatchObject({ event: 'places-blocked', about: { bookings: slip.booking } });
    expect(await desk.book('o2', { time: '08:30' })).toMatchObject(refused('full'));
    await desk.cancel('o1', slip);
    expect(await desk.book('o2', { time: '08:30' })).toMatchObject(refused('full'));
    expect(await desk.wait('o2', '08:30')).toMatchObject(refused('full'));
    const opened = { places, confirmed: true };
    expect(await desk.ask('o-staff', 'blockPlaces', opened)).toMatchObject({ data: { applied: true } });
    expect(await desk.book('o2', { time: '08:30' })).toMatchObject({ ok: true });
  });

  test('a closed walk-in place is passed over', async () => {
    await desk.setClock(DAY_MORNING);
    const { next = '' } = await desk.view('o-staff');
    await desk.ask('o-staff', 'blockPlaces', { places: [next], reason: '午休', confirmed: true });
    const after = (await desk.view('o-staff')).next;
    expect(after).not.toBe(next);
    expect(await desk.walkIn('o-staff', next)).toMatchObject({ data: { place: after } });
  });

  test('a place that the day has not, two homes at once', async () => {
    const block = (places: string[]) =>
      desk.ask('o-staff', 'blockPlaces', { places, reason: '开会', confirmed: true });
    expect(await block(['h1-0830-99'])).toMatchObject(refused('bad-input'));
    expect(await block(['h1-0830-1', 'h2-0830-1'])).toMatchObject(refused('bad-input'));
  });
});

test('the wall says numbers, and reads neither names nor bookings', async () => {
  const first = await desk.hold('o1', { name: '雷名' });
  const second = await desk.hold('o2', { place: 'h1-0900-3', name: '雷姓' });
  await desk.setClock('2026-12-07T09:00:00+08:00');
  await desk.step('o-staff', first, 'booked', 'talking');
  await desk.step('o-staff', second, 'booked', 'called');
  const { place } = (await desk.walkIn('o-staff', 'h1-0930-5w')).data as Slip;
  const answer = await desk.ask('o-passer-by', 'wall', { home: 'h1' });
  expect(answer).toMatchObject({ ok: true, cost: { calls: 1 } });
  const number = Number(/-(\d+)\w?$/.exec(place)?.[1]);
  expect(answer.data).toEqual({
    date: DATE,
    half: 'am',
    calling: [3],
    talking: [1],
    arrived: [number],
    done: 0,
  });
});
