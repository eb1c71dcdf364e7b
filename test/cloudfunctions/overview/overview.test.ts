import type { HomeView, MineView, TodayView } from '../../../miniprogram/contract/overview';
import type { DayView, Slip } from '../../../miniprogram/contract/reception';
import { startSampleCloud, type SampleCloud } from '../../support/sample-cloud';

let cloud: SampleCloud;
beforeAll(async () => {
  cloud = await startSampleCloud({ instancesPerFunction: 1 });
});
afterAll(() => cloud.close());

const ask = (action: string, openid: string, input: object = { township: 'bh' }) =>
  cloud.invoke('overview', action, input, { openid });
const home = async (openid: string, input: object = { township: 'bh', home: 'h2' }) =>
  (await ask('home', openid, input)).data as HomeView;
/** Lets the instance forget the directory. */
const cool = () => {
  cloud.clock.set(cloud.clock.now() + 61_000);
};
let keys = 0;
const newKey = () => `overview-key-${String(keys++)}`;

async function bookAt(openid: string, seat: string): Promise<{ date: string; booking: string }> {
  const { data } = await cloud.invoke('reception', 'day', { township: 'bh' }, { openid });
  const day = data as DayView;
  const at = day.homes.find((each) => each.home === seat.split('-')[0]);
  const free = at?.times.flatMap((time) => time.free).find((each) => each.seat === seat);
  const input = {
    township: 'bh',
    date: day.date,
    home: at?.home,
    place: free?.place,
    whom: 'self',
    name: '张三婶',
    category: 'road',
    wish: { who: 'any' },
  };
  const booked = await cloud.invoke('reception', 'book', input, { openid, key: newKey() });
  if (!booked.ok) throw new Error(`booking was refused: ${String(booked.code)}`);
  return { date: day.date, booking: (booked.data as { booking: string }).booking };
}

describe('首页', () => {
  it('costs two calls in a cold instance and one in a warm one', async () => {
    cool();
    expect([(await ask('home', 'a')).cost.calls, (await ask('home', 'a')).cost.calls]).toEqual([2, 1]);
  });

  it('shows the next reception day of the home, its receivers and the first free place', async () => {
    const { next, home: shown, township, slips } = await home('a');
    expect(shown).toMatchObject({ id: 'h2', name: '柳树城代表之家' });
    expect(township.host).toContain('示例数据');
    expect(next).toMatchObject({
      date: '2026-12-07',
      daysLeft: 14,
      shiftedFrom: '2026-12-05',
      published: true,
      open: true,
      closesAt: Date.parse('2026-12-06T18:00:00+08:00'),
    });
    expect(next.halves.map(({ half }) => half)).toEqual(['am', 'pm']);
    expect(next.halves[0]?.seats.map(({ receiver }) => receiver.person)).toContain('p5');
    expect(next.earliest).toMatchObject({ half: 'am' });
    expect(next.free).toBeGreaterThan(5);
    expect(slips).toEqual([]);
  });

  it('opens on the home of the poster’s village, and on the first home without either', async () => {
    expect((await home('a', { township: 'bh', village: 'v8' })).home.id).toBe('h3');
    expect((await home('a', { township: 'bh' })).home.id).toBe('h1');
    expect((await home('a', { township: 'bh', home: 'gone' })).home.id).toBe('h1');
  });

  it('shows the caller’s own slip of that day and nobody else’s', async () => {
    const { booking } = await bookAt('slip-owner', 'h2-am-1');
    expect((await home('slip-owner')).slips.map((slip) => slip.booking)).toEqual([booking]);
    expect((await home('somebody-else')).slips).toEqual([]);
  });

  it('shows whoever waits that they do, here and under 我的, until they leave the list', async () => {
    const { data } = await cloud.invoke('reception', 'day', { township: 'bh' }, { openid: 'waiter' });
    const { date, homes } = data as DayView;
    const free = homes.find(({ home }) => home === 'h2')?.times.find(({ free: { length } }) => length > 0);
    const asked = { township: 'bh', date, home: 'h2', time: free?.time ?? '', whom: 'self', name: '赵老师' };
    const fillers: [string, Slip][] = [];
    for (const { place } of free?.free ?? []) {
      const openid = `fills-${place}`;
      const input = { ...asked, place, wish: { who: 'any' } };
      const { data: filled } = await cloud.invoke('reception', 'book', input, { openid, key: newKey() });
      fillers.push([openid, filled as Slip]);
    }
    const joined = await cloud.invoke('reception', 'wait', asked, { openid: 'waiter', key: newKey() });
    const slip = joined.data as Slip;
    const seen = { booking: slip.booking, state: 'waiting', number: 0 };
    expect((await home('waiter')).slips).toMatchObject([seen]);
    expect((await ask('mine', 'waiter')).data).toMatchObject({ slips: [seen] });
    for (const [openid, { booking, place: from, keys: persons }] of [['waiter', slip], ...fillers] as const) {
      const left = { township: 'bh', date, booking, from, keys: persons };
      await cloud.invoke('reception', 'cancel', left, { openid, key: newKey() });
    }
    expect((await home('waiter')).slips).toEqual([]);
  });

  it('closes to the second, and on the day itself is still shown until the last half-day ends', async () => {
    const start = cloud.clock.now();
    cloud.clock.set(Date.parse('2026-12-06T17:59:58+08:00'));
    expect((await home('a')).next).toMatchObject({ open: true, daysLeft: 1 });
    cloud.clock.set(Date.parse('2026-12-06T18:00:00+08:00'));
    const closed = (await home('a')).next;
    expect(closed).toMatchObject({ open: false, free: 0 });
    expect(closed.earliest).toBeUndefined();
    cloud.clock.set(Date.parse('2026-12-07T16:59:00+08:00'));
    expect((await home('a')).next).toMatchObject({ date: '2026-12-07', daysLeft: 0 });
    cloud.clock.set(Date.parse('2026-12-07T17:00:00+08:00'));
    expect((await home('a')).next).toMatchObject({ date: '2027-01-05', daysLeft: 29 });
    cloud.clock.set(start);
  });

  it('shows the calendar’s day without names where no roster is out', async () => {
    const start = cloud.clock.now();
    cloud.clock.set(Date.parse('2027-01-06T08:00:00+08:00'));
    const { next } = await home('a');
    cloud.clock.set(start);
    expect(next).toMatchObject({ published: false, open: false, free: 0 });
    // New Year's Eve by the lunar calendar, whether 2027 is announced or not.
    expect(next.date > '2027-02-08').toBe(true);
    expect(next.halves.map(({ start: from, seats }) => [from, seats])).toEqual([
      ['08:30', []],
      ['14:30', []],
    ]);
    expect(next.closesAt).toBeUndefined();
  });

  it('stays within 16 KB', async () => {
    expect(Buffer.byteLength(JSON.stringify(await home('a')))).toBeLessThan(16_384);
  });

  it('shows the second township its own home, day and footer', async () => {
    const view = await home('a', { township: 'qs' });
    expect(view.next).toMatchObject({ date: '2026-12-15' });
    expect(JSON.stringify(view)).not.toMatch(/白鹤|柳树城/);
  });

  it('knows no township that there is not', async () => {
    expect(await ask('home', 'a', { township: 'zz' })).toMatchObject({ ok: false, code: 'not-found' });
  });
});

describe('我的', () => {
  it('costs three calls, at once, in a warm instance, and one more in a cold one', async () => {
    cool();
    const cold = await ask('mine', 'bh-villager-1');
    const warm = await ask('mine', 'bh-villager-1');
    expect([cold.cost.calls, warm.cost.calls]).toEqual([4, 3]);
  });

  it('shows one’s own requests newest first, and coming slips', async () => {
    const { booking } = await bookAt('bh-villager-1', 'h2-pm-1');
    const { slips, requests, folder } = (await ask('mine', 'bh-villager-1')).data as MineView;
    expect(slips.map((slip) => slip.booking)).toEqual([booking]);
    expect(slips[0]?.receiver?.name).toMatch(/./);
    expect(requests.map(({ title }) => title.slice(0, 6))).toEqual([
      '想问一下低保',
      '二组到小学的',
      '自来水一到傍',
    ]);
    expect(requests[2]).toMatchObject({ late: true, village: '柳树城村', category: '水利饮水' });
    expect(folder).toMatch(/^bh\/u\//);
  });

  it('is empty, and kind, for a newcomer', async () => {
    expect((await ask('mine', 'newcomer')).data).toMatchObject({ slips: [], requests: [] });
  });

  it('shows nothing of the other township', async () => {
    const { data } = await ask('mine', 'bh-villager-1', { township: 'qs' });
    expect(data).toMatchObject({ slips: [], requests: [] });
  });
});

describe('今日待办', () => {
  it('costs three calls beside admit in a warm instance', async () => {
    await ask('today', 'bh-p5');
    expect((await ask('today', 'bh-p5')).cost.calls).toBe(4);
  });

  it('shows the deputy who comes, at what time and about what, and the requests to act on', async () => {
    const { duties, requests, name, group } = (await ask('today', 'bh-p5')).data as TodayView;
    expect(name).toBe('马秋月');
    expect(group).toMatchObject({ id: 'g3', name: '第三代表小组', villages: ['v4', 'v5'] });
    expect(duties[0]).toMatchObject({
      date: '2026-12-07',
      home: 'h2',
      homeName: '柳树城代表之家',
      half: 'am',
    });
    expect(duties[0]?.appointments).toContainEqual(
      expect.objectContaining({ name: '李大爷', category: '道路桥梁', home: 'h2' }),
    );
    expect(requests).toEqual([
      expect.objectContaining({ state: 'contacting', sentence: '请在11月25日前联系' }),
    ]);
  });

  it('shows a receiver only those who come to the own seat', async () => {
    await bookAt('for-p6', 'h2-pm-2');
    const of = async (openid: string) =>
      ((await ask('today', openid)).data as TodayView).duties
        .filter(({ date }) => date === '2026-12-07')
        .flatMap(({ appointments }) => appointments.map(({ name }) => name));
    expect(await of('bh-p6')).toEqual(['张三婶']);
    expect(await of('bh-p5')).toEqual(['李大爷']);
  });

  it('no longer shows a booking that was cancelled', async () => {
    const { date, booking } = await bookAt('cancels', 'h2-pm-2');
    const mine = (await ask('mine', 'cancels')).data as MineView;
    const [slip] = mine.slips;
    await cloud.invoke(
      'reception',
      'cancel',
      { township: 'bh', date, booking, from: slip?.place, keys: slip?.keys },
      { openid: 'cancels', key: newKey() },
    );
    const { duties } = (await ask('today', 'bh-p6')).data as TodayView;
    expect(JSON.stringify(duties)).not.toContain(booking);
  });

  it.each(['bh-villager-1', 'bh-staff', 'bh-helper', 'qs-p1', 'nobody'])('refuses %s', async (openid) => {
    expect(await ask('today', openid)).toMatchObject({
      ok: false,
      code: 'not-allowed',
      cost: { calls: 2 },
    });
  });

  it('refuses a deputy of this township in the other', async () => {
    expect(await ask('today', 'bh-p5', { township: 'qs' })).toMatchObject({ ok: false, code: 'not-allowed' });
  });
});
