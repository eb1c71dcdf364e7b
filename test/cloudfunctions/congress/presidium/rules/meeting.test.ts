/** By when the presidium meets: three months after the last meeting, in a new term after its opening. */
import {
  decide,
  faultOfMeeting,
  isMajority,
  nextMeetingBy,
  presidiumOn,
} from '../../../../../cloudfunctions/congress/presidium/rules/meeting';

const terms = [
  { id: 't18', name: '第十八届', from: '2021-09-01', to: '2026-11-30' },
  { id: 't19', name: '第十九届', from: '2026-12-01' },
];
const by = (last: string | undefined, today: string, settings = {}) =>
  nextMeetingBy({ terms, settings }, last, today);

it.each([
  ['three months by the calendar', '2026-08-31', '2026-09-10', '2026-11-30'],
  ['none in this term yet: after its opening', undefined, '2021-09-02', '2021-12-01'],
  ['a meeting of the last term does not count for the new one', '2026-11-29', '2026-12-02', '2027-03-01'],
  ['one on the day of the opening or later does', '2026-12-15', '2026-12-20', '2027-03-15'],
])('%s', (_story, last, today, wanted) => {
  expect(by(last, today)).toBe(wanted);
});

it('goes by the setting, and says nothing where nothing is known', () => {
  expect(by('2026-01-31', '2026-02-01', { presidiumMonths: 1 })).toBe('2026-02-28');
  expect(nextMeetingBy({ terms: [], settings: {} }, undefined, '2026-02-01')).toBeUndefined();
});

it.each([
  [6, 11, true],
  [5, 11, false],
  [5, 10, false],
  [6, 10, true],
])('%i of %i is a majority: %s', (n, of, wanted) => {
  expect(isMajority(n, of)).toBe(wanted);
});

describe('a meeting', () => {
  const due = ['p1', 'p2', 'p3', 'p4', 'p5'];
  const item = { title: '议题', for: 2, against: 1, abstain: 0 };

  it('is held with more than half of the members, each counted once, and with nobody else', () => {
    expect(faultOfMeeting(due, ['p1', 'p2', 'p3'], [])).toBeUndefined();
    expect(faultOfMeeting(due, ['p1', 'p2'], [])).toBe('persons');
    expect(faultOfMeeting(due, ['p1', 'p2', 'p2'], [])).toBe('persons');
    expect(faultOfMeeting(due, ['p1', 'p2', 'p3', 'p9'], [])).toBe('persons');
  });

  it('has no more votes than members were there, in any item', () => {
    const there = ['p1', 'p2', 'p3'];
    expect(faultOfMeeting(due, there, [item])).toBeUndefined();
    for (const more of [{ for: 3 }, { against: 2 }, { abstain: 1 }])
      expect(faultOfMeeting(due, there, [item, { ...item, ...more }])).toBe('items');
  });

  it('decides by a majority of all members, not of those present', () => {
    expect(decide([item, { ...item, for: 3 }], 5).map(({ passed }) => passed)).toEqual([false, true]);
    expect(decide([item], 5)).toEqual([{ ...item, passed: false }]);
  });
});

it('the presidium are those whose membership says so on that day', () => {
  const row = { term: 't18', level: 'town', from: '2026-01-01' };
  const person = (id: string, more: object) => ({
    id,
    name: id,
    memberships: [{ ...row, ...more }],
    absent: [],
  });
  const people = [
    person('p1', { presidium: true }),
    person('p2', {}),
    person('p3', { presidium: true, to: '2026-05-31' }),
  ];
  const on = (date: string) => presidiumOn({ people } as never, date).map(({ person: id }) => id);
  expect([on('2026-05-31'), on('2026-06-01')]).toEqual([['p1', 'p3'], ['p1']]);
});
