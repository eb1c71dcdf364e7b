/** Whoever leaves, and however: nothing that is open stays with them. Each of the sample's deputies with something open. */
import { main as congress } from '../../../../cloudfunctions/congress/index';
import { main as request } from '../../../../cloudfunctions/request/index';
import { keepPromises, type StoredPromise } from '../../../../cloudfunctions/duty/promises/store';
import { openCount } from '../../../../cloudfunctions/duty/ties/rules/tie';
import { changeTies, tiesId, type TiesDocument } from '../../../../cloudfunctions/duty/ties/store';
import { ownerOf } from '../../../../cloudfunctions/congress/suggestion/rules/owner';
import type { SuggestionDocument } from '../../../../cloudfunctions/congress/suggestion/rules/suggestion-document';
import { relayOutboxes } from '../../../../cloudfunctions/notify/relay/relay-outboxes';
import { membersOn } from '../../../../cloudfunctions/registry/directory/rules/directory';
import type { RequestDocument } from '../../../../cloudfunctions/request/rules/request-document';
import { put } from '../../../../cloudfunctions/shared/conditions';
import type { ChangeKind } from '../../../../miniprogram/contract/congress/change';
import type { LeavingRow } from '../../../../miniprogram/contract/congress/term';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { accountOf } from '../../../../cloudfunctions/shared/cipher';
import { newKey } from '../../request/requests';
import { toldActs } from '../../told-acts';
import { directoryOf, openIn, promised, seatsOf, source, spread, townDeputies } from './open-matters';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);
jest.setTimeout(600_000);

const DAY = '2026-11-23';
const WAYS: readonly ChangeKind[] = ['death', 'resign', 'end', 'recall', 'suspend'];
const COLLECTIONS = [
  'townships',
  'requests',
  'suggestions',
  'promises',
  'ties',
  'changes',
  'invitations',
  'rosters',
  'days',
];

let cloud: InProcessCloud;
let kept: Map<string, object[]>;
let now: number;

const directory = () => directoryOf(cloud);
const open = <T extends { township: string; open: boolean }>(collection: string) =>
  openIn<T>(cloud, collection);
const requestsOf = (person: string) =>
  open<RequestDocument>('requests').filter(({ owner }) => owner.person === person);
const ledBy = (person: string) =>
  open<SuggestionDocument>('suggestions').filter(({ lead }) => lead === person);
const visitsOf = (person: string) =>
  open<StoredPromise>('promises').filter((promise) => promise.person === person);

async function relay(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    cloud.clock.set(cloud.clock.now() + 61_000);
    await relayOutboxes(['bh'], cloud.clock.now());
  }
}

const office = (action: string, input: object) =>
  cloud.invoke('congress', action, { township: 'bh', ...input }, { openid: 'bh-staff', key: newKey() });

async function leave(person: string, kind: ChangeKind): Promise<void> {
  const change = { person, kind, date: DAY, body: '镇人大主席团', notice: '1号' };
  expect(await office('recordChange', change)).toMatchObject({ ok: true });
  await relay();
}

const deputies = () => townDeputies(cloud, DAY);

beforeAll(async () => {
  cloud = await startInProcess({ congress, request }, { lives: true });
  await relay();
  await spread(cloud, DAY);
  kept = new Map(COLLECTIONS.map((name) => [name, cloud.documents<object>(name)]));
  now = cloud.clock.now();
});
beforeEach(() => {
  now += 3_600_000;
  cloud.clock.set(now);
  for (const [name, documents] of kept) cloud.replace(name, documents);
});

it('of every deputy, however they leave, requests, suggestions, visits and seats go on with somebody who stays', async () => {
  const all = deputies().map(({ person }) => person);
  const busy = all.filter((person) => requestsOf(person).length + ledBy(person).length > 0);
  expect(busy.length).toBeGreaterThan(5);
  const pairs = busy.flatMap((person, at) =>
    WAYS.filter((_way, n) => process.env['PROOF'] === '1' || n === at % WAYS.length).map(
      (way) => [person, way] as const,
    ),
  );
  for (const [person, way] of pairs) {
    for (const [name, documents] of kept) cloud.replace(name, documents);
    const before = visitsOf(person).length;
    expect(before).toBeGreaterThan(0);
    expect(seatsOf(cloud, person, DAY).length).toBeGreaterThan(0);
    const requests = open('requests').length;
    await leave(person, way);
    expect([person, way, requestsOf(person)]).toEqual([person, way, []]);
    expect([person, way, visitsOf(person)]).toEqual([person, way, []]);
    expect([person, way, seatsOf(cloud, person, DAY)]).toEqual([person, way, []]);
    expect(open('requests')).toHaveLength(requests);
    const members = membersOn(directory().people, DAY).filter(({ level, receiver }) => level ?? receiver);
    const inOffice = new Set(members.map((one) => one.person));
    for (const one of open<StoredPromise>('promises')) expect(inOffice).toContain(one.person);
    for (const one of open<SuggestionDocument>('suggestions'))
      expect(inOffice.has(one.lead) || (one.leadGone === true && ownerOf(one) !== 'deputy')).toBe(true);
    const asks = cloud.documents<SuggestionDocument>('suggestions').filter(({ facets, open: is }) => {
      return !is && facets.some((facet) => facet.startsWith('c:'));
    });
    expect([person, way, asks]).toEqual([person, way, []]);
  }
});

it('a draft that somebody was only asked to sign ends, and asks nobody any more', async () => {
  const drafts = open<SuggestionDocument>('suggestions').filter(({ state }) => state === 'drafting');
  const [draft] = drafts;
  if (!draft) throw new Error('no draft in the sample');
  const asked = { p8: 'asked' as const };
  const alone = { ...draft, asked, facets: ['all', `p:${draft.lead}`, 'p:p8', 'c:p8'] };
  const others = cloud.documents<SuggestionDocument>('suggestions').filter(({ _id }) => _id !== draft._id);
  cloud.replace('suggestions', [...others, alone]);
  await leave(draft.lead, 'death');
  const ended = cloud.documents<SuggestionDocument>('suggestions').find(({ _id }) => _id === draft._id);
  expect(ended).toMatchObject({ state: 'withdrawn', open: false, asked: { p8: 'declined' } });
  expect(ended?.facets).not.toContain('c:p8');
});

it('a visit stays with whoever makes it now when its source is written anew, and goes back where the source changes', async () => {
  await leave('p5', 'death');
  const heir = () =>
    cloud.documents<StoredPromise>('promises').find(({ source: of }) => of.endsWith('of-p5'));
  const now1 = heir();
  expect(now1?.person).not.toBe('p5');
  await keepPromises(source('p5'), [promised('p5', DAY)]);
  expect(heir()).toMatchObject({ person: now1?.person, had: 'p5' });
  await keepPromises(source('p5'), [{ ...promised('p5', DAY), due: '2026-12-02' }]);
  expect(heir()).toMatchObject({ person: now1?.person, had: 'p5', due: '2026-12-02' });
  await keepPromises(source('p5'), [promised('p6', DAY)]);
  expect(heir()?.person).toBe('p6');
  expect(heir()?.had).toBeUndefined();
});

const household = { said: 'x', measures: [], since: '2026-01-01' };
function tieOne(): Pick<TiesDocument, '_id' | 'township' | 'rev'> {
  const document = { _id: tiesId('bh', 'p5'), township: 'bh', rev: 1, person: 'p5', ties: { t1: household } };
  cloud.replace('ties', [{ ...document, acts: [], history: [], outbox: [], outboxAt: 0 }]);
  return document;
}
const tiesLeft = () => openCount(cloud.documents<TiesDocument>('ties')[0]?.ties ?? {});

it('households that stay tied to somebody who left are on the list until the office ends it', async () => {
  tieOne();
  const rows = async () => ((await office('leaving', {})).data as { people: LeavingRow[] }).people;
  expect((await rows()).some(({ person }) => person === 'p5')).toBe(false);
  expect(await office('handOver', { person: 'p5', what: 'ties' })).toMatchObject({ code: 'wrong-state' });
  await leave('p5', 'death');
  expect((await rows()).find(({ person }) => person === 'p5')).toMatchObject({ ties: 1, visits: 0 });
  expect(await office('handOver', { person: 'p5', what: 'ties' })).toMatchObject({
    data: { moved: 1, left: 0 },
  });
  expect(cloud.documents<TiesDocument>('ties')[0]?.ties['t1']?.ended).toBe(DAY);
  const [{ document, ...told } = { document: '' }, ...more] = toldActs(cloud, 'ties');
  const row = { by: accountOf('bh-staff'), act: 'end-tie', of: 'p5', from: '', to: '' };
  expect([told, more]).toEqual([{ ...row, event: 'tie-ended', about: { person: 'p5' } }, []]);
  expect(document).toBe(tiesId('bh', 'p5'));
  expect((await rows()).find(({ person }) => person === 'p5')?.ties ?? 0).toBe(0);
});

it('what another write leaves tied is told, not hidden', async () => {
  await leave('p5', 'death');
  const lost: number[] = [];
  for (let calls = 1; calls < 8; calls++) {
    const before = tieOne();
    // The other write comes after so many calls of the office's act.
    const order = [0, ...Array.from({ length: calls - 1 }, () => 1), ...Array.from({ length: 20 }, () => 0)];
    const acts = [
      () => office('handOver', { person: 'p5', what: 'ties' }),
      () => changeTies(before, { 'ties.t2': put(household) }),
    ];
    const [answer] = (await cloud.together<unknown>(acts, order)) as [
      { data: { moved: number; left: number } },
    ];
    expect(answer.data.left).toBe(tiesLeft());
    if (answer.data.moved === 0) lost.push(calls);
  }
  expect(lost).not.toEqual([]);
});
