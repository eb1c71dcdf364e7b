import type { DayRecord } from '../../../miniprogram/contract/desk';
import { monthOf, toRecordScreen } from '../../../miniprogram/office/record/view';

const none = { visits: 0, people: 0 };
const home: DayRecord['homes'][number] = {
  home: 'h1',
  name: '城关代表之家',
  booked: 0,
  behalf: 0,
  walkIns: 0,
  ...none,
  noShows: 0,
  unrecorded: 0,
  late: 0,
  cancelled: 0,
  outcomes: { explained: 0, matter: 0, visit: 0 },
};
const emptyOf = (own: Partial<typeof home>, state: DayRecord['state']) =>
  toRecordScreen(
    {
      date: '2026-12-07',
      state,
      homes: [{ ...home, ...own }],
      receivers: [],
      byLevel: { district: none, town: none, other: none },
      byType: { committee: none, presidium: none, deputy: none },
    },
    '2026-12-08',
  ).empty;

test('a day of zeros says so in words; one that only gave its number back is counted', () => {
  expect(emptyOf({}, 'past')).toContain('补记');
  expect(emptyOf({}, 'published')).toContain('还没有人约');
  expect(emptyOf({}, 'unpublished')).toContain('没有公布');
  expect(emptyOf({ cancelled: 1 }, 'past')).toBe('');
  expect(emptyOf({ walkIns: 1 }, 'published')).toBe('');
});

test.each([
  ['2026-11-05', '2026-11-30'],
  ['2026-12-07', '2026-12-31'],
  ['2028-02-07', '2028-02-29'],
])('the list of the month of %s ends on %s, a day that there is', (date, last) => {
  expect(monthOf(date)).toEqual([`${date.slice(0, 7)}-01`, last]);
});
