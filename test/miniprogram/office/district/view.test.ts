import { toActs, toListScreen } from '../../../../miniprogram/office/district/rooms';
import { toFiguresScreen, toPlaces } from '../../../../miniprogram/office/district/view';
import type { DistrictView } from '../../../../miniprogram/contract/district-view';

const TODAY = '2026-11-23';
const view: DistrictView = {
  name: '某某区',
  townships: 14,
  counted: 13,
  from: '2026-07-01',
  to: TODAY,
  numbers: {
    asOf: Date.parse('2026-11-23T08:55:00+08:00'),
    months: ['2026-10', '2026-11'],
    received: { n: 9, months: [null, 6] },
    visited: { n: 0 },
    done: { n: 2 },
    open: 4,
    late: 0,
    ratings: { n: 12, parts: { satisfied: 12, dissatisfied: 0, unrated: 0 } },
  },
};

test('a part that is not told says so, and draws no bar', () => {
  const { cards, notes } = toFiguresScreen(view, TODAY, true);
  expect(cards[0]).toMatchObject({
    n: '9',
    months: [
      { n: '不细分', width: 0 },
      { n: '6', width: 100 },
    ],
  });
  expect(cards.find(({ id }) => id === 'done')).toMatchObject({ n: '2', months: [] });
  expect(notes.join('')).toContain('14 个乡镇里，13 个本期有数字');
});

test('nothing counted yet is said, and is no nought', () => {
  const { numbers: _numbers, ...none } = view;
  expect(toFiguresScreen(none, TODAY, false)).toMatchObject({
    cards: [],
    empty: '这个乡镇本期还没有数字。',
  });
});

test('one place is looked at at a time, all of them first', () => {
  expect(toPlaces([{ id: 'bh', name: '白鹤镇' }]).map(({ text }) => text)).toEqual(['各乡镇合计', '白鹤镇']);
});

test('the district answers what it opened and nobody answered yet', () => {
  const row = { about: '', words: '边沟塌方', tag: '', tone: '', answer: '' };
  const rows = [
    { id: 'a', waits: true, ...row },
    { id: 'b', waits: false, ...row },
  ];
  const acts = (opened: string) => toActs(toListScreen('passed', { rows }, opened)).map(({ id }) => id);
  expect([acts(''), acts('a'), acts('b')]).toEqual([[], ['a'], []]);
});
