/** 纸质补录: a line of the table is what a person would have typed on that day, and is noted once. */
import { planBackEntry, sameKey, spanOf } from '../../../../../cloudfunctions/duty/back-entry/rules/plan';
import {
  BACK_ENTRY,
  backEntryFor,
  toActivityInput,
} from '../../../../../cloudfunctions/duty/back-entry/rules/table';
import type { Directory } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import type { ActivityInput } from '../../../../../miniprogram/contract/duty';

const TODAY = '2026-11-23';
const person = (id: string, name: string, level: string) => ({
  id,
  name,
  strokes: 1,
  claimed: true,
  absent: [],
  memberships: [{ term: 't1', from: '2022-01-01', level }],
});
const directory = {
  villages: [
    { id: 'v1', name: '柳树城村' },
    { id: 'v4', name: '双井村' },
    { id: 'v5', name: '同名村' },
    { id: 'v6', name: '同名村' },
  ],
  categories: [{ id: 'water', name: '水利饮水' }],
  people: [
    person('p5', '马样样', 'town'),
    person('p6', '文样样', 'town'),
    person('p9', '区样样', 'district'),
  ],
  ownKinds: [
    { id: '夜校', unit: 'sessions', fields: ['place'], by: 'deputies' },
    { id: '旧事', unit: 'sessions', fields: [], by: 'office', paused: true },
  ],
} as unknown as Directory;
const HELP = { kind: '帮办实事', date: '2026-03-05', persons: '马样样', title: '修水管' };
const read = (cells: Record<string, string>) => toActivityInput(directory, cells, TODAY);

describe('a line', () => {
  it('with no more than is needed says no more', () => {
    expect(read(HELP)).toStrictEqual({
      kind: 'help',
      date: '2026-03-05',
      persons: ['p5'],
      entered: true,
      title: '修水管',
    });
  });

  it('says all that its columns say, in the ids that the township knows', () => {
    const help = {
      village: ' 双井村',
      category: '水利饮水',
      household: '周大山',
      result: '通水',
      tag: '抗旱',
    };
    expect(read({ ...HELP, ...help, persons: '马样样、文样样、马样样' })).toStrictEqual({
      kind: 'help',
      date: '2026-03-05',
      persons: ['p5', 'p6'],
      entered: true,
      title: '修水管',
      result: '通水',
      tag: '抗旱',
      village: 'v4',
      category: 'water',
      household: { name: '周大山' },
    });
    const visit = {
      kind: '入户走访',
      date: '2026-03-05',
      persons: '马样样',
      village: '双井村',
      people: '3',
      words: '路',
    };
    expect(read(visit)).toMatchObject({ kind: 'household-visit', people: 3, words: '路' });
    expect(read({ ...HELP, kind: '上级培训', place: '县城' })).toMatchObject({
      kind: 'upper-training',
      place: '县城',
    });
  });

  it('of an own kind of the township', () => {
    expect(read({ ...HELP, kind: '夜校', place: '村口' })).toMatchObject({ kind: 'own-夜校', place: '村口' });
  });

  it('of a deputy of the district says by whose mandate', () => {
    const report = { ...HELP, kind: '述职', persons: '马样样、区样样' };
    expect(read(report)).toEqual({ column: 'mandate', why: 'needed' });
    expect(read({ ...report, mandate: '区人大' })).toMatchObject({ kind: 'duty-report', mandate: '区人大' });
    expect(read({ ...report, persons: '马样样' })).toMatchObject({ kind: 'duty-report' });
  });

  it.each([
    ['a kind that there is not', { kind: '帮办' }, { column: 'kind', why: 'unknown' }],
    ['a kind that is kept out of tables', { kind: '监测户帮扶' }, { column: 'kind', why: 'unknown' }],
    ['the presidium’s liaison', { kind: '联系代表' }, { column: 'kind', why: 'unknown' }],
    ['a kind that is paused', { kind: '旧事' }, { column: 'kind', why: 'unknown' }],
    ['no kind', { kind: '' }, { column: 'kind', why: 'unknown' }],
    ['a day to come', { date: '2026-11-24' }, { column: 'date', why: 'future' }],
    [
      'somebody unknown among others',
      { persons: '马样样、某某' },
      { column: 'persons', why: 'unknown', text: '某某' },
    ],
    ['nobody', { persons: '' }, { column: 'persons', why: 'unknown', text: '' }],
    ['a column that its kind does not ask', { people: '3' }, { column: 'people', why: 'foreign' }],
    ['no title', { title: '' }, { column: 'title', why: 'needed' }],
    ['a village that there is not', { village: '没有村' }, { column: 'village', why: 'unknown' }],
    ['a village whose name two have', { village: '同名村' }, { column: 'village', why: 'unknown' }],
    ['a category that there is not', { category: '没有' }, { column: 'category', why: 'unknown' }],
  ])('is refused for %s', (_what, changes, fault) => {
    expect(read({ ...HELP, ...changes })).toEqual(fault);
  });

  it('of today is none to come', () => {
    expect(read({ ...HELP, date: TODAY })).toMatchObject({ date: TODAY });
  });
});

describe('the table', () => {
  const choices = (of: Directory) => backEntryFor(of).columns.find(({ key }) => key === 'kind');

  it('offers the kinds that stand on paper, and the township’s own that are not paused', () => {
    const built = BACK_ENTRY.columns.find(({ key }) => key === 'kind');
    const offered = (built as { choices?: readonly string[] } | undefined)?.choices ?? [];
    expect(offered).toContain('入户走访');
    expect(offered).not.toContain('监测户帮扶');
    expect(choices(directory)).toMatchObject({ choices: [...offered, '夜校'] });
    expect(choices({ ...directory, ownKinds: undefined } as unknown as Directory)).toMatchObject({
      choices: offered,
    });
  });

  it('is the same table but for that column', () => {
    const others = ({ columns }: typeof BACK_ENTRY) => columns.filter(({ key }) => key !== 'kind');
    const { columns: _columns, ...rest } = backEntryFor(directory);
    expect(others(backEntryFor(directory))).toEqual(others(BACK_ENTRY));
    expect(rest).toEqual({ title: BACK_ENTRY.title, most: BACK_ENTRY.most });
  });

  it('must hold a kind, a day and who did it; every other column may be empty', () => {
    const needed = BACK_ENTRY.columns.filter((column) => 'needed' in column && column.needed);
    expect(needed.map(({ key }) => key)).toEqual(['kind', 'date', 'persons']);
  });

  it('reads a day, names and a count as such, and everything else as words', () => {
    const kinds = BACK_ENTRY.columns.map(({ key, kind }) => [key, kind]);
    expect(Object.fromEntries(kinds)).toEqual({
      kind: 'choice',
      date: 'day',
      persons: 'names',
      village: 'text',
      household: 'text',
      people: 'count',
      title: 'text',
      category: 'text',
      words: 'text',
      result: 'text',
      place: 'text',
      mandate: 'text',
      tag: 'text',
    });
  });

  it('has its own example noted, but for what only some lines say', () => {
    const cells = Object.fromEntries(BACK_ENTRY.columns.map(({ key, example }) => [key, example]));
    const named = { ...cells, persons: '马样样、文样样', title: '', category: '', result: '', place: '' };
    expect(read(named)).toMatchObject({
      kind: 'household-visit',
      date: '2026-03-05',
      village: 'v4',
      people: 3,
    });
    expect(
      read({
        ...named,
        village: '',
        household: '',
        people: '',
        words: '',
        kind: '帮办实事',
        title: cells['title'] ?? '',
        category: cells['category'] ?? '',
      }),
    ).toMatchObject({ category: 'water' });
  });

  it('offers the villages and the categories of the township', () => {
    const offers = BACK_ENTRY.columns.flatMap((column) =>
      'offers' in column ? [[column.key, column.offers]] : [],
    );
    expect(offers).toEqual([
      ['village', 'villages'],
      ['category', 'categories'],
    ]);
  });

  it('understands the heads that people write', () => {
    const heads = BACK_ENTRY.columns.flatMap((column) => ('also' in column ? (column.also ?? []) : []));
    expect(heads).toEqual(['代表姓名', '参加代表', '标题', '内容']);
  });
});

describe('the same activity', () => {
  const of = (changes: Partial<ActivityInput>): string =>
    sameKey({ kind: 'help', date: '2026-03-05', persons: ['p5', 'p6'], title: '修水管', ...changes });

  it.each([
    ['whoever is named first', { persons: ['p6', 'p5'] }],
    ['with blanks in its words', { title: ' 修 水管' }],
    ['though more was written about it', { words: '通水了', result: '好' }],
  ])('%s', (_what, changes) => {
    expect(of(changes)).toBe(of({}));
  });

  it.each([
    ['of another kind', { kind: 'care' }],
    ['of another day', { date: '2026-03-06' }],
    ['with others', { persons: ['p5'] }],
    ['in another village', { village: 'v4' }],
    ['with other words', { title: '修路' }],
    ['for a household of that name', { household: { name: '修水管' } }],
  ] as const)('not %s', (_what, changes) => {
    expect(of(changes as Partial<ActivityInput>)).not.toBe(of({}));
  });

  it('of one household is one visit, whatever was said there', () => {
    const visit = { household: { name: '周大山' } };
    expect(of({ ...visit, words: '路' })).toBe(of({ household: { name: '周 大山' }, title: '灯' }));
    expect(of(visit)).not.toBe(of({ household: { name: '周小山' } }));
  });

  it('without a title is told apart by its words', () => {
    const bare = (words?: string) =>
      sameKey({ kind: 'tied-help', date: '2026-03-05', ...(words && { words }) });
    expect(bare('a')).not.toBe(bare('b'));
    expect(bare()).toBe(
      sameKey({ kind: 'tied-help', date: '2026-03-05', persons: [], village: '', title: '', words: '' }),
    );
  });
});

describe('a plan', () => {
  const row = (line: number, changes: Record<string, string> = {}) => ({
    line,
    cells: { ...HELP, ...changes },
  });
  const plan = (rows: ReturnType<typeof row>[], known: string[] = [], faults: object[] = []) =>
    planBackEntry({ rows, faults } as never, directory, TODAY, new Set(known));
  const keyOf = (changes: Record<string, string>) => sameKey(read({ ...HELP, ...changes }) as ActivityInput);

  it('notes each line, and says of whom and of what it is', () => {
    const { lines, same, faults } = plan([row(2, { village: '双井村', household: '周大山' })]);
    expect(lines).toStrictEqual([
      {
        line: 2,
        mark: 'new',
        title: '帮办实事 2026-03-05',
        words: '马样样，双井村，周大山，修水管',
        body: read({ ...HELP, village: '双井村', household: '周大山' }),
      },
    ]);
    expect([same, faults]).toEqual([0, []]);
    expect(plan([row(2)]).lines[0]?.words).toBe('马样样，修水管');
  });

  it('leaves out what is noted already, and counts it', () => {
    const { lines, same } = plan([row(2), row(3, { title: '修路' })], [keyOf({})]);
    expect([lines.map(({ line }) => line), same]).toEqual([[3], 1]);
  });

  it('names a line that is there twice, with the line where it was first', () => {
    const { lines, faults } = plan([row(2), row(3), row(4)]);
    expect(lines.map(({ line }) => line)).toEqual([2]);
    expect(faults).toEqual([
      { line: 3, column: '类别', why: 'doubled', text: '2' },
      { line: 4, column: '类别', why: 'doubled', text: '3' },
    ]);
    // Though it was noted before: the file still says it twice.
    expect(plan([row(2), row(3)], [keyOf({})])).toMatchObject({
      same: 1,
      faults: [{ line: 3, why: 'doubled' }],
    });
  });

  it('names what is wrong by the head of its column, with what stands there, in the order of the lines', () => {
    const earlier = { line: 9, column: '日期', why: 'format', text: 'x' };
    const { lines, faults } = plan(
      [row(7, { village: '没有村' }), row(3, { persons: '马样样、某某' }), row(5, { title: '' })],
      [],
      [earlier],
    );
    expect(lines).toEqual([]);
    expect(faults).toEqual([
      { line: 3, column: '代表', why: 'unknown', text: '某某' },
      { line: 5, column: '事由', why: 'needed', text: '' },
      { line: 7, column: '村', why: 'unknown', text: '没有村' },
      earlier,
    ]);
  });
});

it('a file speaks of the days from its first to its last, whatever their order', () => {
  const rows = (...days: string[]) =>
    ({ rows: days.map((date, n) => ({ line: n, cells: { date } })), faults: [] }) as never;
  expect(spanOf(rows('2026-05-01', '2026-01-02', '2026-03-03'))).toEqual({
    from: '2026-01-02',
    to: '2026-05-01',
  });
  expect(spanOf(rows('2026-05-01'))).toEqual({ from: '2026-05-01', to: '2026-05-01' });
  expect(spanOf(rows())).toBeUndefined();
});
