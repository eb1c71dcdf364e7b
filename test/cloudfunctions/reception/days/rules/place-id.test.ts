import { PLACE_PATTERN } from '../../../../../miniprogram/contract/limits';
import {
  formatPlace,
  isInHalf,
  parsePlace,
  waitingKey,
} from '../../../../../cloudfunctions/reception/days/rules/place-id';

test('a place id says home, time, half-day and number', () => {
  expect(parsePlace('h1-0930-4')).toEqual({
    home: 'h1',
    time: '09:30',
    half: 'am',
    number: 4,
    walkIn: false,
  });
  expect(parsePlace('town-1200-12w')).toEqual({
    home: 'town',
    time: '12:00',
    half: 'pm',
    number: 12,
    walkIn: true,
  });
});

test.each(['h1-0830-1', 'h1-1430-15w', 'a-0000-999'])('%s is written as it was read', (place) => {
  expect(place).toMatch(PLACE_PATTERN);
  expect(formatPlace(parsePlace(place))).toBe(place);
});

test('people wait for a home and time, whichever place it is', () => {
  expect(waitingKey('h1-0930-4')).toBe('h1-0930');
  expect(waitingKey('h1-0930-5w')).toBe('h1-0930');
});

test.each([
  ['h1-0930-4', 'h1', 'am', true],
  ['h1-0930-4', 'h1', 'pm', false],
  ['h1-1430-12w', 'h1', 'pm', true],
  ['h2-0930-4', 'h1', 'am', false],
  // Another home whose name only begins or ends alike.
  ['h11-0930-4', 'h1', 'am', false],
  ['xh1-0930-4', 'h1', 'am', false],
] as const)('%s lies in %s, %s: %s', (place, home, half, lies) => {
  expect(isInHalf(place, home, half)).toBe(lies);
});
