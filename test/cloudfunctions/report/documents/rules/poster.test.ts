/** The poster: when, where, how without a phone, and who receives. */
import type { Directory } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import { findStation, makePoster } from '../../../../../cloudfunctions/report/documents/rules/poster';
import type { PrintedDay } from '../../../../../cloudfunctions/report/documents/rules/reception-days';
import { dayOf, daysOf, SEATED } from './printed-days';
import { FOOT, readPaper, township } from './read-paper';

const WHEN = { year: 2026, today: '2026-01-02' };

function posterOf(place: string, days: readonly PrintedDay[], own: Directory = township, known = true) {
  const station = findStation(own, place);
  if (!station) throw new Error('no such place');
  return makePoster(own, station, WHEN, { known, days });
}
const read = (...asked: Parameters<typeof posterOf>) => readPaper(posterOf(...asked));

test('a village’s poster leads to its home: when, where, how without a phone, what a deputy can do and cannot', () => {
  const days = [
    dayOf('2026-01-01', SEATED),
    dayOf('2026-12-07', SEATED),
    dayOf('2026-12-21', { kinds: new Map([['h1', 'market']]) }),
    dayOf('2026-12-25', { homes: township.homes.slice(1) }),
  ];
  const sheet = posterOf('v1', days);
  expect(sheet).toMatchObject({
    name: '海报 柳村 2026年',
    title: '有事找代表　柳村',
    fitted: true,
    foot: FOOT,
  });
  expect(readPaper(sheet)).toEqual([
    '[giant bold center] 每月5日接访',
    '[scene 70] xk.v1',
    '> [medium bold] 东街之家',
    '> [large] 东街之家一楼',
    '> [medium bold] 座机 0000-h1',
    '> [large] 遇到周末、节假日，往后顺延到上班的一天。',
    '> [large bold] 上午08:30–11:30',
    '> [large bold] 下午14:30–17:00',
    '> [normal] 微信里打开小程序“代表之家”，点“扫海报上的码”，对准这里：预约、反映、看办到哪一步。',
    '> [normal bold] 站点编号 xk.v1',
    '[large bold] 2026年接访日',
    '[table medium]',
    '12月7日（星期一） | 12月21日（星期一） 赶集日',
    '[normal] 12月7日（星期一）接访人：上午 丁甲（主席团成员）、于乙；下午 卜戊',
    '[normal] 其余各日的接访人提前几天公布，可以打座机问。',
    '[normal bold] 不用手机也行',
    '[normal] ① 不用预约，接访日直接来，到东街之家。',
    '[normal] ② 打座机 0000-h1，请人帮您约。',
    '[normal] ③ 请村里代办员帮您登记：＿＿＿＿＿＿　电话：＿＿＿＿＿＿',
    '[normal bold] 代表能做五件事：听、记、转、跟、答',
    '[normal] 听您说完；记下来，给编号；转给能办的部门或村里；跟着办，过了日子会催；有结果答复您。',
    '[normal] 代表不能替部门拍板，不办案子，不判官司，不收钱，不收礼。',
    '[normal bold] 有危险打110，有人病重打120；不知道找谁，打12345，白天夜里都有人接。',
  ]);
});

test('a home’s own poster is under its own name, with its own people, and needs no way to another', () => {
  const sheet = posterOf('h2', [dayOf('2026-12-07', SEATED)]);
  expect(sheet).toMatchObject({ name: '海报 西街之家 2026年', title: '有事找代表　西街之家' });
  const words = readPaper(sheet);
  expect(words).toContain('[scene 70] xk.h2');
  expect(words).toContain('[large] ① 不用预约，接访日直接来。');
  expect(words).toContain('[large] 12月7日（星期一）接访人：下午 王丙');
});

test('a place that is neither home nor village has no poster', () => {
  expect(findStation(township, 'v9')).toBeUndefined();
});

test('where everybody is named nobody is said to come later; where nobody is, it says when', () => {
  const later = (words: readonly string[]) => words.filter((line) => line.includes('提前几天公布'));
  expect(later(read('h1', daysOf(2, SEATED)))).toEqual([]);
  expect(later(read('h1', daysOf(2)))).toEqual(['[large] 接访人提前几天公布，可以打座机问。']);
});

test('a draft’s names stay in the office', () => {
  expect(read('h1', daysOf(1, { ...SEATED, published: false })).join()).not.toContain('丁甲');
});

test('a year without a day to come has its rule and no empty table', () => {
  const words = read('h1', []);
  const at = words.indexOf('[large bold] 2026年接访日');
  expect(words[at + 1]).toBe('[large bold] 不用手机也行');
});

test('dates that may still change are said to follow', () => {
  const gap = '[small] 其余日期等国家放假安排公布，可以打座机问。';
  expect(read('h1', daysOf(1), township, false)).toContain(gap);
  expect(read('h1', daysOf(1))).not.toContain(gap);
});

test('a half-day that a home does not hold is not on its poster; when the house is open is, where it is known', () => {
  const homes = township.homes.map((home) => ({ ...home, hours: '周一至周五', own: { afternoon: '无' } }));
  const words = read('h1', [], { ...township, homes });
  expect(words.slice(2, 8)).toEqual([
    '> [medium bold] 东街之家',
    '> [large] 东街之家一楼',
    '> [medium bold] 座机 0000-h1',
    '> [normal] 平时开门 周一至周五',
    '> [large] 遇到周末、节假日，往后顺延到上班的一天。',
    '> [large bold] 上午08:30–11:30',
  ]);
  expect(words[8]).toMatch(/^> \[normal\] 微信里/);
});

test.each([
  ['next', '遇到周末、节假日，往后顺延到上班的一天。'],
  ['previous', '遇到周末、节假日，提前到上班的一天。'],
  ['stays', '周末、节假日也照常。'],
])('the rule «%s» is said as «%s», with the home’s own day', (receptionShift, words) => {
  const homes = township.homes.map((home) => ({ ...home, own: { receptionShift } }));
  const poster = read('h1', [], {
    ...township,
    homes,
    settings: { receptionDay: 15, receptionShift: 'next' },
  });
  expect(poster[0]).toBe('[giant bold center] 每月15日接访');
  expect(poster).toContain(`> [large] ${words}`);
});
