import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownFolder } from '../../cloudfunctions/registry/directory/rules/own-folder';
import { ACCESS, type Access } from '../../cloudfunctions/shared/access';
import { accountOf } from '../../cloudfunctions/shared/cipher';
import { ERROR_CODES } from '../../miniprogram/contract/errors';
import type { FunctionName } from '../../miniprogram/contract/wire';
import { TEST_FIELD_KEYS } from '../support/given';
import { fuzz } from '../support/hostile';
import { startSampleCloud, type SampleCloud } from '../support/sample-cloud';
import { countWrites } from '../support/writes';
import { submission, newKey } from './request/requests';
import { congressInputs } from './fuzz-congress';
import { DUTY } from './fuzz-duty';
import { FUZZED_IN, REPORT, REST } from './fuzz-rest';

jest.setTimeout(600_000);

const OPENID = 'bh-p5';

let cloud: SampleCloud;
/** Everything but the rate window of the caller's own grant. */
let writes: () => number;
beforeAll(async () => {
  cloud = await startSampleCloud({ instancesPerFunction: 1 });
  writes = countWrites(cloud.database, ['invitations']);
});
afterAll(() => cloud.close());

/** The caller's own file, so that what is wrong elsewhere reaches the write. */
process.env['FIELD_KEYS'] = TEST_FIELD_KEYS;
const file = `cloud://local.6c6f-local-1300000000/${ownFolder('bh', accountOf(OPENID))}/1.jpg`;
const township = { township: 'bh' };
const request = { ...township, request: 'bh~0000000000000000' };
const { village, category, privacy } = submission();
const question = {
  ...township,
  village,
  category,
  privacy,
  deputy: 'p5',
  group: 'g1',
  villagerGroup: 'v4s1',
};

const fromVisit = {
  ...submission(),
  ...question,
  photos: [file],
  phone: '13800000000',
  visit: { date: '2026-11-20', place: 'h1-0830-1', booking: `${'0'.repeat(16)}-b${'0'.repeat(8)}` },
};
const reason = '测试';
const edit = (kind: string, id: string, row: object | null) =>
  ['editBook', { kind, reason, edits: [{ id, seen: '', row }] }] as const;
/** Of staff: the deputy whose folder the rest needs may do none of these. */
const OFFICE: readonly (readonly [string, object])[] = [
  ['book', { part: 'people' }],
  edit('village', '', {
    name: '新村',
    formerNames: ['旧村'],
    villagerGroups: [{ id: '', name: '一组' }],
    home: 'h1',
  }),
  edit('person', '', {
    name: '某',
    strokes: 9,
    absent: [{ from: '2026-12-01', to: '2026-12-02' }],
    memberships: [
      { term: 't18', from: '2026-12-01', level: 'town', constituency: 'c1', group: 'g1', leader: true },
    ],
  }),
  edit('route', '', {
    village: 'v1',
    villagerGroup: 'v1s1',
    category: 'road',
    group: 'g1',
    home: 'h1',
    from: '2026-12-01',
    to: '2026-12-31',
    reason,
  }),
  edit('setting', 'h1.closingTime', { value: '17:00' }),
  edit('calendar', '2027-01-01', { workday: false, name: '元旦' }),
  ['mergeVillages', { from: 'v2', into: 'v1', reason }],
  ['tryRoute', { village: 'v1', villagerGroup: 'v1s1', category: 'road', date: '2026-12-01', edits: [] }],
  [
    'issueInvitation',
    { role: 'helper', name: '某', village: 'v1', unit: 'u1', person: 'p5', phoneLast4: '0000' },
  ],
  ['listInvitations', { state: 'issued', after: '000000000000000000000' }],
  ['listUninvited', {}],
  ['confirmInvitation', { invitation: 'bh~0000000000000000' }],
  ['revokeInvitation', { invitation: 'bh~0000000000000000', reason }],
  ['reissueInvitation', { invitation: 'bh~0000000000000000', phoneLast4: '0000' }],
  ['setUp', { name: '某镇', secret: 'not the secret at all' }],
];
/** Who may do what the deputy whose folder the rest needs may not: a refusal for who asks would hide what is asked. */
const CALLERS: ReadonlyMap<string, string> = new Map([
  ...OFFICE.map(([action]) => [action, 'bh-staff'] as const),
  ...[
    'addPlaces',
    'listOffice',
    'similar',
    'find',
    'actMany',
    'workbench',
    'draftPublication',
    'listHeld',
    'settlePart',
  ].map((action) => [action, 'bh-staff'] as const),
  ...REPORT.map(([action]) => [action, 'bh-staff'] as const),
  ...[
    'tieAccess',
    'dutyReporters',
    'fileBallot',
    'handBallot',
    'transferOpinion',
    'answerDispute',
    'listDisputes',
    'settlePicture',
    'commitBackEntry',
    'takeBackEntry',
  ].map((action) => [action, 'bh-staff'] as const),
  ...['actOnOpinion', 'listOpinions'].map((action) => [action, 'bh-unit'] as const),
  ...[
    'decideLeave',
    'attend',
    'studyGrid',
    'proposeStudies',
    'planStudies',
    'tiedDeputies',
    'addMaterial',
    'dropMaterial',
  ].map((action) => [action, 'bh-p6'] as const),
  ...REST.flatMap(({ action, by }) => (by === undefined ? [] : [[action, by] as const])),
  ['quietDeputies', 'bh-p1'],
  ...[
    'prepareSession',
    'actOnSession',
    'decideLeave',
    'hallCode',
    'takePaper',
    'signInOnPaper',
    'roll',
    'addOpinion',
    'addBill',
    'suggestionFigures',
    'recordChange',
    'changes',
    'leaving',
    'prepareTerm',
    'actOnTerm',
    'commitElected',
    'term',
    'handOver',
    'planTopic',
    'actOnTopic',
    'topics',
    'recordMeeting',
    'meetings',
    'keyCandidates',
    'keepInTouch',
    'liaison',
    'addNote',
    'settleNote',
    'guidance',
  ].map((action) => [action, 'bh-staff'] as const),
  ['listGroup', 'bh-p6'],
  ['listUnit', 'bh-unit'],
  ...[
    'listPassedUp',
    'districtFigures',
    'districtRecord',
    'districtReport',
    'answerPassedUp',
    'listAsked',
    'answerAsked',
  ].map((action) => [action, 'qu-district'] as const),
]);

const VALID: readonly (readonly [FunctionName, string, object])[] = [
  ['registry', 'whoAmI', township],
  ['registry', 'places', township],
  ['registry', 'claimInvitation', { ...township, code: 'zzzzzzzz', phoneLast4: '0000' }],
  ['registry', 'countScan', { ...township, place: 'h1' }],
  ['registry', 'scans', { ...township, month: '2026-11' }],
  ...OFFICE.map(([action, input]) => ['registry', action, { ...township, ...input }] as const),
  ['request', 'previewRoute', question],
  [
    'request',
    'submit',
    {
      ...submission(),
      ...question,
      photos: [file],
      recordings: [{ file, seconds: 3 }],
      name: '某',
      phone: '13800000000',
    },
  ],
  ['request', 'submitFromVisit', fromVisit],
  ['request', 'listMine', { ...township, after: '000000000000000000000' }],
  ['request', 'get', request],
  ['media', 'takePicture', { ...township, file }],
  ['media', 'takePaper', { ...township, file }],
  ...['notify', 'reception', 'request'].map((fn) => [fn as FunctionName, 'eraseOwn', township] as const),
  ...['notify', 'request'].map((fn) => [fn as FunctionName, 'withdrawConsents', township] as const),
  ['report', 'ownData', township],
  ['notify', 'kick', township],
  ['notify', 'notices', township],
  ['notify', 'consent', { ...township, answers: { task: 'accept', reminder: 'reject' } }],
  ['notify', 'inbox', { ...township, after: `${'0'.repeat(13)}00000000` }],
  ['notify', 'seen', { ...township, until: 0 }],
  ['notify', 'calls', { ...township, after: `${'0'.repeat(13)}00000000` }],
  ['overview', 'audit', { ...township, filter: { by: 'p5', act: 'days.publish', day: '2026-12-01' } }],
  ['notify', 'revealCall', { ...township, call: `bh~${'0'.repeat(20)}`, reason: '要打电话' }],
  ['notify', 'settleCall', { ...township, call: `bh~${'0'.repeat(20)}`, state: 'called' }],
  ['notify', 'letters', { ...township, kind: 'event' }],
  ['notify', 'retryLetter', { ...township, letter: `bh~${'0'.repeat(20)}`, kind: 'message' }],
  [
    'request',
    'submitFor',
    { ...submission(), ...question, name: '某', livesIn: 'v4', photos: [], recordings: [] },
  ],
  ['request', 'listOwned', { ...township, scope: 'mine', after: '2026-11-2600000000' }],
  ['request', 'listGroup', { ...township, after: '2026-11-2600000000' }],
  [
    'request',
    'listOffice',
    {
      ...township,
      queue: 'all',
      after: '2026-11-2600000000',
      filter: { state: 'submitted', group: 'g3', category: 'road', village: 'v4', unit: 'u1' },
    },
  ],
  ['request', 'listOffice', { ...township, queue: 'to-route' }],
  ['request', 'listUnit', { ...township, closed: true, after: '2026-11-2600000000' }],
  ['request', 'listPassedUp', { ...township, after: `${'0'.repeat(13)}00000000` }],
  ['request', 'answerPassedUp', { ...request, words: '区里办' }],
  ['request', 'revealPhone', { ...request, reason: 'contact' }],
  ['request', 'similar', request],
  ['request', 'find', { ...township, text: '路灯 (坏)\\' }],
  [
    'request',
    'actMany',
    {
      ...township,
      acts: [
        { request: request.request, step: { act: 'assign', lead: 'u1', assist: ['u2'], words: '请办' } },
      ],
    },
  ],
  ['request', 'draftPublication', request],
  ['request', 'board', { ...township, after: `${'0'.repeat(13)}00000000` }],
  ['request', 'published', { ...township, village, category }],
  ['request', 'lifeGuide', township],
  ['request', 'joinPublished', request],
  ['request', 'listHeld', { ...township, after: `${'0'.repeat(13)}00000000` }],
  ['request', 'settlePart', { ...request, part: 'text', release: true }],
  ['request', 'act', { ...request, step: { act: 'visit', date: '2026-12-01', words: '上门' } }],
  ['request', 'act', { ...request, step: { act: 'assign', lead: 'u1', assist: ['u2'], words: '请办' } }],
  ['reception', 'addPlaces', { ...township, date: '2026-12-07', seat: 'h1-am-1', time: '08:30', count: 1 }],
  ...DUTY.map(([action, input]) => ['duty', action, { ...township, ...input }] as const),
  ...congressInputs({ township, request: request.request, category }),
  ...REPORT.map(([action, input]) => ['report', action, { ...township, ...input }] as const),
  ['overview', 'home', { ...township, home: 'h1', village: 'v1' }],
  ['overview', 'mine', township],
  ['overview', 'today', township],
  ['overview', 'workbench', township],
  ...REST.map(({ fn, action, input }) => [fn, action, { ...township, ...input }] as const),
];

async function post(
  fn: string,
  body: string,
  openid = OPENID,
): Promise<{ result?: { ok: boolean; code?: string }; errCode?: number }> {
  const response = await fetch(`${cloud.url}/invoke/${fn}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
    body,
  });
  return (await response.json()) as { result?: { ok: boolean; code?: string }; errCode?: number };
}

it('every action that is open to somebody is tried: here, where it is named, or with all of publicity', () => {
  const open = Object.entries<Readonly<Record<string, Access>>>(ACCESS).flatMap(([fn, actions]) =>
    Object.entries(actions).flatMap(([action, { by }]) => (by === 'platform' ? [] : [`${fn}.${action}`])),
  );
  const here = VALID.map(([fn, action]) => `${fn}.${action}`);
  const tried = new Set([...here, ...Object.values(FUZZED_IN).flat()]);
  expect(open.filter((name) => !name.startsWith('publicity.') && !tried.has(name))).toEqual([]);
  for (const [file, names] of Object.entries(FUZZED_IN)) {
    const told = readFileSync(join(__dirname, file), 'utf8');
    for (const name of names) expect([name, told.includes(name.split('.')[1] ?? '')]).toEqual([name, true]);
  }
});

it('sees what an act writes', async () => {
  const before = writes();
  const by = { openid: 'o-writer', key: newKey() };
  expect(await cloud.invoke('request', 'submit', submission(), by)).toMatchObject({ ok: true });
  expect(writes()).toBeGreaterThan(before);
});

/** Refused and counted, so that nobody tries all names or codes of a day. */
const COUNTED: ReadonlySet<string> = new Set(['reception.wait', 'reception.takeOver']);
let daysText = '';
let daysAt = -1;
/** All of the days but these counts; read anew where something was written since. */
function days(): string {
  if (daysAt === writes()) return daysText;
  daysAt = writes();
  const all = [...cloud.database.exportDocuments('days')];
  daysText = JSON.stringify(all, (name, value: unknown) =>
    ['asked', 'wrong', 'rev'].includes(name) ? undefined : value,
  );
  return daysText;
}

describe.each(VALID)('%s.%s', (fn, action, valid) => {
  it('answers every input with data or a documented code, and writes nothing that it refuses', async () => {
    const openid = CALLERS.get(action) ?? OPENID;
    const written = COUNTED.has(`${fn}.${action}`) ? days : writes;
    await fuzz(cloud, { fn, action, openid, valid, written });
  });
});

const EVENTS: readonly (readonly [string, string])[] = [
  ['no event', ''],
  ['null', 'null'],
  ['a number', '1'],
  ['a list', '[]'],
  ['an unknown field', '{"action":"places","input":{"township":"bh"},"openid":"bh-staff"}'],
  ['a list as action', '{"action":["places"],"input":{"township":"bh"}}'],
  ['an action of Object.prototype', '{"action":"constructor","input":{}}'],
  ['another action of Object.prototype', '{"action":"__proto__","input":{}}'],
  ['an action of another function', '{"action":"submit","input":{}}'],
  ['a timer by an account', '{"Type":"Timer","TriggerName":"every-minute"}'],
  [
    'an object as key',
    '{"action":"claimInvitation","input":{"township":"bh","code":"zzzzzzzz","phoneLast4":"0000"},"key":{}}',
  ],
];

it.each(EVENTS)('refuses %s with a code', async (_what, body) => {
  const { result } = await post('registry', body);
  expect(result).toMatchObject({ ok: false });
  expect(Object.keys(ERROR_CODES)).toContain(result?.code);
  expect(result?.code).not.toBe('internal');
});

it.each([
  ['thirty thousand brackets', `{"action":"places","input":${'['.repeat(30_000)}${']'.repeat(30_000)}}`],
  ['a megabyte', `{"action":"places","input":{"township":"${'x'.repeat(1_000_000)}"}}`],
])('%s are refused by the platform or by the door, and the next call is answered', async (_what, body) => {
  const { result, errCode } = await post('registry', body);
  expect(result?.code ?? errCode).toBeDefined();
  expect(result?.code).not.toBe('internal');
  expect((await post('registry', '{"action":"places","input":{"township":"bh"}}')).result?.ok).toBe(true);
});

it('takes a timer’s event only from the platform', async () => {
  const { result } = await post('notify', '{"Type":"Timer","TriggerName":"every-minute"}');
  expect(result).toMatchObject({ ok: false, code: 'not-allowed' });
});
