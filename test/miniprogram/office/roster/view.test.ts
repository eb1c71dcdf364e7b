import type { RosterDay, RosterView } from '../../../../miniprogram/contract/roster';
import { toMatrix } from '../../../../miniprogram/office/roster/matrix';
import { toCandidates, toDayDetail, toRosterScreen } from '../../../../miniprogram/office/roster/view';

const HOMES = [{ id: 'h1', name: '城关代表之家', address: '', landline: '' }];
const TODAY = '2026-11-23';
const day = {
  date: '2026-12-07',
  state: 'draft' as const,
  gaps: [],
  seats: [{ seat: 'h1-am-2', person: 'p1', name: '陈样样', badge: '镇代表', why: '按次序轮到' }],
};
const view: RosterView = {
  year: 2026,
  rev: 3,
  past: 1,
  proposable: true,
  drafts: ['2026-12-07'],
  groups: [{ group: 'g1', name: '第一代表小组' }],
  days: [{ ...day, date: '2026-11-05' }, day],
  notes: [],
  counts: [
    { person: 'p1', name: '陈样样', badge: '镇代表', duties: 2 },
    { person: 'p2', name: '李样样', badge: '区代表', duties: 0 },
  ],
  swaps: [
    {
      swap: 's1',
      date: '2026-12-07',
      seat: 'h1-am-2',
      from: { person: 'p1', name: '陈样样' },
      state: 'office',
      at: 0,
    },
  ],
  absences: [{ person: 'p2', from: '2026-12-07', to: '2026-12-07' }],
};

test('one more person gets the first number that is free', () => {
  expect(toDayDetail(day, HOMES, TODAY).parts[0]?.more).toBe('h1-am-1');
});

test('a half-day by phone says so', () => {
  const homes = HOMES.map((home) => ({ ...home, phoneDays: ['2026-12-07'] }));
  expect(toDayDetail(day, homes, TODAY).parts[0]?.title).toBe('城关代表之家 · 上午 · 电话接访');
  expect(toDayDetail(day, HOMES, TODAY).parts[0]?.title).toBe('城关代表之家 · 上午');
});

test('a past day is shown and cannot be changed', () => {
  expect(toRosterScreen(view, HOMES, TODAY).past).toHaveLength(1);
  expect(toDayDetail({ ...day, date: '2026-11-05' }, HOMES, TODAY).open).toBe(false);
});

const wanted = { date: '2026-12-07', seat: 'h1-am-2', text: '', group: '' };

test('somebody away on that day cannot be chosen, on the next day they can', () => {
  expect(toCandidates(view, { ...wanted, text: '李' }).people).toEqual([
    { id: 'p2', text: '李样样', hint: '那天请假', off: true },
  ]);
  expect(toCandidates(view, { ...wanted, date: '2026-12-08', text: '李' }).people[0]?.off).toBeUndefined();
});

test('whoever is free that day stands first, then who sits in the other half-day, then who sits just then', () => {
  const at = (seat: string, person: string) => ({ seat, person, name: '', badge: '', why: '' });
  const seats = [at('h1-am-1', 'p1'), at('h1-pm-1', 'p3'), at('h2-am-1', 'p4')];
  const counts = ['p4', 'p3', 'p2', 'p1'].map((person) => {
    return { person, name: person, badge: '镇代表', group: person === 'p2' ? 'g1' : 'g2', duties: 1 };
  });
  const full = { ...view, absences: [], counts, days: [{ ...day, seats }] };
  const order = (own: object) => toCandidates(full, { ...wanted, ...own }).people.map(({ id }) => id);
  expect(order({ seat: 'h1-am-1' })).toEqual(['p2', 'p3', 'p4']);
  expect(order({ seat: 'h1-am-1', group: 'g2' })).toEqual(['p3', 'p4']);
  expect(toCandidates(full, wanted).groups.map(({ text }) => text)).toEqual(['全部', '第一代表小组']);
});

test('of three hundred the first thirty are shown, and it is said how many stand behind them', () => {
  const counts = Array.from({ length: 300 }, (_, at) => {
    return { person: `x${String(at)}`, name: `样样${String(at)}`, badge: '', group: '', duties: 0 };
  });
  const { people, behind } = toCandidates({ ...view, counts }, wanted);
  expect([people.length, behind]).toEqual([30, 270]);
  expect(toCandidates({ ...view, counts }, { ...wanted, text: '样样299' })).toMatchObject({
    people: [{ id: 'x299' }],
    behind: 0,
  });
});

describe('the year as a table', () => {
  const cell = (own: Partial<RosterDay>, swap?: object) => {
    const swaps = swap ? [{ ...view.swaps[0], ...swap }] : [];
    const drawn = { ...view, days: [{ ...day, ...own }], swaps } as RosterView;
    return toMatrix(drawn, HOMES, TODAY, 'year').rows[0]?.cells[0]?.halves ?? [];
  };

  test('a quarter holds its own three months', () => {
    const dates = (span: string) => toMatrix(view, HOMES, TODAY, span).rows.map(({ date }) => date);
    expect(dates('4')).toEqual(['2026-11-05', '2026-12-07']);
    expect(dates('3')).toEqual([]);
    expect(dates('year')).toHaveLength(2);
  });

  test('a half-day without anybody is marked and filled from there while it is a draft', () => {
    const gap = { gaps: ['h1-pm'] };
    expect(cell(gap)[1]).toMatchObject({ label: '下午', gap: '缺人', add: 'h1-pm-1' });
    expect(cell({ ...gap, state: 'published' })[1]).toMatchObject({ gap: '缺人', add: '' });
    expect(cell({})).toHaveLength(1);
  });

  test('who stands in, who was asked, what was handed back', () => {
    const mark = (swap?: object) => cell({}, swap)[0]?.seats[0];
    expect(mark()).toMatchObject({ mark: '', wanting: false });
    expect(mark({ state: 'office' })).toMatchObject({ mark: '交回', wanting: true });
    const [chen, li] = [
      { person: 'p1', name: '陈样样' },
      { person: 'p2', name: '李样样' },
    ];
    expect(mark({ state: 'asked', to: li })).toMatchObject({ mark: '在问李样样', wanting: false });
    expect(mark({ state: 'accepted', from: li, to: chen })).toMatchObject({ mark: '替李样样' });
    const away = { seat: 'h1-am-2', person: 'p1', name: '陈样样', badge: '', why: '', away: true as const };
    expect(cell({ seats: [away] })[0]?.seats[0]).toMatchObject({ mark: '请假', wanting: true });
  });
});

test('a seat handed back asks for somebody else', () => {
  expect(toRosterScreen(view, HOMES, TODAY).swaps).toEqual([
    '陈样样交回了12月7日上午城关代表之家的班，请换人',
  ]);
});
