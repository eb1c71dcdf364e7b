import { sayWho, toMoveScreen } from '../../../../miniprogram/more/move/view';
import { listFree } from '../../../../miniprogram/view/place-choice';
import { day, fullDay, slip } from '../../../support/sample-answers';

const TODAY = '2026-11-23';
const own = day.homes[0];
const stopOf = (...rest: [Parameters<typeof toMoveScreen>[1], Parameters<typeof toMoveScreen>[2]]) =>
  toMoveScreen(day, ...rest, TODAY).stop;

test('it shows what is booked now and the other times', () => {
  const screen = toMoveScreen(day, slip, own, TODAY);
  expect(screen).toMatchObject({ stop: '', now: '上午 9:00，第4号', day: '12月7日 星期一' });
  expect(screen.am.length + screen.pm.length).toBe(11);
});

test('cancelled meanwhile, closed, all full: each its own sentence', () => {
  const said = [
    stopOf(undefined, own),
    stopOf(slip, own && { ...own, open: false }),
    stopOf(slip, fullDay.homes[0]),
  ];
  expect(said.every((each) => each !== '')).toBe(true);
  expect(new Set(said).size).toBe(3);
});

test('who would receive: the same one, another, or one of several', () => {
  const free = own ? listFree(own, { who: 'any' }).filter(({ time }) => time === '10:00') : [];
  const li = free.filter(({ receiver }) => receiver.person === 'p2');
  expect(sayWho(li, slip.receiver)).toBe('还是李样样接待。');
  expect(sayWho(li, undefined)).toBe('这个时间由李样样接待。');
  expect(sayWho(free, undefined)).toBe('这个时间由陈样样或李样样或王样样接待。');
  expect(sayWho([], slip.receiver)).toBe('');
});
