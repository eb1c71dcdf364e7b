import fc from 'fast-check';
import type { RosterPerson, SeatAt } from '../../../../cloudfunctions/reception/roster/rules/roster-sheet';
import { countSeats, deputy, halfDays, lead, MONTHS, propose } from '../../../support/roster';

const span = fc
  .tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 11 }))
  .map(([one, other]) => ({
    from: MONTHS[Math.min(one, other)] as string,
    to: MONTHS[Math.max(one, other)] as string,
  }));
const somebody = (id: string) =>
  fc
    .record({
      home: fc.constantFrom('bh', 'ls', 'qs'),
      leads: fc.boolean(),
      absent: fc.array(span, { maxLength: 2 }),
    })
    .map(({ home, leads, absent }) => (leads ? lead(id, home, absent) : deputy(id, home, absent)));
const people = fc
  .integer({ min: 0, max: 30 })
  .chain((many) => fc.tuple(...Array.from({ length: many }, (_, n) => somebody(`x${n}`))));
const tasks = fc.record({
  people,
  seatsPerHalf: fc.integer({ min: 1, max: 3 }),
  halfDays: fc
    .subarray(MONTHS, { minLength: 1 })
    .chain((dates) =>
      fc.subarray(['bh', 'ls', 'qs'], { minLength: 1 }).map((homes) => halfDays(dates, homes, ['am', 'pm'])),
    ),
});

const away = (person: RosterPerson, date: string) =>
  person.absent.some(({ from, to }) => from <= date && (to === undefined || date <= to));

describe('whatever the people and absences', () => {
  test('nobody sits while away, nobody in two places at once, no seat twice', () => {
    fc.assert(
      fc.property(tasks, (task) => {
        const seats = propose(task);
        const known = new Map(task.people.map((one) => [one.person, one]));
        for (const seat of seats) {
          expect(away(known.get(seat.person) as RosterPerson, seat.date)).toBe(false);
        }
        const at = seats.map((seat) => `${seat.person} ${seat.date} ${seat.half}`);
        expect(new Set(at).size).toBe(at.length);
        const numbers = seats.map((seat) => `${seat.date} ${seat.home} ${seat.half} ${seat.n}`);
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
    );
  });

  test('the same task gives the same roster', () => {
    fc.assert(
      fc.property(tasks, (task) => {
        expect(propose(task)).toEqual(propose(task));
      }),
      { numRuns: 20 },
    );
  });

  test('leading members never lead on two consecutive days, and sit on the first seat', () => {
    fc.assert(
      fc.property(tasks, (task) => {
        const dates = [...new Set(task.halfDays.map(({ date }) => date))].sort();
        const led = propose(task).filter(({ why }) => why.includes('带头坐班'));
        for (const one of led) {
          expect(one.n).toBe(1);
          const next = dates[dates.indexOf(one.date) + 1];
          expect(led.filter((other) => other.person === one.person && other.date === next)).toEqual([]);
        }
      }),
    );
  });
});

/** Most deputies that can sit once each: a plain search for a matching, to judge the proposal by. */
function mostCovered(deputies: readonly RosterPerson[], seats: readonly SeatAt[]): number {
  const holder = new Map<SeatAt, RosterPerson>();
  const place = (person: RosterPerson, tried: Set<SeatAt>): boolean =>
    seats.some((seat) => {
      if (tried.has(seat) || away(person, seat.date)) return false;
      tried.add(seat);
      const sits = holder.get(seat);
      if (sits && !place(sits, tried)) return false;
      holder.set(seat, person);
      return true;
    });
  return deputies.filter((person) => place(person, new Set())).length;
}

describe('fairness', () => {
  test('as many deputies sit at least once as is possible at all', () => {
    const absences = fc.array(fc.array(span, { maxLength: 3 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(absences, fc.subarray(MONTHS, { minLength: 1 }), (all, dates) => {
        const list = all.map((absent, n) => deputy(`d${n}`, 'bh', absent));
        const days = halfDays(dates);
        const seats = days.map((day) => ({ ...day, n: 1, person: '' }));
        const covered = new Set(propose({ people: list, halfDays: days }).map(({ person }) => person));
        expect(covered.size).toBe(mostCovered(list, seats));
      }),
    );
  });

  test('of one home with enough deputies nobody sits twice more than another, nor twice in a row', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 20 }),
        fc.integer({ min: 4, max: 20 }),
        fc.subarray(MONTHS, { minLength: 2 }),
        (here, there, dates) => {
          const list = [
            ...Array.from({ length: here }, (_, n) => deputy(`a${n}`, 'bh')),
            ...Array.from({ length: there }, (_, n) => deputy(`b${n}`, 'ls')),
          ];
          const seats = propose({ people: list, halfDays: halfDays(dates, ['bh', 'ls'], ['am', 'pm']) });
          fc.pre(Math.max(here, there) <= dates.length * 2);
          for (const home of ['bh', 'ls']) {
            const own = list.filter((one) => one.roles[0]?.home === home);
            const counts = own.map(({ person }) => countSeats(seats, person));
            expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
          }
          expect(seats.filter(({ why }) => why.includes('连着'))).toEqual([]);
          expect(seats.filter(({ why }) => why.includes('排不开，'))).toEqual([]);
        },
      ),
    );
  });
});
