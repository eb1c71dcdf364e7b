import { findDuties, type DutyDay } from '../../../../cloudfunctions/overview/rules/duties';
import type { StoredBooking } from '../../../../cloudfunctions/reception/days/rules/day-document';
import { publishDay } from '../../../../cloudfunctions/reception/days/rules/publish-day';
import { DEFAULT_SETTINGS } from '../../../../cloudfunctions/reception/calendar/rules/settings';

const sits = (person: string) => ({ person, name: person, deputy: true });
const day = (date: string): DutyDay =>
  publishDay({
    township: 'tt',
    date,
    settings: DEFAULT_SETTINGS,
    publishedAt: 0,
    homes: { h1: { am: [sits('a'), sits('b')], pm: [sits('b')] }, h2: { pm: [sits('a')] } },
  });
const stored = (p: string, state: StoredBooking['state'] = 'booked'): StoredBooking => ({
  state,
  p,
  whom: 'self',
  name: '*',
  keys: '',
  openid: '',
  at: 0,
});
const at = (text: string) => Date.parse(`${text}+08:00`);
/** Gives the place to a booking of this account. */
function take(of: DutyDay, place: string, account: string, state?: StoredBooking['state']): void {
  of.place[place] = `${account}-b1`;
  of.bookings = { ...of.bookings, [account]: { b1: stored(place, state) } };
}

it('lists half-days nearest first, mornings before afternoons, whatever the home', () => {
  const duties = findDuties([day('2026-12-07'), day('2026-11-05')], 'a', at('2026-11-01T09:00'));
  expect(duties.map(({ date, home, half }) => `${date} ${home} ${half}`)).toEqual([
    '2026-11-05 h1 am',
    '2026-11-05 h2 pm',
    '2026-12-07 h1 am',
    '2026-12-07 h2 pm',
  ]);
});

it('leaves out a day that is over, and one that is only a draft', () => {
  const today = day('2026-11-05');
  expect(findDuties([today], 'a', at('2026-11-05T16:59'))).toHaveLength(2);
  expect(findDuties([today], 'a', at('2026-11-05T17:00'))).toEqual([]);
  expect(findDuties([{ ...today, state: 'draft' }], 'a', at('2026-11-05T09:00'))).toEqual([]);
});

it('shows each receiver the bookings of the own seat alone, by number', () => {
  const shared = day('2026-11-05');
  const places = Object.keys(shared.plan).filter((place) => shared.plan[place] === 'h1-am-1');
  const [first = '', second = ''] = places;
  const foreign = Object.keys(shared.plan).find((place) => shared.plan[place] === 'h1-am-2') ?? '';
  take(shared, second, 'x');
  take(shared, first, 'y');
  take(shared, foreign, 'z');
  const [morning] = findDuties([shared], 'a', at('2026-11-01T09:00'));
  expect(morning?.coming.map(({ booking }) => booking)).toEqual(['y-b1', 'x-b1']);
});

it('shows who just came on a number that is not in the plan, and who was sent to another seat', () => {
  const full = day('2026-11-05');
  take(full, 'h1-1100-13x', 'waaaaaaaaaaaaaaaa');
  const [own = ''] = Object.keys(full.plan).filter((place) => full.plan[place] === 'h1-am-1');
  take(full, own, 'y');
  full.visits = { [own]: { s: 'called', seat: 'h1-am-2' }, 'h1-1100-13x': { s: 'arrived', seat: 'h1-am-1' } };
  const [morning] = findDuties([full], 'a', at('2026-11-01T09:00'));
  expect(morning?.coming.map(({ number, time }) => [number, time])).toEqual([[13, '11:00']]);
});

it('does not count a place whose booking is cancelled or is not there', () => {
  const odd = day('2026-11-05');
  const [first = '', second = ''] = Object.keys(odd.plan).filter((place) => odd.plan[place] === 'h1-am-1');
  take(odd, first, 'x', 'cancelled');
  odd.place[second] = 'gone-b1';
  expect(findDuties([odd], 'a', at('2026-11-01T09:00'))[0]?.coming).toEqual([]);
});

it('gives nothing to somebody who sits nowhere', () => {
  expect(findDuties([day('2026-11-05')], 'nobody', at('2026-11-01T09:00'))).toEqual([]);
});
