/**
 * 换届: on the day after nothing that is open is left without somebody who may have it, however the clock comes there: minute
 * by minute, in one jump over a week, back across the midnight, and on again.
 */
import { main as congress } from '../../../../cloudfunctions/congress/index';
import { main as duty } from '../../../../cloudfunctions/duty/index';
import { handOverSuggestions } from '../../../../cloudfunctions/congress/events/on-owner-gone';
import { handOverVisits } from '../../../../cloudfunctions/duty/events/on-owner-gone';
import { relayOutboxes } from '../../../../cloudfunctions/notify/relay/relay-outboxes';
import { handOverSeats } from '../../../../cloudfunctions/reception/events/on-owner-gone';
import { alignGrants } from '../../../../cloudfunctions/registry/events/on-people-changed';
import { handOverGone } from '../../../../cloudfunctions/request/events/on-owner-gone';
import { toInstant, toLocalDate } from '../../../../cloudfunctions/shared/china-time';
import type { ActivityDocument } from '../../../../cloudfunctions/duty/activities/rules/activity-document';
import { isOpenOpinion } from '../../../../cloudfunctions/duty/opinions/rules/life-cycle';
import type {
  LeavingMatter,
  LeavingRow,
  TermStep,
  TermView,
} from '../../../../miniprogram/contract/congress/term';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { newKey } from '../../request/requests';
import { directoryOf, listLeft, openTies, seatsOf, spread, tie, townDeputies } from './open-matters';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);
jest.setTimeout(600_000);

const DAY = '2026-11-23';
const OPENS = '2026-12-21';
const EVE = '2026-12-20';
const COLLECTIONS = [
  'townships',
  'requests',
  'suggestions',
  'activities',
  'promises',
  'ties',
  'changes',
  'invitations',
  'rosters',
  'days',
];

let cloud: InProcessCloud;
let kept: Map<string, object[]>;
let left: string[];

const office = (action: string, input: object = {}) =>
  cloud.invoke('congress', action, { township: 'bh', ...input }, { openid: 'bh-staff', key: newKey() });
const leaving = async () => ((await office('leaving')).data as { people: LeavingRow[] }).people;
async function step(one: TermStep): Promise<void> {
  const { term, edition } = ((await office('term')).data as { term: TermView }).term;
  expect(await office('actOnTerm', { term, edition, step: one })).toMatchObject({
    ok: true,
    data: { faults: [] },
  });
}
async function relay(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) {
    cloud.clock.set(cloud.clock.now() + 61_000);
    await relayOutboxes(['bh'], cloud.clock.now());
  }
}
/** What the clock does at eight, and what follows from it. */
async function morning(date: string): Promise<void> {
  cloud.clock.set(toInstant(date, '08:00'));
  for (const job of [alignGrants, handOverGone, handOverSuggestions, handOverVisits, handOverSeats])
    await job('bh', cloud.clock.now());
  await relay();
}
const restore = () => {
  for (const [name, documents] of kept) cloud.replace(name, documents);
};

/** Of the inspection that somebody who leaves took part in: to a unit, which has it whoever leaves. */
async function giveOpinion(): Promise<void> {
  const inspection = cloud
    .documents<ActivityDocument>('activities')
    .find(
      ({ kind, state, persons, township }) =>
        township === 'bh' &&
        kind === 'inspection' &&
        state === 'held' &&
        persons.some((one) => left.includes(one)),
    );
  const given = { township: 'bh', activity: inspection?._id, site: '村道', words: '修好', unit: 'u1' };
  const staff = { openid: 'bh-staff', key: newKey() };
  expect(await cloud.invoke('duty', 'transferOpinion', { ...given, due: '2027-01-08' }, staff)).toMatchObject(
    {
      ok: true,
    },
  );
}

/** What the unit's clerk sees of it. */
const atUnit = async () =>
  (await cloud.invoke('duty', 'listOpinions', { township: 'bh' }, { openid: 'bh-unit' })).data;

beforeAll(async () => {
  cloud = await startInProcess({ congress, duty }, { lives: true });
  await relay();
  await spread(cloud, DAY);
  const { constituencies, groups } = directoryOf(cloud);
  const town = constituencies.filter(({ level }) => level === 'town');
  const all = townDeputies(cloud, DAY);
  // Every other one leaves, whoever leads a group among them.
  const goes = all.filter(({ leader }, n) => leader === true || n % 2 === 0);
  left = goes.map(({ person }) => person);
  tie(cloud, left.slice(0, 3));
  await giveOpinion();
  const stay = all.filter((one) => !goes.includes(one)).map(({ name }) => name);
  const lines = [...stay, '新来的'].map((name, n) => {
    const leads = n < groups.length ? ' 组长' : '';
    return `${name} ${town[n % town.length]?.name ?? ''} ${groups[n % groups.length]?.name ?? ''}${leads}`;
  });
  expect(await office('prepareTerm', { name: '第十九届', opens: OPENS })).toMatchObject({ ok: true });
  await step({ act: 'saveList', lines: lines.join('\n') });
  await step({ act: 'examine', date: '2026-11-20', number: '审查2号' });
  await step({ act: 'publish', notice: '1号' });
  await relay();
  kept = new Map(COLLECTIONS.map((name) => [name, cloud.documents<object>(name)]));
});
beforeEach(restore);

it('has every kind of matter open, and somebody who leaves with each of them', () => {
  const opinions = cloud
    .documents<ActivityDocument>('activities')
    .flatMap((one) => Object.values(one.opinions));
  expect(opinions.some(isOpenOpinion)).toBe(true);
  expect(cloud.documents<ActivityDocument>('activities').some(({ state }) => state === 'planned')).toBe(true);
  expect(left.every((person) => seatsOf(cloud, person, OPENS).length > 0)).toBe(true);
  expect(openTies(cloud)).toHaveLength(3);
  expect(listLeft(cloud, DAY).filter((one) => !one.startsWith('seat'))).toEqual([]);
});

it('in the weeks before, each is handed on by one tap, and nobody who leaves has anything any more', async () => {
  const rows = await leaving();
  expect(rows.map(({ person }) => person).sort()).toEqual([...left].sort());
  expect(rows.every(({ seats, lastDay }) => seats > 0 && lastDay === EVE)).toBe(true);
  const matters: readonly LeavingMatter[] = ['requests', 'suggestions', 'visits', 'seats', 'ties'];
  for (const row of rows)
    for (const what of matters) {
      // The bound of acts in a minute is the phone's, not this test's.
      cloud.clock.set(cloud.clock.now() + 2_000);
      if (row[what] > 0)
        expect(await office('handOver', { person: row.person, what })).toMatchObject({
          data: { moved: row[what], left: 0 },
        });
    }
  for (const { requests, suggestions, visits, seats, ties } of await leaving())
    expect([requests, suggestions, visits, seats, ties]).toEqual([0, 0, 0, 0, 0]);
  expect(left.flatMap((person) => seatsOf(cloud, person, OPENS))).toEqual([]);
});

it('minute by minute across midnight, and on the day after', async () => {
  cloud.clock.set(toInstant(OPENS) - 1);
  await relayOutboxes(['bh'], cloud.clock.now());
  cloud.clock.set(toInstant(OPENS));
  await relay();
  expect(listLeft(cloud, OPENS)).toEqual([]);
  await morning('2026-12-22');
  expect(listLeft(cloud, '2026-12-22')).toEqual([]);
  expect(await atUnit()).toMatchObject({ opinions: [{ state: 'transferred', due: '2027-01-08' }] });
  // A household is nobody else's until the office ends the tie: it stands on the office's page.
  const rows = await leaving();
  expect(openTies(cloud).every((person) => rows.some((row) => row.person === person && row.ties === 1))).toBe(
    true,
  );
});

it('in one jump over a week', async () => {
  cloud.clock.set(toInstant('2026-12-28', '10:00'));
  await relay();
  expect(listLeft(cloud, '2026-12-28')).toEqual([]);
});

it('back across the midnight, and on again', async () => {
  cloud.clock.set(toInstant(OPENS));
  await relay();
  await morning(EVE);
  expect(toLocalDate(cloud.clock.now())).toBe(EVE);
  expect(listLeft(cloud, EVE)).toEqual([]);
  await morning(OPENS);
  expect(listLeft(cloud, OPENS)).toEqual([]);
});
