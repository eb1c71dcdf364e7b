import { EVERYBODY, sayAdded, toPlacesScreen } from '../../../miniprogram/office/places/view';
import type { Desk } from '../../../miniprogram/office/services/reception-desk';

const receiver = (name: string) => ({ person: 'p1', name, deputy: true });
const SEATS = [
  { seat: 'h1-am-1', receiver: receiver('陈样样') },
  { seat: 'h1-am-2', receiver: receiver('李样样') },
];
const desk = (seats = SEATS): Desk => ({
  date: '2026-12-07',
  state: 'published',
  home: 'h1',
  half: 'am',
  rows: [],
  waiting: [],
  seats,
  homes: [{ home: 'h1', name: '城关代表之家', halves: ['am'] }],
  free: ['h1-0830-1', 'h1-0830-2', 'h1-0900-3'],
  blocked: [{ place: 'h1-0830-2', reason: '开会' }],
});
const shown = (times: string[], who: string, of = desk()) =>
  toPlacesScreen(of, new Set(times), '2026-12-01', who);

test('places are added before one receiver at one time; whoever sits alone need not be chosen', () => {
  expect(shown(['09:00'], 'h1-am-2').adds).toMatchObject({ seat: 'h1-am-2', time: '09:00' });
  expect(shown(['09:00'], EVERYBODY).adds).toBeUndefined();
  expect(shown(['08:30', '09:00'], 'h1-am-2').adds).toBeUndefined();
  const alone = shown(['09:00'], EVERYBODY, desk(SEATS.slice(0, 1)));
  expect(alone.adds).toMatchObject({ seat: 'h1-am-1' });
  expect(alone.receivers).toEqual([]);
});

test('a time of which only some places are closed says so', () => {
  expect(shown([], EVERYBODY).lines[0]).toMatchObject({ closed: false, tag: '部分不开放：开会' });
});

test('what was added is said by its numbers', () => {
  expect(sayAdded(['h1-0830-13', 'h1-0830-14'])).toContain('第13号、第14号');
});
