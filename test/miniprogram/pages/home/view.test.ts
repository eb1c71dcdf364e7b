import { listPeople, toHomeScreen } from '../../../../miniprogram/pages/home/view';
import { home, homeWith, slip } from '../../../support/sample-answers';

const TODAY = '2026-11-23';
const dayOf = (view: typeof home) => toHomeScreen(view, TODAY).day;

test('within three seconds: when, how long, why not the 5th, which hours, what to press', () => {
  expect(dayOf(home)).toMatchObject({
    date: '12月7日',
    weekday: '星期一',
    left: '还有14天',
    shift: '5日是星期六，顺延到7日',
    hours: ['上午 8:30–11:30', '下午 14:30–17:00'],
    button: '预约',
    notice: '',
    second: '最早的：上午 9:00 李样样 ›',
  });
});

test('a day moved backwards over a month is said with its month', () => {
  expect(dayOf(homeWith({ date: '2026-04-30', shiftedFrom: '2026-05-05', why: '5日是节假日' })).shift).toBe(
    '5日是节假日，提前到4月30日',
  );
});

test('no roster: no button, and it says when there will be one', () => {
  const day = dayOf(homeWith({ published: false, open: false, free: 0, halves: [] }));
  expect(day).toMatchObject({ button: '', second: '', hours: [] });
  expect(day.notice).toContain('公布后就能预约');
});

test.each([
  ['closed', homeWith({ open: false })],
  ['full', homeWith({ free: 0 })],
])('%s: no button, and walking in is said to be welcome', (_state, view) => {
  expect(dayOf(view)).toMatchObject({ button: '', second: '' });
  expect(dayOf(view).notice).toContain('直接来');
});

const ORDINARY = '城关村委会一楼（平时开门：周一至周五 8:30—17:30）';

test('a home whose hours nobody wrote is said by its address alone', () => {
  const { hours: _hours, ...silent } = home.home;
  expect(dayOf({ ...home, home: silent }).address).toBe(home.home.address);
});

test('a day by phone: nobody is sent to the house', () => {
  const byPhone = homeWith({ open: false }, { home: { ...home.home, phoneDays: ['2026-12-07'] } });
  expect(dayOf(byPhone).come).toBe('直接打座机也行');
  expect(dayOf(byPhone).notice).toContain('直接打座机');
  expect(dayOf(byPhone).address).toContain('不用跑');
  expect(dayOf(homeWith({}))).toMatchObject({ come: '直接来也行', address: ORDINARY });
});

test('whoever has a slip is led to it first, and to a second one only while it can be booked', () => {
  const booked = homeWith({}, { slips: [slip] });
  expect(dayOf(booked)).toMatchObject({ button: '看我的预约单', notice: '您已约好：上午 9:00，第4号' });
  expect(dayOf(booked).second).not.toBe('');
  expect(dayOf(homeWith({ open: false }, { slips: [slip] })).second).toBe('');
  expect(toHomeScreen(booked, TODAY).slip).toBe(slip.booking);
});

test('a day that may still change says so instead of why it moved', () => {
  const shift = dayOf(homeWith({ date: '2027-02-09', shiftedFrom: '2027-02-05', provisional: true })).shift;
  expect(shift).toBe('放假安排还没公布，日子可能改');
});

test('a receiver of both half-days stands once, without a half-day', () => {
  const people = listPeople(home.next.halves);
  expect(people.map(({ name, label, extra }) => [name, label, extra])).toEqual([
    ['陈样样', '主席团成员', '上午'],
    ['李样样', '镇代表', ''],
    ['王样样', '区代表', ''],
    ['赵样样', '党委委员', '下午'],
  ]);
});
