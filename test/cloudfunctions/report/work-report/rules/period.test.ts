import { sayPeriod, saySpan } from '../../../../../cloudfunctions/report/work-report/rules/period';
import { addDays } from '../../../../../cloudfunctions/shared/china-time';

const FROM = '2026-05-24';

it.each([
  [169, '5月24日以来'],
  [170, '半年来'],
  [184, '半年来'],
  [190, '半年来'],
  [191, '5月24日以来'],
  [354, '5月24日以来'],
  [355, '一年来'],
  [372, '一年来'],
  [373, '5月24日以来'],
])('%i days are called %s', (days, said) => {
  expect(sayPeriod(FROM, addDays(FROM, days - 1))).toBe(said);
});

it('says the year once, and twice where it is another', () => {
  expect(saySpan('2026-05-24', '2026-11-23')).toBe('2026年5月24日—11月23日');
  expect(saySpan('2026-12-01', '2027-05-31')).toBe('2026年12月1日—2027年5月31日');
});
