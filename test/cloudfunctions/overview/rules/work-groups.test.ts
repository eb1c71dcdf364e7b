/**
 * 工作台 by its one table: for each role and each group of it the number is what a recount at the same moment finds, by
 * walking the group's list where it has one, else in the documents; and each of them has something to count.
 */
import { writeWorkbench } from '../../../../cloudfunctions/notify/workbench/store';
import { main as notify } from '../../../../cloudfunctions/notify/index';
import { main as overview } from '../../../../cloudfunctions/overview/index';
import { main as publicity } from '../../../../cloudfunctions/publicity/index';
import { main as registry } from '../../../../cloudfunctions/registry/index';
import { main as request } from '../../../../cloudfunctions/request/index';
import type { RequestDocument } from '../../../../cloudfunctions/request/rules/request-document';
import { HELD } from '../../../../cloudfunctions/request/content-check/rules/content-check';
import { OWED_WORD } from '../../../../cloudfunctions/request/life/rules/written-word';
import { CALL_BACK, facetsOf } from '../../../../cloudfunctions/request/lists/rules/facets';
import type { RosterDocument } from '../../../../cloudfunctions/reception/roster/rules/roster-document';
import type { DayDocument } from '../../../../cloudfunctions/reception/days/rules/day-document';
import { encryptField } from '../../../../cloudfunctions/shared/cipher';
import type { PassedUp } from '../../../../miniprogram/contract/request-lists';
import type { InvitationRow } from '../../../../miniprogram/contract/registry-office';
import type { Role } from '../../../../miniprogram/contract/roles';
import {
  groupsFor,
  queueOfGroup,
  WORK_GROUP_IDS,
  WORK_GROUPS,
  WORK_ROWS,
  type WorkbenchView,
  type WorkGroup,
} from '../../../../miniprogram/contract/workbench';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

const TODAY = '2026-11-23';
const [LATE, SOON] = ['2026-11-10', '2026-12-10'];
/** Of each kind: more than the lines that are kept ready. */
const OF_EACH = WORK_ROWS + 2;
const CHAIR = 'p1';
/** Who has each role in the sample. */
const VIEWERS: Readonly<Partial<Record<Role, string>>> = {
  staff: 'bh-staff',
  chief: 'bh-p1',
  presidium: 'bh-p17',
  leader: 'bh-p6',
  unit: 'bh-unit',
  district: 'qu-district',
  admin: 'bh-admin',
};

let cloud: InProcessCloud;
const requests = () =>
  cloud.documents<RequestDocument>('requests').filter(({ township }) => township === 'bh');

async function ask<T>(openid: string, fn: string, action: string, input: object = {}): Promise<T> {
  // Sixty calls in a minute belong to an account.
  cloud.clock.set(cloud.clock.now() + 1_100);
  const answer = await cloud.invoke(fn, action, { township: 'bh', ...input }, { openid });
  if (!answer.ok) throw new Error(`${action} was refused to ${openid}: ${String(answer.code)}`);
  return answer.data as T;
}

/** Every row of a list, page after page. */
async function walk<R>(
  openid: string,
  fn: string,
  action: string,
  rows: string,
  input: object = {},
): Promise<R[]> {
  const found: R[] = [];
  for (let after: string | undefined; ;) {
    const page = await ask<Record<string, R[]> & { next?: string }>(openid, fn, action, {
      ...input,
      ...(after !== undefined && { after }),
    });
    found.push(...(page[rows] ?? []));
    if (page.next === undefined) return found;
    after = page.next;
  }
}

type Kind = Partial<Omit<RequestDocument, '_id'>> & { more?: readonly string[] };
const office = { kind: 'office', person: '', unit: '' } as unknown as RequestDocument['owner'];
const unit = { kind: 'unit', person: '', unit: 'u1' } as unknown as RequestDocument['owner'];
const owned = (kind: string) => ({ kind, person: '', unit: '' }) as unknown as RequestDocument['owner'];
const deputy = { kind: 'deputy', person: 'p5', unit: '' } as unknown as RequestDocument['owner'];
const atUnit = (state: RequestDocument['state']): Kind => ({ state, owner: unit, lead: 'u1' });

/** One kind for each group of requests; the first of each is kept from the chair. */
const KINDS: readonly Kind[] = [
  { state: 'disputed', owner: owned('chief') },
  Object.assign(atUnit('accepted'), { extension: { until: SOON, words: '', state: 'asked' } as const }),
  { state: 'escalated', owner: owned('presidium') },
  Object.assign(atUnit('accepted'), { due: LATE }),
  ...(['entrusted', 'signing', 'assigned', 'accepted'] as const).map(atUnit),
  { state: 'accepted', owner: owned('unit'), lead: 'u2', assists: { u1: {} } } as unknown as Kind,
  { state: 'proposed', owner: office },
  { state: 'submitted', owner: deputy, review: true },
  { state: 'submitted', owner: deputy, tokens: [HELD] },
  { state: 'replied', owner: office },
  { state: 'assigned', owner: owned('unit'), lead: 'u2', tokens: [OWED_WORD], word: { by: TODAY } },
  { state: 'closed', open: false, owner: owned('none'), callback: 'due', more: [CALL_BACK] },
  { state: 'submitted', owner: deputy, group: 'g1', led: 'g1', due: LATE },
  { state: 'passed-up', owner: office, passedSummary: '想请区里修那座桥。' },
];

function stageRequests(): void {
  const [first] = requests().filter(({ state }) => state === 'closed');
  if (!first) throw new Error('the sample has no request');
  const {
    callback: _callback,
    rating: _rating,
    promise: _promise,
    key: _key,
    joined: _joined,
    ...bare
  } = first;
  const plain = {
    open: true,
    lead: '',
    assists: {},
    review: false,
    tokens: [],
    deputy: '',
    led: '',
    group: '',
  };
  const staged = KINDS.flatMap((kind, at) =>
    Array.from({ length: OF_EACH }, (_, n) => {
      const tail = `${String(at).padStart(4, '0')}${String(n).padStart(4, '0')}`;
      const born = Date.parse('2026-11-20T01:00:00Z');
      const { more = [], passedSummary, ...fields } = kind;
      const named = {
        _id: `bh~00000000${tail}`,
        seq: `${String(born)}${tail}`,
        hidden: n === 0 ? [CHAIR] : [],
        ...(passedSummary !== undefined && {
          passedSummary: encryptField(passedSummary),
          passedSeq: `${String(born)}${tail}`,
        }),
      };
      const row = Object.assign({ due: SOON }, bare, plain, Object.assign({ due: SOON }, fields, named));
      return Object.assign(row, { dueSeq: `${row.due}${tail}`, facets: [...facetsOf(row), ...more] });
    }),
  );
  cloud.replace('requests', [...cloud.documents<object>('requests'), ...staged]);
}

function stageOthers(): void {
  const born = (n: number) => ({
    _id: `bh~${String(n).padStart(16, '0')}`,
    township: 'bh',
    rev: 1,
    seq: `${String(cloud.clock.now() + n)}${String(n).padStart(8, '0')}`,
  });
  const add = (collection: string, rows: readonly object[]) => {
    cloud.replace(collection, [...cloud.documents<object>(collection), ...rows]);
  };
  const words = encryptField('样样');
  const article = (state: string, n: number) => ({
    ...born(n),
    state,
    source: { kind: 'blank', of: '' },
    sourceWords: '',
    by: words,
    changedAt: cloud.clock.now(),
    openMarks: 0,
    content: { title: words },
  });
  add('articles', [
    ...Array.from({ length: OF_EACH }, (_, n) => article('submitted', n)),
    ...['approved', 'in-box', 'failed'].map((state, n) => article(state, 50 + n)),
  ]);
  add(
    'messages',
    Array.from({ length: OF_EACH }, (_, n) => ({
      ...born(200 + n),
      list: 'call',
      title: '预约改了时间',
      call: '请打电话',
      name: words,
      account: 'a',
      openid: '',
    })),
  );
  add(
    'invitations',
    (['staff', 'unit', 'deputy', 'chief'] as const).map((role, n) => ({
      ...born(300 + n),
      role,
      name: words,
      state: 'claimed',
      openid: `new-${role}`,
      from: '2026-01-01',
      until: '2030-01-01',
      phone4: 'x',
      tries: 0,
      expiresAt: cloud.clock.now(),
      since: cloud.clock.now(),
    })),
  );
  const rosters = cloud.documents<RosterDocument>('rosters');
  cloud.replace(
    'rosters',
    rosters.map((roster) => {
      const [date, seats] = Object.entries(roster.seats).find(([day]) => day > TODAY) ?? [];
      if (roster.township !== 'bh' || date === undefined || !seats) return roster;
      const [seat = '', { person } = { person: '' }] = Object.entries(seats)[0] ?? [];
      const swap = { date, seat, from: person, to: '', state: 'office', at: cloud.clock.now() };
      return Object.assign({}, roster, { swaps: { ...roster.swaps, [`${date}_${seat}`]: swap } });
    }),
  );
}

/** Visits of the last three days of reception of which nobody wrote down what came of them. */
function countUnrecorded(): number {
  const past = cloud
    .documents<DayDocument>('days')
    .filter(({ township, date }) => township === 'bh' && date <= TODAY)
    .sort((one, other) => (one.date < other.date ? 1 : -1))
    .slice(0, 3);
  return past
    .filter(({ state }) => state === 'published')
    .flatMap(({ place, visits = {} }) =>
      Object.entries(place)
        .filter(([, booking]) => booking !== 0)
        .map(([at]) => visits[at]),
    )
    .filter((visit) => (visit?.s === 'met' ? visit.o === undefined : visit?.s !== 'no-show')).length;
}

function countSwaps(): number {
  return cloud
    .documents<RosterDocument>('rosters')
    .filter(({ township }) => township === 'bh')
    .flatMap(({ swaps, seats }) =>
      Object.values(swaps).filter(
        ({ date, seat, from, state }) =>
          state === 'office' && date >= TODAY && seats[date]?.[seat]?.person === from,
      ),
    ).length;
}

async function countArticles(openid: string, states: readonly string[]): Promise<number> {
  const all = await walk<{ state: string }>(openid, 'publicity', 'list', 'articles');
  return all.filter(({ state }) => states.includes(state)).length;
}

const ofUnit = (holds: (row: RequestDocument) => boolean) => async (openid: string) => {
  const listed = await walk<{ request: string }>(openid, 'request', 'listUnit', 'requests');
  const ids = new Set(listed.map(({ request: id }) => id));
  return requests().filter((row) => ids.has(row._id) && holds(row)).length;
};
const ofTeam = (holds: (row: RequestDocument) => boolean) => async (openid: string) => {
  const listed = await walk<{ request: string }>(openid, 'request', 'listGroup', 'requests');
  const ids = new Set(listed.map(({ request: id }) => id));
  return requests().filter((row) => ids.has(row._id) && holds(row)).length;
};
/** Of those staged: who may let in whom. */
const CONFIRMS: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  staff: ['unit', 'deputy'],
  chief: ['staff', 'unit', 'deputy', 'chief'],
  admin: ['staff', 'chief'],
};
async function countClaimed(openid: string): Promise<number> {
  const rows = await walk<InvitationRow>(openid, 'registry', 'listInvitations', 'rows', { state: 'claimed' });
  const role = (Object.keys(VIEWERS) as Role[]).find((each) => VIEWERS[each] === openid);
  return rows.filter((row) => CONFIRMS[role ?? 'deputy']?.includes(row.role)).length;
}
const led = ({ lead }: RequestDocument) => lead === 'u1';

/** Of groups without a queue of their own. */
type Others = Exclude<
  WorkGroup,
  { [G in WorkGroup]: (typeof WORK_GROUPS)[G] extends { queue: string } ? G : never }[WorkGroup]
>;
const RECOUNT: Readonly<Record<Others, (openid: string) => Promise<number> | number>> = {
  'articles-to-approve': (openid) => countArticles(openid, ['submitted']),
  articles: (openid) => countArticles(openid, ['approved', 'in-box', 'failed']),
  'unit-overdue': ofUnit((row) => led(row) && row.due < TODAY),
  'unit-name': ofUnit((row) => led(row) && row.state === 'entrusted'),
  'unit-sign': ofUnit((row) => led(row) && row.state === 'signing'),
  'unit-accept': ofUnit((row) => led(row) && row.state === 'assigned'),
  'unit-reply': ofUnit((row) => led(row) && ['accepted', 'promised'].includes(row.state)),
  'unit-assist': ofUnit(({ assists = {} }) => 'u1' in assists),
  held: async (openid) => (await walk(openid, 'request', 'listHeld', 'requests')).length,
  unrecorded: countUnrecorded,
  swaps: countSwaps,
  claimed: countClaimed,
  calls: async (openid) => (await walk(openid, 'notify', 'calls', 'calls')).length,
  'passed-up': async (openid) => {
    const items = await walk<PassedUp>(openid, 'request', 'listPassedUp', 'items');
    return items.filter(({ state, answer }) => state === 'passed-up' && !answer).length;
  },
  'group-overdue': ofTeam(({ due }) => due < TODAY),
  'group-untaken': ofTeam(({ state }) => state === 'submitted'),
};

async function recount(group: WorkGroup, openid: string): Promise<number> {
  const queue = queueOfGroup(group);
  if (queue === undefined) return RECOUNT[group as Others](openid);
  return (await walk(openid, 'request', 'listOffice', 'requests', { queue })).length;
}

const rolesOf = (group: WorkGroup): readonly Role[] => WORK_GROUPS[group].roles;
const views = new Map<Role, WorkbenchView>();
const COUNTED = Object.entries(VIEWERS) as [Role, string][];

beforeAll(async () => {
  cloud = await startInProcess({ overview, request, registry, notify, publicity }, { lives: true });
  stageRequests();
  stageOthers();
  await writeWorkbench('bh', cloud.clock.now());
  for (const [role, openid] of COUNTED)
    views.set(role, await ask<WorkbenchView>(openid, 'overview', 'workbench'));
}, 60_000);

it('has somebody for every role that stands in the table', () => {
  const named = new Set(WORK_GROUP_IDS.flatMap(rolesOf));
  expect([...named].filter((role) => VIEWERS[role] === undefined)).toEqual([]);
  for (const [role] of COUNTED)
    expect([role, views.get(role)?.roles]).toEqual([role, expect.arrayContaining([role])]);
});

it.each(COUNTED)('%s sees the table’s groups in the table’s order, and no other', (role) => {
  const view = views.get(role);
  const shown = view?.groups.map(({ group }) => group) ?? [];
  expect(shown).toEqual(groupsFor(view?.roles ?? []).filter((group) => shown.includes(group)));
});

const PAIRS = WORK_GROUP_IDS.flatMap((group) =>
  COUNTED.filter(([role]) => rolesOf(group).includes(role)).map(
    ([role, openid]) => [group, role, openid] as const,
  ),
);

it.each(PAIRS)('%s before %s is what a recount finds, and is not nothing', async (group, role, openid) => {
  const shown = views.get(role)?.groups.find((one) => one.group === group);
  expect(shown?.count ?? 0).toBeGreaterThan(0);
  expect(shown?.count).toBe(await recount(group, openid));
  expect(shown?.rows.length).toBeLessThanOrEqual(WORK_ROWS);
});

it('says when it was counted', () => {
  expect(views.get('staff')?.asOf).toBe(views.get('district')?.asOf);
});
