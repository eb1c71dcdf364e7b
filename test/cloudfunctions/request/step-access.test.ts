/**
 * Who may do which step, cell by cell: every step of the table, every role, on a request that is theirs, on another's,
 * and from the other township. What each cell must be is computed from the table; whether it is so is asked of the
 * artefacts.
 */
import { ROLES_OF } from '../../../cloudfunctions/request/life/rules/actors';
import { LIFE_CYCLE } from '../../../cloudfunctions/request/life/rules/life-cycle';
import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import { yellowBy } from '../../../cloudfunctions/request/life/rules/deadline';
import { isListed } from '../../../cloudfunctions/request/lists/rules/queues';
import { toLocalDate } from '../../../cloudfunctions/shared/china-time';
import { accountOf } from '../../../cloudfunctions/shared/cipher';
import type { RequestDocument } from '../../../cloudfunctions/request/rules/request-document';
import type { Invitation } from '../../../cloudfunctions/registry/invitations/rules/invitation';
import type { RequestAct } from '../../../miniprogram/contract/request-life';
import { TEST_FIELD_KEYS } from '../../support/given';
import { fairShare } from '../../support/fair-share';
import { startSampleCloud, type SampleCloud } from '../../support/sample-cloud';
import { newKey, submit } from './requests';
import { readyFor } from './ready-requests';
import { stepOf } from './step-inputs';
import { stored } from './steps';

jest.setTimeout(300_000);

let cloud: SampleCloud;
let born: RequestDocument;
let older: string;
let grants: readonly Invitation[];
beforeAll(async () => {
  process.env['FIELD_KEYS'] = TEST_FIELD_KEYS;
  cloud = await startSampleCloud({ instancesPerFunction: 1 });
  grants = ([...cloud.database.exportDocuments('invitations')] as Invitation[]).filter(
    ({ state }) => state === 'confirmed',
  );
  older = (await submit(cloud, 'older', { deputy: 'p5' })).request;
  cloud.clock.set(cloud.clock.now() + 1_000);
  born = stored(cloud, (await submit(cloud, 'asker', { deputy: 'p5' })).request);
});
afterAll(() => cloud.close());

function readRev(id: string): number {
  return stored(cloud, id).rev;
}

const date = '2026-12-01';

/** Everybody who has a role here or there, and some who have none. */
const WHO = [
  'asker',
  'stranger',
  'bh-p5',
  'bh-p49',
  'bh-p6',
  'bh-staff',
  'bh-p1',
  'bh-p17',
  'bh-unit',
  'bh-unit-2',
  'bh-helper',
  'bh-p7',
  'qu-district',
  'bh-admin',
  'qs-staff',
  'qs-p1',
];

/** Cells in which whoever may still has nobody to do it with: that township has no such request, unit, deputy. */
const OF_INPUT: ReadonlySet<string> = new Set(
  ['merge', 'assign', 'changeUnit', 'nameUnit', 'reassign'].map((act) => `other township ${act}`),
);

/** What the request is to the township and the people in it. */
const WHERE = ['own', 'other', 'other township'] as const;
type WhereIs = (typeof WHERE)[number];

/** Of the same state, but somebody else's: another deputy's, another unit's, not the office's. */
function elsewhere(act: RequestAct): RequestDocument {
  const request = readyFor(act, born, older);
  const deputy = { kind: 'deputy', person: 'p21', group: 'g9' } as const;
  const owner = request.owner.kind === 'unit' ? request.owner : deputy;
  return { ...request, owner, lead: 'u3', assists: {}, led: 'g9', account: '-', reach: 'account' };
}

function mayDo(act: RequestAct, openid: string, request: RequestDocument): boolean {
  const held = grants.filter((grant) => grant.openid === openid && grant.township === request.township);
  const { owner, lead, led, assists = {}, reach, account } = request;
  return LIFE_CYCLE[act].who.some((actor) => {
    if (actor === 'asker') return openid === 'asker' && account !== '-';
    return held.some(({ role, person, group, unit = '' }) => {
      if (!ROLES_OF[actor].includes(role)) return false;
      switch (actor) {
        case 'proxy':
          return reach === 'person';
        case 'leader':
          return group === led;
        case 'assistant':
          return Object.hasOwn(assists, unit);
        case 'deputy':
          return owner.person === person;
        case 'keeper':
          return owner.kind === 'office';
        case 'answerer':
        case 'drafter':
        case 'unit':
          return owner.kind === 'unit' && lead === unit;
        case 'presidium':
          return role !== 'presidium' || isListed(request, lateBy());
        default:
          return true;
      }
    });
  });
}

/** The last date of which the late list warns today. */
function lateBy(): string {
  const all = [...cloud.database.exportDocuments('townships')] as unknown as Directory[];
  const directory = all.find(({ _id }) => _id === 'bh') as Directory;
  return yellowBy(directory, toLocalDate(cloud.clock.now()));
}

function requestIn(where: WhereIs, act: RequestAct): RequestDocument {
  if (where === 'own') return readyFor(act, born, older);
  if (where === 'other') return elsewhere(act);
  return { ...readyFor(act, born, older), township: 'qs', _id: born._id.replace('bh', 'qs'), account: '-' };
}

const ACTS = Object.keys(LIFE_CYCLE) as RequestAct[];

/** Has a role that may take the step on some request of the township. */
function holdsRole(openid: string, act: RequestAct): boolean {
  const roles = LIFE_CYCLE[act].who.flatMap((actor) => (actor === 'asker' ? [] : ROLES_OF[actor]));
  return grants.some(
    (grant) => grant.openid === openid && grant.township === 'bh' && roles.includes(grant.role),
  );
}

/**
 * In `npm test` those who may take the step, on this request or on their own, those who have the role for it, and an eighth
 * of all others, other ones for each step. The proof asks everybody.
 */
function askers(where: WhereIs, act: RequestAct): readonly string[] {
  const requests = [requestIn('own', act), requestIn(where, act)];
  const able = WHO.filter(
    (openid) => holdsRole(openid, act) || requests.some((request) => mayDo(act, openid, request)),
  );
  const others = WHO.filter((openid) => !able.includes(openid));
  return [...able, ...fairShare(others, 8, ACTS.indexOf(act))];
}

describe.each(WHERE)('%s', (where) => {
  it.each(ACTS)('%s, by everybody', async (act) => {
    for (const openid of askers(where, act)) {
      const request = requestIn(where, act);
      const { township, _id, rev } = request;
      await cloud.database.importDocuments('requests', [request]);
      // Nobody here is to run into the minute's bound.
      cloud.clock.set(cloud.clock.now() + 61_000);
      const input = { township, request: _id, step: stepOf(act, { date, into: older }) };
      const { ok, code } = await cloud.invoke('request', 'act', input, { openid, key: newKey() });
      const may = mayDo(act, openid, request);
      const said = may && !ok && OF_INPUT.has(`${where} ${act}`);
      if (!said)
        expect(`${openid} ${act}: ${ok ? 'done' : 'refused'}`).toBe(
          `${openid} ${act}: ${may ? 'done' : 'refused'}`,
        );
      if (!ok && !said) expect(['not-allowed', 'not-found', 'not-owner']).toContain(code);
      if (!ok) expect(readRev(_id)).toBe(rev);
    }
  });
});

/** As whose own request, and as one that is kept from them, it is refused to everybody who might take the step. */
describe.each(['their own', 'kept from them'] as const)('%s', (where) => {
  const acts = ACTS.filter((act) => !LIFE_CYCLE[act].who.includes('asker') && LIFE_CYCLE[act].who.length > 0);
  it.each(acts)('%s is refused', async (act) => {
    const plain = readyFor(act, born, older);
    const able = WHO.filter((openid) => mayDo(act, openid, plain));
    expect(able).not.toEqual([]);
    for (const openid of able) {
      const persons = grants.flatMap((grant) => (grant.openid === openid ? (grant.person ?? []) : []));
      if (where === 'kept from them' && persons.length === 0) continue;
      const request: RequestDocument =
        where === 'their own' ? { ...plain, account: accountOf(openid) } : { ...plain, hidden: persons };
      await cloud.database.importDocuments('requests', [request]);
      cloud.clock.set(cloud.clock.now() + 61_000);
      const input = { township: 'bh', request: request._id, step: stepOf(act, { date, into: older }) };
      const { ok } = await cloud.invoke('request', 'act', input, { openid, key: newKey() });
      expect([openid, ok, readRev(request._id)]).toEqual([openid, false, request.rev]);
    }
  });
});

it('knows no other steps', async () => {
  const input = { township: 'bh', request: born._id, step: { act: 'erase' } };
  const answer = await cloud.invoke('request', 'act', input, { openid: 'bh-staff', key: newKey() });
  expect(answer).toMatchObject({ ok: false, code: 'bad-input', details: { field: 'step.act' } });
});
