/**
 * Every read that may show a request, as every identity, for a request in each state with each switch and recusal, and
 * with a membership that ended yesterday: what an answer holds of each part is what the one rule gives this reader.
 * A few cells of all in `npm test`; PROOF=1 tries each. Photos and recordings need a storage: view/rules has them.
 */
import { main as overview } from '../../../cloudfunctions/overview/index';
import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import type { Invitation } from '../../../cloudfunctions/registry/invitations/rules/invitation';
import { main as request } from '../../../cloudfunctions/request/index';
import type { RequestDocument } from '../../../cloudfunctions/request/rules/request-document';
import { closeRequest, openRequest } from '../../../cloudfunctions/request/store';
import { showsPart, type Part } from '../../../cloudfunctions/request/view/rules/parts';
import { readerBy, type Reader } from '../../../cloudfunctions/request/view/rules/reader';
import { facetsOf } from '../../../cloudfunctions/request/lists/rules/facets';
import { addDays, toLocalDate } from '../../../cloudfunctions/shared/china-time';
import { hiddenFrom } from '../../../cloudfunctions/shared/visibility';
import { STATES } from '../../../miniprogram/contract/labels';
import type { RequestState } from '../../../miniprogram/contract/request-life';
import { ROLE_IDS } from '../../../miniprogram/contract/roles';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { newKey, submission } from './requests';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);
jest.setTimeout(1_800_000);

const ASKER = 'the-asker';
/** The office's summary and title are not among them: whoever may not see the words has those. */
const CANARIES: Readonly<Partial<Record<Part, string>>> = {
  text: '金丝雀正文',
  words: '金丝雀后来的话',
  name: '金丝雀称呼',
};
const PHONE = '13987654321';
const FORMER = 'bh-former';
const DEPUTIES = ['bh-p5', 'bh-p6', 'bh-p1', 'bh-p2'];
const OTHERS = [
  'bh-staff',
  'bh-unit-2',
  'bh-unit',
  'bh-helper',
  'qu-district',
  'bh-admin',
  'qs-staff',
  'nobody',
];
const WHO = [ASKER, FORMER, ...DEPUTIES, ...OTHERS];
const QUEUES = ['to-route', 'to-review', 'late', 'overdue', 'rulings', 'escalated', 'key', 'all'];

/** Each read with its input; `id`, number and words are those of the one request. */
const readsOf = (id: string, number: string): readonly (readonly [string, string, object])[] => [
  ['request', 'get', { request: id }],
  ['request', 'listMine', {}],
  ['request', 'listOwned', { scope: 'mine' }],
  ['request', 'listOwned', { scope: 'following' }],
  ['request', 'listGroup', {}],
  ...QUEUES.map((queue) => ['request', 'listOffice', { queue }] as const),
  ['request', 'listOffice', { queue: 'all', filter: { closed: true } }],
  ['request', 'listUnit', {}],
  ['request', 'listUnit', { closed: true }],
  ['request', 'listPassedUp', {}],
  ['request', 'find', { text: number }],
  ['request', 'find', { text: PHONE }],
  ['request', 'find', { text: CANARIES.name ?? '' }],
  ['request', 'similar', { request: id }],
  ['request', 'draftPublication', { request: id }],
  ['request', 'listHeld', {}],
  ['request', 'board', {}],
  ['request', 'published', { village: 'v4', category: 'road' }],
  ['overview', 'mine', {}],
  ['overview', 'today', {}],
  ['overview', 'workbench', {}],
];

interface Cell {
  state: RequestState;
  hideName: boolean;
  notOwnVillage: boolean;
  unitMayCall: boolean;
  recused: readonly string[];
}

function* cells(): Generator<Cell> {
  const both = [false, true];
  for (const state of Object.keys(STATES) as RequestState[])
    for (const hideName of both)
      for (const notOwnVillage of both)
        for (const unitMayCall of both)
          for (const recused of [[], ['p5'], ['p6', 'p1']])
            yield { state, hideName, notOwnVillage, unitMayCall, recused };
}

let cloud: InProcessCloud;
let born: RequestDocument;
let grants: Invitation[];
let directory: Directory;
beforeAll(async () => {
  cloud = await startInProcess({ request, overview });
  const said = { name: CANARIES.name ?? '', phone: PHONE, text: CANARIES.text ?? '', deputy: 'p5' };
  const answer = await cloud.invoke(
    'request',
    'submit',
    { ...submission(said) },
    { openid: ASKER, key: newKey() },
  );
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  const { request: id } = answer.data as { request: string };
  born = openRequest(
    cloud.documents<RequestDocument>('requests').find(({ _id }) => _id === id) as RequestDocument,
  );
  directory = cloud.documents<Directory>('townships').find(({ _id }) => _id === 'bh') as Directory;
  const yesterday = addDays(toLocalDate(cloud.clock.now()), -1);
  const stored = cloud.documents<Invitation>('invitations');
  const former = stored
    .filter(({ openid }) => openid === 'bh-p6')
    .map((grant) => ({ ...grant, _id: `${grant._id}former`, openid: FORMER, until: yesterday }));
  grants = [...stored, ...former];
});

/** In the deputy's hands while it is young, a unit's later on; the asker said something in between. */
function requestOf({ state, recused, ...switches }: Cell): RequestDocument {
  const open = STATES[state].type === 'open';
  const words = CANARIES.words ?? '';
  const steps = [
    ...born.steps,
    { at: born.createdAt + 1, act: 'notSolved' as const, by: born.account, words },
  ];
  const privacy = { ...switches, publishable: false };
  const changed: RequestDocument = { ...born, state, open, recused, privacy, steps, lead: 'u1' };
  const facets = facetsOf({ ...changed, lead: 'u1' });
  return {
    ...changed,
    facets,
    title: '一盏路灯',
    summary: '有村民反映路灯',
    hidden: hiddenFrom(changed, directory),
  };
}

const RANK: readonly Reader[] = ['owner', 'office', 'leader', 'follower', 'overseer', 'unit'];

/** By the one rule, from the grants that hold today. */
function readerOf(openid: string, document: RequestDocument): Reader | undefined {
  if (openid === ASKER) return 'asker';
  const today = toLocalDate(cloud.clock.now());
  const held = grants.filter(
    (one) =>
      one.openid === openid &&
      one.township === 'bh' &&
      one.state === 'confirmed' &&
      one.from <= today &&
      one.until >= today,
  );
  const readers = held.flatMap((one) => readerBy(one, document, directory, today) ?? []);
  return RANK.find((each) => readers.includes(each));
}

function partsNotDue(reader: Reader | undefined, document: RequestDocument, said: string): string[] {
  const due = (part: Part) => (reader ? showsPart(document, reader, part) : 'no');
  const leaked = Object.entries(CANARIES).filter(
    ([part, canary]) => due(part as Part) === 'no' && said.includes(canary),
  );
  return [
    ...leaked.map(([part]) => part),
    ...(reader !== 'asker' && said.includes(PHONE) ? ['phone'] : []),
    ...(reader === undefined && said.includes(document._id) ? ['that it is there'] : []),
  ];
}

/** What a page must hold of what the rule gives: hiding everything would be no answer either. */
function partsMissing(reader: Reader, document: RequestDocument, said: string): string[] {
  return Object.entries(CANARIES).flatMap(([part, canary]) =>
    showsPart(document, reader, part as Part) === 'whole' && !said.includes(canary) ? [part] : [],
  );
}

it('gives every reader of every read what the rule gives, and nothing more', async () => {
  const all = [...cells()];
  const chosen = process.env['PROOF'] === '1' ? all : all.filter((_cell, at) => at % 31 === 0);
  const roles = new Set(grants.filter(({ openid }) => WHO.includes(openid)).map(({ role }) => role));
  expect(ROLE_IDS.filter((role) => role !== 'receiver' && !roles.has(role))).toEqual([]);
  let looked = 0;
  let read = 0;
  for (const cell of chosen) {
    const document = requestOf(cell);
    cloud.replace('requests', [closeRequest(document)]);
    cloud.replace('invitations', grants);
    cloud.replace('workbenches', []);
    cloud.clock.set(cloud.clock.now() + 61_000);
    for (const openid of WHO) {
      const reader = readerOf(openid, document);
      for (const [fn, action, input] of readsOf(document._id, document.number)) {
        const answer = await cloud.invoke(fn, action, { township: 'bh', ...input }, { openid });
        if (answer.code === 'internal' || answer.code === 'bad-input')
          throw new Error(`${fn}.${action} did not answer: ${JSON.stringify(answer)}`);
        const said = JSON.stringify(answer);
        const at = JSON.stringify({ ...cell, openid, reader, fn, action, input });
        expect([at, partsNotDue(reader, document, said)]).toEqual([at, []]);
        if (action === 'get') {
          expect([at, answer.ok]).toEqual([at, reader !== undefined]);
          if (reader) expect([at, partsMissing(reader, document, said)]).toEqual([at, []]);
        }
        looked++;
        if (answer.ok) read++;
      }
    }
  }
  expect(looked).toBe(chosen.length * WHO.length * readsOf('', '').length);
  // Most refusals are «not-allowed»; without answers nothing would have been looked at.
  expect(read).toBeGreaterThan(looked / 5);
});
