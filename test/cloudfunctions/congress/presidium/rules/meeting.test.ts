/** By when the presidium meets: three months after the last meeting, in a new term after its opening. */
import { nextMeetingBy } from '../../../../../cloudfunctions/congress/presidium/rules/meeting';

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
