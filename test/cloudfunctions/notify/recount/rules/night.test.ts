/** The nightly recount: while nobody acts, each night one round, which goes on where it stopped. */
import {
  isNight,
  NEVER_COUNTED,
  nextNight,
  placeNow,
  SUSPECTS,
  withSuspects,
} from '../../../../../cloudfunctions/notify/recount/rules/night';

const at = (time: string) => Date.parse(`2026-12-0${time}+08:00`);

it.each([
  ['1T03:29:59', false],
  ['1T03:30:00', true],
  ['1T05:59:59', true],
  ['1T06:00:00', false],
  ['1T23:00:00', false],
])('at %s it is night: %s', (time, night) => {
  expect(isNight(at(time))).toBe(night);
});

it('begins once a night, goes on where it stopped, and rests by day', () => {
  const place = { part: 2, after: 'x' };
  expect(placeNow(NEVER_COUNTED, at('1T04:00:00'))).toEqual({ part: 0, after: '' });
  expect(placeNow({ ...NEVER_COUNTED, night: '2026-12-01' }, at('1T04:00:00'))).toBeUndefined();
  expect(placeNow({ ...NEVER_COUNTED, night: '2026-11-30' }, at('1T04:00:00'))).toEqual({
    part: 0,
    after: '',
  });
  // What was not through by the morning goes on the night after.
  expect(placeNow({ ...NEVER_COUNTED, night: '2026-11-30', place }, at('1T04:00:00'))).toEqual(place);
  expect(placeNow({ ...NEVER_COUNTED, night: '2026-12-01', place }, at('1T04:00:00'))).toEqual(place);
  expect(placeNow({ ...NEVER_COUNTED, place }, at('1T12:00:00'))).toBeUndefined();
});

it('the next one begins tonight, or where that has begun tomorrow', () => {
  expect(nextNight(at('1T03:29:59'))).toBe(at('1T03:30:00'));
  expect(nextNight(at('1T03:30:00'))).toBe(at('2T03:30:00'));
  expect(nextNight(at('1T20:00:00'))).toBe(at('2T03:30:00'));
});

it('names each suspect once, the first that were found, as many as somebody looks at', () => {
  const many = Array.from({ length: SUSPECTS }, (_, n) => `s${String(n)}`);
  expect(withSuspects(['a', 'b'], ['b', 'c'])).toEqual(['a', 'b', 'c']);
  expect(withSuspects(many, ['late'])).toEqual(many);
  expect(NEVER_COUNTED).toEqual({ night: '', suspects: [], looked: 0 });
});
