import {
  COUNTED_ONCE,
  drawHotSpots,
  drawNumber,
  makeChartsSheet,
  MATRIX_FROM,
  type Drawn,
} from '../../../../../cloudfunctions/report/work-report/rules/charts-sheet';
import { smallDirectory } from '../../../request/rules/books';

const villages = Array.from({ length: 10 }, (_, n) => ({
  id: `v${String(n)}`,
  name: `村${String(n)}`,
  villagerGroups: [],
  formerNames: [],
  home: 'h1',
}));
const spot = (category: string, n: number) => ({
  category,
  name: category,
  n,
  villages: Array.from({ length: 10 }, (_, at) => ({
    village: `v${String(at)}`,
    name: `村${String(at)}`,
    n: n / 10,
  })),
  requests: [],
});

it('is one list by category with its villages under a hundred matters', () => {
  const [, table] = drawHotSpots([spot('道路', MATRIX_FROM - 10)], villages);
  const cell = villages.map(({ name }) => `${name}9`).join('、');
  const rows = [['道路', '90', cell]];
  expect(table).toMatchObject({ head: ['类别', '件', '哪些村'], rows });
});

it('is a matrix of category and village from a hundred on, with every matter in it', () => {
  const [, ...tables] = drawHotSpots([spot('道路', 60), spot('饮水', 40)], villages);
  expect(tables).toHaveLength(2);
  const cells = tables.flatMap((table) =>
    'rows' in table ? table.rows.flatMap(([, ...counts]) => counts) : [],
  );
  expect(cells.reduce((sum, n) => sum + Number(n), 0)).toBe(100);
});

it('is nothing where nothing was asked for', () => {
  expect(drawHotSpots([], villages)).toEqual([]);
});

const bar = (label: string, n: number) => ({ label, n });
const spans = { now: '半年来', before: '前半年' };
const drawn = {
  total: bar('这半年', 36),
  before: bar('前半年', 30),
  months: [bar('10月', 28), bar('11月', 0), bar('12月', 1)],
  splits: [{ dimension: 'home' as const, bars: [bar('城关之家', 36)] }],
};

describe('a number on paper', () => {
  it('has its name, its sentence, then its months and its dimensions as tables', () => {
    const [heading, sentence, months, homes, ...rest] = drawNumber('received', drawn, spans);
    expect(heading).toEqual({ line: '接待选民', size: 'large', bold: true });
    expect(sentence).toEqual({ line: '半年来接待选民36人，前半年30人。', indent: true });
    expect(months).toMatchObject({ head: ['月份', '接待选民（人）', ''] });
    expect(homes).toMatchObject({
      head: ['代表之家', '接待选民（人）', ''],
      rows: [['城关之家', '36', '■'.repeat(14)]],
    });
    expect(rest).toEqual([]);
  });

  it('has squares as long as its share of the longest, at least one for something and none for nothing', () => {
    const [, , months] = drawNumber('received', drawn, spans);
    expect(months).toMatchObject({
      rows: [
        ['10月', '28', '■'.repeat(14)],
        ['11月', '0', ''],
        ['12月', '1', '■'],
      ],
    });
  });

  it('leaves out months in which nothing was, and says of what stands as of today that it does', () => {
    const { before: _before, ...now } = drawn;
    const blocks = drawNumber('open', { ...now, months: [bar('11月', 0)] }, spans);
    expect(blocks.map((block) => ('head' in block ? block.head[0] : ''))).toEqual(['', '', '代表之家']);
    expect(blocks[1]).toMatchObject({ line: '半年来在办36件（截至当天）。' });
  });

  it.each([
    ['home', '代表之家'],
    ['group', '代表小组'],
    ['village', '村'],
    ['category', '类别'],
  ] as const)('by %s is headed %s', (dimension, head) => {
    const blocks = drawNumber('done', { ...drawn, splits: [{ dimension, bars: [bar('一', 0)] }] }, spans);
    expect(blocks.at(-1)).toMatchObject({ head: [head, '帮办实事（件）', ''], rows: [['一', '0', '']] });
  });
});

describe('hot spots on paper', () => {
  it('say how many matters there are, and of which span', () => {
    expect(drawHotSpots([spot('道路', 20)], villages)[0]).toMatchObject({ line: '群众反映的事（半年20件）' });
    expect(drawHotSpots([spot('道路', 20)], villages, '一年来')[0]).toMatchObject({
      line: '群众反映的事（一年来20件）',
    });
  });

  it('have eight villages abreast, in the township’s order, and go on below; each page names its categories', () => {
    const [, first, second] = drawHotSpots([spot('道路', 100)], villages);
    expect(first).toMatchObject({ head: ['类别', '村0', '村1', '村2', '村3', '村4', '村5', '村6', '村7'] });
    expect(second).toMatchObject({ head: ['类别', '村8', '村9'], rows: [['道路（共100件）', '10', '10']] });
    expect(second).toMatchObject({ columns: [24, 38, 38], size: 'small' });
  });

  it('leave a cell empty where a village has nothing of a category, and a column away where it has nothing at all', () => {
    const only = (category: string, village: string) => ({
      ...spot(category, 60),
      villages: [{ village, name: village, n: 60 }],
    });
    const [, table] = drawHotSpots([only('道路', 'v1'), only('饮水', 'v3')], villages);
    expect(table).toMatchObject({
      head: ['类别', '村1', '村3'],
      rows: [
        ['道路（共60件）', '60', ''],
        ['饮水（共60件）', '', '60'],
      ],
    });
  });
});

it('puts all six numbers on one sheet with its span, and says why lines do not add up', () => {
  const hotSpots = [spot('道路', 20)];
  const made = { ...drawn, span: { from: '2026-05-24', to: '2026-11-23' }, hotSpots } as unknown as Drawn;
  const numbers = { received: made, visited: made, done: made, open: made, late: made, satisfied: made };
  const { name, title, blocks, foot } = makeChartsSheet(
    { card: { ...smallDirectory([], []).card, host: '镇人大' }, villages },
    numbers,
  );
  expect([name, title]).toEqual(['测试镇图表 2026年5月24日—11月23日', '测试镇人大工作数据']);
  expect(foot).toContain('镇人大');
  const lines = blocks.flatMap((block) => ('line' in block ? [block.line] : []));
  expect(lines[0]).toBe('（2026年5月24日—11月23日）');
  const headings = ['接待选民', '走访', '帮办实事', '在办', '超期', '满意', '群众反映的事（半年20件）'];
  expect(lines.filter((line) => headings.includes(line))).toEqual(headings);
  expect(lines).toContain('半年来走访36户，前半年30户。');
  expect(blocks.at(-1)).toEqual({ line: COUNTED_ONCE, size: 'small' });
  expect(blocks[0]).toMatchObject({ align: 'center' });
});

it('has tables as wide as the page, with a share for each column', () => {
  const tables = [...drawNumber('received', drawn, spans), ...drawHotSpots([spot('道路', 20)], villages)];
  const shares = tables.flatMap((block) => ('columns' in block ? [block.columns] : []));
  expect(shares).toHaveLength(3);
  for (const columns of shares)
    expect([columns.length, columns.reduce((sum, n) => sum + n, 0)]).toEqual([3, 100]);
});
