import {
  chooseLooks,
  roundOf,
  type Looked,
} from '../../../../../cloudfunctions/notify/relay/rules/choose-looks';

const MINUTE = 60_000;
const LOOKS = ['a', 'b', 'c', 'd', 'e'].map((name, at) => ({ name, of: at < 2 ? 'reception' : 'congress' }));

/** What each minute looks at; `next`: when the place says that it is due. */
function live(minutes: readonly number[], inTurn: number, next: (name: string) => number = () => Infinity) {
  const looked = new Map<string, Looked>();
  return minutes.map((minute) => {
    const now = minute * MINUTE;
    const chosen = chooseLooks(LOOKS, inTurn, { looked, written: new Set(), now }).map(({ name }) => name);
    for (const name of chosen) looked.set(name, { at: now, next: next(name) });
    return chosen.join('');
  });
}

test('an instance that knows nothing looks everywhere, then a few in turn, each within a round', () => {
  expect(live([10, 11, 12, 13, 14], 2)).toEqual(['abcde', 'ab', 'cd', 'ae', 'bc']);
  expect(roundOf(LOOKS, 2)).toBe(3);
});

test('minutes that were left out are made up for: all that is overdue at once', () => {
  expect(live([10, 11, 16], 2)).toEqual(['abcde', 'ab', 'abcde']);
});

test('where the functions of an act leave their events is looked at once more', () => {
  const looked = new Map(LOOKS.map(({ name }, at) => [name, { at: 100 * MINUTE - at, next: Infinity }]));
  const known = { looked, written: new Set(['reception']), now: 101 * MINUTE };
  expect(chooseLooks(LOOKS, 1, known).map(({ name }) => name)).toEqual(['a', 'b', 'e']);
});

test('what was seen and comes due is looked at when it does', () => {
  const minutes = live([10, 11, 12, 13], 1, (name) => (name === 'd' ? 12 * MINUTE : Infinity));
  expect(minutes).toEqual(['abcde', 'a', 'bd', 'cd']);
});
