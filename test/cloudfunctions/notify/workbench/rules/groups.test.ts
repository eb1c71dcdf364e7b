/** In which groups of 工作台 a request waits, and how many of them somebody may know of. */
import {
  groupByQueue,
  groupByTeam,
  groupByUnit,
  groupOf,
  isTeamGroup,
  isUnitGroup,
  stillWaits,
  type Waiting,
} from '../../../../../cloudfunctions/notify/workbench/rules/groups';
import { countFigures, spanOf } from '../../../../../cloudfunctions/notify/workbench/rules/figures';
import { countPassed, waitsForDistrict } from '../../../../../cloudfunctions/notify/workbench/rules/district';
import { WORK_ROWS } from '../../../../../miniprogram/contract/workbench';

const TODAY = '2026-11-23';
const DAYS = { today: TODAY, yellow: '2026-11-26', tell: '2026-11-25' };
const row = (changes: object): Waiting =>
  ({
    _id: 'r',
    open: true,
    hidden: [],
    state: 'submitted',
    owner: { kind: 'deputy', person: 'p5', group: 'g1' },
    lead: '',
    group: 'g1',
    due: '2026-12-01',
    ...changes,
  }) as unknown as Waiting;
const atUnit = (state: string, changes: object = {}) =>
  row({ state, lead: 'u1', owner: { kind: 'unit', person: '', group: '' }, group: '', ...changes });

describe('a unit', () => {
  const groups = (one: Waiting, unit = 'u1') => Object.keys(groupByUnit([one], DAYS)[unit] ?? {});

  it.each([
    ['entrusted', ['unit-name']],
    ['signing', ['unit-sign']],
    ['assigned', ['unit-accept']],
    ['accepted', ['unit-reply']],
    ['promised', ['unit-reply']],
    ['confirming', []],
  ])('with one that is %s has %j', (state, expected) => {
    expect(groups(atUnit(state))).toEqual(expected);
  });

  it('is late from the day after, with what it has to do, and not with what waits for somebody else', () => {
    expect(groups(atUnit('accepted', { due: '2026-11-22' }))).toEqual(['unit-overdue', 'unit-reply']);
    expect(groups(atUnit('accepted', { due: TODAY }))).toEqual(['unit-reply']);
    expect(groups(atUnit('confirming', { due: '2026-11-22' }))).toEqual([]);
  });

  it('assists until it wrote its opinion, while the lead unit answers', () => {
    const assisting = (state: string, at?: number) =>
      groups(
        atUnit(state, { assists: { u2: { due: '2026-12-01', ...(at !== undefined && { at }) } } }),
        'u2',
      );
    expect(['assigned', 'accepted', 'promised'].map((state) => assisting(state))).toEqual([
      ['unit-assist'],
      ['unit-assist'],
      ['unit-assist'],
    ]);
    expect(assisting('accepted', 9)).toEqual([]);
    expect(assisting('entrusted')).toEqual([]);
    // It leads nothing here, however late the lead unit is.
    expect(groups(atUnit('accepted', { due: '2026-11-22', assists: { u2: {} } }), 'u2')).toEqual([
      'unit-assist',
    ]);
  });

  it('has nothing of another’s, and nobody is no unit', () => {
    expect(groupByUnit([atUnit('accepted')], DAYS)).not.toHaveProperty('u9');
    expect(groupByUnit([row({})], DAYS)).toEqual({});
  });
});

describe('a leader’s team', () => {
  it('has what a deputy of the group did not take, and what is late with one', () => {
    expect(groupByTeam([row({})], DAYS)).toEqual({
      g1: { 'group-untaken': { count: 1, hidden: {}, rows: ['r'] } },
    });
    expect(
      Object.keys(groupByTeam([row({ state: 'contacting', due: '2026-11-22' })], DAYS)['g1'] ?? {}),
    ).toEqual(['group-overdue']);
    expect(groupByTeam([row({ state: 'contacting', due: TODAY })], DAYS)).toEqual({ g1: {} });
  });

  it('has nothing that is with nobody of it, nor what is closed, and no group is no team', () => {
    expect(
      groupByTeam([row({ owner: { kind: 'office', person: '', group: '' }, due: '2026-11-22' })], DAYS),
    ).toEqual({ g1: {} });
    expect(groupByTeam([row({ open: false, due: '2026-11-22' })], DAYS)).toEqual({ g1: {} });
    expect(groupByTeam([row({ group: '' })], DAYS)).toEqual({});
  });
});

describe('a group', () => {
  it('keeps the first lines ready, and counts from whom how many are kept', () => {
    const rows = Array.from({ length: WORK_ROWS + 1 }, (_, n) => ({
      _id: `r${String(n)}`,
      hidden: n < 2 ? ['p1', 'p5'] : n === 2 ? ['p1'] : [],
    }));
    expect(groupOf(rows)).toEqual({
      count: WORK_ROWS + 1,
      hidden: { p1: 3, p5: 2 },
      rows: rows.slice(0, WORK_ROWS).map(({ _id }) => _id),
    });
  });

  it('of the office holds what its list holds; what is closed is read for the lists that speak of it', () => {
    const late = row({ _id: 'late', due: '2026-11-22' });
    const back = row({ _id: 'back', open: false, state: 'closed', callback: 'due' });
    const groups = groupByQueue([late, row({})], { 'call-backs': [back] }, DAYS);
    expect(groups['overdue']).toMatchObject({ count: 1, rows: ['late'] });
    expect(groups['call-backs']).toMatchObject({ count: 1, rows: ['back'] });
    expect(groups['rulings']).toMatchObject({ count: 0 });
    expect(groups).not.toHaveProperty('unit-sign');
  });
});

describe('what was counted', () => {
  it('still waits only while its group’s condition holds for whoever reads it', () => {
    const waits = (group: Parameters<typeof stillWaits>[0], one: Waiting, reader = {}) =>
      stillWaits(group, one, DAYS, reader);
    expect(waits('overdue', row({ due: '2026-11-22' }))).toBe(true);
    expect(waits('overdue', row({}))).toBe(false);
    expect(waits('unit-accept', atUnit('assigned'), { unit: 'u1' })).toBe(true);
    expect(waits('unit-accept', atUnit('assigned'), { unit: 'u2' })).toBe(false);
    expect(waits('unit-accept', atUnit('assigned'))).toBe(false);
    expect(waits('unit-accept', atUnit('assigned', { open: false }), { unit: 'u1' })).toBe(false);
    expect(waits('group-untaken', row({}), { group: 'g1' })).toBe(true);
    expect(waits('group-untaken', row({}), { group: 'g2' })).toBe(false);
    expect(waits('group-untaken', row({ state: 'contacting' }), { group: 'g1' })).toBe(false);
    expect(waits('calls', row({}))).toBe(true);
  });

  it('is of a unit, of a team, or of the office', () => {
    expect([
      isUnitGroup('unit-sign'),
      isUnitGroup('overdue'),
      isTeamGroup('group-untaken'),
      isTeamGroup('unit-sign'),
    ]).toEqual([true, false, true, false]);
  });
});

describe('the district', () => {
  const passed = (n: number, changes: object = {}) =>
    ({
      request: `r${String(n)}`,
      number: `1-${String(n)}`,
      from: '白鹤镇',
      category: '道路',
      summary: '修桥',
      state: 'passed-up',
      ...changes,
    }) as never;

  it('has what was passed up and not answered yet', () => {
    expect([
      waitsForDistrict({ state: 'passed-up' }),
      waitsForDistrict({ state: 'closed' }),
      waitsForDistrict({ state: 'passed-up', answer: {} as never }),
    ]).toEqual([true, false, false]);
  });

  it('reads the office’s summary, or the number where there is none', () => {
    const rows = [
      passed(0, { summary: '' }),
      passed(1, { state: 'closed' }),
      ...[2, 3, 4, 5].map((n) => passed(n)),
    ];
    const { count, rows: lines } = countPassed(rows);
    expect([count, lines.length]).toEqual([5, WORK_ROWS]);
    expect(lines.slice(0, 2)).toEqual([
      { id: 'r0', title: '编号 1-0', village: '白鹤镇', who: '道路' },
      { id: 'r2', title: '修桥', village: '白鹤镇', who: '道路' },
    ]);
  });
});

describe('figures', () => {
  it.each([
    [
      '2026-11-23',
      '2026-07-01',
      ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'],
      '2026-06-01',
    ],
    [
      '2026-07-01',
      '2026-07-01',
      ['2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'],
      '2026-02-01',
    ],
    [
      '2026-06-30',
      '2026-01-01',
      ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'],
      '2026-01-01',
    ],
    [
      '2026-01-15',
      '2026-01-01',
      ['2025-08', '2025-09', '2025-10', '2025-11', '2025-12', '2026-01'],
      '2025-08-01',
    ],
    [
      '2026-12-31',
      '2026-07-01',
      ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12'],
      '2026-07-01',
    ],
  ])('of %s are of the half-year from %s on, and of six months', (today, from, months, reads) => {
    expect(spanOf(today)).toEqual({ from, to: today, months, reads });
  });

  it('count each span anew: who came in May and in June is one of the half-year', () => {
    const rows = [
      { date: '2026-06-30', party: 'a' },
      { date: '2026-07-01', party: 'a' },
      { date: '2026-08-01', party: 'a' },
      { date: '2026-08-02', party: 'b' },
    ];
    expect(countFigures('received', rows, spanOf('2026-11-23'))).toEqual({
      n: 2,
      months: [1, 1, 2, 0, 0, 0],
    });
    expect(countFigures('receivedVisits', rows, spanOf('2026-11-23'))).toEqual({
      n: 3,
      months: [1, 1, 2, 0, 0, 0],
    });
  });
});
