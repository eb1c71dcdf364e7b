import type { RosterView } from '../../../../miniprogram/contract/roster';
import { listPeople, toDayDetail, toRosterScreen } from '../../../../miniprogram/office/roster/view';

const HOMES = [{ id: 'h1', name: '城关代表之家', address: '', landline: '' }];
const TODAY = '2026-11-23';
const day = {
  date: '2026-12-07',
  state: 'draft' as const,
  seats: [{ seat: 'h1-am-2', person: 'p1', name: '陈样样', badge: '镇代表', why: '按次序轮到' }],
};
const view: RosterView = {
  year: 2026,
  rev: 3,
  days: [{ ...day, date: '2026-11-05' }, day],
  notes: [],
  counts: [
    { person: 'p1', name: '陈样样', badge: '镇代表', duties: 2 },
    { person: 'p2', name: '李样样', badge: '区代表', duties: 0 },
  ],
  swaps: [
    {
      swap: 's1',
      date: '2026-12-07',
      seat: 'h1-am-2',
      from: { person: 'p1', name: '陈样样' },
      state: 'office',
      at: 0,
    },
  ],
  absences: [{ person: 'p2', from: '2026-12-07', to: '2026-12-07' }],
};

test('one more person gets the first number that is free', () => {
  expect(toDayDetail(day, HOMES, TODAY).parts[0]?.more).toBe('h1-am-1');
});

test('a half-day by phone says so', () => {
  const homes = HOMES.map((home) => ({ ...home, phoneDays: ['2026-12-07'] }));
  expect(toDayDetail(day, homes, TODAY).parts[0]?.title).toBe('城关代表之家 · 上午 · 电话接访');
  expect(toDayDetail(day, HOMES, TODAY).parts[0]?.title).toBe('城关代表之家 · 上午');
});

test('a past day is shown and cannot be changed', () => {
  expect(toRosterScreen(view, HOMES, TODAY).past).toHaveLength(1);
  expect(toDayDetail({ ...day, date: '2026-11-05' }, HOMES, TODAY).open).toBe(false);
});

test('somebody away on that day cannot be chosen, on the next day they can', () => {
  expect(listPeople(view, '2026-12-07', '李')).toEqual([
    { id: 'p2', text: '李样样', hint: '那天请假', off: true },
  ]);
  expect(listPeople(view, '2026-12-08', '李')[0]?.off).toBeUndefined();
});

test('a seat handed back asks for somebody else', () => {
  expect(toRosterScreen(view, HOMES, TODAY).swaps).toEqual([
    '陈样样交回了12月7日上午城关代表之家的班，请换人',
  ]);
});
