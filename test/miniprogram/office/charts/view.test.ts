import type { ChartsView } from '../../../../miniprogram/contract/work-report';
import { toChartsScreen } from '../../../../miniprogram/office/charts/view';

const span = { from: '2026-05-24', to: '2026-11-23' };
const bar = { label: '', n: 0, count: 0, rows: { of: 'received' as const, ...span } };
const spot = (category: string, villages: readonly (readonly [string, number])[]) => ({
  category,
  name: category,
  n: villages.reduce((sum, [, n]) => sum + n, 0),
  villages: villages.map(([name, n]) => ({ village: name, name, n })),
  requests: [],
});
const screen = (hotSpots: ChartsView['hotSpots']) =>
  toChartsScreen(
    'received',
    { asOf: 0, span, total: bar, months: [], splits: [], hotSpots, promises: [] },
    '',
    span.to,
  );

test('under a hundred matters one list, from there on a matrix of category and village', () => {
  expect(screen([spot('道路', [['柳树', 99]])]).matrix).toBeNull();
  const both = [
    spot('道路', [
      ['柳树', 70],
      ['新村', 10],
    ]),
    spot('饮水', [['新村', 20]]),
  ];
  const { matrix } = screen(both);
  expect(matrix?.villages.map(({ name }) => name)).toEqual(['柳树', '新村']);
  expect(matrix?.rows.map(({ n, cells }) => [n, ...cells.map((cell) => cell.n)])).toEqual([
    ['80', '70', '10'],
    ['20', '', '20'],
  ]);
});
