/** 值班表: who sits where on which day, the hours, and letters as large as the pages allow. */
import type { Directory } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import { makeDayTable, makeYearTable } from '../../../../../cloudfunctions/report/documents/rules/duty-table';
import type { PrintedDay } from '../../../../../cloudfunctions/report/documents/rules/reception-days';
import { dayOf, daysOf, SEATED, seatOf } from './printed-days';
import { FOOT, readPaper, township } from './read-paper';

const HOURS = '[head] 日期 | 地点 | 上午⏎08:30–11:30 | 下午⏎14:30–17:00';
const BELOW = [
  '[bold] 不用预约，直接来也行。要预约，打座机、请村里代办，或用微信小程序。',
  '[small] 东街之家（东街之家一楼），座机 0000-h1',
  '[small] 西街之家（西街之家一楼），座机 0000-h2',
  '[small bold] 有危险打110，有人病重打120；不知道找谁，打12345，白天夜里都有人接。',
];
const readYear = (days: readonly PrintedDay[], own: Directory = township, known = true) =>
  readPaper(makeYearTable(own, 2026, days, known));

test('each day has its homes below each other, who sits there by half-day, and what is special about it', () => {
  const kinds = new Map([
    ['h1', 'market'],
    ['h2', 'phone'],
  ] as const);
  const sheet = makeYearTable(
    township,
    2026,
    [dayOf('2026-12-07', SEATED), dayOf('2026-12-21', { kinds })],
    false,
  );
  expect(sheet).toMatchObject({
    name: '值班表 2026年',
    title: '溪口镇代表接访值班表',
    landscape: true,
    fitted: true,
    foot: FOOT,
  });
  expect(readPaper(sheet)).toEqual([
    '[medium bold center] 2026年',
    '[table big merged]',
    HOURS,
    '12月7日⏎星期一 | 东街之家 | 丁甲（主席团成员）、于乙 | 卜戊',
    ' | 西街之家 | — | 王丙',
    '12月21日⏎星期一 | 东街之家⏎赶集日 | 待公布 | 待公布',
    ' | 西街之家⏎电话接访 | 待公布 | 待公布',
    '其余日期等国家放假安排公布后再补，可以打座机问。',
    ...BELOW,
  ]);
});

test('one day’s table for the door has its whole date and larger letters', () => {
  const sheet = makeDayTable(township, dayOf('2026-12-07', SEATED));
  expect(sheet.name).toBe('值班表 2026年12月7日（星期一）');
  expect(readPaper(sheet)).toEqual([
    '[medium bold center] 2026年12月7日（星期一）',
    '[table huge merged]',
    HOURS,
    '12月7日⏎星期一 | 东街之家 | 丁甲（主席团成员）、于乙 | 卜戊',
    ' | 西街之家 | — | 王丙',
    ...BELOW,
  ]);
});

test('hours stand in the head where all homes keep them, else by home, where none says so', () => {
  const own = (afternoon: string) => ({
    ...township,
    homes: township.homes.map((home) => (home.id === 'h1' ? { ...home, own: { afternoon } } : home)),
  });
  const differing = readYear([], own('无'));
  expect(differing.slice(2, 5)).toEqual([
    '[head] 日期 | 地点 | 上午⏎08:30–11:30 | 下午',
    '[small] 东街之家：上午08:30–11:30，下午不接访',
    '[small] 西街之家：上午08:30–11:30，下午14:30–17:00',
  ]);
  const closed = { ...township, settings: { afternoon: '无' } };
  expect(readYear([], closed).slice(2, 4)).toEqual([
    '[head] 日期 | 地点 | 上午⏎08:30–11:30 | 下午⏎不接访',
    BELOW[0],
  ]);
});

test('a year without a day left has the head in large letters, the hours and whom to ring', () => {
  expect(readYear([])).toEqual(['[medium bold center] 2026年', '[table large merged]', HOURS, ...BELOW]);
});

test('a township without homes has no hours to tell', () => {
  expect(readYear([], { ...township, homes: [] })[2]).toBe('[head] 日期 | 地点 | 上午 | 下午');
});

test.each([
  [1, 'huge', 1],
  [2, 'big', 1],
  [3, 'medium', 1],
  [4, 'large', 1],
  [6, 'medium', 2],
  [8, 'large', 2],
])(
  '%i days are set in %s letters on %i pages: no page more than the least letters need',
  (count, size, pages) => {
    const days = daysOf(count, {
      published: true,
      seats: [seatOf('h1', 'am', 1, '阿依古丽买买提', '主席团成员')],
    });
    const words = readYear(days);
    expect(words.filter((line) => line.startsWith('[table'))).toEqual(
      Array.from({ length: pages }, () => `[table ${size} merged]`),
    );
    expect(words.filter((line) => line.startsWith('[page]'))).toEqual(
      Array.from({ length: pages - 1 }, () => '[page] 溪口镇代表接访值班表'),
    );
    // The hours and whom to ring stand once, on the last page.
    expect(words.slice(-4)).toEqual(BELOW);
    expect(words.filter((line) => line === BELOW[0])).toHaveLength(1);
  },
);

test.each([
  [6, 'medium'],
  [12, 'large'],
  [20, 'normal'],
  [30, 'small'],
  [300, 'small'],
])('%i people on one day are all named, in letters as large as one page allows', (count, size) => {
  const names = Array.from({ length: count }, () => '阿依古丽买买提');
  const seats = names.map((name, n) => seatOf('h1', 'am', n, name, '主席团成员'));
  const words = readPaper(makeDayTable(township, dayOf('2026-12-07', { published: true, seats })));
  expect(words[1]).toBe(`[table ${size} merged]`);
  expect(words.join()).toContain(names.map((name) => `${name}（主席团成员）`).join('、'));
  expect(words.slice(-4)).toEqual(BELOW);
});
