import {
  chartsFrom,
  drawCharts,
  earlierThan,
  facetOfBar,
  makeCharts,
  monthsBefore,
  windowOf,
} from '../../../../../cloudfunctions/report/work-report/rules/charts';
import type { Sources } from '../../../../../cloudfunctions/report/work-report/rules/sources';
import type { BarRows, ChartNumber } from '../../../../../miniprogram/contract/work-report';
import { smallDirectory } from '../../../request/rules/books';
import { factOf, requestOf, sourcesOf } from './span';

const SPAN = { from: '2026-05-24', to: '2026-11-23' };
const named = (charts: ReturnType<typeof makeCharts>, dimension: string) =>
  charts.splits.find((split) => split.dimension === dimension)?.bars.map(({ label, n }) => [label, n]);
const draw = (of: ChartNumber, changes: Partial<Sources>) => makeCharts(of, sourcesOf(changes));

describe('days', () => {
  it('go back by months to the day after, so that half a year is half a year', () => {
    expect([monthsBefore('2026-11-23', 6), monthsBefore('2026-11-23', 12)]).toEqual([
      '2026-05-24',
      '2025-11-24',
    ]);
  });

  it('of the half-year before end where this one begins', () => {
    expect(earlierThan({ from: '2026-11-01', to: '2026-11-10' })).toEqual({
      from: '2026-10-22',
      to: '2026-10-31',
    });
  });

  it('are read from the first of the twelve months, or from a year ago where that is earlier', () => {
    expect(chartsFrom('2026-11-23')).toBe('2025-11-24');
    expect(chartsFrom('2026-11-30')).toBe('2025-12-01');
    expect(chartsFrom('2026-12-31')).toBe('2026-01-01');
  });

  it('of a month stand in its own bar, its last day too, and of a span only those within it', () => {
    const months = windowOf({ from: '2026-12-10', to: '2027-02-28' }).months;
    expect(months).toEqual([
      { from: '2026-12-10', to: '2026-12-31' },
      { from: '2027-01-01', to: '2027-01-31' },
      { from: '2027-02-01', to: '2027-02-28' },
    ]);
    expect(windowOf({ from: '2026-12-01', to: '2026-12-01' }).months).toEqual([
      { from: '2026-12-01', to: '2026-12-01' },
    ]);
  });
});

describe('the half-year', () => {
  const facts = ['2025-12-31', '2026-05-23', '2026-05-24', '2026-11-23', '2026-11-24'].map((date) =>
    factOf(date, 'reception', { date, party: date }),
  );
  const charts = draw('received', { facts });

  it('has its first and last day, and the half before up to the day before', () => {
    expect(charts.span).toEqual(SPAN);
    expect(charts.total).toMatchObject({ n: 2, rows: { of: 'received', ...SPAN } });
    expect(charts.before).toMatchObject({ n: 2, rows: { from: '2025-11-24', to: '2026-05-23' } });
    expect([charts.total.label, charts.before?.label]).toEqual(['这半年', '前半年']);
  });

  it('stands in twelve months, this one last, over New Year', () => {
    expect(charts.months.map(({ label, n }) => `${label} ${String(n)}`)).toEqual([
      '12月 1',
      '1月 0',
      '2月 0',
      '3月 0',
      '4月 0',
      '5月 2',
      '6月 0',
      '7月 0',
      '8月 0',
      '9月 0',
      '10月 0',
      '11月 2',
    ]);
    const [first] = charts.months;
    expect(first?.rows).toEqual({ of: 'received', from: '2025-12-01', to: '2025-12-31' });
  });

  it('counts somebody who came twice once, and opens both rows', () => {
    const twice = ['a', 'b'].map((id) => factOf(id, 'reception', { party: 'same' }));
    expect(draw('received', { facts: twice }).total).toMatchObject({ n: 1, count: 2 });
  });
});

it('says the year of a month in a longer span, where there are two of its name', () => {
  const labels = (from: string, to: string) =>
    drawCharts('done', sourcesOf({}), windowOf({ from, to })).months.map(({ label }) => label);
  const long = labels('2025-11-05', '2026-11-23');
  expect([long[0], long[1], long[2], long.at(-1)]).toEqual(['2025年11月', '2025年12月', '1月', '11月']);
  expect(labels('2025-12-01', '2026-11-23')[0]).toBe('12月');
});

describe('by home, group, village and category', () => {
  const small = smallDirectory([], []);
  const facts = [
    factOf('a', 'help', { home: 'h1', group: 'g2', village: 'v1', category: 'water' }),
    factOf('b', 'request-solved', { home: 'h2', group: 'g2', village: 'v2', category: 'water' }),
    factOf('c', 'help', { home: 'h2', village: 'v2', date: '2026-05-01' }),
    factOf('d', 'help', { home: 'h2', village: 'v9' }),
  ];
  const charts = draw('done', { facts, directory: small });

  it('the most stands first, and what is nothing is no bar', () => {
    expect(named(charts, 'home')).toEqual([
      ['h2', 2],
      ['h1', 1],
    ]);
    expect(named(charts, 'group')).toEqual([['第二小组', 2]]);
    expect(named(charts, 'village')).toEqual([
      ['甲村', 1],
      ['乙村', 1],
    ]);
    expect(named(charts, 'category')).toEqual([['水利', 2]]);
  });

  it('each bar says which rows it opens', () => {
    const [bar] = charts.splits.find(({ dimension }) => dimension === 'group')?.bars ?? [];
    expect(bar?.rows).toEqual({ of: 'done', by: { dimension: 'group', value: 'g2' }, ...SPAN });
  });

  it('a dimension without bars is left out', () => {
    const bare = draw('done', { facts: [factOf('a', 'help', { home: 'h1' })], directory: small });
    expect(bare.splits.map(({ dimension }) => dimension)).toEqual(['home']);
  });
});

it('counts each number from its own kinds', () => {
  const facts = [
    factOf('a', 'reception', { party: 'x' }),
    factOf('b', 'household-visit', { household: 'x' }),
    factOf('c', 'household-visit', { household: 'y' }),
    ...['d', 'e', 'f'].map((id) => factOf(id, 'help')),
    factOf('g', 'request-rated', { result: 'satisfied', group: 'g1' }),
    factOf('h', 'request-rated', { result: 'dissatisfied', group: 'g1' }),
  ];
  const numbers = (['received', 'visited', 'done', 'satisfied'] as const).map(
    (of) => draw(of, { facts }).total.n,
  );
  expect(numbers).toEqual([1, 2, 3, 1]);
  expect(named(draw('satisfied', { facts }), 'group')).toEqual([['第一小组', 1]]);
});

describe('what stands as of today', () => {
  const requests = [
    requestOf('r1', { due: '2026-11-22' }),
    requestOf('r2', { due: '2026-11-23', group: 'g2' }),
    requestOf('r3', { due: '2026-12-01', group: 'g2' }),
  ];

  it('has no months and nothing before', () => {
    const open = draw('open', { requests });
    expect(open).not.toHaveProperty('before');
    expect([open.total.n, open.total.count, open.months]).toEqual([3, 3, []]);
    expect(named(open, 'group')).toEqual([
      ['第二小组', 2],
      ['第一小组', 1],
    ]);
  });

  it('is late from the day after its last one', () => {
    const late = draw('late', { requests });
    expect([late.total.n, named(late, 'group')]).toEqual([1, [['第一小组', 1]]]);
  });

  it('is of requests alone: no other number counts them', () => {
    expect(draw('done', { requests }).total.n).toBe(0);
    expect(draw('open', { facts: [factOf('a', 'help')] }).total.n).toBe(0);
  });
});

describe('hot spots', () => {
  const asked = (id: string, category: string, village: string, date = '2026-06-01') =>
    factOf(id, 'request-submitted', { category, village, date, source: `request~${id}` });

  it('are what was asked for in the half-year, the most first, with its villages likewise', () => {
    const facts = [
      asked('a', 'road', 'v1'),
      asked('b', 'water', 'v1'),
      asked('c', 'water', 'v2'),
      asked('d', 'water', 'v2'),
      asked('e', 'road', 'v1', '2026-05-01'),
      factOf('f', 'request-answered', { category: 'road', village: 'v2' }),
    ];
    expect(draw('received', { facts }).hotSpots).toEqual([
      {
        category: 'water',
        name: '水利',
        n: 3,
        villages: [
          { village: 'v2', name: '乙村', n: 2 },
          { village: 'v1', name: '甲村', n: 1 },
        ],
        requests: ['b', 'c', 'd'],
      },
      {
        category: 'road',
        name: '道路',
        n: 1,
        villages: [{ village: 'v1', name: '甲村', n: 1 }],
        requests: ['a'],
      },
    ]);
  });

  it('give the last twenty requests for the draft of a suggestion', () => {
    const facts = Array.from({ length: 22 }, (_, n) => asked(`r${String(n)}`, 'road', 'v1'));
    const [spot] = draw('received', { facts }).hotSpots;
    expect([spot?.n, spot?.requests.length, spot?.requests[0], spot?.requests.at(-1)]).toEqual([
      22,
      20,
      'r2',
      'r21',
    ]);
  });
});

it.each<[Omit<BarRows, 'from' | 'to'>, ReturnType<typeof facetOfBar>]>([
  [{ of: 'visited' }, { name: 'visited' }],
  [
    { of: 'visited', by: { dimension: 'home', value: 'h1' } },
    { name: 'visited', by: { dimension: 'home', value: 'h1' } },
  ],
  [{ of: 'satisfied' }, { name: 'rated', by: { dimension: 'result', value: 'satisfied' } }],
  [
    { of: 'satisfied', by: { dimension: 'home', value: 'h1' } },
    { name: 'rated', by: { dimension: 'home', value: 'h1' }, result: 'satisfied' },
  ],
  [{ of: 'open' }, undefined],
  [{ of: 'late' }, undefined],
])('of %j the list is read under the index entry that counts the same rows', (bar, facet) => {
  expect(facetOfBar({ ...bar, ...SPAN })).toEqual(facet);
});

it('of one home no entry names a result: the list would look past its own rows', () => {
  expect(facetOfBar({ of: 'done', by: { dimension: 'home', value: 'h1' }, ...SPAN })).not.toHaveProperty(
    'result',
  );
  expect(facetOfBar({ of: 'done', ...SPAN })).not.toHaveProperty('by');
});
