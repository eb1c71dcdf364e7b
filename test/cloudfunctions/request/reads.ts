/**
 * Every read of every function, with what it is asked: for the tests that ask each of them what it says of one request.
 * What is made of the request (an article, a suggestion, a report) is named by the ids of `Told`. The keys are held
 * against the tables of actions (every-answer.test.ts), so that a read written tomorrow is missed here.
 */
import type { FunctionName } from '../../../miniprogram/contract/wire';
import { CANARIES, PHONE } from './reading-cells';

/** The one request, and what was made of it or stands beside it. */
export interface Told {
  request: string;
  number: string;
  article: string;
  version: string;
  suggestion: string;
  report: string;
  activity: string;
  session: string;
}

type Input = Readonly<Record<string, unknown>>;
type Ask = Input | ((told: Told) => Input);

const SPAN = { from: '2026-01-01', to: '2026-12-31' };
const OF_P5 = { ...SPAN, by: { dimension: 'person', value: 'p5' } };
const DAY = '2026-12-07';
const ONE = [{}];
/** Whoever is not signed in names no township. */
const NO_TOWNSHIP: Input = {};
const QUEUES = ['to-route', 'to-review', 'late', 'overdue', 'rulings', 'escalated', 'key', 'all'];
const ofRequest: Ask = ({ request }: Told) => ({ request });
const ofRequests: Ask = ({ request }: Told) => ({ requests: [request] });
const ofArticle: Ask = ({ article }: Told) => ({ article });
const ofSuggestion: Ask = ({ suggestion }: Told) => ({ suggestion });
const ofReport: Ask = ({ report }: Told) => ({ report });
const ofActivity: Ask = ({ activity }: Told) => ({ activity });
const ofSession: Ask = ({ session }: Told) => ({ session });
const taken = (of: Input): Input => ({ of, reason: 'meeting' });
const year = [{ year: 2026 }];

const REQUEST: Readonly<Record<string, readonly Ask[]>> = {
  get: [ofRequest],
  listMine: ONE,
  listOwned: [{ scope: 'mine' }, { scope: 'following' }],
  listGroup: ONE,
  listOffice: [...QUEUES.map((queue) => ({ queue })), { queue: 'all', filter: { closed: true } }],
  listUnit: [{}, { closed: true }],
  listPassedUp: ONE,
  find: [({ number }) => ({ text: number }), { text: PHONE }, { text: CANARIES.name ?? '' }],
  similar: [ofRequest],
  draftPublication: [ofRequest],
  listHeld: ONE,
  board: ONE,
  published: [{ village: 'v4', category: 'road' }],
  lifeGuide: ONE,
  previewRoute: [
    {
      village: 'v4',
      category: 'road',
      privacy: { hideName: false, notOwnVillage: false, publishable: false },
    },
  ],
};

const OVERVIEW: Readonly<Record<string, readonly Ask[]>> = {
  mine: ONE,
  today: ONE,
  workbench: ONE,
  home: [{ home: 'h1', village: 'v4' }],
  alive: [NO_TOWNSHIP],
  health: ONE,
  audit: [{}, { filter: { act: 'request.submit' } }],
};

const REGISTRY: Readonly<Record<string, readonly Ask[]>> = {
  whoAmI: ONE,
  places: ONE,
  countScan: [{ place: 'h1' }],
  scans: ONE,
  book: [{ part: 'people' }, { part: 'routing' }],
  tryRoute: [{ village: 'v4', category: 'road', date: '2026-12-01', edits: [] }],
  listInvitations: [{ state: 'confirmed' }],
  listUninvited: ONE,
  district: ONE,
  setUpState: ONE,
};

const RECEPTION: Readonly<Record<string, readonly Ask[]>> = {
  day: ONE,
  listMine: ONE,
  calendarYear: year,
  roster: year,
  myDuties: ONE,
  desk: [{ date: DAY }],
  findVisitor: [{ date: DAY, text: CANARIES.name ?? '' }],
  wall: [{ date: DAY, home: 'h1' }],
  dayRecord: [{ date: DAY }],
  listBars: ONE,
};

const DUTY: Readonly<Record<string, readonly Ask[]>> = {
  facts: [
    { of: 'all', ...SPAN },
    { of: 'all', ...OF_P5 },
  ],
  figures: [{ queries: [{ of: 'visited', ...SPAN }] }],
  record: [{ year: 2026 }, { year: 2026, person: 'p5' }],
  listActivities: [{ scope: 'mine' }],
  listOpinions: ONE,
  listDisputes: ONE,
  publicFacts: [{ person: 'p5' }],
  activity: [ofActivity],
  openPictures: [ofActivity],
  openMaterial: [({ activity }) => ({ activity, material: 'm0' })],
  dutyReport: [ofActivity],
  dutyReportVersion: [({ activity }) => ({ activity, version: 1 })],
  dutyReporters: [ofActivity],
  studyGrid: year,
  proposeStudies: year,
  quietDeputies: [{ months: 3 }],
  tiedDeputies: ONE,
  ties: ONE,
};

const CONGRESS: Readonly<Record<string, readonly Ask[]>> = {
  suggestions: [{ queue: 'all' }, { queue: 'mine' }, { queue: 'unit' }],
  suggestion: [ofSuggestion],
  openLetter: [({ suggestion }) => ({ suggestion, at: 1 })],
  suggestionFigures: ONE,
  suggestionGuide: ONE,
  earlierSuggestions: [{ category: 'road' }],
  publicSuggestions: ONE,
  draftFromRequests: [ofRequests],
  leaving: ONE,
  meetings: year,
  keyCandidates: ONE,
  topics: year,
  liaison: ONE,
  guidance: ONE,
  listAsked: ONE,
  sessions: ONE,
  session: [ofSession],
  openPaper: [({ session }) => ({ session, paper: 'p1' })],
  hallCode: [({ session }) => ({ session, sitting: 'b1' })],
  roll: [({ session }) => ({ session, sitting: 'b1' })],
  changes: ONE,
  term: ONE,
};

const PUBLICITY: Readonly<Record<string, readonly Ask[]>> = {
  list: ONE,
  happenings: [{ kind: 'request' }, { kind: 'reception-day' }],
  compose: [({ request }) => ({ from: { kind: 'request', of: request } })],
  published: ONE,
  get: [ofArticle],
  history: [ofArticle],
  version: [({ article, version }) => ({ article, version })],
  preview: [ofArticle],
  pushStep: [ofArticle],
  pushStatus: [ofArticle],
  pack: [ofArticle],
  templates: ONE,
  plan: year,
  settings: ONE,
  officialKeys: ONE,
};

const NOTIFY: Readonly<Record<string, readonly Ask[]>> = {
  inbox: ONE,
  notices: ONE,
  calls: ONE,
  letters: [{ kind: 'message' }, { kind: 'event' }],
  kick: ONE,
};

const REPORT: Readonly<Record<string, readonly Ask[]>> = {
  registrationForm: ONE,
  assignmentSheet: [ofRequest],
  assignmentSheets: [ofRequests],
  replySheet: [ofRequest],
  receipt: [ofRequest],
  dutyRecord: [{ year: 2026, person: 'p5' }],
  presidiumPack: [{ year: 2026, quarter: 4 }],
  articlePaper: [ofArticle],
  handlingReport: [{ reader: 'session' }],
  reportCharts: [{ of: 'received' }],
  chartRows: [{ of: 'received', ...SPAN }],
  chartsDocument: ONE,
  districtFigures: ONE,
  districtRecord: [{ of: 'bh', person: 'p3', year: 2026 }],
  districtReport: ONE,
  ownData: ONE,
  deputySheet: [{ paper: 'roster' }],
  dutyTable: year,
  dutyReportPaper: [({ activity }) => ({ activity, paper: 'text' })],
  activityPaper: [({ activity }) => ({ activity, paper: 'archive' })],
  employerNotice: [{ date: DAY, seat: 'h1-am-1' }],
  employerNotices: [{ year: 2026, month: 12 }],
  numberList: [{ date: DAY, home: 'h1' }],
  slip: [{ date: DAY, booking: `b${'0'.repeat(16)}-b${'0'.repeat(8)}` }],
  poster: [{ place: 'v4' }],
  essentials: ONE,
  essentialsSheet: ONE,
  sessionPaper: [({ session }) => ({ session, paper: 'ballot' })],
  suggestionPaper: [({ suggestion }) => ({ suggestion, paper: 'reply' })],
  report: [ofReport],
  reports: ONE,
  reportVersions: [({ report }) => ({ report, section: 'plans' })],
  reportRows: ['open', 'late', 'promised', 'received'].map((slot) => ({ report }: Told) => ({
    report,
    slot,
  })),
  reportDocument: [ofReport],
  reportTemplate: [{ kind: 'work' }],
  wallRules: ONE,
  wallRule: [{ rule: `bh~${'0'.repeat(16)}` }],
  wallRulePaper: [{ rule: `bh~${'0'.repeat(16)}` }],
  invitationSlips: [{ import: `bh~${'0'.repeat(20)}` }],
  readImport: [{ import: `bh~${'0'.repeat(20)}`, slice: 0 }],
  listImports: ONE,
};

/** Through one action that writes its row before it tells. */
const TAKEN: readonly Ask[] = [
  taken({ list: 'requests', queue: 'all' }),
  ({ request }) => taken({ list: 'requests', queue: 'all', chosen: [request] }),
  taken({ list: 'facts', of: 'all', ...SPAN }),
  taken({ list: 'duty', year: 2026, person: 'p5' }),
  taken({ list: 'audit', filter: {} }),
  taken({ list: 'opinions' }),
  taken({ list: 'meetings', year: 2026 }),
  taken({ list: 'liaison' }),
  taken({ list: 'guidance' }),
  taken({ list: 'directory', kind: 'person' }),
  taken({ list: 'disputes' }),
  taken({ list: 'absences' }),
  taken({ list: 'plan', year: 2026 }),
  taken({ list: 'studies', year: 2026 }),
  taken({ list: 'quiet', months: 6 }),
  taken({ list: 'district-deputies', of: 'bh', year: 2026 }),
];

const MEDIA: Readonly<Record<string, readonly Ask[]>> = {
  takePicture: [{ file: 'cloud://e.b/bh/kept/x.jpg' }],
  takePaper: [{ file: 'cloud://e.b/bh/kept/x.pdf' }],
};

const READS: Readonly<Record<FunctionName, Readonly<Record<string, readonly Ask[]>>>> = {
  registry: REGISTRY,
  media: MEDIA,
  reception: RECEPTION,
  request: REQUEST,
  duty: DUTY,
  congress: CONGRESS,
  publicity: PUBLICITY,
  notify: NOTIFY,
  report: { ...REPORT, exportList: TAKEN },
  overview: OVERVIEW,
};

export const READ_NAMES = Object.entries(READS).flatMap(([fn, actions]) =>
  Object.keys(actions).map((action) => `${fn}.${action}`),
);

/** What these name is not there, and none of them reads a request: papers of a session, a talk, a table of rows, a rule of the house. */
const NAMELESS: ReadonlySet<string> = new Set([
  'media.takePicture',
  'media.takePaper',
  'duty.openMaterial',
  'duty.dutyReport',
  'duty.dutyReportVersion',
  'duty.dutyReporters',
  'congress.openLetter',
  'congress.openPaper',
  'congress.hallCode',
  'congress.roll',
  'publicity.pack',
  'report.articlePaper',
  'report.dutyReportPaper',
  'report.slip',
  'report.suggestionPaper',
  'report.invitationSlips',
  'report.readImport',
  'report.wallRule',
  'report.wallRulePaper',
]);

/** Papers made of the directory, the roster or one activity, each of which takes long to make. */
const PLAIN: ReadonlySet<string> = new Set([
  'deputySheet',
  'essentialsSheet',
  'numberList',
  'dutyTable',
  'activityPaper',
  'poster',
  'employerNotice',
  'employerNotices',
  'sessionPaper',
]);

export interface Read {
  fn: FunctionName;
  action: string;
  /** No request stands in it. */
  plain: boolean;
  /** Answers nobody here. */
  nameless: boolean;
  input: (told: Told) => Input;
}

/** Each read as often as it is asked otherwise. */
export const ALL_READS: readonly Read[] = (Object.keys(READS) as FunctionName[]).flatMap((fn) =>
  Object.entries(READS[fn]).flatMap(([action, asks]) =>
    asks.map((ask) => ({
      fn,
      action,
      plain: PLAIN.has(action),
      nameless: NAMELESS.has(`${fn}.${action}`),
      input: (told: Told) =>
        ask === NO_TOWNSHIP ? {} : { township: 'bh', ...(typeof ask === 'function' ? ask(told) : ask) },
    })),
  ),
);
