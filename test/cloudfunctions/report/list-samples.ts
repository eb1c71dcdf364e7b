/** For each list that leaves the house how it is asked for, and rows of it that nobody's spreadsheet may run. */
import { emptyRoster } from '../../../cloudfunctions/reception/roster/rules/roster-document';
import { encryptField } from '../../../cloudfunctions/shared/cipher';
import type { ExportedList, ListId } from '../../../miniprogram/contract/list-export';

export const TOWNSHIP = 'bh';
export const CHIEF = 'bh-p1';
const DISTRICT = 'qu-district';
export const FORMULA = '=HYPERLINK("http://x","请点")';
export const PHONE = '13899991234';
/** More than one page of any read. */
export const MANY = 205;
export const AT = Date.parse('2026-11-20T01:00:00Z');
/** The report that a list of a figure is of. */
export const made = { report: '' };

export type Row = Record<string, unknown> & { _id: string };
export const born = (n: number) => ({
  _id: `${TOWNSHIP}~${String(n).padStart(16, '0')}`,
  township: TOWNSHIP,
  rev: 1,
  seq: `${String(AT + n)}${String(n).padStart(8, '0')}`,
  at: AT,
});

function noteOf(n: number, list: string, kind: string): Row {
  const note = { kind, list, date: '2026-11-20', by: 'p5', words: encryptField(FORMULA) };
  const person = list === 'deputies' ? { person: 'p5' } : {};
  return Object.assign(born(80_000 + n), { seq: `2026-11-20${String(n).padStart(8, '0')}` }, note, person);
}

const TERM: Row = {
  _id: `${TOWNSHIP}~term~t20`,
  township: TOWNSHIP,
  rev: 1,
  edition: 1,
  term: 't20',
  name: '第二十届',
  opens: '2026-12-28',
  state: 'preparing',
  elected: [
    {
      row: 'r1',
      person: 'p5',
      name: FORMULA,
      fresh: false,
      constituency: 'c1',
      group: 'g1',
      leader: true,
      presidium: false,
    },
  ],
  villages: {},
  termSeq: '2026-11-20~x',
  acts: [],
};

const TALK = {
  profession: '教师',
  title: FORMULA,
  speaker: '样样',
  date: '2026-12-04',
  place: '',
  state: 'off',
};
const TALKS = Object.fromEntries(Array.from({ length: MANY }, (_, n) => [`l${String(n)}`, TALK]));
const PLAN: Row = { _id: `${TOWNSHIP}~plan-2026`, township: TOWNSHIP, activities: TALKS };
const LEAVE = { absences: { p5: [{ from: '2027-03-01', to: '2027-03-09' }] } };
const ROSTER = Object.assign(emptyRoster(TOWNSHIP, 2027), LEAVE) as unknown as Row;

interface Sample {
  of: () => ExportedList;
  /** What the heading says of how it was narrowed. */
  narrowed: string;
  /** Where its rows lie, and one of them; absent: those of the sample are enough. */
  rows?: { collection: string; row: (n: number) => Row; most?: number };
  /** A column of days. */
  days: string;
  /** Who takes it; absent: the chief. */
  by?: string;
  /** Words of the row that stand in it as they were written. */
  words?: string;
}

export const SAMPLES: Readonly<Record<ListId, Sample>> = {
  requests: {
    of: () => ({ list: 'requests', queue: 'all', filter: { village: 'v4' } }),
    narrowed: '柳树城村',
    days: '反映日期',
  },
  bookings: {
    of: () => ({ list: 'bookings', from: '2026-12-01', to: '2026-12-31' }),
    narrowed: '12月1日',
    days: '日期',
  },
  facts: {
    of: () => ({ list: 'facts', of: 'visited', from: '2026-07-01', to: '2026-12-31' }),
    narrowed: '7月1日',
    days: '日期',
  },
  slot: {
    of: () => ({ list: 'slot', report: made.report, slot: 'received' }),
    narrowed: '5月24日',
    days: '日期',
  },
  duty: { of: () => ({ list: 'duty', year: 2026, person: 'p5' }), narrowed: '2026年', days: '日期' },
  audit: { of: () => ({ list: 'audit', filter: {} }), narrowed: '', days: '日期' },
  suggestions: {
    of: () => ({ list: 'suggestions', queue: 'all' }),
    narrowed: '全部',
    days: '提出日期',
    words: FORMULA,
    rows: {
      collection: 'suggestions',
      row: (n) =>
        Object.assign(born(n), {
          number: `建${String(n)}`,
          title: encryptField(FORMULA),
          category: 'c1',
          state: 'submitted',
          lead: 'p5',
          due: '2026-12-20',
          dueSeq: `2026-12-20${String(n)}`,
          open: true,
          createdAt: AT,
          asked: {},
          acts: [],
          facets: ['all'],
        }),
    },
  },
  topics: {
    of: () => ({ list: 'topics', year: 2026 }),
    narrowed: '2026年',
    days: '计划日期',
    rows: {
      collection: 'presidium',
      most: 20,
      row: (n) =>
        Object.assign(born(n), {
          kind: 'topic',
          list: 'topics.2026',
          title: encryptField(FORMULA),
          form: 'report',
          on: '2026-11-20',
          state: 'planned',
          owner: 'office',
          due: '2026-11-20',
          steps: [],
          acts: [],
        }),
    },
  },
  activities: {
    of: () => ({ list: 'activities' }),
    narrowed: '全部',
    days: '日期',
    words: FORMULA,
    rows: {
      collection: 'activities',
      row: (n) =>
        Object.assign(born(n), {
          kind: 'inspection',
          state: 'held',
          date: '2026-11-20',
          by: 'p5',
          persons: ['p5'],
          invited: {},
          said: encryptField(JSON.stringify({ title: FORMULA })),
          opinions: {},
          lists: ['all'],
        }),
    },
  },
  roster: { of: () => ({ list: 'roster', year: 2026 }), narrowed: '2026年', days: '日期' },
  absences: {
    of: () => ({ list: 'absences' }),
    narrowed: '正在和将要',
    days: '从哪天起',
    rows: { collection: 'rosters', most: 1, row: () => ROSTER },
  },
  plan: {
    of: () => ({ list: 'plan', year: 2026 }),
    narrowed: '2026年',
    days: '日期',
    words: FORMULA,
    rows: { collection: 'publicityrows', most: 1, row: () => PLAN },
  },
  changes: {
    of: () => ({ list: 'changes' }),
    narrowed: '全部',
    days: '从哪天起',
    words: FORMULA,
    rows: {
      collection: 'changes',
      row: (n) =>
        Object.assign(born(n), {
          person: 'p5',
          kind: 'suspend',
          date: '2026-11-20',
          body: '镇人民代表大会主席团',
          notice: encryptField(FORMULA),
        }),
    },
  },
  invitations: {
    of: () => ({ list: 'invitations', state: 'issued' }),
    narrowed: '没认领',
    days: '从哪天起',
    words: FORMULA,
    rows: {
      collection: 'invitations',
      row: (n) =>
        Object.assign(born(n), {
          role: 'deputy',
          person: 'p5',
          name: encryptField(FORMULA),
          state: 'issued',
          openid: '',
          from: '2026-01-01',
          until: '2030-01-01',
          phone4: 'x',
          tries: 0,
          expiresAt: AT,
          since: AT,
        }),
    },
  },
  articles: {
    of: () => ({ list: 'articles', state: 'submitted' }),
    narrowed: '待审',
    days: '改动日期',
    words: FORMULA,
    rows: {
      collection: 'articles',
      row: (n) =>
        Object.assign(born(n), {
          state: 'submitted',
          source: { kind: 'reception-day', date: '2026-11-20' },
          sourceWords: '11月20日 代表接访日',
          by: encryptField('小李'),
          changedAt: AT,
          openMarks: 0,
          content: { title: encryptField(FORMULA) },
        }),
    },
  },
  bans: {
    of: () => ({ list: 'bans' }),
    narrowed: '正在暂停的',
    days: '停到哪天',
    words: FORMULA,
    rows: {
      collection: 'bans',
      row: (n) =>
        Object.assign(born(n), {
          seq: `2027-01-01~${String(n).padStart(8, '0')}`,
          key: `k${String(n)}`,
          marks: [],
          name: encryptField('王师傅'),
          phone: encryptField(PHONE),
          until: '2027-01-01',
          reason: encryptField(FORMULA),
        }),
    },
  },
  calls: {
    of: () => ({ list: 'calls' }),
    narrowed: '要打电话的',
    days: '日期',
    words: FORMULA,
    rows: {
      collection: 'messages',
      row: (n) =>
        Object.assign(born(n), {
          list: 'call',
          title: '预约改了时间',
          call: FORMULA,
          name: encryptField('王师傅'),
          phone: encryptField(PHONE),
          account: 'a',
          openid: '',
        }),
    },
  },
  directory: {
    of: () => ({ list: 'directory', kind: 'person' }),
    narrowed: '全部',
    days: '从哪天起',
  },
  elected: {
    of: () => ({ list: 'elected' }),
    narrowed: '第二十届',
    days: '从哪天起',
    rows: { collection: 'changes', row: () => TERM, most: 1 },
  },
  opinions: {
    of: () => ({ list: 'opinions' }),
    narrowed: '还没办结的',
    days: '期限',
    words: FORMULA,
    rows: {
      collection: 'activities',
      row: (n) =>
        Object.assign(born(50_000 + n), {
          kind: 'inspection',
          state: 'held',
          date: '2026-11-20',
          by: 'p5',
          persons: ['p5'],
          invited: {},
          said: encryptField(JSON.stringify({ title: '看水库' })),
          opinions: {
            o1: {
              unit: 'u1',
              due: '2026-12-20',
              state: 'accepted',
              said: encryptField(JSON.stringify({ site: '水库', words: FORMULA })),
            },
          },
          lists: ['opinions'],
        }),
    },
  },
  meetings: {
    of: () => ({ list: 'meetings', year: 2026 }),
    narrowed: '2026年',
    days: '日期',
    rows: {
      collection: 'presidium',
      most: 20,
      row: (n) =>
        Object.assign(born(60_000 + n), {
          kind: 'meeting',
          list: 'meetings.2026',
          date: '2026-11-20',
          place: encryptField('三楼会议室'),
          due: 9,
          persons: ['p5'],
          items: [{ title: encryptField(FORMULA), for: 5, against: 0, abstain: 1, passed: true }],
          minutes: encryptField('小李'),
        }),
    },
  },
  liaison: {
    of: () => ({ list: 'liaison' }),
    narrowed: '全部',
    days: '',
    rows: { collection: 'presidium', most: 20, row: (n) => noteOf(n, 'deputies', 'opinion') },
  },
  guidance: {
    of: () => ({ list: 'guidance' }),
    narrowed: '全部',
    days: '日期',
    rows: { collection: 'presidium', most: 20, row: (n) => noteOf(n, 'guidance', 'upward') },
  },
  passed: {
    of: () => ({ list: 'passed' }),
    narrowed: '全部',
    days: '转报日期',
    by: DISTRICT,
    words: FORMULA,
    rows: {
      collection: 'requests',
      row: (n) =>
        Object.assign(born(70_000 + n), {
          number: `转${String(n)}`,
          category: 'c1',
          state: 'passed-up',
          passedSummary: encryptField(FORMULA),
          passedSeq: `${String(AT)}${String(n).padStart(8, '0')}`,
        }),
    },
  },
  asked: {
    of: () => ({ list: 'asked' }),
    narrowed: '全部',
    days: '日期',
    by: DISTRICT,
    words: FORMULA,
    rows: {
      collection: 'presidium',
      row: (n) => noteOf(1_000 + n, 'guidance', 'training'),
    },
  },
  disputes: {
    of: () => ({ list: 'disputes' }),
    narrowed: '等着答复的',
    days: '提出日期',
    words: FORMULA,
    rows: {
      collection: 'disputes',
      row: (n) =>
        Object.assign(born(90_000 + n), {
          fact: `${TOWNSHIP}~fact`,
          kind: 'inspection',
          date: '2026-11-20',
          source: { kind: 'activity', id: `${TOWNSHIP}~activity` },
          person: 'p5',
          words: encryptField(FORMULA),
          state: 'open',
        }),
    },
  },
  studies: { of: () => ({ list: 'studies', year: 2026 }), narrowed: '2026年', days: '' },
  quiet: { of: () => ({ list: 'quiet', months: 6 }), narrowed: '6个月', days: '' },
  'district-deputies': {
    of: () => ({ list: 'district-deputies', of: TOWNSHIP, year: 2026 }),
    narrowed: '2026年',
    days: '',
    by: DISTRICT,
  },
};
