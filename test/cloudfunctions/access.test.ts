/**
 * The table of authorisation, cell by cell: every role, every action, in the own township and in the other one.
 * What each cell must be is computed from shared/access.ts; whether it is so is asked of the artefacts.
 */
import { ACCESS, type Access } from '../../cloudfunctions/shared/access';
import { invite } from '../../local/townships/grants';
import { ROLE_LABELS } from '../../miniprogram/contract/roles';
import type { Role } from '../../miniprogram/contract/roles';
import type { FunctionName } from '../../miniprogram/contract/wire';
import { TEST_FIELD_KEYS } from '../support/given';
import { fairShare } from '../support/fair-share';
import { startSampleCloud, type SampleCloud } from '../support/sample-cloud';
import { submission, newKey, submit } from './request/requests';

jest.setTimeout(120_000);

type Who = Role | 'voter';
const ROLES = Object.keys(ROLE_LABELS) as Role[];
const everybody: readonly Who[] = ['voter', ...ROLES];
const openidOf = (who: Who) => `only-${who}`;

let cloud: SampleCloud;
let asked: string;
beforeAll(async () => {
  process.env['FIELD_KEYS'] = TEST_FIELD_KEYS;
  cloud = await startSampleCloud({ instancesPerFunction: 1 });
  // In the first township each role is held by an account that holds no other; person and group fit the request.
  const grants = ROLES.map((role) =>
    invite(
      'bh',
      {
        code: `only${role}`,
        role,
        name: '某',
        openid: openidOf(role),
        person: 'p5',
        group: 'g3',
        village: 'v4',
        unit: 'u1',
      },
      cloud.clock.now(),
    ),
  );
  await cloud.database.importDocuments('invitations', grants);
  asked = (await submit(cloud, 'the-asker', { deputy: 'p5' })).request;
});
afterAll(() => cloud.close());

const NOBODYS = `b${'0'.repeat(16)}-b${'0'.repeat(8)}`;

/** Nothing is printed here: what these name is not there. */
const REPORTS: Readonly<Record<string, object>> = {
  dutyRecord: { year: 2026, person: 'p900' },
  essentials: {},
  essentialsSheet: {},
  dutyReportPaper: { activity: `bh~${'0'.repeat(16)}`, paper: 'text' },
  activityPaper: { activity: `bh~${'0'.repeat(16)}`, paper: 'archive' },
  dutyTable: { year: 2031 },
  numberList: { date: '2031-01-06', home: 'h1' },
  employerNotice: { date: '2031-01-06', seat: 'h1-am-1' },
  employerNotices: { year: 2031, month: 1 },
  exportList: { of: { list: 'duty', year: 2031, person: 'p5' }, reason: 'archive' },
  slip: { date: '2031-01-06', booking: NOBODYS },
  invitationSlips: { import: `bh~${'0'.repeat(20)}` },
  poster: { place: 'zz' },
  assignmentSheet: { request: `bh~${'0'.repeat(16)}` },
  assignmentSheets: { requests: [`bh~${'0'.repeat(16)}`] },
  receipt: { request: `bh~${'0'.repeat(16)}` },
  replySheet: { request: `bh~${'0'.repeat(16)}` },
  deputySheet: { paper: 'roster' },
  presidiumPack: { year: 2026, quarter: 4 },
  articlePaper: { article: `bh~${'0'.repeat(16)}` },
  handlingReport: { reader: 'session' },
  sessionPaper: { session: 's0', paper: 'ballot' },
  suggestionPaper: { suggestion: `bh~${'0'.repeat(16)}`, paper: 'reply' },
  createReport: { kind: 'work', from: '2026-12-02', to: '2026-12-01' },
  report: { report: `bh~${'0'.repeat(16)}` },
  computeReport: { report: `bh~${'0'.repeat(16)}`, edition: 1 },
  saveReportWords: { report: `bh~${'0'.repeat(16)}`, section: 'plans', version: 0, words: '某' },
  keepSentence: { report: `bh~${'0'.repeat(16)}`, sentence: 'received', off: true },
  reportVersions: { report: `bh~${'0'.repeat(16)}`, section: 'plans' },
  actOnReport: { report: `bh~${'0'.repeat(16)}`, edition: 1, act: 'submit' },
  reportRows: { report: `bh~${'0'.repeat(16)}`, slot: 'received' },
  reportTemplate: { kind: 'work' },
  saveReportTemplate: { kind: 'work', edition: 99, sections: null },
  wallRule: { rule: `bh~${'0'.repeat(16)}` },
  saveWallRule: { title: '某', body: '某', edition: 99 },
  actOnWallRule: { rule: `bh~${'0'.repeat(16)}`, edition: 1, act: 'enforce', on: '2026-12-01' },
  wallRulePaper: { rule: `bh~${'0'.repeat(16)}` },
  reportDocument: { report: `bh~${'0'.repeat(16)}` },
  reportCharts: { of: 'received' },
  chartRows: { of: 'visited', from: '2026-12-02', to: '2026-12-01' },
  districtFigures: { of: 'zz' },
  districtRecord: { of: 'zz', person: 'p900', year: 2026 },
  exportTable: { table: 'unit', empty: true },
  planImport: { table: 'unit', file: 'cloud://local.x/bh/u/nobody/1.xlsx', reason: '测试' },
  readImport: { import: `bh~${'0'.repeat(20)}`, slice: 0 },
};

const ROW = `bh~${'0'.repeat(20)}`;
/** Of notify: what these name is not there. */
const NOTICES: Readonly<Record<string, object>> = {
  consent: { answers: {} },
  seen: { until: 0 },
  revealCall: { call: ROW, reason: '要打电话' },
  settleCall: { call: ROW, state: 'called' },
  letters: { kind: 'event' },
  retryLetter: { letter: ROW, kind: 'message' },
};

/** The directory is not changed: what these name is not there, or is not as they saw it. */
const nobody = 'bh~0000000000000000';
const reason = '测试';
const OFFICE_INPUTS: Readonly<Record<string, object>> = {
  book: { part: 'routing' },
  editBook: { kind: 'setting', reason, edits: [{ id: 'contactDays', seen: 'zz', row: null }] },
  mergeVillages: { from: 'v90', into: 'v91', reason },
  tryRoute: { village: 'v1', category: 'road', date: '2026-12-01', edits: [] },
  issueInvitation: { role: 'deputy', person: 'p900', phoneLast4: '0000' },
  listInvitations: { state: 'issued' },
  confirmInvitation: { invitation: nobody },
  revokeInvitation: { invitation: nobody, reason },
  reissueInvitation: { invitation: nobody, phoneLast4: '0000' },
  commitImport: { import: `bh~${'0'.repeat(20)}`, slice: 0 },
  takeBackImport: { import: `bh~${'0'.repeat(20)}`, slice: 0, reason },
  saveDistrict: { paper: 'icp', mark: null },
  closeTownship: { closed: false, words: '某' },
  addTownship: { id: 'bh', name: '某镇' },
  setUp: { name: '某镇', secret: 'not the secret at all' },
};
/** Of congress: what these name is not there. */
const CONGRESS: Readonly<Record<string, object>> = {
  draftSuggestion: { category: 'zz', requests: [], title: '案由', grounds: '案据', plan: '方案' },
  suggestion: { suggestion: `bh~${'0'.repeat(16)}` },
  earlierSuggestions: { category: 'road' },
  suggestions: { queue: 'all' },
  prepareSession: { name: '某次会议', from: '2026-12-20', to: '2026-12-19', place: '某处' },
  actOnSession: { session: 's0', edition: 1, step: { act: 'close' } },
  session: { session: 's0' },
  answerNotice: { session: 's0', answer: 'attending' },
  decideLeave: { session: 's0', person: 'p5', approved: true },
  openPaper: { session: 's0', paper: 'p1' },
  openLetter: { suggestion: 'bh~0123456789abcdef', at: 1 },
  hallCode: { session: 's0', sitting: 'b1' },
  signIn: { code: 's0.b1.29mcno.29mgsy.0000000000' },
  signInOnPaper: { session: 's0', sitting: 'b1', persons: ['p5'] },
  roll: { session: 's0', sitting: 'b1' },
  addOpinion: { session: 's0', item: 'a1', person: 'p5', words: '某' },
  recordChange: { person: 'p900', kind: 'resign', date: '2026-12-01', body: '某', notice: '某' },
  prepareTerm: { name: '某届', opens: '2021-01-01' },
  commitElected: { import: `bh~${'0'.repeat(20)}`, slice: 0 },
  actOnTerm: { term: 't0', edition: 1, step: { act: 'drop', words: '某' } },
  planTopic: { title: '某', form: 'research', on: '2026-12-20' },
  actOnTopic: { topic: `bh~${'0'.repeat(16)}`, step: { act: 'reportBack', number: '某', words: '某' } },
  topics: { year: 2026 },
  recordMeeting: {
    date: '2026-11-20',
    place: '某',
    persons: ['p900'],
    items: [{ title: '某', for: 0, against: 0, abstain: 0 }],
    minutes: '某',
  },
  meetings: { year: 2026 },
  keepInTouch: { person: 'p900', member: '' },
  addNote: { kind: 'opinion', date: '2031-11-20', words: '某' },
  settleNote: { note: `bh~${'0'.repeat(16)}`, words: '某' },
  answerAsked: { note: `bh~${'0'.repeat(16)}`, words: '某' },
  handOver: { person: 'p900', what: 'requests' },
  addBill: { session: 's0', title: '某', persons: ['p5'], listed: true },
  draftFromRequests: { requests: [`bh~${'0'.repeat(16)}`] },
};
/** A step of a suggestion that this role may take: no step is open to all who have to do with suggestions. */
const STEPS_OF: Partial<Record<Who, object>> = {
  staff: { act: 'urge' },
  unit: { act: 'assistReply', words: '一同办' },
};
/** Of request: lists, and what is about one request. */
const LISTS: Readonly<Record<string, object>> = {
  listOwned: { scope: 'mine' },
  answerPassedUp: { request: `bh~${'0'.repeat(16)}`, words: '某' },
  listGroup: {},
  listOffice: { queue: 'late' },
  listUnit: {},
  listPassedUp: {},
  board: {},
  published: { village: 'v4', category: 'road' },
  joinPublished: {},
  similar: {},
  find: { text: '路灯' },
  draftPublication: {},
  listHeld: {},
  settlePart: { part: 'text', release: true },
  actMany: { acts: [{ request: 'bh~0000000000000000', step: { act: 'urge' } }] },
};
const OF_ONE: Readonly<Record<string, true>> = {
  joinPublished: true,
  similar: true,
  draftPublication: true,
  settlePart: true,
};

const SPAN = { from: '2026-01-01', to: '2026-12-31', by: { dimension: 'person', value: 'p5' } };
/** Of duty: what these name is not there. */
const DUTY: Readonly<Record<string, object>> = {
  figures: { queries: [{ of: 'visited', ...SPAN }] },
  facts: { of: 'visited', ...SPAN },
  note: { activity: { kind: 'household-visit', date: '2026-11-20', village: 'v90' } },
  correct: {
    activity: nobody,
    edition: 1,
    to: { kind: 'household-visit', date: '2026-11-20', village: 'v90' },
  },
  withdraw: { activity: nobody, reason },
  activity: { activity: nobody },
  listActivities: { scope: 'mine' },
  answerInvitation: { activity: nobody, answer: 'coming' },
  decideLeave: { activity: nobody, person: 'p5', grant: true },
  attend: { activity: nobody, persons: [] },
  transferOpinion: { activity: nobody, site: '某处', words: '修好', unit: 'u1', due: '2026-12-31' },
  commitBackEntry: { import: `bh~${'0'.repeat(20)}`, slice: 0 },
  takeBackEntry: { import: `bh~${'0'.repeat(20)}`, slice: 0, reason },
  actOnOpinion: { activity: nobody, opinion: 'o000000000000', step: { act: 'accept' } },
  record: { year: 2026 },
  dispute: { fact: nobody, words: '不是我' },
  answerDispute: { dispute: nobody, corrected: false, words: '是您' },
  studyGrid: { year: 2026 },
  proposeStudies: { year: 2026 },
  planStudies: { group: 'g3', meetings: [{ date: '2026-12-15', title: '学习' }] },
  ties: {},
  keepTie: { tie: 't0', alias: '某', measures: [] },
  endTie: { tie: 't0', reason: '某' },
  tiedDeputies: {},
  tieAccess: { act: 'ask' },
  quietDeputies: { months: 3 },
  publicFacts: { person: 'p5' },
  consentToStory: { activity: nobody, consent: true },
  addMaterial: { activity: nobody, title: '某', kind: 'public', file: 'cloud://e.b/bh/papers/x.pdf' },
  dropMaterial: { activity: nobody, material: 'm0' },
  addPicture: { activity: nobody, file: 'cloud://e.b/bh/u/x/1.jpg', use: 'photo' },
  dropPicture: { activity: nobody, picture: 'f0' },
  settlePicture: { activity: nobody, picture: 'f0', release: true },
  openPictures: { activity: nobody },
  openMaterial: { activity: nobody, material: 'm0' },
  dutyReport: { activity: nobody },
  dutyReportVersion: { activity: nobody, version: 1 },
  draftDutyReport: { activity: nobody, edition: 0 },
  saveDutyReport: { activity: nobody, edition: 0, parts: [], ready: false },
  dutyReporters: { activity: nobody },
  fileBallot: {
    activity: nobody,
    person: 'p5',
    edition: 0,
    present: 2,
    counts: ['满意', '基本满意', '不满意'].map((grade) => ({ grade, n: 0 })),
    spoiled: 0,
  },
  handBallot: { activity: nobody, person: 'p5', edition: 0 },
};

const COPY = 'cloud://e.b/bh/kept/x.jpg';
const MEDIA: Readonly<Record<string, object>> = {
  takeIn: { file: COPY, use: 'photo' },
  takePicture: { file: COPY },
  takePaper: { file: COPY },
  drawSheet: { drawing: COPY, pictures: [], name: 'aaaaaaaaaa' },
  forget: { files: [] },
};

/** An input that is valid for everybody who may; which role may do which step has a test of its own. */
function inputOf(fn: FunctionName, action: string, township: string, who: Who = 'voter'): object {
  const { village, category, privacy } = submission();
  if (fn === 'request' && action === 'previewRoute') return { township, village: 'v1', category, privacy };
  if (fn === 'request' && action === 'submit')
    return submission({ township, village: township === 'bh' ? village : 'v1' });
  if (action === 'submitFromVisit') {
    const visited = submission({ township, village: township === 'bh' ? village : 'v1' });
    return { ...visited, visit: { date: '2026-11-20', place: 'h1-0830-1', booking: NOBODYS } };
  }
  if (fn === 'request' && action === 'get') return { township, request: asked };
  if (action === 'revealPhone') return { township, request: asked, reason: 'contact' };
  if (action in LISTS) return { ...LISTS[action], township, ...(action in OF_ONE && { request: asked }) };
  if (action === 'submitFor') {
    const where = township === 'bh' ? village : 'v1';
    return { ...submission({ township, village: where, text: '代填' }), name: '某', livesIn: where };
  }
  if (fn === 'request' && action === 'act') return { township, request: asked, step: { act: 'solved' } };
  if (action === 'countScan') return { township, place: 'h1' };
  if (fn === 'duty') return { ...DUTY[action], township };
  if (action === 'actOnSuggestion')
    return { township, suggestion: nobody, step: STEPS_OF[who] ?? { act: 'submit' } };
  if (fn === 'congress') return { ...CONGRESS[action], township };
  if (action === 'exportList' && who === 'admin')
    return { township, of: { list: 'audit', filter: {} }, reason: 'archive' };
  if (fn === 'report') return { ...REPORTS[action], township };
  if (fn === 'media') return { ...MEDIA[action], township };
  if (fn === 'notify' && action !== 'relay') return { ...NOTICES[action], township };
  if (action in OFFICE_INPUTS) return { ...OFFICE_INPUTS[action], township };
  if (action === 'claimInvitation') return { township, code: 'zzzzzzzz', phoneLast4: '0000' };
  return ['relay', 'alive'].includes(action) ? {} : { township };
}

const MINE: readonly FunctionName[] = [
  'registry',
  'media',
  'request',
  'duty',
  'overview',
  'notify',
  'report',
  'congress',
];
const cells = MINE.flatMap((fn) =>
  Object.entries(ACCESS[fn] as Record<string, Access>).flatMap(([action, access]) =>
    (['own', 'other'] as const).map((where) => ({ name: `${fn}.${action}`, fn, action, access, where })),
  ),
);

/** The code with which this cell must refuse; undefined: it must not refuse for who is asking. */
function refusalOf(access: Access, who: Who, where: 'own' | 'other'): string | undefined {
  if (access.by === 'account' || access.by === 'anybody') return undefined;
  if (access.by === 'platform') return 'not-allowed';
  const admitted = who !== 'voter' && access.roles.includes(who) && where === 'own';
  if (admitted) return undefined;
  // What is neither one's own nor open to one's role is not there.
  return access.by === 'role' ? 'not-allowed' : 'not-found';
}

/**
 * In `npm test`: in the own township each role that the table admits, in the other one the first of them, and an eighth of
 * all others, other ones for each action. The proof asks everybody.
 */
function askers(access: Access, where: 'own' | 'other', action: number): readonly Who[] {
  const admitted = access.by === 'role' ? everybody.filter((who) => access.roles.includes(who as Role)) : [];
  const always = where === 'own' ? admitted : admitted.slice(0, 1);
  const others = everybody.filter((who) => !always.includes(who));
  return [...always, ...fairShare(others, 8, action)];
}

it.each(cells.map((cell, at) => Object.assign({ at }, cell)))(
  '$name in the $where township',
  async ({ fn, action, access, where, at }) => {
    const township = where === 'own' ? 'bh' : 'qs';
    for (const who of askers(access, where, at)) {
      const caller = { openid: openidOf(who), key: newKey() };
      const { ok, code } = await cloud.invoke(fn, action, inputOf(fn, action, township, who), caller);
      const refusal = refusalOf(access, who, where);
      const about = `${who}: ${String(code ?? ok)}`;
      if (refusal !== undefined) expect(about).toBe(`${who}: ${refusal}`);
      else expect(['not-allowed', 'no-identity']).not.toContain(code);
    }
  },
);

it.each(cells.filter(({ where }) => where === 'own'))(
  '$name without an identity',
  async ({ fn, action, access }) => {
    const { ok, code } = await cloud.invoke(fn, action, inputOf(fn, action, 'bh'), { key: newKey() });
    if (access.by === 'anybody') expect(ok).toBe(true);
    else expect(code).toBe(access.by === 'platform' ? 'not-allowed' : 'no-identity');
  },
);

it('has an entry for every action, and every action an entry', async () => {
  for (const [fn, actions] of Object.entries(ACCESS)) {
    for (const action of Object.keys(actions)) {
      const { code } = await cloud.invoke(fn, action, {}, { openid: 'somebody', key: newKey() });
      expect(code).not.toBe('unknown-action');
    }
    const { code } = await cloud.invoke(fn, 'noSuchAction', {}, { openid: 'somebody', key: newKey() });
    expect(code).toBe('unknown-action');
  }
});

it('lets the owner of a request see it and nobody else of the group, whatever the role says', async () => {
  const stranger = invite(
    'bh',
    { code: 'strangerx', role: 'deputy', name: '某', openid: 'stranger', person: 'p21', group: 'g3' },
    cloud.clock.now(),
  );
  await cloud.database.importDocuments('invitations', [stranger]);
  const get = (openid: string) =>
    cloud.invoke('request', 'get', { township: 'bh', request: asked }, { openid });
  expect((await get(openidOf('deputy'))).ok).toBe(true);
  expect(await get('stranger')).toMatchObject({ ok: false, code: 'not-found' });
});
