/** Who may sit, and what office and receivers read of the roster. */
import { toMyDuties } from '../../../../../cloudfunctions/reception/roster/rules/my-duties';
import { proposeYear } from '../../../../../cloudfunctions/reception/roster/rules/propose-year';
import {
  emptyRoster,
  isHeld,
  isOpen,
  parseSeat,
  rosterId,
  swapId,
  type RosterDocument,
  type StoredSwap,
} from '../../../../../cloudfunctions/reception/roster/rules/roster-document';
import {
  badgeOf,
  findObstacle,
  listRosterPeople,
  receiversOn,
  sits,
} from '../../../../../cloudfunctions/reception/roster/rules/roster-people';
import {
  toCalendarDays,
  toRosterView,
} from '../../../../../cloudfunctions/reception/roster/rules/roster-view';
import type { PlannedDay } from '../../../../../cloudfunctions/reception/calendar/rules/year-calendar';
import type { Directory } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import { LEVEL_LABELS } from '../../../../../miniprogram/contract/labels';
import { smallDirectory } from '../../../request/rules/books';
import { deputy } from '../../../../support/roster';
import { DATE, held, roster, swapOf, WHEN } from './scene';

describe('who may sit', () => {
  const small = smallDirectory(
    [],
    [
      { id: 'd2', level: 'town', group: 'g2' },
      { id: 'd1', level: 'town', group: 'g1', presidium: true },
      { id: 'c1', receiver: true, home: 'h2', title: '党委副书记' },
      { id: 'none' },
    ],
  );

  it('is a deputy, or who leads; the home is the own one or the group’s', () => {
    expect(listRosterPeople(small, { d2: [{ from: DATE, to: DATE }] })).toEqual([
      {
        person: 'd2',
        roles: [{ from: '2020-01-01', deputy: true, home: 'h2' }],
        absent: [{ from: DATE, to: DATE }],
      },
      {
        person: 'd1',
        roles: [{ from: '2020-01-01', deputy: true, lead: '主席团成员', home: 'h1' }],
        absent: [],
      },
      {
        person: 'c1',
        roles: [{ from: '2020-01-01', deputy: false, lead: '党委副书记', home: 'h2' }],
        absent: [],
      },
    ]);
    expect([
      sits(undefined),
      sits({ from: DATE, deputy: false }),
      sits({ from: DATE, deputy: true }),
    ]).toEqual([false, false, true]);
  });

  it('in the order of strokes, of several memberships the later first, with their ends', () => {
    const [one, other] = small.people;
    const swapped = {
      ...small,
      people: [
        { ...one, strokes: 9 },
        {
          ...other,
          strokes: 1,
          memberships: [
            { term: 't', from: '2020-01-01', to: '2024-12-31', level: 'town' },
            { term: 't', from: '2025-01-01', level: 'town', group: 'g1' },
          ],
        },
      ],
    } as unknown as Directory;
    const found = listRosterPeople(swapped, {});
    expect(found.map(({ person }) => person)).toEqual(['d1', 'd2']);
    expect(found[0]?.roles).toEqual([
      { from: '2025-01-01', deputy: true, home: 'h1' },
      { from: '2020-01-01', to: '2024-12-31', deputy: true },
    ]);
  });

  it('is called by the title, else by what they lead as, else by the level', () => {
    expect([
      badgeOf({ title: '书记', presidium: true }),
      badgeOf({ presidium: true, level: 'town' }),
      badgeOf({ receiver: true }),
      badgeOf({ level: 'town' }),
      badgeOf({}),
    ]).toEqual(['书记', '主席团成员', '党委班子成员', LEVEL_LABELS.town, '']);
  });

  it('is shown to the public as what they are', () => {
    const shown = receiversOn(small, DATE);
    expect(shown.get('d2')).toStrictEqual({
      person: 'd2',
      name: '代表d2',
      deputy: true,
      level: 'town',
      group: 'g2',
    });
    expect(shown.get('d1')).toStrictEqual({
      person: 'd1',
      name: '代表d1',
      deputy: true,
      level: 'town',
      title: '主席团成员',
      group: 'g1',
      type: 'presidium',
    });
    expect(shown.get('c1')).toStrictEqual({
      person: 'c1',
      name: '代表c1',
      deputy: false,
      title: '党委副书记',
      type: 'committee',
    });
    expect(receiversOn(small, '2019-12-31').size).toBe(0);
  });

  it('has a role on that day, is not away, and sits nowhere else in that half-day', () => {
    const at = (person: Parameters<typeof findObstacle>[0], seats = {}, date = DATE) =>
      findObstacle(person, date, 'h1-am-1', seats);
    expect(at(undefined)).toBe('role');
    expect(at(deputy('d1'), {}, '2021-12-31')).toBe('role');
    expect(at(deputy('d1', 'h1', [{ from: DATE }]))).toBe('absent');
    expect(at({ ...deputy('d1', 'h1', [{ from: DATE }]), roles: [] })).toBe('role');
    expect(at(deputy('d1'), { 'h2-am-3': held('d1') })).toBe('busy');
    expect(
      at(deputy('d1'), { 'h2-pm-3': held('d1'), 'h1-am-1': held('d1'), 'h1-am-2': held('d2') }),
    ).toBeUndefined();
  });
});

describe('the document', () => {
  it('is a township’s of one year, and a seat says its home, half-day and number', () => {
    expect([rosterId('bh', 2026), swapId(DATE, 'h1-am-1')]).toEqual(['bh~2026', '2026-01-05_h1-am-1']);
    expect([parseSeat('h1-am-2'), parseSeat('h1-pm-10')]).toEqual([
      { home: 'h1', half: 'am', n: 2 },
      { home: 'h1', half: 'pm', n: 10 },
    ]);
    expect(emptyRoster('bh', 2026)).toMatchObject({
      _id: 'bh~2026',
      rev: 1,
      version: 0,
      days: {},
      seats: {},
      swaps: {},
      acts: [],
      history: [],
      outbox: [],
      outboxAt: 0,
    });
  });

  it('a swap waits for the colleague or the office, as long as who asked still sits there', () => {
    expect(
      (['asked', 'office', 'accepted', 'declined', 'withdrawn'] as const).filter((state) =>
        isOpen(swapOf({ state })),
      ),
    ).toEqual(['asked', 'office']);
    expect([
      isOpen(undefined),
      isHeld(roster(), swapOf()),
      isHeld(roster(), swapOf({ from: 'd2' })),
      isHeld(roster({ seats: {} }), swapOf()),
    ]).toEqual([false, true, false, false]);
  });
});

describe('what is read of it', () => {
  const small = smallDirectory(
    [],
    [
      { id: 'd1', level: 'town', group: 'g1' },
      { id: 'd2', level: 'town', group: 'g2' },
      { id: 'd3', level: 'town' },
      { id: 'd4', level: 'town', claimed: false },
      { id: 'x' },
    ],
  );
  const seats = {
    [DATE]: { 'h1-pm-1': held('d1'), 'h1-am-1': held('d1'), 'h2-am-1': held('d2') },
    '2026-02-05': { 'h1-am-1': held('d1') },
    '2026-01-01': { 'h1-am-1': held('d1') },
  };
  const mine = (of: RosterDocument, me = 'd1', today = WHEN.today) => toMyDuties([of], small, me, today);

  it('by a receiver: the own duties from today on, nearest first, with the swap that is under way', () => {
    const { duties } = mine(roster({ seats }, swapOf()));
    expect(duties.map(({ date, half, published }) => [date, half, published])).toEqual([
      [DATE, 'am', true],
      [DATE, 'pm', true],
      ['2026-02-05', 'am', false],
    ]);
    expect(duties[0]).toMatchObject({
      home: 'h1',
      homeName: 'h1',
      seat: 'h1-am-1',
      swap: { from: { person: 'd1', name: '代表d1' }, to: { person: 'd2', name: '代表d2' }, state: 'asked' },
    });
    expect(duties.every(({ start, end }) => start < end)).toBe(true);
    for (const swap of [swapOf({ state: 'declined' }), swapOf({ from: 'd9' })])
      expect(mine(roster({ seats }, swap)).duties[0]).not.toHaveProperty('swap');
    expect(mine(roster({ seats }), 'd1', DATE).duties).toHaveLength(3);
  });

  it('by a colleague: what was asked of them and still stands', () => {
    const asked = (swap: StoredSwap, today = WHEN.today) => mine(roster({ seats }, swap), 'd2', today).asked;
    expect(asked(swapOf())).toMatchObject([
      { swap: `${DATE}_h1-am-1`, homeName: 'h1', half: 'am', from: { name: '代表d1' } },
    ]);
    expect(asked(swapOf(), DATE)).toHaveLength(1);
    expect([
      asked(swapOf({ state: 'accepted' })),
      asked(swapOf({ to: 'd3' })),
      asked(swapOf(), '2026-01-06'),
      asked(swapOf({ from: 'd9' })),
    ]).toEqual([[], [], [], []]);
  });

  it('whom one may ask: people of the roster with an account, and when they sit', () => {
    expect(mine(roster({ seats }), 'd3').colleagues).toEqual([
      { person: 'd1', name: '代表d1', group: '第一小组', sits: [DATE, '2026-02-05'] },
      { person: 'd2', name: '代表d2', group: '第二小组', sits: [DATE] },
    ]);
    expect(mine(roster({ seats }), 'd1').colleagues[1]).toStrictEqual({
      person: 'd3',
      name: '代表d3',
      sits: [],
    });
  });

  const planned: PlannedDay[] = [
    { date: DATE, kind: 'reception', homes: ['h1', 'h2'] },
    { date: '2026-02-05', kind: 'reception', homes: ['h1'], provisional: true },
  ] as PlannedDay[];
  const view = (of: RosterDocument, today = WHEN.today) => toRosterView(of, small, planned, today);

  it('by the office: what still needs its eye, in words', () => {
    const days = {
      [DATE]: { state: 'draft', publication: 0 },
      '2026-02-05': { state: 'draft', publication: 0 },
      '2026-03-05': { state: 'draft', publication: 0 },
    } as const;
    const { notes, drafts, proposable, past } = view(
      roster({ days, seats, absences: { d2: [{ from: DATE, to: DATE }] } }),
    );
    expect([drafts, proposable, past]).toEqual([[DATE], true, 0]);
    expect(notes[0]).toBe('3月5日已经不是接访日了，请把没公布的重新排一遍');
    expect(notes[1]).toMatch(/^2月5日：放假安排还没公布/);
    expect(notes).toContain('1月5日下午，h2还没有人坐班');
    expect(notes).toContain('1月5日，代表d2不能到岗，请换人');
    expect(notes.at(-1)).toBe('席位不够，还有2位代表本年没有轮到：代表d3、代表d4');
    expect(view(roster({ seats }))).toMatchObject({ proposable: false, drafts: [] });
    expect(view(roster({ seats }), '2026-01-06')).toMatchObject({ past: 1 });
  });

  it('of more than three days names three and counts', () => {
    const dates = ['2026-03-05', '2026-04-05', '2026-05-05', '2026-06-05'];
    const days = Object.fromEntries(dates.map((date) => [date, { state: 'draft' as const, publication: 0 }]));
    expect(view(roster({ days, seats: {} })).notes[0]).toMatch(
      /^3月5日、4月5日、5月5日等4天已经不是接访日了/,
    );
  });

  it('counts who sat, and not what was a draft on its day', () => {
    const counts = (today: string) =>
      Object.fromEntries(view(roster({ seats }), today).counts.map(({ person, duties }) => [person, duties]));
    expect(counts(WHEN.today)).toEqual({ d1: 3, d2: 1, d3: 0, d4: 0 });
    expect(counts('2026-02-06')).toEqual({ d1: 2, d2: 1, d3: 0, d4: 0 });
  });

  it('shows swaps that still mean something, and absences by person', () => {
    const swaps = {
      a: swapOf({ from: 'd9' }),
      b: swapOf({ state: 'accepted', from: 'd9', at: 2 }),
      c: swapOf({ at: 1 }),
      d: swapOf({ state: 'office', to: '', date: '2026-01-01' }),
    };
    const shown = view(roster({ seats, swaps, absences: { d1: [{ from: DATE, to: DATE }] } }));
    expect(shown.swaps.map(({ swap }) => swap)).toEqual(['d', 'c', 'b']);
    expect(shown.swaps[0]).not.toHaveProperty('to');
    expect(shown.absences).toEqual([{ person: 'd1', from: DATE, to: DATE }]);
    expect(shown.groups).toEqual([
      { group: 'g1', name: '第一小组' },
      { group: 'g2', name: '第二小组' },
    ]);
  });

  it('a calendar day is past, as far as its roster, or has none yet', () => {
    const state = (today: string) => toCalendarDays(planned, roster(), today).map((day) => day.state);
    expect([
      state(DATE),
      state('2026-01-06'),
      toCalendarDays(planned, undefined, DATE).map((day) => day.state),
    ]).toEqual([
      ['published', 'none'],
      ['past', 'none'],
      ['none', 'none'],
    ]);
  });

  it('a proposal leaves what is published, past or set by hand, and names drafts that are no days any more', () => {
    const hand = { ...held('d3'), hand: true as const };
    const of = roster({
      days: {
        [DATE]: { state: 'published', publication: 1 },
        '2026-02-05': { state: 'draft', publication: 0 },
        '2026-03-05': { state: 'draft', publication: 0 },
      },
      seats: {
        [DATE]: { 'h1-am-1': held('d1') },
        '2026-02-05': { 'h1-am-1': hand, 'h1-am-2': { ...held('x'), hand: true } },
      },
    });
    const proposal = proposeYear(of, undefined, small, planned, { from: WHEN.today, today: WHEN.today });
    expect(Object.keys(proposal.seats)).toEqual(['2026-02-05']);
    expect(proposal.gone).toEqual(['2026-03-05']);
    expect(proposal.seats['2026-02-05']?.['h1-am-1']).toEqual(hand);
    const others = Object.entries(proposal.seats['2026-02-05'] ?? {}).filter(([seat]) => seat !== 'h1-am-1');
    expect(others.length).toBeGreaterThan(0);
    expect(others.every(([, { at, person }]) => at === 6 && person !== 'x')).toBe(true);
    expect(proposeYear(of, undefined, small, planned, { from: '2026-02-06', today: WHEN.today })).toEqual({
      seats: {},
      gone: ['2026-03-05'],
    });
    expect(proposeYear(of, undefined, small, planned, { from: WHEN.today, today: '2026-03-06' })).toEqual({
      seats: {},
      gone: [],
    });
  });
});
