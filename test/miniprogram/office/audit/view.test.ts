import type { AuditCard } from '../../../../miniprogram/contract/audit';
import { actAt, narrowings, toChips, toColumns, toLine } from '../../../../miniprogram/office/audit/view';

const kinds = [
  { of: 'requests', name: '群众意见', acts: { assign: '转办' } },
  { of: 'days', name: '接访日', acts: { publish: '公布', withdraw: '撤下' } },
];
const card: AuditCard = {
  row: 'r1',
  at: Date.parse('2026-11-23T23:30:00+08:00'),
  by: 'p1',
  who: '陈样样',
  act: 'days.publish',
  did: '公布',
  on: '接访日 2026年12月7日',
};

test('a row says who, what, on what and when', () => {
  expect(toLine(card, '2026-11-24')).toMatchObject({
    who: '陈样样',
    did: '公布',
    on: '接访日 2026年12月7日',
  });
});

test('a row offers its own person, act and day in China, whatever hour it was', () => {
  expect(narrowings(card).map(({ filter }) => filter)).toEqual([
    { by: 'p1' },
    { act: 'days.publish' },
    { day: '2026-11-23' },
  ]);
});

test('what it is narrowed to can be read and taken away', () => {
  const about = { kinds, who: '陈样样', today: '2026-11-24' };
  expect(toChips({}, about)).toEqual([]);
  expect(toChips({ by: 'p1', act: 'days.withdraw' }, about)).toEqual([
    { id: 'by', words: '陈样样' },
    { id: 'act', words: '接访日 撤下' },
  ]);
});

test('the second column has the acts of what the first one names', () => {
  expect(toColumns(kinds, 1)).toEqual([
    ['群众意见', '接访日'],
    ['公布', '撤下'],
  ]);
  expect(toColumns([], 0)).toEqual([[], []]);
  expect(actAt(kinds, 1, 1)).toBe('days.withdraw');
  expect(actAt(kinds, 2, 0)).toBeUndefined();
});
