/** Every read that goes through a list, with somebody who may ask it, as the phone asks it first. */
export interface Read {
  fn: string;
  action: string;
  openid: string;
  input: object;
  /** It counts what it tells, or tells of each township: the database looks at as many documents as there are. */
  counts?: true;
  /** Nobody counted before: calls that read sources, beside one for each further thousand rows. */
  firstCalls?: number;
}

const YEAR = 2026;
const SPAN = { from: '2026-07-01', to: '2026-12-31' };
const [VILLAGER, STAFF, CHIEF, DEPUTY, LEADER, UNIT, DISTRICT] = [
  'o-villager',
  'bh-staff',
  'bh-p1',
  'bh-p5',
  'bh-p6',
  'bh-unit',
  'qu-district',
];

const ask = (fn: string, openid: string, asked: Readonly<Record<string, readonly object[]>>): Read[] =>
  Object.entries(asked).flatMap(([action, inputs]) => inputs.map((input) => ({ fn, action, openid, input })));

/** As docs/limits.md has it. */
const FIRST_CHARTS = 9;

const counting = (reads: readonly Read[], more: Pick<Read, 'firstCalls'> = {}): Read[] =>
  reads.map((read) => ({ ...read, counts: true, ...more }));

export const READS: readonly Read[] = [
  ...ask('registry', VILLAGER, { whoAmI: [{}], places: [{ inParts: true }] }),
  ...counting(ask('registry', VILLAGER, { district: [{}] })),
  ...ask('registry', STAFF, {
    book: [
      { part: 'people', kind: 'person', inParts: true },
      { part: 'names', kind: 'village', inParts: true },
      { part: 'routing', kind: 'route', inParts: true },
      { part: 'settings', kind: 'setting', inParts: true },
    ],
    listInvitations: [{ state: 'confirmed' }],
    scans: [{}],
    setUpState: [{}],
  }),
  ...counting(ask('registry', STAFF, { listUninvited: [{ inParts: true }] })),
  ...ask('reception', VILLAGER, { day: [{}], listMine: [{}], wall: [{ date: '2026-12-07', home: 'h1' }] }),
  ...ask('reception', STAFF, {
    calendarYear: [{ year: YEAR, inParts: true }],
    roster: [
      { year: YEAR, of: 'coming' },
      { year: YEAR, of: 'past' },
      { year: YEAR, of: 'people' },
    ],
    desk: [{ date: '2026-12-07' }],
    listBars: [{}],
    dayRecord: [{ date: '2026-10-08' }],
  }),
  ...ask('reception', DEPUTY, { myDuties: [{ inParts: true }] }),
  ...ask('request', VILLAGER, {
    listMine: [{}],
    board: [{}],
    published: [{ village: 'v1', category: 'road' }],
    lifeGuide: [{}],
  }),
  ...ask('request', DEPUTY, { listOwned: [{ scope: 'mine' }, { scope: 'following' }] }),
  ...ask('request', LEADER, { listGroup: [{}] }),
  ...ask('request', UNIT, { listUnit: [{}, { closed: true }] }),
  ...ask('request', DISTRICT, { listPassedUp: [{}] }),
  ...ask('request', STAFF, {
    listHeld: [{}],
    listOffice: ['to-route', 'to-review', 'late', 'deliveries', 'call-backs', 'key', 'all'].map((queue) => ({
      queue,
    })),
    find: [{ text: '路灯' }],
  }),
  ...ask('duty', STAFF, {
    facts: [
      { of: 'all', ...SPAN },
      { of: 'visited', ...SPAN },
      { of: 'all', ...SPAN, by: { dimension: 'person', value: 'p5' } },
    ],
    record: [{ year: YEAR, person: 'p5' }],
    listActivities: [{ scope: 'office' }],
    listOpinions: [{}],
    listDisputes: [{}],
    studyGrid: [{ year: YEAR, inParts: true }],
    tiedDeputies: [{ inParts: true }],
  }),
  ...ask('duty', DEPUTY, { record: [{ year: YEAR }], listActivities: [{ scope: 'mine' }], ties: [{}] }),
  ...counting(ask('duty', STAFF, { figures: [{ queries: [{ of: 'visited', ...SPAN }] }] })),
  ...counting(ask('duty', CHIEF, { quietDeputies: [{ months: 6 }] })),
  ...ask('duty', VILLAGER, { publicFacts: [{ person: 'p5' }] }),
  ...ask('congress', STAFF, {
    suggestions: [{ queue: 'all' }],
    suggestionFigures: [{}],
    sessions: [{}],
    changes: [{}],
    leaving: [{}],
    term: [{}],
    meetings: [{ year: YEAR, inParts: true }],
    keyCandidates: [{}],
    topics: [{ year: YEAR, inParts: true }],
    liaison: [{ inParts: true }],
    guidance: [{ inParts: true }],
  }),
  ...ask('congress', VILLAGER, { publicSuggestions: [{}] }),
  ...ask('congress', DISTRICT, { listAsked: [{}] }),
  ...ask('publicity', STAFF, {
    list: [{}],
    happenings: ['reception-day', 'request', 'activity', 'duty'].map((kind) => ({ kind })),
    plan: [{ year: YEAR }],
    templates: [{}],
  }),
  ...ask('publicity', VILLAGER, { published: [{}] }),
  ...ask('notify', STAFF, { inbox: [{}], notices: [{}], calls: [{}], letters: [{ kind: 'message' }] }),
  ...counting(ask('report', STAFF, { reportCharts: [{ of: 'received' }] }), { firstCalls: FIRST_CHARTS }),
  ...ask('report', STAFF, {
    reports: [{}],
    reportCharts: [{ of: 'received' }],
    chartRows: [{ of: 'received', ...SPAN }],
  }),
  ...counting(ask('report', DISTRICT, { districtFigures: [{}, { of: 'bh' }] })),
  ...ask('overview', VILLAGER, { home: [{}], mine: [{}] }),
  ...ask('overview', DEPUTY, { today: [{}] }),
  ...ask('overview', STAFF, { workbench: [{}] }),
  ...ask('overview', CHIEF, { workbench: [{}], audit: [{}] }),
  ...ask('overview', UNIT, { workbench: [{}] }),
];
