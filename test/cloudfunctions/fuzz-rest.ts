/** Valid inputs of the district's setting up, of tables, papers and the day of reception: for fuzz.test.ts. */
import type { FunctionName } from '../../miniprogram/contract/wire';

const DATE = '2026-12-07';
const NONE = `bh~${'0'.repeat(16)}`;
const IMPORT = `bh~${'0'.repeat(20)}`;
const BOOKING = `${'a'.repeat(16)}-b12345678`;
const reason = '测试';
const day = { date: DATE, home: 'h1' };
const person = { name: '某', phone: '13800000000', category: 'road' };
const visit = { date: DATE, booking: BOOKING, place: 'h1-0830-1' };

type Rows = readonly (readonly [action: string, input: object])[];

/** Of report, asked by staff: what these name is not there. */
export const REPORT: Rows = [
  ['createReport', { kind: 'work', from: '2026-12-02', to: '2026-12-01' }],
  ['report', { report: NONE }],
  ['exportList', { of: { list: 'slot', report: NONE, slot: 'received' }, reason: 'archive' }],
  ['essentials', {}],
  ['essentialsSheet', {}],
  ['activityPaper', { activity: NONE, paper: 'findings' }],
  ['dutyReportPaper', { activity: NONE, person: 'p5', paper: 'result' }],
  ['employerNotices', { year: 2031, month: 1 }],
  ['invitationSlips', { import: `bh~${'0'.repeat(20)}` }],
  ['assignmentSheets', { requests: [NONE] }],
  ['reports', { after: `${'0'.repeat(13)}00000000` }],
  ['computeReport', { report: NONE, edition: 1 }],
  ['saveReportWords', { report: NONE, section: 'plans', version: 0, words: '某' }],
  ['keepSentence', { report: NONE, sentence: 'received', off: true }],
  ['reportVersions', { report: NONE, section: 'plans' }],
  ['actOnReport', { report: NONE, edition: 1, act: 'withdraw', words: '某' }],
  ['reportRows', { report: NONE, slot: 'received', after: 20 }],
  ['reportTemplate', { kind: 'work' }],
  [
    'saveReportTemplate',
    {
      kind: 'work',
      edition: 0,
      sections: [
        {
          section: 'plans',
          level: 1,
          heading: '打算',
          sentences: [{ sentence: 'open', head: '', clauses: ['在办{open}件'] }],
        },
      ],
    },
  ],
  ['wallRules', {}],
  ['wallRule', { rule: NONE }],
  ['saveWallRule', { title: '学习制度', body: '每月一次。', edition: 0 }],
  ['actOnWallRule', { rule: NONE, edition: 1, act: 'end', on: '2026-12-01' }],
  ['wallRulePaper', { rule: NONE, paper: 'A3' }],
  ['reportDocument', { report: NONE }],
  ['reportCharts', { of: 'late' }],
  ['districtFigures', { of: 'qs' }],
  ['districtRecord', { of: 'bh', person: 'p3', year: 2026 }],
  ['districtReport', {}],
  ['chartsDocument', {}],
  [
    'chartRows',
    { of: 'visited', from: '2026-11-02', to: '2026-12-01', by: { dimension: 'village', value: 'v4' } },
  ],
];

const ADMIN: Readonly<Partial<Record<FunctionName, Rows>>> = {
  registry: [
    ['saveDistrict', { paper: 'icp', mark: null }],
    ['addTownship', { id: 'bh', name: '某镇' }],
    // What is open cannot be opened, so that everybody else goes on.
    ['closeTownship', { closed: false, words: '某', to: 'qs' }],
    ['district', {}],
  ],
  overview: [
    ['health', {}],
    ['verify', {}],
  ],
};

const STAFF: Readonly<Partial<Record<FunctionName, Rows>>> = {
  registry: [
    ['setUpState', {}],
    ['commitImport', { import: IMPORT, slice: 0 }],
    ['takeBackImport', { import: IMPORT, slice: 0, reason }],
  ],
  reception: [
    ['bookFor', { ...day, ...person, place: 'h1-0830-1', wish: { who: 'any' }, village: 'v4' }],
    ['cancelFor', { ...visit, keys: 'a'.repeat(16) }],
    ['desk', { ...day, half: 'am' }],
    ['findVisitor', { date: DATE, text: '王 (先生)' }],
    ['setVisit', { ...visit, from: 'booked', to: 'arrived', seat: 'h1-am-1', words: '某', reason }],
    ['walkIn', { ...day, ...person, half: 'am', place: 'h1-0830-1', village: 'v4', reason }],
    ['blockPlaces', { date: DATE, places: ['h1-0830-1'], seat: 'h1-am-1', reason, confirmed: false }],
    ['dayRecord', { date: DATE }],
  ],
  report: [
    ['dutyRecord', { year: 2026, person: 'p900' }],
    ['dutyTable', { year: 2031 }],
    ['numberList', { date: '2031-01-06', home: 'h1' }],
    ['employerNotice', { date: '2031-01-06', seat: 'h1-am-1' }],
    ['poster', { place: 'zz', year: 2026, paper: 'A3' }],
    ['deputySheet', { paper: 'roster' }],
    ['presidiumPack', { year: 2026, quarter: 4 }],
    ['articlePaper', { article: NONE }],
    ['handlingReport', { reader: 'session' }],
    ['registrationForm', {}],
    ['assignmentSheet', { request: NONE }],
    ['receipt', { request: NONE }],
    ['replySheet', { request: NONE }],
    ['sessionPaper', { session: 's0', paper: 'ballot' }],
    ['suggestionPaper', { suggestion: NONE, paper: 'reply' }],
    ['exportTable', { table: 'unit', reason: 'archive' }],
    ['planImport', { table: 'unit', file: 'cloud://local.x/bh/u/nobody/1.xlsx', reason }],
    ['readImport', { import: IMPORT, slice: 0 }],
    ['listImports', {}],
  ],
};

const ANYBODY: Readonly<Partial<Record<FunctionName, Rows>>> = {
  reception: [
    ['wait', { ...day, ...person, time: '08:30', whom: 'self' }],
    ['takeOver', { ...day, half: 'am', number: 1, code: 'zzzzzz' }],
    ['wall', day],
  ],
  report: [['slip', { date: '2031-01-06', booking: BOOKING }]],
  // It takes nothing at all.
  overview: [['alive', {}]],
};

export interface Fuzzed {
  fn: FunctionName;
  action: string;
  input: object;
  /** The deputy who asks most of the rest, unless named. */
  by?: string;
}

function rowsOf(table: Readonly<Partial<Record<FunctionName, Rows>>>, by?: string): Fuzzed[] {
  return Object.entries(table).flatMap(([fn, rows]) =>
    rows.map(([action, input]) => ({
      fn: fn as FunctionName,
      action,
      input,
      ...(by !== undefined && { by }),
    })),
  );
}

export const REST: readonly Fuzzed[] = [
  ...rowsOf(ADMIN, 'bh-admin'),
  ...rowsOf(STAFF, 'bh-staff'),
  ...rowsOf(ANYBODY),
];

/** By name, where an account's own folder, the roster or an article is needed: the files that try them. */
export const FUZZED_IN: Readonly<Record<string, readonly string[]>> = {
  'reception/fuzz.test.ts': ['book', 'move', 'cancel', 'day', 'listMine'].map((name) => `reception.${name}`),
  'reception/roster-fuzz.test.ts': [
    'calendarYear',
    'roster',
    'proposeRoster',
    'editSeat',
    'setAbsence',
    'publishDay',
    'publishRest',
    'withdrawDay',
    'askSwap',
    'answerSwap',
    'myDuties',
    'barPerson',
    'liftBar',
    'listBars',
  ].map((name) => `reception.${name}`),
};
