import fc from 'fast-check';
import { OUTCOMES, VISIT_STATES } from '../../../../../miniprogram/contract/desk';
import type { Receiver } from '../../../../../miniprogram/contract/reception';
import { recordDay } from '../../../../../cloudfunctions/reception/desk/rules/day-record';
import type { StoredBooking } from '../../../../../cloudfunctions/reception/days/rules/day-document';
import { makeDay } from '../../support/days';

const person = (id: string, level?: 'town' | 'district'): Receiver => ({
  person: id,
  name: id,
  deputy: level !== undefined,
  ...(level && { level }),
});
const HOMES = {
  h1: { am: [person('p1', 'town'), person('p2', 'district')], pm: [person('p1', 'town')] },
  h2: { am: [person('p3')], pm: [{ ...person('p4', 'district'), type: 'presidium' as const }] },
};

/** One entry as somebody with a list on paper would write it. */
interface Entry {
  place: string;
  origin: 'phone' | 'behalf' | 'walk-in';
  state: (typeof VISIT_STATES)[number] | 'cancelled' | 'waiting';
  outcome: (typeof OUTCOMES)[number] | undefined;
  /** Sits in at another seat of that half-day than the plan's. */
  elsewhere: boolean;
}

const places = Object.keys(makeDay({ homes: HOMES }).place);
const entry = fc.record({
  place: fc.constantFrom(...places),
  origin: fc.constantFrom('phone' as const, 'behalf' as const, 'walk-in' as const),
  state: fc.constantFrom(...VISIT_STATES, 'cancelled' as const, 'waiting' as const),
  outcome: fc.option(fc.constantFrom(...OUTCOMES), { nil: undefined }),
  elsewhere: fc.boolean(),
});

function build(entries: readonly Entry[]) {
  const day = makeDay({ homes: HOMES });
  day.visits = {};
  entries.forEach(({ place, origin, state, outcome, elsewhere }, n) => {
    const account = `${{ phone: '', behalf: 'b', 'walk-in': 'w' }[origin]}${String(n).padStart(16, 'a')}`;
    const gone = state === 'cancelled' || state === 'waiting';
    const stored: StoredBooking = {
      state: gone ? state : 'booked',
      whom: 'self',
      name: 'x',
      openid: '',
      at: 1,
      keys: account,
      p: state === 'waiting' ? `${place.slice(0, place.lastIndexOf('-'))}-0` : place,
      ...(origin !== 'phone' && { operator: 'p9' }),
    };
    day.bookings[account] = { b1: stored };
    if (gone) return;
    day.place[place] = `${account}-b1`;
    if (state === 'booked') return;
    const seat = elsewhere ? `${(day.plan[place] ?? '').slice(0, -1)}1` : undefined;
    day.visits = {
      ...day.visits,
      [place]: { s: state, ...(state === 'met' && outcome && { o: outcome }), ...(seat && { seat }) },
    };
  });
  return day;
}

const names = new Map([
  ['h1', '第一之家'],
  ['h2', '第二之家'],
]);

test('the record is what one counts by hand, whatever the day was', () => {
  const unique = fc.uniqueArray(entry, { selector: ({ place }) => place, maxLength: 30 });
  fc.assert(
    fc.property(unique, (entries) => {
      const day = build(entries);
      const record = recordDay(day, names, Infinity);
      const received = entries.filter(({ state }) => state === 'talking' || state === 'met');
      for (const { home, ...counted } of record.homes) {
        const here = entries.filter(({ place }) => place.startsWith(home));
        const live = here.filter(({ state }) => state !== 'cancelled' && state !== 'waiting');
        const count = (test: (one: Entry) => boolean, of = live) => of.filter(test).length;
        const visits = received.filter(({ place }) => place.startsWith(home)).length;
        expect(counted).toEqual({
          name: names.get(home),
          visits,
          people: visits,
          booked: count(({ origin }) => origin === 'phone'),
          behalf: count(({ origin }) => origin === 'behalf'),
          walkIns: count(({ origin }) => origin === 'walk-in'),
          late: 0,
          noShows: count(({ state }) => state === 'no-show'),
          unrecorded: count(({ state, outcome }) =>
            state === 'met' ? outcome === undefined : state !== 'no-show',
          ),
          cancelled: count(({ state }) => state === 'cancelled', here),
          outcomes: {
            explained: count(({ state, outcome }) => state === 'met' && outcome === 'explained'),
            matter: count(({ state, outcome }) => state === 'met' && outcome === 'matter'),
            visit: count(({ state, outcome }) => state === 'met' && outcome === 'visit'),
          },
        });
      }
      const seatOf = ({ place, elsewhere }: Entry) =>
        elsewhere ? `${(day.plan[place] ?? '').slice(0, -1)}1` : (day.plan[place] ?? '');
      const by = (test: (receiver: Receiver | undefined) => boolean) =>
        received.filter((one) => test(day.seats[seatOf(one)])).length;
      for (const { receiver, visits, people } of record.receivers) {
        expect(visits).toBe(by((one) => one?.person === receiver.person));
        expect(people).toBe(visits);
      }
      expect(record.receivers.map(({ receiver }) => receiver.person).sort()).toEqual([
        'p1',
        'p2',
        'p3',
        'p4',
      ]);
      expect(record.byLevel.town.visits).toBe(by((one) => one?.level === 'town'));
      expect(record.byLevel.district.visits).toBe(by((one) => one?.level === 'district'));
      expect(record.byType.presidium.visits).toBe(by((one) => one?.person === 'p4'));
      expect(record.byType.committee.visits).toBe(by((one) => one?.person === 'p3'));
      expect(record.byType.deputy.visits).toBe(by((one) => ['p1', 'p2'].includes(one?.person ?? '')));
      expect(record.byLevel.other.visits).toBe(by((one) => one?.level === undefined));
    }),
    { numRuns: process.env['PROOF'] === '1' ? 10_000 : 300 },
  );
});
