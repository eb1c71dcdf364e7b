/** 值班表: who sits where on which day, and the hours. */
import type { Directory } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import { makeDayTable, makeYearTable } from '../../../../../cloudfunctions/report/documents/rules/duty-table';
import type { PrintedDay } from '../../../../../cloudfunctions/report/documents/rules/reception-days';
import { BELOW, dayOf, SEATED } from './printed-days';
import { FOOT, readPaper, township } from './read-paper';

const HOURS = '[head] 日期 | 地点 | 上午⏎08:30–11:30 | 下午⏎14:30–17:00';
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
