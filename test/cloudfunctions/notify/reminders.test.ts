/** What the clock brings, and what must hold whatever WeChat does. */
import { submit } from '../request/requests';
import { DATE, noticeActs } from './support/notice-acts';
import { openPostOffice, type PostOffice } from './support/post-office';

jest.setTimeout(120_000);

let office: PostOffice;
let acts: ReturnType<typeof noticeActs>;
beforeAll(async () => {
  office = await openPostOffice();
  acts = noticeActs(office);
});
afterAll(() => office.closeAll());
beforeEach(() => office.reset());

test('the eve: who booked, once, with the message they allowed; a jump over a week reminds once', async () => {
  await acts.book('o1', await acts.firstFree());
  await office.consent('o1', 'reminder', 'reminder');
  await office.timer();
  await office.setClock('2026-12-06T09:00:30+08:00');
  await office.timer();
  await office.timer();
  expect(office.titles('o1').filter((title) => title === '明天接访，别忘了来')).toHaveLength(1);
  const mine = office.sent.filter(({ openid }) => openid === 'o1');
  expect(mine).toMatchObject([{ template: 'reminder', data: { thing1: '代表接访' } }]);
  await office.setClock('2026-12-06T19:00:30+08:00');
  await office.timer();
  expect(office.titles('o1').filter((title) => title.includes('接访，别忘了来'))).toHaveLength(1);
});

test('who books after the morning of the eve hears in the evening', async () => {
  await office.setClock('2026-12-06T09:00:30+08:00');
  await office.timer();
  await acts.book('o2', await acts.firstFree());
  await office.timer();
  expect(office.titles('o2')).toEqual(['约好了']);
  await office.setClock('2026-12-06T19:00:30+08:00');
  await office.timer();
  expect(office.titles('o2')[0]).toBe('明天接访，别忘了来');
});

test('the eve: everybody on duty, with how many come', async () => {
  const free = await acts.firstFree();
  await acts.book('o1', free);
  await office.setClock('2026-12-06T09:00:30+08:00');
  await office.timer();
  const rows = office.rows(`bh-${free.person}`).filter(({ event }) => event === 'eve');
  expect(rows[0]).toMatchObject({ title: '明天轮到您坐班接访' });
  expect(rows[0]?.words).toMatch(/已有\d+人预约/);
  const sitting = new Set(Object.values(acts.day().seats).map(({ person }) => `bh-${person}`));
  const hearers = acts.told('eve').filter((row) => row.includes('轮到您坐班'));
  expect(hearers.every((row) => sitting.has(row.split(':')[0] ?? ''))).toBe(true);
});

test('a visitor without a result is asked for the next working morning: the office, and who sat there', async () => {
  const free = await acts.firstFree();
  await acts.book('o1', free);
  const asked = () => acts.told('unrecorded');
  await office.setClock('2026-12-07T19:00:00+08:00');
  await office.timer();
  expect(asked()).toEqual([]);
  await office.setClock('2026-12-08T08:00:30+08:00');
  await office.timer();
  await office.timer();
  expect(asked().filter((row) => row.startsWith('bh-staff:'))).toHaveLength(1);
  expect(asked().filter((row) => row.startsWith(`bh-${free.person}:`))).toHaveLength(1);
  const words = office.rows('bh-staff').find(({ event }) => event === 'unrecorded')?.words ?? '';
  expect(words).toMatch(/12月7日.*没有登记结果/);
  await office.setClock('2026-12-09T08:00:30+08:00');
  await office.timer();
  expect(asked().filter((row) => row.startsWith('bh-staff:'))).toHaveLength(1);
});

test('a digest of 08:00, one message for twenty requests; none on a weekend; one after a jump of a week', async () => {
  for (let n = 0; n < 6; n++) await submit(office, `asker-${String(n)}`, { deputy: 'p5' });
  for (let n = 0; n < 9; n++) await office.consent('bh-p5', 'task');
  await office.timer();
  office.sent.length = 0;
  const digests = () => office.rows('bh-p5').filter(({ event }) => event === 'digest');
  const before = digests().length;
  await office.setClock('2026-11-28T09:00:00+08:00');
  await office.timer();
  expect(digests()).toHaveLength(before);
  await office.setClock('2026-12-07T08:00:30+08:00');
  await office.timer();
  await office.timer();
  expect(digests()).toHaveLength(before + 1);
  expect(digests()[0]?.words).toMatch(/^今日待办：\d+件已超期/);
  const mine = office.sent.filter(
    ({ openid, data }) => openid === 'bh-p5' && data['thing1'] === '今天要办的事',
  );
  expect(mine).toHaveLength(1);
});

test('rows past their time go at night: the inbox after 180 days, messages after 30', async () => {
  await submit(office, 'asker', { deputy: 'p5' });
  await office.timer();
  const ids = (name: string) => office.all<{ _id: string; at: number }>(name).map(({ at }) => at);
  const start = office.clock.now();
  await office.setClock('2027-05-10T03:00:30+08:00');
  await office.timer();
  expect(ids('messages').filter((at) => at <= start)).toEqual([]);
  expect(ids('inbox').filter((at) => at <= start).length).toBeGreaterThan(0);
  await office.setClock('2027-06-20T03:00:30+08:00');
  await office.timer();
  expect(ids('inbox').filter((at) => at <= start)).toEqual([]);
});

test('a booking costs the same and answers the same while WeChat is dead', async () => {
  const alive = await acts.reception('o1', 'book', {
    date: DATE,
    ...(await acts.firstFree()),
    wish: { who: 'any' },
    whom: 'self',
    name: '王',
    seat: undefined,
    person: undefined,
  });
  office.saysAll('silent');
  const dead = await acts.reception('o2', 'book', {
    date: DATE,
    ...(await acts.firstFree()),
    wish: { who: 'any' },
    whom: 'self',
    name: '王',
    seat: undefined,
    person: undefined,
  });
  expect({ ok: dead.ok, calls: dead.cost.calls }).toEqual({ ok: true, calls: alive.cost.calls });
  expect(dead.cost.calls).toBe(1);
});

test('with the kick lost, everything is out with the next minute of the timer', async () => {
  await office.consent('bh-p5', 'task');
  await submit(office, 'asker', { deputy: 'p5' });
  expect(office.sent).toEqual([]);
  await office.timer();
  expect(office.sent).toMatchObject([{ openid: 'bh-p5' }]);
});

test('a canary name and phone are in no log, no message and no inbox', async () => {
  const free = await acts.firstFree();
  const wish = { date: DATE, home: free.home, place: free.place, wish: { who: 'any' }, whom: 'self' };
  await acts.reception('o1', 'book', { ...wish, name: '金丝雀', phone: '13900001111' });
  await submit(office, 'asker', { deputy: 'p5', name: '金丝雀', phone: '13900001111', text: '金丝雀唱歌了' });
  await office.consent('bh-p5', 'task');
  office.saysAll(47003);
  await office.timer();
  await office.setClock('2026-12-06T09:00:30+08:00');
  await office.timer();
  const seen = JSON.stringify([
    office.log,
    office.asked,
    office.all('inbox'),
    office.all('messages'),
    office.all('audit'),
  ]);
  expect(seen).not.toMatch(/金丝雀|13900001111/);
  expect(seen).not.toContain('secret');
});

test('the presidium is to meet in this month, or should have met: the office hears it once a month', async () => {
  const heard = (openid = 'bh-staff') => office.titles(openid).filter((title) => title.startsWith('主席团'));
  // The sample's last meeting was on 29 October; three months are a setting.
  for (const at of ['2026-12-01', '2027-01-03', '2027-01-04', '2027-01-05']) {
    await office.setClock(`${at}T08:00:30+08:00`);
    await office.timer();
    expect(heard()).toEqual(at < '2027-01-04' ? [] : ['主席团该开会了']);
  }
  const words = office.rows('bh-staff').find(({ title }) => title === '主席团该开会了')?.words;
  expect(words).toBe('主席团至少每 3 个月开一次会，下一次最迟1月29日开。开过了的，请登记。');
  await office.setClock('2027-02-01T08:00:30+08:00');
  await office.timer();
  expect(heard()).toContain('主席团会议过了该开的日子');
  expect(heard('bh-p5')).toEqual([]);
});
