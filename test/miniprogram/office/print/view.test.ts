import type { RosterView } from '../../../../miniprogram/contract/roster';
import { readPrint, toPrintScreen } from '../../../../miniprogram/office/print/view';
import { places } from '../../../support/sample-answers';

const seat = { seat: 'h2-am-1', person: 'p1', name: '某某', badge: '镇代表', why: '' };
const roster: RosterView = {
  year: 2026,
  rev: 1,
  past: 1,
  proposable: true,
  drafts: [],
  notes: [],
  counts: [],
  groups: [],
  swaps: [],
  absences: [],
  days: [
    { date: '2026-11-05', state: 'published', seats: [seat], gaps: [] },
    {
      date: '2026-12-07',
      state: 'published',
      seats: [seat, { ...seat, seat: 'h1-pm-1', badge: '' }],
      gaps: [],
    },
    { date: '2026-12-20', state: 'draft', seats: [seat], gaps: [] },
  ],
};
const show = (own: Partial<RosterView> = {}, chosen = '', today = '2026-11-23') =>
  toPrintScreen({ roster: { ...roster, ...own }, places, scans: [], today }, 2026, chosen);

test('notices are offered for published days to come alone: a draft may change, what is over is over', () => {
  const { days, notices } = show();
  expect(days.map(({ id }) => id)).toEqual(['2026-12-07']);
  expect(notices.map(({ id }) => readPrint(id))).toEqual([
    { what: 'notice', date: '2026-12-07', seat: 'h2-am-1' },
    { what: 'notice', date: '2026-12-07', seat: 'h1-pm-1' },
  ]);
  expect(notices.map(({ words }) => words)).toEqual([
    expect.stringMatching(/^镇代表 .+ 上午$/),
    expect.stringMatching(/^\S+ 下午$/),
  ]);
});

test('all notices of a month are one document, counted before it is pressed', () => {
  expect(show().allNotices).toEqual([
    { id: JSON.stringify({ what: 'notices', month: 12 }), title: '12月全部通知', words: '2 张，一份文件' },
  ]);
});

test('a day of the month that is over is in its document, and is counted', () => {
  const over = { date: '2026-12-05', state: 'published' as const, seats: [seat], gaps: [] };
  const { allNotices } = show({ days: [over, ...roster.days] }, '', '2026-12-06');
  expect(allNotices.map(({ words }) => words)).toEqual(['3 张，一份文件']);
});

test('on the day itself its table can still be printed, the day after no more', () => {
  const today = show({}, '', '2026-12-07').tables.map(({ id }) => readPrint(id).what);
  // Of the homes that receive then each has its list of numbers.
  expect(today.slice(0, 2)).toEqual(['year', 'day']);
  expect(new Set(today.slice(2))).toEqual(new Set(['numbers']));
  expect(show({}, '', '2026-12-08').tables).toHaveLength(1);
});

test('with no roster at all the year, the posters and the form remain', () => {
  const screen = show({ days: [] });
  expect(screen.tables.map(({ id }) => readPrint(id))).toEqual([{ what: 'year' }]);
  expect(screen.notices).toEqual([]);
  expect(screen.posters).toHaveLength(places.homes.length + places.villages.length);
});

test('a day that is not out falls back to the nearest one', () => {
  expect(show({}, '2026-12-20').date).toBe('2026-12-07');
});

test('a poster says how often it was scanned; never scanned is 0', () => {
  const [home, other] = places.homes;
  const scans = [{ place: home?.id ?? '', name: '', scans: 7 }];
  const { posters } = toPrintScreen({ roster, places, scans, today: '2026-11-23' }, 2026, '');
  expect(posters[0]?.words).toContain('7 次');
  expect(posters.find(({ title }) => title === other?.name)?.words).toContain('0 次');
});
