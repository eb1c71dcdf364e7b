import type { HomeDay, Slip } from '../../../../miniprogram/contract/reception';
import { sayHalves, sayWhyNot } from '../../../../miniprogram/more/booking/why-not';

const seat = (half: 'am' | 'pm', person: string) => ({
  seat: `h1-${half}-1`,
  receiver: { person, name: person, deputy: true as const },
});
const home: HomeDay = {
  home: 'h1',
  halves: [
    { half: 'am', start: '08:30', end: '11:30', seats: [seat('am', 'p1')] },
    { half: 'pm', start: '14:30', end: '17:00', seats: [seat('pm', 'p2')] },
  ],
  times: [],
  closesAt: 0,
  open: true,
};
const mine = [{ home: 'h1', time: '09:00', state: 'booked' }] as unknown as readonly Slip[];
const full = (id: string) => ({ id, text: id, hint: '已满', off: true });
const hints = (who: string, half: 'am' | 'pm', ids: readonly string[]) =>
  sayWhyNot(ids.map(full), half, { home, who, mine }).map(({ hint }) => hint);

test('a time is not there because one has it oneself, because nobody wanted sits then, or because it is full', () => {
  expect(hints('any', 'am', ['09:00', '09:30', 'wait:09:00'])).toEqual(['您约的', '已满', '您约的']);
  expect(hints('p:p1', 'am', ['09:30'])).toEqual(['这位已满']);
  expect(hints('p:p1', 'pm', ['14:30'])).toEqual(['下午不在']);
});

test('beside a receiver stands the half-day, where it is only one of two', () => {
  expect([sayHalves(home, 'p:p1'), sayHalves(home, 'p:p2'), sayHalves(home, 'any')]).toEqual([
    '上午',
    '下午',
    '',
  ]);
});
