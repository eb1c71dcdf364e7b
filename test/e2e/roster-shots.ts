/** The office's screens around a reception day, and the deputies' duties: filled, with long names, empty. */
import type { Page } from 'playwright-core';
import { addDays } from '../../cloudfunctions/shared/china-time';
import { cutLists } from '../../cloudfunctions/shared/cut-lists';
import type { DayRecord } from '../../miniprogram/contract/desk';
import type {
  CalendarDay,
  MyDuty,
  RosterDay,
  RosterPart,
  RosterView,
} from '../../miniprogram/contract/roster';
import * as sample from '../support/sample-answers';
import type { Replies } from '../support/stub-gateway';
import { ok, press, type Shot } from './shot-kit';

const [TODAY, DATE] = ['2026-11-23', '2026-12-07'];
const CHIEF = { role: 'chief', name: '文样样', person: 'p90', state: 'confirmed', since: 0 } as const;
const HOMES = sample.places.homes.map((home) => (home.id === 'h3' ? { ...home, phoneDays: [DATE] } : home));
const NAMES = sample.longNames.map(({ name, title }, n) => ({
  person: `p${String(n)}`,
  name,
  badge: title ?? '',
}));

const SEATS = HOMES.flatMap(({ id }) =>
  ['am', 'pm'].flatMap((half) =>
    NAMES.slice(0, 2).map((each, n) => ({
      ...each,
      seat: `${id}-${half}-${String(n + 1)}`,
      why: n === 0 ? '带头坐班，轮到' : '本家代表，今年还没有坐过班',
    })),
  ),
);
const days: RosterDay[] = [
  { date: '2026-11-05', state: 'published', seats: SEATS, gaps: [] },
  { date: DATE, state: 'draft', seats: SEATS.slice(0, 7), gaps: [`${HOMES[0]?.id ?? ''}-pm`] },
];
const swap = {
  swap: `${DATE}_h1-am-1`,
  date: DATE,
  seat: 'h1-am-1',
  state: 'office' as const,
  at: 0,
  from: { person: 'p2', name: NAMES[2]?.name ?? '' },
};
const filled: RosterView = {
  year: 2026,
  rev: 3,
  past: 1,
  proposable: true,
  drafts: [DATE],
  groups: [],
  days,
  swaps: [swap],
  absences: [{ person: 'p1', from: DATE, to: DATE }],
  notes: ['12月7日 白鹤桥代表之家下午还没有人坐班', '司徒样样样今年还没有坐过班'],
  counts: NAMES.map((each, n) => ({ ...each, duties: n })),
};
const nothing: RosterView = {
  year: 2026,
  rev: 0,
  past: 0,
  proposable: true,
  drafts: [],
  groups: [],
  days: [],
  swaps: [],
  absences: [],
  notes: [],
  counts: [],
};

type RosterLists = Pick<RosterView, 'drafts' | 'notes' | 'swaps' | 'days' | 'counts' | 'absences' | 'groups'>;

/** As the function answers: what was asked for, as much of it as one answer holds. */
const inParts =
  (view: RosterView) =>
  ({ of = 'coming', after }: { of?: RosterPart; after?: string }): { ok: true; data: RosterView } => {
    const { counts, absences, groups, drafts, notes } = view;
    const isWanted = ({ date }: { date: string }) => date < TODAY === (of === 'past');
    const [swaps, own] = [view.swaps.filter(isWanted), view.days.filter(isWanted)];
    const wanted = {
      coming: { drafts, notes, swaps, days: own },
      past: { swaps, days: [...own].reverse() },
      people: { counts, absences, groups },
    };
    const none = { drafts: [], notes: [], swaps: [], days: [], counts: [], absences: [], groups: [] };
    const cut = cutLists<Partial<RosterLists>>(wanted[of], '3', after);
    const next = cut?.next === undefined ? {} : { next: cut.next };
    return ok({ ...view, ...none, ...cut?.lists, ...next });
  };
/** A township with a market day in each week of the winter, before and after. */
const weekly = Array.from({ length: 40 }, (_, n) => addDays('2026-09-07', n * 7));
const long: RosterView = {
  ...filled,
  past: weekly.filter((date) => date < TODAY).length,
  drafts: weekly.filter((date) => date >= TODAY),
  days: weekly.map((date) => ({ date, state: date < TODAY ? 'published' : 'draft', seats: SEATS, gaps: [] })),
};

const ALL = HOMES.map(({ id }) => id);
const calendar: CalendarDay[] = [
  { date: '2026-11-05', kind: 'reception', homes: ALL, state: 'past' },
  { date: '2026-11-28', kind: 'market', homes: ['h2'], state: 'none' },
  {
    date: DATE,
    kind: 'reception',
    homes: ['h1', 'h2'],
    state: 'draft',
    shiftedFrom: '2026-12-05',
    why: '5日是星期六',
  },
  { date: DATE, kind: 'phone', homes: ['h3'], state: 'draft' },
];

const counted = { visits: 11, people: 10 };
const none = { visits: 0, people: 0 };
function record(some: boolean): DayRecord {
  const n = some ? 1 : 0;
  return {
    date: '2026-11-05',
    state: 'past',
    homes: HOMES.map(({ id, name }) => ({
      home: id,
      name,
      booked: 7 * n,
      behalf: 2 * n,
      walkIns: 3 * n,
      ...(some ? counted : none),
      noShows: n,
      unrecorded: n,
      late: n,
      cancelled: n,
      outcomes: { explained: 6 * n, matter: 4 * n, visit: n },
    })),
    receivers: some ? sample.longNames.map((receiver) => ({ receiver, visits: 3, people: 3 })) : [],
    byLevel: { district: some ? counted : none, town: some ? counted : none, other: none },
    byType: { committee: none, presidium: some ? counted : none, deputy: some ? counted : none },
  };
}

const duty: MyDuty = {
  date: DATE,
  home: 'h1',
  homeName: '城关代表之家',
  half: 'am',
  start: '08:30',
  end: '11:30',
  seat: 'h1-am-1',
  published: true,
};
const asked = { ...swap, state: 'asked', homeName: '柳树城代表之家', half: 'am' } as const;

type Reception = NonNullable<Replies['reception']>;
const replies = (reception: Reception): Replies => ({
  reception,
  registry: {
    places: ok({ ...sample.places, homes: HOMES }),
    whoAmI: ok({ folder: 'bh/u/a', grants: [CHIEF], today: '2026-11-23' }),
    scans: ok({ month: '2026-11', places: HOMES.map(({ id, name }) => ({ place: id, name, scans: 12 })) }),
  },
});
const year = (known: boolean, own: readonly CalendarDay[]): Reception => ({
  calendarYear: ok({ year: 2026, known, days: own }),
});
const wall = (calling: number[], talking: number[], arrived: number[]): Replies =>
  replies({ wall: ok({ date: DATE, half: 'am', calling, talking, arrived, done: arrived.length }) });
const duties = (own: readonly MyDuty[], open: readonly (typeof asked)[]): Replies =>
  replies({
    myDuties: ok({
      duties: own,
      asked: open,
      colleagues: NAMES.map(({ person, name }) => ({ person, name, sits: [] })),
    }),
  });
const unpublished = { ...sample.day, state: 'unpublished', homes: [] } as const;
const many = Array.from({ length: 24 }, (_, n) => n + 3);

async function changeFirst(page: Page): Promise<void> {
  await page.getByLabel('，换人').first().tap();
}

const ROSTER = 'office/roster/roster';
const RECORD = 'office/record/record';
const BEHALF = 'office/behalf/behalf';
const PRINT = 'office/print/print';

export const rosterShots: readonly Shot[] = [
  { name: 'roster', page: ROSTER, replies: replies({ roster: inParts(filled) }), wide: true, whole: true },
  {
    name: 'roster-day',
    page: ROSTER,
    query: { date: DATE },
    wide: true,
    replies: replies({ roster: inParts(filled) }),
  },
  {
    name: 'roster-seat',
    page: ROSTER,
    query: { date: DATE },
    replies: replies({ roster: inParts(filled) }),
    act: changeFirst,
    wide: true,
  },
  { name: 'roster-long', page: ROSTER, replies: replies({ roster: inParts(long) }), whole: true },
  {
    name: 'roster-past',
    page: ROSTER,
    replies: replies({ roster: inParts(long) }),
    act: press('过去的'),
    whole: true,
  },
  { name: 'roster-empty', page: ROSTER, replies: replies({ roster: inParts(nothing) }), wide: true },
  { name: 'calendar', page: 'office/calendar/calendar', replies: replies(year(true, calendar)), wide: true },
  {
    name: 'calendar-unknown',
    page: 'office/calendar/calendar',
    replies: replies(year(false, [])),
    wide: true,
  },
  { name: 'wall', page: 'office/wall/wall', replies: wall([7], [3, 12], [8, 9]), wide: true },
  { name: 'wall-empty', page: 'office/wall/wall', replies: wall([], [], []), wide: true },
  { name: 'wall-full', page: 'office/wall/wall', replies: wall([101, 102], [99, 100], many), wide: true },
  {
    name: 'print',
    page: PRINT,
    replies: replies({
      roster: inParts({ ...filled, days: days.map((day) => ({ ...day, state: 'published' })) }),
    }),
    wide: true,
    whole: true,
  },
  { name: 'print-empty', page: PRINT, replies: replies({ roster: inParts(nothing) }), wide: true },
  {
    name: 'record',
    page: RECORD,
    replies: replies({ ...year(true, calendar), dayRecord: ok(record(true)) }),
    wide: true,
    whole: true,
  },
  {
    name: 'record-empty',
    page: RECORD,
    replies: replies({ ...year(true, calendar), dayRecord: ok(record(false)) }),
    wide: true,
  },
  {
    name: 'duties',
    page: 'deputy/duties/duties',
    replies: duties([duty, { ...duty, half: 'pm', seat: 'h1-pm-1', swap: asked }], [asked]),
    whole: true,
  },
  { name: 'duties-empty', page: 'deputy/duties/duties', replies: duties([], []) },
  { name: 'behalf', page: BEHALF, replies: replies({ day: ok(sample.day) }), wide: true, whole: true },
  { name: 'behalf-empty', page: BEHALF, replies: replies({ day: ok(unpublished) }), wide: true },
];
