/** What requests cost: database calls of a submit, of each step and of a refusal; and lists where there are very many. */
import { LIMITS } from '../../miniprogram/contract/limits';
import type { OfficeQueue, RequestFilter } from '../../miniprogram/contract/request-lists';
import type { RequestAct } from '../../miniprogram/contract/request-life';
import type { Invitation } from '../../cloudfunctions/registry/invitations/rules/invitation';
import { CALL_BACK, EVERY, facetsOf, placeOf } from '../../cloudfunctions/request/lists/rules/facets';
import { KEY } from '../../cloudfunctions/request/lists/rules/marks';
import { ownToken, placeToken } from '../../cloudfunctions/request/lists/tokens';
import { isOpen, LIFE_CYCLE } from '../../cloudfunctions/request/life/rules/life-cycle';
import type { RequestDocument } from '../../cloudfunctions/request/rules/request-document';
import { accountOf } from '../../cloudfunctions/shared/cipher';
import { offered, peopleOf } from '../cloudfunctions/request/life-model';
import { submission, newKey, submit } from '../cloudfunctions/request/requests';
import { readyFor } from '../cloudfunctions/request/ready-requests';
import { stepOf } from '../cloudfunctions/request/step-inputs';
import { stored } from '../cloudfunctions/request/steps';
import type { Answer } from '../support/cloud';
import { TEST_FIELD_KEYS } from '../support/given';
import { startSampleCloud, type SampleCloud } from '../support/sample-cloud';

/** Far more than a township has in a hundred years. */
const MANY = Number(process.env['BENCH_REQUESTS'] ?? 100_000);
const BATCH = 2_000;
const TODAY = '2026-11-23';
const DATE = '2026-12-01';

export interface RequestFigures {
  submit: number;
  refused: number;
  /** Of the asker; of a role, admit included; each for steps that need nothing of what stood there, and for others. */
  steps: { by: string; reads: string; steps: number; fewest: number; most: number }[];
  lists: { list: string; calls: number; examined: number; rows: number }[];
  fewCalls: boolean;
  withinLimits: boolean;
}

function must(answer: Answer, about: string): Answer {
  if (!answer.ok) throw new Error(`${about}: ${JSON.stringify(answer)}`);
  return answer;
}

/** The book is fresh in the instance, nobody runs into the minute's bound. */
async function warm(cloud: SampleCloud): Promise<void> {
  cloud.clock.set(cloud.clock.now() + 61_000);
  const question = { ...submission(), township: 'bh' };
  const { village, category, privacy } = question;
  await cloud.invoke(
    'request',
    'previewRoute',
    { township: 'bh', village, category, privacy },
    { openid: 'o' },
  );
}

async function measureSteps(cloud: SampleCloud) {
  process.env['FIELD_KEYS'] = TEST_FIELD_KEYS;
  const people = peopleOf([...cloud.database.exportDocuments('invitations')] as Invitation[], accountOf);
  const asker = { openid: 'asker', callers: [{ account: accountOf('asker') }] };
  const older = (await submit(cloud, 'older', { deputy: 'p5' })).request;
  await warm(cloud);
  const born = stored(cloud, (await submit(cloud, 'asker', { deputy: 'p5' })).request);
  const found = new Map<string, number[]>();
  for (const act of Object.keys(LIFE_CYCLE) as RequestAct[]) {
    const request = readyFor(act, born, older);
    const who = [asker, ...people].find((person) => offered(request, person, TODAY).includes(act));
    if (!who) throw new Error(`nobody may ${act}`);
    await cloud.database.importDocuments('requests', [request]);
    await warm(cloud);
    const input = { township: 'bh', request: request._id, step: stepOf(act, { date: DATE, into: older }) };
    const answer = must(
      await cloud.invoke('request', 'act', input, { openid: who.openid, key: newKey() }),
      act,
    );
    const name = `${who === asker ? 'asker' : 'a role'} ${LIFE_CYCLE[act].reads ? 'yes' : 'no'}`;
    found.set(name, [...(found.get(name) ?? []), answer.cost.calls]);
  }
  return [...found].map(([name, calls]) => {
    const [reads = ''] = name.split(' ').slice(-1);
    const by = name.slice(0, -reads.length - 1);
    return { by, reads, steps: calls.length, fewest: Math.min(...calls), most: Math.max(...calls) };
  });
}

async function measureOne(cloud: SampleCloud): Promise<{ submit: number; refused: number }> {
  await warm(cloud);
  const sent = await cloud.invoke('request', 'submit', submission(), { openid: 'measured', key: newKey() });
  const { request } = must(sent, 'submit').data as { request: string };
  const input = { township: 'bh', request, step: { act: 'solved' } };
  const refused = await cloud.invoke('request', 'act', input, { openid: 'measured', key: newKey() });
  if (refused.code !== 'wrong-state') throw new Error(`wrong-state expected: ${JSON.stringify(refused)}`);
  return { submit: sent.cost.calls, refused: refused.cost.calls };
}

const STATES = [
  'submitted',
  'contacting',
  'proposed',
  'accepted',
  'replied',
  'closed',
  'closed',
  'closed',
  'closed',
] as const;
const OWNERS = { submitted: 'deputy', contacting: 'deputy', accepted: 'unit' } as const;

function makeRequest(born: RequestDocument, n: number): RequestDocument {
  const id = `bh~${n.toString(36).padStart(16, '0')}`;
  const state = STATES[n % STATES.length] ?? 'closed';
  const kind = state in OWNERS ? OWNERS[state as keyof typeof OWNERS] : 'office';
  const person = kind === 'deputy' ? `p${String((n % 58) + 1)}` : '';
  const group = `g${String((n % 8) + 1)}`;
  const due = `20${String(10 + (n % 20))}-${String((n % 12) + 1).padStart(2, '0')}-15`;
  const at = 1_700_000_000_000 + n * 1_000;
  const where = { village: `v${String((n % 12) + 1)}`, category: n % 3 === 0 ? 'road' : 'water', group };
  const account = `a${String(n % 1_000)}`;
  const isCalledBack = n % 17 === 0 && state === 'closed';
  const lead = kind === 'unit' ? `u${String((n % 3) + 1)}` : '';
  return {
    ...born,
    ...where,
    _id: id,
    state,
    open: isOpen(state),
    due,
    dueSeq: `${due}${id.slice(-8)}`,
    lead,
    owner: { kind, person, group: person === '' ? '' : group },
    led: person === '' ? '' : group,
    deputy: person,
    seq: `${String(at)}${id.slice(-8)}`,
    createdAt: at,
    clockOn: '9999-12-31',
    facets: [...facetsOf({ ...where, lead }), ...(isCalledBack ? [CALL_BACK] : [])],
    place: placeOf(where),
    account,
    tokens: [
      `#:1123-${n.toString(36).padStart(4, '0').toUpperCase()}`,
      'w:路灯',
      `n:${String(n % 5_000)}`,
      ownToken(account),
      placeToken(placeOf(where)),
      ...(n % 7 === 0 ? [KEY] : []),
    ],
    ...(n % 7 === 0 && { key: true as const }),
    ...(n % 11 === 0 && { board: `${String(at)}${id.slice(-8)}`, boardPlaces: [EVERY, placeOf(where)] }),
    ...(n % 13 === 0 && { passedSeq: `${String(at)}${id.slice(-8)}`, passedSummary: '摘要' }),
    ...(isCalledBack && { callback: 'due' as const }),
    ...(n % 19 === 0 && { dispatchSeq: `${String(at)}${id.slice(-8)}` }),
  };
}

interface Asked {
  list: string;
  action: string;
  openid: string;
  input: object;
}

const QUEUES: readonly OfficeQueue[] = [
  'to-route',
  'to-review',
  'late',
  'deliveries',
  'call-backs',
  'promises',
  'extensions',
  'rulings',
  'escalated',
  'key',
  'dispatches',
  'all',
];
const FILTERS: readonly RequestFilter[] = [
  { village: 'v1' },
  { village: 'v1', category: 'road' },
  { village: 'v1', category: 'road', state: 'accepted' },
  { closed: true, group: 'g3' },
];

function listAsked(one: string): Asked[] {
  const office = (list: string, action: string, input: object) => ({
    list,
    action,
    openid: 'bh-staff',
    input,
  });
  return [
    { list: 'listMine', action: 'listMine', openid: 'asker', input: {} },
    { list: 'listOwned mine', action: 'listOwned', openid: 'bh-p5', input: { scope: 'mine' } },
    { list: 'listOwned following', action: 'listOwned', openid: 'bh-p5', input: { scope: 'following' } },
    { list: 'listGroup', action: 'listGroup', openid: 'bh-p6', input: {} },
    { list: 'listUnit', action: 'listUnit', openid: 'bh-unit', input: {} },
    { list: 'listUnit closed', action: 'listUnit', openid: 'bh-unit', input: { closed: true } },
    { list: 'listPassedUp', action: 'listPassedUp', openid: 'qu-district', input: {} },
    { list: 'board', action: 'board', openid: 'asker', input: {} },
    { list: 'published', action: 'published', openid: 'asker', input: { village: 'v1', category: 'road' } },
    ...QUEUES.map((queue) => office(`office ${queue}`, 'listOffice', { queue })),
    ...FILTERS.map((filter) =>
      office(`office ${Object.values(filter).join(' ')}`, 'listOffice', { queue: 'all', filter }),
    ),
    office('listHeld', 'listHeld', {}),
    office('find number', 'find', { text: '1123-00AB' }),
    office('find words', 'find', { text: '路灯' }),
    office('similar', 'similar', { request: one }),
  ];
}

async function measureLists(cloud: SampleCloud): Promise<RequestFigures['lists']> {
  const born = stored(cloud, (await submit(cloud, 'asker', { deputy: 'p5' })).request);
  for (let from = 0; from < MANY; from += BATCH) {
    const some = Array.from({ length: Math.min(BATCH, MANY - from) }, (_, n) => makeRequest(born, from + n));
    await cloud.database.importDocuments('requests', some);
  }
  const lists: RequestFigures['lists'] = [];
  for (const { list, action, openid, input } of listAsked(born._id)) {
    await warm(cloud);
    const ask = () => cloud.invoke('request', action, { township: 'bh', ...input }, { openid });
    // What else it goes by, the townships of the district, is fresh as the book is.
    must(await ask(), list);
    const answer = must(await ask(), list);
    const { requests = [], items = [] } = answer.data as { requests?: object[]; items?: object[] };
    const { calls, examined } = answer.cost;
    lists.push({ list, calls, examined, rows: requests.length + items.length });
  }
  return lists;
}

export async function measureRequests(): Promise<RequestFigures> {
  const cloud = await startSampleCloud({ instancesPerFunction: 1 });
  try {
    const steps = await measureSteps(cloud);
    const one = await measureOne(cloud);
    const lists = await measureLists(cloud);
    const most = (by: string, reads: string) =>
      steps.find((row) => row.by === by && row.reads === reads)?.most ?? 0;
    return {
      ...one,
      steps,
      lists,
      fewCalls:
        one.submit === 1 &&
        one.refused === 2 &&
        Math.max(most('asker', 'no'), most('asker', 'yes') - 1) <= 1 &&
        Math.max(most('a role', 'no'), most('a role', 'yes') - 1) <= 2,
      // A list is one call after admit; the search asks by two meanings of the text.
      withinLimits: lists.every(({ calls, examined }) => calls <= 3 && examined <= 2 * LIMITS.page + 3),
    };
  } finally {
    await cloud.close();
  }
}
