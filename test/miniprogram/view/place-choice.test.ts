import fc from 'fast-check';
import type { HomeDay, Slip } from '../../../miniprogram/contract/reception';
import {
  keepReceiver,
  listFree,
  listLargeTimes,
  listTimes,
  pickPlace,
  sayTimeWish,
  toTimeWish,
  toWish,
  within,
  withReceiver,
} from '../../../miniprogram/view/place-choice';

const chen = { person: 'p1', name: '陈样样', deputy: true, group: 'g1' };
const li = { person: 'p2', name: '李样样', deputy: true, group: 'g2' };
const day: HomeDay = {
  home: 'h1',
  halves: [
    {
      half: 'am',
      start: '08:30',
      end: '11:30',
      seats: [
        { seat: 's1', receiver: chen },
        { seat: 's2', receiver: li },
      ],
    },
    { half: 'pm', start: '14:30', end: '17:00', seats: [{ seat: 's3', receiver: li }] },
  ],
  times: [
    { time: '14:30', half: 'pm', free: [{ place: 'h1-1430-1', seat: 's3' }] },
    { time: '08:30', half: 'am', free: [] },
    {
      time: '09:00',
      half: 'am',
      free: [
        { place: 'h1-0900-3', seat: 's1' },
        { place: 'h1-0900-4', seat: 's2' },
      ],
    },
  ],
  closesAt: 0,
  open: true,
};
const any = listFree(day, { who: 'any' });

test('free places come earliest first, whatever order the server sent', () => {
  expect(any.map(({ place }) => place)).toEqual(['h1-0900-3', 'h1-0900-4', 'h1-1430-1']);
});

test('a wish for one receiver or for a group leaves only their places', () => {
  expect(listFree(day, toWish('p:p1')).map(({ place }) => place)).toEqual(['h1-0900-3']);
  expect(listFree(day, toWish('g:g2')).map(({ place }) => place)).toEqual(['h1-0900-4', 'h1-1430-1']);
  expect(listFree(day, toWish('p:nobody'))).toEqual([]);
});

test('within one time the lot decides between receivers; nothing outside the wish is ever drawn', () => {
  const places = new Set([0, 0.49, 0.5, 0.999].map((x) => pickPlace(any, '09:00', () => x)?.place));
  expect(places).toEqual(new Set(['h1-0900-3', 'h1-0900-4']));
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (x) => {
      expect(pickPlace(any, 'pm', () => x)?.half).toBe('pm');
      expect(within(any, '09:00')).toContain(pickPlace(any, '09:00', () => x));
    }),
  );
});

test('every place of a wide wish can be drawn', () => {
  const drawn = new Set(
    [0, 0.4, 0.9].map((x) => pickPlace([...within(any, 'am'), ...within(any, 'pm')], 'am', () => x)?.place),
  );
  expect(drawn.size).toBe(2);
});

test('a full time gives nothing', () => {
  expect(pickPlace(any, '08:30', () => 0)).toBeUndefined();
  expect(pickPlace(any, '', () => 0)).toBeUndefined();
});

test('the server is told the time or the half-day that was chosen, so that it keeps to it', () => {
  expect(toTimeWish('09:00')).toEqual({ time: '09:00' });
  expect(toTimeWish('am')).toEqual({ half: 'am' });
  expect(toTimeWish('')).toEqual({});
});

test('times: the full one is off and says so, the earliest says so, the others count', () => {
  expect(listTimes(day, any, 'am')).toEqual([
    { id: '08:30', text: '8:30', hint: '已满', off: true },
    { id: '09:00', text: '9:00', hint: '最早的' },
  ]);
  expect(listTimes(day, any, 'pm')).toEqual([{ id: '14:30', text: '14:30', hint: '余 1' }]);
});

test('elder mode has three buttons; a full half-day is off', () => {
  const morning = any.filter(({ half }) => half === 'am');
  expect(listLargeTimes(morning)).toEqual([
    { id: '09:00', text: '最早的', hint: '上午 9:00' },
    { id: 'am', text: '上午', hint: '还有 2 个位置' },
    { id: 'pm', text: '下午', hint: '已满', off: true },
  ]);
  expect(listLargeTimes([])).toEqual([]);
});

test('a chosen time is said with its half-day', () => {
  expect([sayTimeWish('09:00'), sayTimeWish('14:30'), sayTimeWish('pm'), sayTimeWish('')]).toEqual([
    '上午 9:00',
    '下午 14:30',
    '下午',
    '',
  ]);
});

test('moving stays with the same receiver where one can', () => {
  expect(keepReceiver(any, '09:00', 'p2').map(({ place }) => place)).toEqual(['h1-0900-4']);
  expect(keepReceiver(any, '14:30', 'p1').map(({ place }) => place)).toEqual(['h1-1430-1']);
});

test('a slip learns its receiver from the day that was seen; an unknown place stays without', () => {
  const slip = { place: 'h1-0900-4' } as Slip;
  expect(withReceiver(slip, day).receiver).toEqual(li);
  expect(withReceiver({ place: 'h1-1000-9' } as Slip, day)).toEqual({ place: 'h1-1000-9' });
  expect(withReceiver({ ...slip, receiver: chen }, day).receiver).toBe(chen);
});
