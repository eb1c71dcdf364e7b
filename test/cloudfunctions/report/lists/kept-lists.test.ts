/** Lists of the presidium and of what the office keeps: every row, in its order, and whether it is whole. In process. */
import { emptyRoster } from '../../../../cloudfunctions/reception/roster/rules/roster-document';
import type { Directory, Person } from '../../../../cloudfunctions/registry/directory/rules/directory';
import { encryptField as sealed } from '../../../../cloudfunctions/shared/cipher';
import type { ExportedList } from '../../../../miniprogram/contract/list-export';
import type { InProcessCloud } from '../../../support/in-process';
import { many, row, rowsOf, startLists, take, type Row } from './take-table';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

const TODAY = '2026-11-23';
let cloud: InProcessCloud;
let directory: Directory;
beforeAll(async () => {
  ({ cloud, directory } = await startLists());
});

describe('of the presidium', () => {
  const opinion = (n: number, said: object) => ({
    [`o${String(n)}`]: {
      unit: 'u1',
      due: `2026-12-0${String(n)}`,
      state: 'accepted',
      said: sealed(JSON.stringify({ site: '', words: `意见${String(n)}` })),
      ...said,
    },
  });
  const inspection = (n: number, opinions: object, state = 'held') =>
    row(n, {
      kind: 'inspection',
      state,
      date: '2026-11-01',
      said: sealed(JSON.stringify({ title: `第${String(n)}次` })),
      opinions,
      lists: ['opinions'],
    });

  it('open opinions of what was held, the nearest date first', async () => {
    cloud.replace('activities', [
      inspection(1, { ...opinion(3, { key: { state: 'decided' } }), ...opinion(2, { state: 'closed' }) }),
      inspection(2, opinion(1, {})),
      inspection(3, opinion(4, {}), 'withdrawn'),
    ]);
    const unit = directory.units.find(({ id }) => id === 'u1')?.name ?? '';
    const table = await take({ list: 'opinions' });
    expect(table?.said).toBe('还没办结的\u30002026年11月23日导出\u3000共 2 行');
    expect(table?.rows.map((each) => each.split('|'))).toEqual([
      ['2026-11-01', '第2次', '意见1', unit, expect.any(String), '2026-12-01', '', '', '', '', '', ''],
      ['2026-11-01', '第1次', '意见3', unit, expect.any(String), '2026-12-03', '', '', '', '', '', '是'],
    ]);
  });

  it('meetings with a row for each vote, and one for a meeting without any', async () => {
    const item = (title: string) => ({ title: sealed(title), for: 5, against: 0, abstain: 1, passed: true });
    const meeting = (n: number, items: object[]) =>
      row(n, {
        kind: 'meeting',
        list: 'meetings.2026',
        date: `2026-11-0${String(n)}`,
        place: sealed('三楼'),
        due: 9,
        persons: ['p5'],
        items,
        minutes: sealed('小李'),
      });
    cloud.replace('presidium', [meeting(1, [item('甲'), item('乙')]), meeting(2, [])]);
    const name = directory.people.find(({ id }) => id === 'p5')?.name ?? '';
    expect(await rowsOf({ list: 'meetings', year: 2026 })).toEqual([
      `2026-11-02|三楼|9|1|${name}||||||小李`,
      `2026-11-01|三楼|9|1|${name}|甲|5|0|1|通过|小李`,
      `2026-11-01|三楼|9|1|${name}|乙|5|0|1|通过|小李`,
    ]);
  });

  const note = (n: number, list: string, said: object = {}) =>
    row(n, {
      kind: 'opinion',
      list,
      date: '2026-11-01',
      by: 'p1',
      words: sealed(`记${String(n)}`),
      born: { k: '', by: '', h: '' },
      ...said,
    });

  it('each deputy with who keeps in touch, and what was noted of them; of who left no more than the notes', async () => {
    const membership = { term: 't18', from: '2024-01-01', level: 'town' as const };
    const people = (['p1', 'p2', 'p3', 'p4'] as const).map((id, n): Person => {
      const [first] = directory.people;
      if (!first) throw new Error('nobody');
      const own = [
        { ...membership, presidium: true },
        membership,
        { ...membership, to: '2026-10-01' },
        { term: 't18', from: '2024-01-01', receiver: true },
      ][n];
      return Object.assign({}, first, { id, name: `人${id}`, strokes: n, memberships: own ? [own] : [] });
    });
    cloud.replace('presidium', [
      note(1, 'deputies', { person: 'p2' }),
      note(2, 'deputies', { person: 'p2', kind: 'difficulty' }),
      note(3, 'deputies', { person: 'p3', answer: { words: sealed('好'), on: '2026-11-05' } }),
      note(4, 'deputies', { person: 'p2' }),
      { _id: 'bh~pairs', township: 'bh', rev: 1, pairs: { p1: 'p3', p2: 'p1' } },
    ]);
    const rows = (await rowsOf({ list: 'liaison' }, { as: { ...directory, people } })).map((each) =>
      each.split('|'),
    );
    const told = rows.map(([name, member, , , words, by, answer, on]) =>
      [name, member, words, by, answer, on].join(),
    );
    expect(told).toEqual([
      '人p1,还没有人联系,,,,',
      '人p2,人p1,记4,人p1,,',
      '人p2,人p1,记1,人p1,,',
      '人p3,还没有人联系,记3,人p1,好,2026-11-05',
    ]);
  });

  it.each([
    ['guidance', 'guidance', 'upward', {}],
    ['topics', 'topics.2026', 'topic', { year: 2026 }],
    ['meetings', 'meetings.2026', 'meeting', { year: 2026 }],
    ['liaison', 'deputies', 'opinion', {}],
  ] as const)(
    '%s: says that it is not whole where a list is longer than one reads',
    async (list, of, kind, asked) => {
      const about = {
        title: sealed('题'),
        form: 'report',
        on: '2026-11-20',
        state: 'planned',
        owner: 'office',
        due: 1,
        steps: [],
        acts: [],
        place: sealed(''),
        persons: [],
        items: [],
        minutes: sealed(''),
        person: 'p5',
      };
      const each = (n: number) => note(n, of, { ...about, kind });
      for (const [count, whole] of [
        [199, true],
        [200, false],
      ] as const) {
        cloud.replace('presidium', many(count, each));
        expect([count, (await take({ list, ...asked } as ExportedList))?.said.includes('没有列全')]).toEqual([
          count,
          !whole,
        ]);
      }
    },
  );
});

describe('of the office', () => {
  it('leave that lasts or comes, this year’s and the next one’s, the earliest first', async () => {
    const roster = (year: number, absences: object) =>
      Object.assign(emptyRoster('bh', year), { absences }) as unknown as Row;
    const span = (from: string, to: string) => ({ from, to });
    cloud.replace('rosters', [
      roster(2026, {
        p5: [span('2026-12-10', '2026-12-20'), span('2026-11-01', '2026-11-22')],
        p6: [span('2026-11-02', TODAY)],
      }),
      roster(2027, { p5: [span('2027-01-01', '2027-01-02')] }),
      roster(2028, { p5: [span('2028-01-01', '2028-01-02')] }),
    ]);
    const name = (id: string) => directory.people.find((one) => one.id === id)?.name ?? '';
    expect(await rowsOf({ list: 'absences' })).toEqual([
      `${name('p6')}|2026-11-02|${TODAY}`,
      `${name('p5')}|2026-12-10|2026-12-20`,
      `${name('p5')}|2027-01-01|2027-01-02`,
    ]);
    expect(await rowsOf({ list: 'roster', year: 2026 })).toEqual([]);
    expect(await rowsOf({ list: 'roster', year: 2031 })).toEqual([]);
  });

  it('the month’s talks by day', async () => {
    const talk = (date: string, people: number) => ({
      profession: '教师',
      title: '讲',
      speaker: '某',
      place: '村',
      date,
      state: 'off',
      people,
    });
    cloud.replace('publicityrows', [
      row(1, {
        _id: 'bh~plan-2026',
        activities: { b: talk('2026-12-05', 0), a: talk('2026-12-09', 30), c: talk('2026-12-01', 1) },
      }),
    ]);
    const rows = await rowsOf({ list: 'plan', year: 2026 });
    expect(rows.map((each) => [each.slice(0, 10), each.split('|').at(-1)])).toEqual([
      ['2026-12-01', '1'],
      ['2026-12-05', ''],
      ['2026-12-09', '30'],
    ]);
    expect(await rowsOf({ list: 'plan', year: 2025 })).toEqual([]);
  });

  it('who may not book just now, with four signs of a phone where there is one', async () => {
    const ban = (n: number, said: object) =>
      row(n, {
        seq: `2027-01-01~${String(n)}`,
        key: '',
        marks: [],
        name: sealed('王'),
        until: '2027-01-01',
        reason: sealed('缘由'),
        at: cloud.clock.now(),
        ...said,
      });
    cloud.replace('bans', [ban(1, { phone: sealed('13800001234') }), ban(2, {})]);
    expect((await rowsOf({ list: 'bans' })).sort()).toEqual(
      [`王|1234|${TODAY}|2027-01-01|缘由`, `王||${TODAY}|2027-01-01|缘由`].sort(),
    );
  });

  it('articles of one state, or all; activities of one kind, or all', async () => {
    const article = (n: number, state: string) =>
      row(n, {
        state,
        source: { kind: 'blank' },
        sourceWords: '',
        by: sealed('小李'),
        changedAt: cloud.clock.now(),
        openMarks: 2,
        content: { title: sealed(state) },
      });
    cloud.replace('articles', [article(1, 'draft'), article(2, 'submitted')]);
    const said = async (of: ExportedList) => {
      const table = await take(of);
      return [table?.name, table?.said.split('\u3000')[0], table?.rows.length];
    };
    expect(await said({ list: 'articles' })).toEqual(['文章 2026年11月23日', '全部', 2]);
    expect(await said({ list: 'articles', state: 'submitted' })).toEqual([
      '文章 待审 2026年11月23日',
      '待审',
      1,
    ]);
    const activity = (n: number, kind: string) =>
      row(n, {
        kind,
        state: 'held',
        date: '2026-11-01',
        by: 'p5',
        persons: ['p5'],
        invited: {},
        said: sealed('{}'),
        opinions: {},
        lists: ['all', `all.${kind}`],
      });
    cloud.replace('activities', [activity(1, 'study'), activity(2, 'care')]);
    expect(await said({ list: 'activities' })).toEqual(['履职活动 2026年11月23日', '全部', 2]);
    expect((await said({ list: 'activities', kind: 'care' })).slice(1)).toEqual(['关爱行动', 1]);
  });
});
