import fc from 'fast-check';
import { PLACE_PATTERN } from '../../../../../miniprogram/contract/limits';
import { parsePlace } from '../../../../../cloudfunctions/reception/days/rules/place-id';
import { listSlots, planPlaces } from '../../../../../cloudfunctions/reception/days/rules/plan-places';

const morning = { start: '08:30', end: '11:30' };
const settings = { slotMinutes: 30, capacity: 1, walkInEvery: 3 };
const ids = (seats: number, own: Partial<typeof settings> = {}) =>
  planPlaces('h1', 'am', morning, seats, { ...settings, ...own }).map(({ place }) => place);

test('a morning has six half-hours, an afternoon five', () => {
  expect(listSlots(morning, 30)).toEqual(['08:30', '09:00', '09:30', '10:00', '10:30', '11:00']);
  expect(listSlots({ start: '14:30', end: '17:00' }, 30)).toHaveLength(5);
});

test('a rest shorter than a slot is not offered', () => {
  expect(listSlots({ start: '08:30', end: '09:29' }, 30)).toEqual(['08:30']);
  expect(listSlots({ start: '08:30', end: '08:59' }, 30)).toEqual([]);
  expect(listSlots({ start: '08:59', end: '09:01' }, 1)).toEqual(['08:59', '09:00']);
});

test('a slot of no length is a mistake, not an endless day', () => {
  expect(() => listSlots(morning, 0)).toThrow();
  expect(() => listSlots(morning, Number.NaN)).toThrow();
});

test('one seat: every third place is for people who just come', () => {
  expect(ids(1)).toEqual(['h1-0830-1', 'h1-0900-2', 'h1-0930-3w', 'h1-1000-4', 'h1-1030-5', 'h1-1100-6w']);
});

test('numbers run by time, then seat', () => {
  expect(planPlaces('h1', 'am', { start: '08:30', end: '09:30' }, 2, settings)).toEqual([
    { place: 'h1-0830-1', seat: 'h1-am-1' },
    { place: 'h1-0830-2', seat: 'h1-am-2' },
    { place: 'h1-0900-3', seat: 'h1-am-1' },
    { place: 'h1-0900-4w', seat: 'h1-am-2' },
  ]);
});

test('walkInEvery 0 keeps nothing back, 1 keeps everything', () => {
  expect(ids(2, { walkInEvery: 0 }).filter((place) => place.endsWith('w'))).toEqual([]);
  expect(ids(2, { walkInEvery: 1 }).every((place) => place.endsWith('w'))).toBe(true);
});

test('with any number of seats a third is kept, and no receiver is left without bookable places', () => {
  const plan = fc.record({
    seats: fc.integer({ min: 1, max: 12 }),
    capacity: fc.integer({ min: 1, max: 4 }),
    slotMinutes: fc.constantFrom(10, 15, 20, 30),
  });
  fc.assert(
    fc.property(plan, ({ seats, capacity, slotMinutes }) => {
      const places = planPlaces('h1', 'am', morning, seats, { slotMinutes, capacity, walkInEvery: 3 });
      const perSeat = (180 / slotMinutes) * capacity;
      expect(places).toHaveLength(perSeat * seats);
      expect(new Set(places.map(({ place }) => place)).size).toBe(places.length);
      expect(places.every(({ place }) => PLACE_PATTERN.test(place))).toBe(true);
      expect(places.map(({ place }) => parsePlace(place).number)).toEqual(places.map((_, n) => n + 1));
      const kept = Array.from({ length: seats }, (_, n) => {
        const own = places.filter(({ seat }) => seat === `h1-am-${n + 1}`);
        return own.filter(({ place }) => place.endsWith('w')).length;
      });
      expect(kept.filter((count) => Math.abs(count - perSeat / 3) >= 1)).toEqual([]);
    }),
  );
});
